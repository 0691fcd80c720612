// Seeded workloads: the same stories, answers and codings every time, made up as they are needed so that a large one needs no memory.
import { seededRandom, type Random } from '../../shared/statistics/random.ts'
import type { Mapping } from '../../shared/importing/mapping.ts'

export type Size = { name: string; stories: number; codings: number; codes: number; coders: number }
export const SIZES: Record<string, Size> = {
  S: { name: 'S', stories: 171, codings: 2_000, codes: 40, coders: 4 },
  M: { name: 'M', stories: 2_000, codings: 50_000, codes: 150, coders: 8 },
  L: { name: 'L', stories: 20_000, codings: 1_000_000, codes: 300, coders: 20 }
}

/** 25 questions: 12 sliders, 6 single and 2 multiple choices, 3 Likerts, 2 triads. One answer in twenty is left blank. */
export const QUESTIONS = Array.from({ length: 25 }, (_, at) => ({
  key: `vraag${at + 1}`, kind: at < 12 ? 'slider' as const : at < 18 ? 'choice' as const : at < 20 ? 'multi' as const : at < 23 ? 'likert' as const : 'triad' as const
}))
export const OPTIONS = ['een', 'twee', 'drie', 'vier', 'vijf']
const BLANK = 0.05
/** Units of a story, about. */
const LENGTH = 1_500

export type MadeAnswer = { question: number; option?: number; ticks?: number[]; value?: number; shares?: [number, number, number] }
export type MadeStory = { source: string; group: string; day: string; body: string; answers: MadeAnswer[] }

const WORDS = `zij wij het gezin de coach school hulp week toen later samen thuis moeder vader kind luisteren praten vragen bellen komen
  gaan zien horen weten goed moeilijk rustig boos blij moe altijd nooit soms opeens weer eerst daarna omdat maar want dus`.split(/\s+/)
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!
const whole = (random: Random, most: number): number => Math.floor(random() * most)

export function* makeStories({ stories }: Size): Generator<MadeStory> {
  const random = seededRandom(20_260_101)
  for (let at = 0; at < stories; at++) {
    yield {
      source: `v${at + 1}`, group: random() < 0.6 ? 'Gezinnen' : 'Medewerkers', day: `2025-${String(1 + whole(random, 12)).padStart(2, '0')}-${String(1 + whole(random, 28)).padStart(2, '0')}`,
      body: makeBody(random), answers: QUESTIONS.flatMap((_, question) => (random() < BLANK ? [] : [makeAnswer(random, question)]))
    }
  }
}

function makeBody(random: Random): string {
  let body = ''
  while (body.length < LENGTH) body += `${Array.from({ length: 6 + whole(random, 10) }, () => pick(random, WORDS)).join(' ')}. `
  return body.trim()
}

function makeAnswer(random: Random, question: number): MadeAnswer {
  switch (QUESTIONS[question]!.kind) {
    case 'slider': return { question, value: whole(random, 101) }
    case 'multi': return { question, ticks: OPTIONS.flatMap((_, at) => (random() < 0.4 ? [at] : [])) }
    case 'triad': {
      const [a, b] = [whole(random, 101), whole(random, 101)].toSorted((x, y) => x - y) as [number, number]
      return { question, shares: [a, b - a, 100 - b] }
    }
    default: return { question, option: whole(random, OPTIONS.length) }
  }
}

export type MadeCoding = { story: number; start: number; end: number; code: number; coder: number }

/** Codings by place of story, code and coder; a few codes are used far more than the others. */
export function* makeCodings({ stories, codings, codes, coders }: Size): Generator<MadeCoding> {
  const random = seededRandom(20_260_102)
  for (let at = 0; at < codings; at++) {
    const start = whole(random, LENGTH - 200)
    yield { story: whole(random, stories), start, end: start + 20 + whole(random, 160), code: Math.floor(codes * random() ** 2), coder: whole(random, coders) }
  }
}

/** Two coders who have the same stories done; where there are fewer of them, two that share some. */
export const PAIR = [0, 5] as const

/** Does this coder have this story done? Two in five. */
export const isDone = (story: number, coder: number): boolean => (story * 31 + coder * 17) % 5 < 2

/** From 1; by place of the story. Every teller told one story in each of two waves. */
export const toldIn = (story: number): { wave: number; teller: number } => ({ wave: story % 2 + 1, teller: (story >> 1) + 1 })

export const HEADINGS = ['bron', 'groep', 'dag', 'verhaal', ...QUESTIONS.flatMap(({ key, kind }) => (kind === 'triad' ? [0, 1, 2].map((part) => `${key}_${part}`) : [key]))]

/** A line of the CSV file, cells in the order of HEADINGS. */
export function cellsOf({ source, group, day, body, answers }: MadeStory): string[] {
  const given = new Map(answers.map((answer) => [answer.question, answer]))
  return [source, group, day, body, ...QUESTIONS.flatMap(({ kind }, question) => {
    const answer = given.get(question)
    if (kind === 'triad') return [0, 1, 2].map((part) => (answer ? String(answer.shares![part]) : ''))
    if (!answer) return ['']
    return [kind === 'slider' ? String(answer.value) : kind === 'multi' ? answer.ticks!.map((tick) => OPTIONS[tick]!).join('|') : OPTIONS[answer.option!]!]
  })]
}

export function mappingOf(): Mapping {
  const options = OPTIONS.map((key) => ({ key, label: key, values: [] }))
  const asked = (key: string) => ({ key, title: key, na: [] })
  return {
    duiding: 'import-mapping', version: 1, name: 'bench',
    file: { delimiter: ';', encoding: 'utf-8', headerRows: 1, sheet: null, decimal: 'either', group: null, wave: null, na: ['n.v.t.'], blank: [] },
    columns: [
      { column: 'bron', role: 'sourceId' }, { column: 'groep', role: 'group' }, { column: 'dag', role: 'collectedOn', date: 'y-m-d' }, { column: 'verhaal', role: 'storyText' },
      ...QUESTIONS.flatMap(({ key, kind }): Mapping['columns'] => (kind === 'triad'
        ? [0, 1, 2].map((anchor) => ({ column: `${key}_${anchor}`, role: 'answer' as const, signifier: key, part: { is: 'share' as const, anchor } }))
        : [{ column: key, role: 'answer' as const, signifier: key, part: { is: 'value' as const } }]))
    ],
    signifiers: QUESTIONS.map(({ key, kind }) => {
      switch (kind) {
        case 'slider': return { ...asked(key), kind, anchors: ['niet', 'wel'], scale: { from: 0, to: 100 } }
        case 'triad': return { ...asked(key), kind, anchors: ['boven', 'links', 'rechts'], whole: 100, top: 'share' }
        case 'multi': return { ...asked(key), kind, options, unknown: 'problem', delimiter: '|', ticked: [], unticked: [] }
        case 'likert': return { ...asked(key), kind, options, unknown: 'problem', highLast: true }
        case 'choice': return { ...asked(key), kind, options, unknown: 'problem' }
      }
    })
  }
}
