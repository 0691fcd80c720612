// The chi-square test of a table of counts: does the row tell anything about the column?
import { chiSquareUpper, normalTwoSided } from './distributions.ts'
import { finiteOrNull, ok, type Outcome } from './outcome.ts'
import { sum } from './sums.ts'
import { atGivenPlaces, isUndefined, reduceTable, type CountTable, type ReducedTable } from './table.ts'

export interface ChiSquare {
  n: number
  df: number
  statistic: number
  p: number
  /** Yates 1934, 2×2 only; the correction of ½ never exceeds |O − E|. */
  statisticYates: number | null
  pYates: number | null
  /** Likelihood ratio 2·ΣO·ln(O/E). */
  gStatistic: number
  gP: number
  /** √(X²/(n·(min(r, c) − 1))). */
  cramersV: number
  /** Bergsma 2013, never above the plain V; null when the table is too small to correct. */
  cramersVBc: number | null
  /** √(X²/n), Cohen 1988. */
  cohensW: number
  minExpected: number
  /** Share (0–1) of the cells with an expected count under 5. */
  shareExpectedLt5: number
  /** These three have the shape of the table as given; null in an empty row or column. */
  expected: (number | null)[][]
  /** (O − E)/√E. */
  pearsonResiduals: (number | null)[][]
  /** Haberman 1973: the Pearson residual divided by √((1 − r/n)(1 − c/n)). */
  adjustedResiduals: (number | null)[][]
  /** 0-based places in the table as given. */
  droppedRows: number[]
  droppedCols: number[]
  /** [row, col] where p < .05 and the adjusted residual is over 4 either way. */
  flaggedAdjustedGt4: [number, number][]
  /** [row, col] where p < .05 and the squared adjusted residual is at least 4. */
  flaggedAdjustedSqGe4: [number, number][]
}

/**
 * Pearson's chi-square over the rows and columns that are not empty. Counts are of independent things: stories, not fragments.
 * Undefined: empty, oneCategory (under two rows or columns left), invalidInput.
 */
export function chi2Independence({ table }: { table: CountTable }): Outcome<ChiSquare> {
  const reduced = reduceTable(table)
  if (isUndefined(reduced)) return reduced
  const { n, counts } = reduced
  const expected = expectedCounts(reduced)
  const [r, c] = [reduced.rows.length, reduced.cols.length]
  const df = (r - 1) * (c - 1)
  const statistic = sum(cellwise(counts, expected, (o, e) => (o - e) ** 2 / e).flat())
  const p = chiSquareUpper(statistic, df)
  const statisticYates = r === 2 && c === 2 ? yates(counts, expected) : null
  const gStatistic = Math.max(0, 2 * sum(cellwise(counts, expected, (o, e) => o === 0 ? 0 : o * Math.log(o / e)).flat()))
  const adjusted = adjustedResiduals(reduced, expected)
  const cells = expected.flat()
  return ok({
    n,
    df,
    statistic,
    p,
    statisticYates,
    pYates: statisticYates === null ? null : chiSquareUpper(statisticYates, 1),
    gStatistic,
    gP: chiSquareUpper(gStatistic, df),
    cramersV: Math.sqrt(statistic / (n * (Math.min(r, c) - 1))),
    cramersVBc: correctedV(statistic, n, r, c),
    cohensW: Math.sqrt(statistic / n),
    minExpected: Math.min(...cells),
    shareExpectedLt5: cells.filter(e => e < 5).length / cells.length,
    expected: atGivenPlaces(reduced, expected),
    pearsonResiduals: atGivenPlaces(reduced, cellwise(counts, expected, (o, e) => (o - e) / Math.sqrt(e))),
    adjustedResiduals: atGivenPlaces(reduced, adjusted),
    droppedRows: reduced.droppedRows,
    droppedCols: reduced.droppedCols,
    flaggedAdjustedGt4: flagged(reduced, adjusted, p, z => Math.abs(z) > 4),
    flaggedAdjustedSqGe4: flagged(reduced, adjusted, p, z => z * z >= 4)
  })
}

/** Two-sided p of one adjusted residual, which is standard normal when row and column are unrelated. */
export function adjustedResidualP(residual: number): number {
  return normalTwoSided(residual)
}

/** What each cell would hold if row and column were unrelated. */
export function expectedCounts({ rowTotals, colTotals, n }: ReducedTable): number[][] {
  return rowTotals.map(row => colTotals.map(col => row * col / n))
}

function cellwise(counts: number[][], expected: number[][], cell: (o: number, e: number) => number): number[][] {
  return counts.map((row, i) => row.map((o, j) => cell(o, expected[i]![j]!)))
}

function yates(counts: number[][], expected: number[][]): number {
  // Within a 2×2 table every |O − E| is the same; the least of them guards against rounding.
  const apart = Math.min(...cellwise(counts, expected, (o, e) => Math.abs(o - e)).flat())
  const correction = Math.min(0.5, apart)
  return sum(cellwise(counts, expected, (o, e) => (Math.abs(o - e) - correction) ** 2 / e).flat())
}

function adjustedResiduals({ counts, rowTotals, colTotals, n }: ReducedTable, expected: number[][]): number[][] {
  return counts.map((row, i) => row.map((o, j) => {
    const e = expected[i]![j]!
    return (o - e) / Math.sqrt(e * ((n - rowTotals[i]!) / n) * ((n - colTotals[j]!) / n))
  }))
}

function correctedV(statistic: number, n: number, r: number, c: number): number | null {
  const phi = Math.max(0, statistic / n - (r - 1) * (c - 1) / (n - 1))
  const side = Math.min(r - (r - 1) ** 2 / (n - 1), c - (c - 1) ** 2 / (n - 1)) - 1
  return side > 0 ? finiteOrNull(Math.sqrt(phi / side)) : null
}

function flagged(reduced: ReducedTable, adjusted: number[][], p: number, stands: (z: number) => boolean): [number, number][] {
  if (!(p < 0.05)) return []
  return adjusted.flatMap((row, i) => row.flatMap((z, j): [number, number][] =>
    stands(z) ? [[reduced.rows[i]!, reduced.cols[j]!]] : []))
}
