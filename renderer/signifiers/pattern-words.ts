// A pattern in words: its parts, who was counted, the one plain sentence under it, and its numbers as a table.
import type { Pattern, PatternPart } from '../../shared/contract/pattern.ts'
import type { Sheet } from '../../shared/contract/table.ts'
import { LEAST_GROUP } from '../../shared/crosstab/row-test.ts'
import { LEAST_FOR_PERCENT } from '../charts/numbers.ts'
import { faceWords } from '../filter/face-words.ts'
import type { Formats } from '../i18n/format.ts'
import type { Say } from '../i18n/say.ts'
import type { Signifier } from './choices.ts'

export interface Words { say: Say<'patterns'>, table: Say<'crosstab'>, format: Formats, signifier: Signifier, /** The question it was split by. */ splitBy: Signifier | null, /** It was split by wave: what is of none has a name of its own. */ byWave: boolean, /** Stones without one chosen: what counts is that any stone was placed. */ isWhole: boolean }

export function partWords(part: PatternPart, { say, table, format, splitBy, byWave }: Words): string {
  const { face } = part
  if (face.is === 'all') return ''
  if (byWave && face.is === 'unknown') return say('part.noWave')
  return face.is === 'code' ? say(`part.${face.side}`, { code: face.name }) : faceWords(face, { say: table, format, signifier: splitBy })
}

export const columnName = (pattern: Pattern, at: number, { table, format, signifier }: Words): string => faceWords(pattern.columns[at]!.face, { say: table, format, signifier })

/** "n = 98 van 100 verhalen · n.v.t. 2": what every picture says of who is in it. */
export function captionOf(part: PatternPart, pattern: Pattern, { say, format, isWhole }: Words): string {
  const name = (key: 'n.na' | 'n.blank' | 'n.notAsked' | 'n.aside', count: number) => (count > 0 ? [say(key, { count: format.number(count) })] : [])
  return [
    say('n.valid', { valid: format.number(part.valid + (isWhole ? part.aside : 0)), n: format.number(part.stories) }), ...name('n.aside', isWhole ? 0 : part.aside), ...name('n.na', part.na), ...name('n.blank', part.blank), ...name('n.notAsked', part.notAsked),
    ...(pattern.several ? [say('n.several')] : []), ...(pattern.about.blind ? [say('n.blind')] : [])
  ].join(' · ')
}

/** Values only, without n.v.t., blanks and the like; steps of a scale from low to high. */
export const valueColumns = ({ columns }: Pattern): number[] => columns.flatMap(({ value }, at) => (value ? [at] : []))

export const isNotAsked = (part: PatternPart): boolean => part.stories > 0 && part.notAsked === part.stories

/** One plain sentence on one part; '' where nothing can be said. */
export function sentenceOf(part: PatternPart, pattern: Pattern, middle: 'arithmetic' | 'geometric', words: Words): string {
  const { say, format, signifier } = words
  if (part.valid === 0) return ''
  const [first] = part.scores
  const hasMean = signifier.kind === 'slider' || signifier.kind === 'number' || signifier.kind === 'triad' || signifier.kind === 'stones'
  if (hasMean && part.valid < LEAST_GROUP) return say('sentence.few', { count: part.valid })
  switch (signifier.kind) {
    case 'likert': {
      const ends = endsOf(part, pattern)
      if (!ends) return ''
      if (part.valid < LEAST_FOR_PERCENT) return say('sentence.likert.few', { top: ends.top, bottom: ends.bottom, n: part.valid })
      return say('sentence.likert', { top: format.percent(ends.top / part.valid), topCount: ends.top, bottom: format.percent(ends.bottom / part.valid), bottomCount: ends.bottom, n: part.valid })
    }
    case 'multi': return say(part.mentions > part.valid ? 'sentence.multi' : 'sentence.multi.once', { mentions: format.number(part.mentions), stories: format.number(part.valid) })
    case 'slider': case 'number': {
      if (!first || first.mean === null) return ''
      const shown = middle === 'geometric' && part.middle ? part.middle.geometric[1]! : first.mean
      const figures = { mean: format.number(shown, 1), median: format.number(first.median ?? 0, 1), sd: first.sd === null ? '–' : format.number(first.sd, 1) }
      return say(middle === 'geometric' && part.middle ? 'sentence.geometric' : 'sentence.scale', figures) + zerosWords(part, middle, words)
    }
    case 'triad': {
      if (!part.middle) return ''
      const shares = part.middle[middle].map((share, at) => `${signifier.anchors[at] ?? ''} ${format.number(share)}`)
      return say(`sentence.triad.${middle}`, { shares: format.list(shares) }) + zerosWords(part, middle, words)
    }
    default: return ''
  }
}

/** How many gave one of the two highest, and of the two lowest steps; null for a scale of fewer than four. */
function endsOf(part: PatternPart, pattern: Pattern): { top: number, bottom: number } | null {
  const counts = valueColumns(pattern).map(at => part.counts[at]!)
  return counts.length < 4 ? null : { top: counts.at(-1)! + counts.at(-2)!, bottom: counts[0]! + counts[1]! }
}

/** A sentence for every part of a question in steps, and how far two parts lie apart; none for other questions. */
export function sentencesOf(pattern: Pattern, words: Words): string[] {
  const { say, format, signifier } = words
  const told = pattern.parts.filter(({ valid }) => valid > 0)
  if (signifier.kind !== 'likert') return []
  const [first, second, ...more] = told.map(part => ({ name: partWords(part, words), n: part.valid, ends: endsOf(part, pattern) }))
  const isPair = first?.ends && second?.ends && more.length === 0 && Math.min(first.n, second.n) >= LEAST_FOR_PERCENT
  const apart = isPair ? [say('sentence.apart', { points: format.number(Math.abs(first.ends!.top / first.n - second.ends!.top / second.n) * 100), first: first.name, second: second.name })] : []
  return [...told.map(part => `${partWords(part, words)}. ${sentenceOf(part, pattern, 'arithmetic', words)}`), ...apart]
}

const zerosWords = ({ middle }: PatternPart, kind: 'arithmetic' | 'geometric', { say, format }: Words): string =>
  (kind === 'geometric' && middle && middle.delta !== null ? ` ${say('sentence.zeros', { count: middle.zeros, delta: format.number(middle.delta, 1) })}` : '')

/** The same numbers as rows: an answer each, for every part its count and its per cent of those who answered. */
export function tableOf(pattern: Pattern, words: Words): Sheet {
  const { say, format, signifier } = words
  const parts = pattern.parts.map(part => ({ part, name: partWords(part, words) }))
  const head = (name: string, what: string) => (name ? `${name} – ${what}` : what)
  const rows: Sheet['rows'] = pattern.columns.map((column, at) => [
    columnName(pattern, at, words), ...parts.flatMap(({ part }) => [part.counts[at]!, column.value && part.valid >= LEAST_FOR_PERCENT ? Math.round(part.counts[at]! / part.valid * 1000) / 10 : null])
  ])
  const line = (name: string, figure: (part: PatternPart) => number | null): Sheet['rows'][number] => [name, ...parts.flatMap(({ part }) => [figure(part), null])]
  const rounded = (value: number | null | undefined): number | null => (value === null || value === undefined ? null : Math.round(value * 100) / 100)
  const measures = pattern.measures.flatMap((measure, at) => (['mean', 'median', 'sd'] as const).map(what => line(measureWords(measure, what, words), part => rounded(part.scores[at]?.[what]))))
  const stones = signifier.stones.flatMap((stone, at) => (['placed', 'x', 'y'] as const).flatMap(what => {
    const value = (part: PatternPart) => (what === 'placed' ? part.stones[at]?.placed ?? null : rounded(part.stones[at]?.[what]?.mean))
    return parts.some(({ part }) => value(part) !== null) ? [line(say(`table.${what}`, { stone: stone.name }), value)] : []
  }))
  return {
    name: say('table.sheet'), headings: [say('table.answer'), ...parts.flatMap(({ name }) => [head(name, say('table.stories')), head(name, say('table.percent'))])],
    rows: [...rows, line(say('table.valid'), part => part.valid), ...(pattern.several ? [line(say('table.mentions'), part => part.mentions)] : []), ...measures, ...stones,
      ...(parts.some(({ part }) => part.middle) ? middleRows(pattern, line, words, format) : [])]
  }
}

function measureWords({ is, name }: Pattern['measures'][number], what: 'mean' | 'median' | 'sd', { say }: Words): string {
  const of = is === 'share' ? `“${name}” ` : is === 'x' ? `${name} → ` : is === 'y' ? `${name} ↑ ` : ''
  return `${of}${say(`table.${what}`)}`
}

function middleRows(pattern: Pattern, line: (name: string, figure: (part: PatternPart) => number | null) => Sheet['rows'][number], { say, signifier }: Words, format: Formats): Sheet['rows'] {
  const delta = pattern.parts.find(({ middle }) => middle && middle.delta !== null)?.middle?.delta
  const names = signifier.kind === 'triad' ? signifier.anchors : signifier.anchors.slice(1)
  return names.map((name, at) => line(`${say('table.geometric', { name })}${delta === undefined || delta === null ? '' : ` (0 = ${format.number(delta, 1)})`}`, part => {
    const share = part.middle?.geometric[signifier.kind === 'triad' ? at : 1]
    return share === undefined ? null : Math.round(share * 100) / 100
  }))
}
