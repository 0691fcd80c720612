// The rows in the order asked for, pinned ones ahead.
import type { Crosstab, CrosstabRow, RowTest } from '../../shared/contract/crosstab.ts'
import { rowKey, type Choices } from './choices.ts'

/** The smallest adjusted p of a row; null where nothing could be tested. */
export function chanceOf(row: CrosstabRow): Extract<RowTest, { is: 'tested' }> | null {
  return row.tests.reduce<Extract<RowTest, { is: 'tested' }> | null>((best, test) => (test.is === 'tested' && (best === null || test.adjusted < best.adjusted) ? test : best), null)
}

export function orderedRows({ columns, rows }: Crosstab, { sort, pinned }: Pick<Choices, 'sort' | 'pinned'>): CrosstabRow[] {
  const keys = new Set(pinned.map(rowKey))
  const isPinned = (row: CrosstabRow): number => (keys.has(rowKey(row.by)) ? 0 : 1)
  const order = compare()
  return rows.map((row, at) => ({ row, at })).toSorted((a, b) => isPinned(a.row) - isPinned(b.row) || order(a.row, b.row) || a.at - b.at).map(({ row }) => row)

  function compare(): (a: CrosstabRow, b: CrosstabRow) => number {
    switch (sort.is) {
      case 'codebook': return () => 0
      case 'name': return (a, b) => a.name.localeCompare(b.name)
      case 'total': return (a, b) => b.total.count - a.total.count
      case 'chance': return (a, b) => (chanceOf(a)?.adjusted ?? 2) - (chanceOf(b)?.adjusted ?? 2) || (chanceOf(a)?.p ?? 2) - (chanceOf(b)?.p ?? 2)
      case 'column': {
        const at = columns.findIndex(({ key }) => key === sort.column)
        return at < 0 ? () => 0 : (a, b) => b.counts[at]! - a.counts[at]!
      }
    }
  }
}
