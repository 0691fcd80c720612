// Chi-square for fragments that come in clusters (stories, tellers): Rao & Scott 1984, second order, as R's svychisq with "F".
import { chi2Independence } from './chi-square.ts'
import { fisherUpper } from './distributions.ts'
import { multiply, solve, trace, transpose, type Matrix } from './matrix.ts'
import { ok, undefinedBecause, type Outcome } from './outcome.ts'

export type Category = string | number

/** Cluster, row, column. */
type Fragment = readonly [Category, Category, Category]

export interface RaoScott {
  n: number
  nClusters: number
  /** What Pearson would say if the fragments were independent. */
  pearsonStatistic: number
  pearsonP: number
  /** trace(Δ)/((r − 1)(c − 1)): how many times too large Pearson's statistic is. */
  meanDeff: number
  /** X²/trace(Δ). */
  f: number
  /** trace(Δ)²/trace(Δ²), and that times (clusters − 1). */
  ndf: number
  ddf: number
  p: number
}

/**
 * One row per fragment: [cluster, row, column]; a row with a null is dropped. Clusters count as drawn with replacement.
 * Undefined: empty, oneCategory, tooFew (under three clusters, or too few fragments for the size of the table), noVariation.
 */
export function raoScott({ rows }: { rows: readonly (readonly [Category | null, Category | null, Category | null])[] }): Outcome<RaoScott> {
  const complete = rows.filter((row): row is Fragment => row.length === 3 && row.every(part => part !== null))
  if (complete.length === 0) return undefinedBecause('empty')
  const clusters = distinct(complete.map(row => row[0]))
  const rowNames = distinct(complete.map(row => row[1]))
  const colNames = distinct(complete.map(row => row[2]))
  const [r, c, n] = [rowNames.length, colNames.length, complete.length]
  const cells = clusterCells(complete, clusters, rowNames, colNames)
  const totals = Array.from({ length: r * c }, (_, cell) => cells.reduce((total, counts) => total + counts[cell]!, 0))
  const pearson = chi2Independence({ table: rowNames.map((_, i) => totals.slice(i * c, (i + 1) * c)) })
  if (pearson.status === 'undefined') return pearson
  if (clusters.length < 3) return undefinedBecause('tooFew')
  const delta = designEffects(cells, totals, r, c, n)
  if (delta === null) return undefinedBecause('tooFew')
  const effect = trace(delta)
  if (!(effect > 1e-12)) return undefinedBecause('noVariation')
  const f = pearson.statistic / effect
  const ndf = effect ** 2 / trace(multiply(delta, delta))
  const ddf = ndf * (clusters.length - 1)
  return ok({
    n,
    nClusters: clusters.length,
    pearsonStatistic: pearson.statistic,
    pearsonP: pearson.p,
    meanDeff: effect / ((r - 1) * (c - 1)),
    f,
    ndf,
    ddf,
    p: fisherUpper(f, ndf, ddf)
  })
}

function distinct(values: readonly Category[]): Category[] {
  return [...new Set(values)].toSorted((a, b) => typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1)
}

/** Per cluster the counts of all cells, row after row. */
function clusterCells(rows: readonly Fragment[], clusters: Category[], rowNames: Category[], colNames: Category[]): number[][] {
  const places = (names: Category[]): Map<Category, number> => new Map(names.map((name, place) => [name, place]))
  const [cluster, row, col] = [places(clusters), places(rowNames), places(colNames)] as const
  const cells = clusters.map(() => Array.from({ length: rowNames.length * colNames.length }, () => 0))
  for (const [k, i, j] of rows) cells[cluster.get(k)!]![row.get(i)! * colNames.length + col.get(j)!]! += 1
  return cells
}

/**
 * Δ = (C'D⁻¹C/n)⁻¹ · C'D⁻¹VD⁻¹C: C are the interaction contrasts, D the cell shares, V their covariance over clusters. Null when
 * empty cells leave nothing to solve.
 */
function designEffects(cells: readonly number[][], totals: readonly number[], r: number, c: number, n: number): Matrix | null {
  const contrasts = interactionContrasts(r, c)
  const inverse = totals.map(total => total === 0 ? 0 : n / total)
  const scaled = contrasts.map((row, cell) => row.map(value => value * inverse[cell]!))
  const denominator = multiply(transpose(contrasts), scaled).map(row => row.map(value => value / n))
  // Each cluster's part of the error of the shares, already turned into contrasts: C'D⁻¹z, so that V need not be built.
  const parts = cells.map(counts => {
    const size = counts.reduce((total, count) => total + count, 0)
    const errors = counts.map((count, cell) => (count - size * totals[cell]! / n) / n)
    return multiply([errors], scaled)[0]!
  })
  const factor = cells.length / (cells.length - 1)
  const numerator = multiply(transpose(parts), parts).map(row => row.map(value => value * factor))
  return solve(denominator, numerator)
}

/** A column per pair (row i against the last, column j against the last); rows are the cells. */
function interactionContrasts(r: number, c: number): Matrix {
  const side = (place: number, wanted: number, last: number): number => place === wanted ? 1 : place === last ? -1 : 0
  return Array.from({ length: r * c }, (_, cell) => Array.from({ length: (r - 1) * (c - 1) }, (_unused, pair) =>
    side(Math.floor(cell / c), Math.floor(pair / (c - 1)), r - 1) * side(cell % c, pair % (c - 1), c - 1)))
}
