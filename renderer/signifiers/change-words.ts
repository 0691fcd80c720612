// What changed between two waves, in sentences and as a table.
import type { Apart, Change, PairedTest } from '../../shared/contract/change.ts'
import type { Sheet } from '../../shared/contract/table.ts'
import { LEAST_FOR_PERCENT } from '../charts/numbers.ts'
import { faceWords } from '../filter/face-words.ts'
import { chanceIs } from '../i18n/chance-words.ts'
import type { Formats } from '../i18n/format.ts'
import type { Say } from '../i18n/say.ts'
import type { Signifier } from './choices.ts'

export interface ChangeWords { say: Say<'change'>, table: Say<'crosstab'>, format: Formats, signifier: Signifier }
type Measure = Change['measures'][number]
type Column = Change['columns'][number]

export const sideName = (side: Change['sides'][number], { say }: ChangeWords): string => (side.wave === null ? say('none') : side.name)
export const answerName = (column: Column, { table, format, signifier }: ChangeWords): string => faceWords(column.face, { say: table, format, signifier })
export const measureName = (measure: Measure, { say }: ChangeWords): string => (measure.is === 'x' || measure.is === 'y' ? say(`measure.${measure.is}`) : measure.is === 'share' ? measure.name : '')

/** "+4,8": a difference always says which way; shares in points of a hundred. */
export const signed = (value: number, decimals: number, { format }: ChangeWords): string => `${value > 0 ? '+' : ''}${format.number(value, decimals)}`
export const points = (share: number): number => Math.round(share * 1000) / 10

/** Steps of a Likert are small, points of a scale are not. */
const decimalsOf = (measure: Measure): number => (measure.is === 'likert' ? 2 : 1)

/** How all stories of both waves differ on a scale: sentences. */
export function apartWords(measure: Measure, words: ChangeWords): string[] {
  const { say, format } = words
  const { apart, first, second } = measure
  const decimals = decimalsOf(measure)
  const both = first.mean === null || second.mean === null ? [] : [say('means', { from: format.number(first.mean, decimals), to: format.number(second.mean, decimals), n1: format.number(first.n), n2: format.number(second.n) })]
  if (apart.is === 'refused') return [...both, ...(apart.reason === 'parts' ? [] : [say(`refused.${apart.reason}`, { n: apart.n })])]
  return [...both, say('apart', { difference: signed(apart.difference, decimals, words), low: signed(apart.low, decimals, words), high: signed(apart.high, decimals, words) }), ...(apart.by === 'teller' ? [say('byTeller')] : [])]
}

/** How the same tellers changed on a scale. */
export function withinWords(measure: Measure, family: number, words: ChangeWords): string[] {
  const { say, format } = words
  const { within } = measure
  const went = within.pairs === 0 ? [] : [say('went', { pairs: format.number(within.pairs), up: format.number(within.up), same: format.number(within.same), down: format.number(within.down) })]
  return [...went, ...testWords(within.test, decimalsOf(measure), family, words)]
}

/** How the middle of a triad went, of the same tellers. */
export function placeWords(place: NonNullable<Change['place']>, family: number, words: ChangeWords): string[] {
  const { say, format, signifier } = words
  const shares = (middle: readonly number[]): string => format.list(middle.map((share, at) => `${signifier.anchors[at] ?? ''} ${format.number(share)}`))
  const went = place.pairs === 0 ? [] : [say('place', { pairs: format.number(place.pairs), from: shares(place.first), to: shares(place.second) })]
  return [...went, ...testWords(place.test, 1, family, words)]
}

function testWords(test: PairedTest, decimals: number, family: number, words: ChangeWords): string[] {
  const { say } = words
  if (test.is === 'refused') return test.reason === 'parts' ? [] : [say(`pairs.${test.reason}`)]
  return [
    test.low === null || test.high === null ? say('moved', { difference: words.format.number(test.difference, decimals) }) : say('changed', { difference: signed(test.difference, decimals, words), low: signed(test.low, decimals, words), high: signed(test.high, decimals, words) }),
    chanceSentence(test.p, words), ...(family > 1 ? [say('adjusted', { count: family, p: chanceIs(test.adjusted, words.format) })] : [])
  ]
}

const chanceSentence = (p: number, { say }: ChangeWords): string => (p < 0.01 ? say('chance.less') : say('chance', { times: Math.round(p * 100) }))

/** A difference of shares with its interval, in points of a hundred; or why there is none. */
export function shareWords(apart: Apart, words: ChangeWords): string {
  if (apart.is === 'refused') return '–'
  const [low, high] = [points(apart.low), points(apart.high)]
  return words.say('share', { difference: signed(points(apart.difference), 1, words), low: signed(low, 1, words), high: signed(high, 1, words) })
}

/** How many p this answer holds: the family that is held to account together. */
export const familyOf = ({ measures, columns, place }: Change): number =>
  [...measures.map(({ within }) => within.test), ...columns.map(({ within }) => within.test), ...(place ? [place.test] : [])].filter(({ is }) => is === 'told').length

/** The same as rows of a spreadsheet, with nothing rounded away that a reader may want. */
export function changeSheet(change: Change, words: ChangeWords): Sheet {
  const { say } = words
  const [first, second] = change.sides.map(side => sideName(side, words)) as [string, string]
  const told = (apart: Apart, scale: number): (number | null)[] => (apart.is === 'told' ? [apart.difference, apart.low, apart.high].map(value => tidy(value * scale)) : [null, null, null])
  const test = (of: PairedTest, scale: number): (number | null)[] => (of.is === 'told' ? [tidy(of.difference * scale), of.low === null ? null : tidy(of.low * scale), of.high === null ? null : tidy(of.high * scale), of.p, of.adjusted] : [null, null, null, null, null])
  const percent = ({ with: count, of }: Column['first']): number | null => (of >= LEAST_FOR_PERCENT ? tidy(count / of * 100) : null)
  const pairHeads = ['sheet.pairs', 'sheet.change', 'sheet.low', 'sheet.high', 'sheet.p', 'sheet.adjusted'] as const
  return {
    name: say('sheet'),
    headings: [say('sheet.answer'), `${first} – n`, `${first} – ${say('sheet.figure')}`, `${second} – n`, `${second} – ${say('sheet.figure')}`, say('sheet.difference'), say('sheet.low'), say('sheet.high'), ...pairHeads.map(key => say('sheet.same', { what: say(key) }))],
    rows: [
      ...change.measures.map(measure => [measureName(measure, words) || say('measure.mean'), measure.first.n, tidy(measure.first.mean), measure.second.n, tidy(measure.second.mean), ...told(measure.apart, 1), measure.within.pairs, ...test(measure.within.test, 1)]),
      ...(change.place ? [[say('sheet.place'), null, null, null, null, null, null, null, change.place.pairs, ...test(change.place.test, 1)]] : []),
      ...change.columns.map(column => [`${answerName(column, words)} (%)`, column.first.with, percent(column.first), column.second.with, percent(column.second), ...told(column.apart, 100), column.within.pairs, ...test(column.within.test, 100)])
    ]
  }
}

function tidy(value: number): number
function tidy(value: number | null): number | null
function tidy(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1e4) / 1e4
}
