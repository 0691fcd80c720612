// A table of counts as the tests need it: rectangular, without its empty rows and columns, those named.
import { undefinedBecause, type Undefined } from './outcome.ts'
import { sum } from './sums.ts'

/** Rows of counts; every row as long as the first. */
export type CountTable = readonly (readonly number[])[]

/** What is left after empty rows and columns are dropped; `rows` and `cols` are 0-based places in the table as given. */
export interface ReducedTable {
  counts: number[][]
  rows: number[]
  cols: number[]
  droppedRows: number[]
  droppedCols: number[]
  rowTotals: number[]
  colTotals: number[]
  n: number
}

/** Undefined: invalidInput (ragged, negative, not finite), empty (nothing counted), oneCategory (under two rows or columns left). */
export function reduceTable(table: CountTable): ReducedTable | Undefined {
  const width = table[0]?.length ?? 0
  if (table.some(row => row.length !== width || row.some(count => !isCount(count)))) return undefinedBecause('invalidInput')
  const rowSums = table.map(sum)
  const colSums = Array.from({ length: width }, (_, col) => sum(table.map(row => row[col]!)))
  const rows = nonZero(rowSums)
  const cols = nonZero(colSums)
  if (rows.length === 0) return undefinedBecause('empty')
  if (rows.length < 2 || cols.length < 2) return undefinedBecause('oneCategory')
  return {
    counts: rows.map(row => cols.map(col => table[row]![col]!)),
    rows,
    cols,
    droppedRows: zero(rowSums),
    droppedCols: zero(colSums),
    rowTotals: rows.map(row => rowSums[row]!),
    colTotals: cols.map(col => colSums[col]!),
    n: sum(rowSums)
  }
}

export function isUndefined(value: object): value is Undefined {
  return 'status' in value && value.status === 'undefined'
}

/** True when every count is whole: what a test that draws stories one by one needs. */
export function isWhole(reduced: ReducedTable): boolean {
  return reduced.counts.every(row => row.every(count => Number.isSafeInteger(count)))
}

/** Cells of the reduced table at their places in the table as given; null in dropped rows and columns. */
export function atGivenPlaces(reduced: ReducedTable, cells: readonly (readonly number[])[]): (number | null)[][] {
  const height = reduced.rows.length + reduced.droppedRows.length
  const width = reduced.cols.length + reduced.droppedCols.length
  const placed: (number | null)[][] = Array.from({ length: height }, () => Array.from({ length: width }, () => null))
  reduced.rows.forEach((row, i) => reduced.cols.forEach((col, j) => { placed[row]![col] = cells[i]![j]! }))
  return placed
}

function isCount(count: number): boolean {
  return Number.isFinite(count) && count >= 0
}

function nonZero(totals: readonly number[]): number[] {
  return totals.flatMap((total, place) => total > 0 ? [place] : [])
}

function zero(totals: readonly number[]): number[] {
  return totals.flatMap((total, place) => total > 0 ? [] : [place])
}
