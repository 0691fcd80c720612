// What every set of columns is made of: heads, and for each story the columns it falls in.
import type { ColumnFace, Measure } from '../shared/contract/crosstab.ts'
import { Refusal } from '../shared/errors.ts'

export type ColumnHead = { key: string; face: ColumnFace; value: boolean }

/** `scores`: by place of the story, NaN where there is none. */
export type MeasuredScale = Pick<Measure, 'key' | 'is' | 'name'> & { scores: Float64Array }

/**
 * Heads, and the columns of each story: of place p those in `list` from `starts[p]` up to `starts[p + 1]`. With `coders` the columns
 * are a fact about the coding, not the story: the column of each coder, by local number; then `list` is empty.
 */
export type ColumnSet = {
  heads: ColumnHead[]
  starts: Int32Array
  list: Int16Array
  columnsAre: 'single' | 'ordered' | 'several' | 'none'
  coders: Map<number, number> | null
  measures: MeasuredScale[]
}

/** At most so many columns: a table nobody can read is a slip in the settings. */
export const MOST_COLUMNS = 120

/** Sorts (story, column) pairs by story; a pair that comes twice counts once. */
export function gather(size: number, pairs: readonly (readonly [story: number, column: number])[]): Pick<ColumnSet, 'starts' | 'list'> {
  const starts = new Int32Array(size + 1)
  for (const [story] of pairs) starts[story + 1]!++
  for (let at = 0; at < size; at++) starts[at + 1]! += starts[at]!
  const next = starts.slice()
  const list = new Int16Array(pairs.length)
  for (const [story, column] of pairs) list[next[story]!++] = column
  return { starts, list }
}

/** One column for each story. */
export function inOne(size: number, columnOf: (story: number) => number): Pick<ColumnSet, 'starts' | 'list'> {
  const [starts, list] = [new Int32Array(size + 1), new Int16Array(size)]
  for (let at = 0; at < size; at++) {
    starts[at + 1] = at + 1
    list[at] = columnOf(at)
  }
  return { starts, list }
}

/** Columns for the periods that occur, in order of time; null falls in the state. */
export function periodHeads(periods: readonly (string | null)[], state: 'unknown' | 'blank'): Pick<ColumnSet, 'heads' | 'starts' | 'list' | 'columnsAre'> {
  const known = [...new Set(periods)].filter((period) => period !== null).toSorted()
  if (known.length > MOST_COLUMNS) throw new Refusal('invalid_input', 'crosstab.too_many_columns', { columns: known.length })
  const columnOf = new Map(known.map((period, at) => [period, at]))
  const heads: ColumnHead[] = known.map((period) => ({ key: period, face: { is: 'period', period }, value: true }))
  if (periods.includes(null)) heads.push({ key: state, face: { is: state }, value: false })
  return { heads, ...inOne(periods.length, (at) => columnOf.get(periods[at] ?? '') ?? heads.length - 1), columnsAre: 'ordered' }
}

/** 2024-03, 2024-Q1 or 2024 of an ISO day; null when there is none. */
export function periodOf(day: string | null, by: 'month' | 'quarter' | 'year'): string | null {
  if (day === null || !/^\d{4}-\d{2}/.test(day)) return null
  if (by === 'year') return day.slice(0, 4)
  return by === 'month' ? day.slice(0, 7) : `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}
