// One cell of the table: do the stories of that column bear the code more or less often than all others that answered?
import type { Crosstab, CrosstabRow, Effect, RefusedTest, Testing } from '../contract/crosstab.ts'
import { adjustedResidualP, fisherP, pAdjust, proportionDifference } from '../statistics/index.ts'
import { LEAST_GROUP, LEAST_STORIES } from './row-test.ts'

/** noValue: the column is no answer (n.v.t., blank). byTeller: some tellers told several stories, which counts alone do not tell. */
export type CellTest =
  | { is: 'refused', reason: RefusedTest | 'noValue' | 'byTeller', n: number, effect: Effect | null }
  | { is: 'tested', method: 'fisher' | 'chi2', n: number, p: number, /** Over all cells of the table that can be tested. */ adjusted: number, cells: number, minExpected: number, effect: Effect }

type Table = Pick<Crosstab, 'columns' | 'columnsAre' | 'severalTold' | 'rows'>
type Cells = [a: number, b: number, c: number, d: number]

/** For columns of which a story stands in one; where it may stand in several, each column has its own test already. */
export function testCell(table: Table, row: CrosstabRow, at: number, adjust: Testing['adjust']): CellTest {
  const cells = cellsOf(row, at)
  const n = cells.reduce((sum, count) => sum + count, 0)
  const refused = table.columns[at]!.value ? refusalOf(table, row, at) : 'noValue'
  const effect = refused === null || refused === 'byTeller' ? effectOf(table.columns[at]!.key, cells) : null
  if (refused !== null || effect === null) return { is: 'refused', reason: refused ?? 'noVariation', n, effect }
  const values = table.columns.flatMap(({ value }, column) => (value ? [column] : []))
  // Of two columns the one says what the other says.
  const told = values.length === 2 ? [at] : values
  const all = table.rows.flatMap((other) => told.flatMap((column) => (refusalOf(table, other, column) === null ? [{ other, column, p: chanceOf(cellsOf(other, column)) }] : [])))
  const outcome = pAdjust({ p: all.map(({ p }) => p), method: adjust })
  const here = all.findIndex(({ other, column }) => other === row && column === at)
  const { p } = all[here]!
  return { is: 'tested', method: isSmall(cells) ? 'fisher' : 'chi2', n, p, adjusted: (outcome.status === 'ok' ? outcome.adjusted[here] : null) ?? p, cells: all.length, minExpected: leastExpected(cells), effect }
}

/** Stories of the column with and without the code, then those of all other columns of values. */
function cellsOf({ valid, with: yes, without: no }: CrosstabRow, at: number): Cells {
  return [yes[at]!, no[at]!, valid.with - yes[at]!, valid.without - no[at]!]
}

function refusalOf({ columnsAre, severalTold }: Table, { valid, ...row }: CrosstabRow, at: number): RefusedTest | 'byTeller' | null {
  if (columnsAre === 'none') return 'notIndependent'
  const [yes, no] = [valid.with, valid.without]
  if (yes + no < LEAST_STORIES) return 'fewStories'
  if (yes < LEAST_GROUP || no < LEAST_GROUP) return 'smallGroup'
  const here = row.with[at]! + row.without[at]!
  if (here < LEAST_GROUP || yes + no - here < LEAST_GROUP) return 'smallGroup'
  return severalTold ? 'byTeller' : null
}

const isSmall = (cells: Cells): boolean => leastExpected(cells) < 5
const leastExpected = ([a, b, c, d]: Cells): number => Math.min(a + b, c + d) * Math.min(a + c, b + d) / (a + b + c + d)

/** Exact where an expected count is under 5; else from the adjusted residual, whose square is X² of these four cells. */
function chanceOf(cells: Cells): number {
  if (isSmall(cells)) return fisherP(cells)
  const [a, b, c, d] = cells
  const n = a + b + c + d
  return adjustedResidualP((a * d - b * c) * Math.sqrt(n / ((a + b) * (c + d) * (a + c) * (b + d))))
}

function effectOf(column: string, [a, b, c, d]: Cells): Effect | null {
  const [here, elsewhere] = [{ with: a, of: a + b }, { with: c, of: c + d }]
  const apart = proportionDifference({ x1: here.with, n1: here.of, x2: elsewhere.with, n2: elsewhere.of })
  return apart.status === 'ok' ? { column, here, elsewhere, difference: apart.difference, low: apart.low, high: apart.high } : null
}
