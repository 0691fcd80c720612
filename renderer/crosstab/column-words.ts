// A column, a row, a number and a cell in words.
import type { Column, Crosstab, CrosstabRow, Unit } from '../../shared/contract/crosstab.ts'
import { faceWords, type FaceWords } from '../filter/face-words.ts'
import type { Say } from '../i18n/say.ts'
import type { Show } from './choices.ts'

export type { Signifier } from '../../shared/contract/signifier.ts'
type Words = FaceWords

/** The heading of a column. */
export const columnWords = ({ face }: Column, words: Words): string => faceWords(face, words)

export const rowWords = ({ name, by }: Pick<CrosstabRow, 'name' | 'by'>, say: Say<'crosstab'>): string =>
  ('theme' in by ? say('rows.themeOf', { theme: name }) : by.branch ? say('rows.branchOf', { code: name }) : name)

/** The base of percentages under this has no percentage: "3 van 7" says more. */
export const LEAST_BASE = 10

/** One number of the table, as chosen: a count, its share of the row or the column, or how many in so many stories or words. */
export function cellFigure(table: Crosstab, row: CrosstabRow, at: number, unit: Unit, show: Show, { say, format }: Omit<Words, 'signifier'>): string {
  const count = row.counts[at]!
  if (show === 'per100' || show === 'per1000') {
    const rate = cellRate(table, row, at, show)
    return rate === null ? '–' : format.number(rate, 1)
  }
  if (show === 'count' || show === 'residual' || !table.columns[at]!.value) return format.number(count)
  const base = show === 'row' ? rowBase(table, row, unit) : row.with[at]! + row.without[at]!
  if (base === 0) return '–'
  return base < LEAST_BASE ? say('of', { count, base }) : format.percent(count / base)
}

/**
 * In a hundred stories, or a thousand words, of the column that were read to the end or bear the code; null under ten stories, and
 * where the words were not counted.
 */
function cellRate({ columns }: Crosstab, row: CrosstabRow, at: number, per: 'per100' | 'per1000'): number | null {
  const stories = row.with[at]! + row.without[at]!
  if (!columns[at]!.value || stories < LEAST_BASE) return null
  if (per === 'per100') return row.counts[at]! / stories * 100
  const words = row.words[at] ?? 0
  return words === 0 ? null : row.counts[at]! / words * 1000
}

/** Of what the row percentages are: stories with the code that have a value; else what was counted in the columns of values. */
export function rowBase(table: Crosstab, row: CrosstabRow, unit: Unit): number {
  return unit === 'story' && !table.columns.some(({ face }) => face.is === 'coder') ? row.valid.with : table.columns.reduce((sum, column, at) => (column.value ? sum + row.counts[at]! : sum), 0)
}

/** At least a quarter, so that a table of many columns is not dark all over and one of equal rows not black. */
export function largestShare(table: Crosstab, unit: Unit): number {
  const shares = table.rows.flatMap(row => {
    const base = rowBase(table, row, unit)
    return base < LEAST_BASE ? [] : table.columns.map((column, at) => (column.value ? row.counts[at]! / base : 0))
  })
  return shares.reduce((most, share) => Math.max(most, share), 0.25)
}

/** "Klik: 12 van de 40 verhalen bij “gezin”, dat is 30 %. Vaker dan je zou verwachten (7 verhalen)." */
export function cellSentence(table: Crosstab, row: CrosstabRow, at: number, unit: Unit, words: Words, isStudy = false): string {
  const { say, format } = words
  const column = columnWords(table.columns[at]!, words)
  const code = rowWords(row, say)
  const [yes, no, unread] = [row.with[at]!, row.without[at]!, row.unread[at]!]
  const parts = [unit === 'story' ? storySentence() : say(`cell.${unit}`, { code, column, count: row.counts[at]!, stories: say('stories', { count: yes }) })]
  const residual = row.residuals[at] ?? null
  if (residual !== null && Math.abs(residual) >= 2) {
    // In study mode what was to be expected is a number of fragments.
    const expected = say(`cell.${residual > 0 ? 'more' : 'less'}${isStudy ? '.study' : ''}`, { expected: format.number(row.expected[at] ?? 0, 1) })
    parts.push(Math.abs(residual) > 4 ? `${say('cell.much')} ${expected}` : expected)
  }
  if (unread > 0) parts.push(say('cell.story.unread', { count: unread }))
  return parts.map(capital).join('. ') + '.'

  function storySentence(): string {
    const base = yes + no
    return base < LEAST_BASE ? say('cell.story', { code, column, with: yes, base }) : say('cell.story.percent', { code, column, with: yes, base, percent: format.percent(yes / base) })
  }
}

const capital = (words: string): string => words.charAt(0).toLocaleUpperCase() + words.slice(1)
