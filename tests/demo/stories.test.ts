// The gate for every story of the sample: its words, its marks, and that no two stories lean on each other.
import { describe, expect, test } from 'vitest'
import { readMarks } from '../../demo/marks.ts'
import { readStories } from '../../demo/read-stories.ts'

const stories = readStories()

const PLACEHOLDERS = ['naam', 'naam organisatie', 'naam hulpverleenster', 'familielid', 'vereniging', 'plaats', 'school', 'datum',
  'leeftijd', 'diagnose', 'beroep']

/** Countries, languages, days and feasts, letters that stand for a condition, what a child calls things, the invented town itself. */
const CAPITALS = new Set(`FAS Demostad Nederland Nederlands Nederlandse Engels English Dutch Frans Eritrea Ghana Twi Somalische Kerst Ramadan Jezus Tuesday Sunday Nachts I A
  VT VO GI Raad VOTS MUHP GGZ HV HA IB MDO POH PGB SEH KNO CB CJG OTS UHP LVB SWV LPA SO VSO MT DUO WW UWV VSV OPP TLV JB MS APK ADHD ADD PTSS EMDR ASS POP-poli Down A-diploma T-shirt Kees Straat Enge Kat Ma-ma-maandag`.split(/\s+/))

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

const runsOf = (text: string, length: number): Set<string> => {
  const words = wordsOf(text)
  return new Set(words.slice(0, Math.max(0, words.length - length + 1)).map((_, at) => words.slice(at, at + length).join(' ')))
}

/** Pairs of stories with the words they share, as runs of `length` words. */
function sharedRuns(texts: { id: string; text: string }[], length: number): string[] {
  const seen = new Map<string, string>()
  const shared: string[] = []
  for (const { id, text } of texts) {
    for (const run of runsOf(text, length)) {
      const other = seen.get(run)
      if (other !== undefined && other !== id) shared.push(`${other} and ${id}: ${run}`)
      seen.set(run, id)
    }
  }
  return shared
}

function nearDuplicates(texts: { id: string; text: string }[], limit: number): string[] {
  const runs = texts.map(({ id, text }) => ({ id, runs: runsOf(text, 5) }))
  return runs.flatMap((a, at) => runs.slice(at + 1).flatMap((b) => {
    const both = [...a.runs].filter((run) => b.runs.has(run)).length
    return both / (a.runs.size + b.runs.size - both) >= limit ? [`${a.id} and ${b.id}`] : []
  }))
}

const strangePlaceholders = (text: string): string[] => [...text.matchAll(/<([^>]*)>?/g)].map((found) =>
  found[1]!.replace(/ \d+$/, '')).filter((name) => !PLACEHOLDERS.includes(name))

describe('the words', () => {
  test('no story is nearly another, and no eight words in a row stand in two stories', () => {
    expect(nearDuplicates(stories, 0.2)).toEqual([])
    expect(sharedRuns(stories, 8)).toEqual([])
  })

  test('the gate bites: a copied story and a copied sentence are found', () => {
    const [first, second] = [stories[0]!, stories[1]!]
    const copy = { id: 'copy', text: `${first.text.slice(40)} Zo was het.` }
    expect(nearDuplicates([first, second, copy], 0.2)).toEqual([`${first.id} and copy`])
    const borrowed = { id: 'borrowed', text: `Heel iets anders. ${wordsOf(first.text).slice(10, 18).join(' ')}` }
    expect(sharedRuns([first, borrowed], 8)).toHaveLength(1)
  })

  test('placeholders come from the vocabulary only', () => {
    expect(stories.flatMap(({ id, text }) => strangePlaceholders(text).map((name) => `${id}: <${name}>`))).toEqual([])
    expect(strangePlaceholders('<naam 2> van <vereniging> zag <Jan> en <naam')).toEqual(['Jan'])
  })

  test('no person, place or organisation is named: capitals inside a sentence are words that may have one', () => {
    const capitals = (text: string): string[] => [...text.matchAll(/(?<=[\p{L}\p{N},;)’'"] ['"‘“(]?)\p{Lu}[\p{L}'’-]*/gu)]
      .filter(({ index }) => !/[.!?:]['"’]?\s*$|['"‘“]$/.test(text.slice(0, index))).map(([word]) => word)
    const strange = stories.flatMap(({ id, text }) => capitals(text).filter((word) => !CAPITALS.has(word) && !CAPITALS.has(word.split(/[-’']/)[0]!)).map((word) => `${id}: ${word}`))
    expect(strange).toEqual([])
    expect(capitals('Toen belde Jan naar Utrecht. Zij zei: Kom. "Ga", zei Piet')).toEqual(['Jan', 'Utrecht', 'Piet'])
  })

  const lengthsOf = (group: string): number[] => stories.filter((story) => story.group === group && story.id !== 'G-008' && story.id !== 'G-100')
    .map(({ text }) => text.split(/\s+/).length)

  test('lengths: the planned extremes of 12 and 900 words, the others between 25 and 420', () => {
    const planned = ['G-008', 'G-100'].map((id) => stories.find((story) => story.id === id)!.text.split(/\s+/).length)
    expect(planned.map((words) => [12, 900].some((plan) => Math.abs(words - plan) <= plan / 50))).toEqual([true, true])
    expect([...lengthsOf('gezinnen'), ...lengthsOf('medewerkers')].filter((words) => words < 25 || words > 420)).toEqual([])
  })

  test('lengths spread as they do where people write for themselves: most within the plan, some of a few lines, some that run on', () => {
    const spread = (lengths: number[], low: number, high: number) => {
      const mean = lengths.reduce((sum, words) => sum + words, 0) / lengths.length
      const deviation = Math.sqrt(lengths.reduce((sum, words) => sum + (words - mean) ** 2, 0) / (lengths.length - 1))
      const share = (fits: (words: number) => boolean) => lengths.filter(fits).length / lengths.length
      return { mean: mean >= low && mean <= high, deviation: deviation >= 30, within: share((words) => words >= low && words <= high) >= 0.7,
        fewLines: share((words) => words < 90) >= 0.04, runsOn: share((words) => words > 230) >= 0.01 }
    }
    const asPlanned = { mean: true, deviation: true, within: true, fewLines: true, runsOn: true }
    expect(spread(lengthsOf('gezinnen'), 90, 220)).toEqual(asPlanned)
    expect(spread(lengthsOf('medewerkers'), 100, 300)).toEqual(asPlanned)
    expect(spread(Array.from({ length: 20 }, (_, at) => 150 + at), 90, 220)).toEqual({ ...asPlanned, deviation: false, fewLines: false, runsOn: false })
  })

  test('the texture of what people send: emoji, several paragraphs, a quote in a quote, placeholders, English', () => {
    const withIt = (pattern: RegExp) => stories.filter(({ text }) => pattern.test(text)).length
    const found = { emoji: withIt(/\p{Extended_Pictographic}/u), paragraphs: withIt(/\n\n/), quoteInQuote: withIt(/"[^"]*(?<=\s)'[^'"]+'[^"]*"/),
      placeholders: withIt(/<naam( \d)?>/), english: stories.filter(({ facts }) => facts['taal'] === 'en').length }
    expect(Object.fromEntries(Object.entries(found).map(([what, count]) => [what, count >= 2]))).toEqual(
      { emoji: true, paragraphs: true, quoteInQuote: true, placeholders: true, english: true })
    expect(found.english).toBe(2)
  })

  test('no two stories open with the same four words or close with the same three', () => {
    const ends = (pick: (words: string[]) => string[]) => stories.map(({ text }) => pick(wordsOf(text)).join(' '))
    const double = (list: string[]) => list.filter((one, at) => list.indexOf(one) !== at)
    expect(double(ends((words) => words.slice(0, 4)))).toEqual([])
    expect(double(ends((words) => words.slice(-3)))).toEqual([])
  })
})

describe('marks', () => {
  test('marks nest and overlap, and the words keep their places', () => {
    const read = readMarks('X', 'Een {klik}zin {school:A}met{/klik} twee{/school} 😅 {angst,ass:AB+}marken{/}.')
    expect(read.text).toBe('Een zin met twee 😅 marken.')
    expect(read.marks).toEqual([
      { code: 'klik', start: 4, end: 11, coders: null, agreed: true },
      { code: 'school', start: 8, end: 16, coders: ['A'], agreed: false },
      { code: 'angst', start: 20, end: 26, coders: ['A', 'B'], agreed: true },
      { code: 'ass', start: 20, end: 26, coders: ['A', 'B'], agreed: true }
    ])
  })

  test.each([
    ['{klik}open', 'X: klik is not closed'],
    ['dicht{/klik}', 'X: {/klik} closes nothing'],
    ['{klik} {/}', 'X: klik holds no words'],
    ['{Klik}woord{/}', 'X: {/} closes nothing']
  ])('%s is refused', (body, sentence) => {
    expect(() => readMarks('X', body)).toThrow(sentence)
  })
})
