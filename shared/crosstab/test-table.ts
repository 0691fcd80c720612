// The tests of a whole table, out of its counts alone: in the window they run in a worker of its own, so that no reading waits for them.
import type { Crosstab, Testing } from '../contract/crosstab.ts'
import { adjustRows, testRow } from './row-test.ts'

/**
 * The same table with its tests. Not for a table of tellers with several stories (`severalTold`): those tests need the stories one by one.
 * @param told is called after every row with the share (0–1) that is done.
 */
export function testTable(table: Crosstab, { adjust, draws }: Testing, told?: (share: number) => void): Crosstab {
  const tested = table.rows.map((row, at) => {
    const one = testRow({ ...row, columns: table.columns, columnsAre: table.columnsAre, unfinished: row.total.unfinished, cases: null }, draws)
    told?.((at + 1) / table.rows.length)
    return one
  })
  const { rows, tests } = adjustRows(tested, adjust)
  return { ...table, rows: table.rows.map((row, at) => ({ ...row, ...rows[at]! })), tests }
}
