// Do two scores of the same story rise together, in rank only: Spearman's rho and Kendall's tau-b.
import { straightLine, tOfCorrelation } from './correlation.ts'
import { normalTwoSided } from './distributions.ts'
import { ok, undefinedBecause, type Extended, type Outcome, type Values } from './outcome.ts'
import { midranks, tieSizes } from './ranks.ts'
import { isConstant, presentPairs, sum } from './sums.ts'

export interface CorrelationSpearman {
  n: number
  rho: number
  t: Extended
  df: number
  /** t approximation on midranks. */
  pT: number
  /** Over all orders; null above 8 pairs and with ties. */
  pExact: number | null
}

export interface CorrelationKendall {
  n: number
  tauB: number
  z: number
  pNormal: number
  /** From the Mahonian counts; null from 50 pairs on and with ties. */
  pExact: number | null
}

/** Spearman 1904: Pearson's r of the midranks. Undefined: empty, tooFew (under three pairs), noVariation, invalidInput. */
export function correlationSpearman({ x, y }: { x: Values, y: Values }): Outcome<CorrelationSpearman> {
  if (x.length !== y.length) return undefinedBecause('invalidInput')
  const pairs = presentPairs(x, y)
  const [ranksX, ranksY] = [midranks(pairs.x), midranks(pairs.y)]
  const line = straightLine(ranksX, ranksY)
  if ('status' in line) return line
  const { t, df, p } = tOfCorrelation(line)
  const exact = line.n <= 8 && !hasTies(pairs.x) && !hasTies(pairs.y)
  return ok({ n: line.n, rho: line.r, t, df, pT: p, pExact: exact ? spearmanExact(ranksX, ranksY) : null })
}

/**
 * Kendall 1970: tau-b, with the variance of S corrected for ties.
 * Undefined: empty, tooFew (under two pairs), noVariation, invalidInput.
 */
export function correlationKendall({ x, y }: { x: Values, y: Values }): Outcome<CorrelationKendall> {
  if (x.length !== y.length) return undefinedBecause('invalidInput')
  const pairs = presentPairs(x, y)
  const n = pairs.x.length
  if (n === 0) return undefinedBecause('empty')
  if (n < 2) return undefinedBecause('tooFew')
  if (isConstant(pairs.x) || isConstant(pairs.y)) return undefinedBecause('noVariation')
  const s = concordance(pairs.x, pairs.y)
  const [tiesX, tiesY] = [tieSizes(pairs.x), tieSizes(pairs.y)]
  const all = n * (n - 1) / 2
  const untied = (ties: number[]): number => all - sum(ties.map(t => t * (t - 1) / 2))
  const z = s / Math.sqrt(varianceOfS(n, tiesX, tiesY))
  const exact = n < 50 && !hasTies(pairs.x) && !hasTies(pairs.y)
  return ok({
    n,
    tauB: s / Math.sqrt(untied(tiesX)) / Math.sqrt(untied(tiesY)),
    z,
    pNormal: normalTwoSided(z),
    pExact: exact ? kendallExact(n, s) : null
  })
}

function hasTies(values: readonly number[]): boolean {
  return new Set(values).size < values.length
}

/** P(|ρ| ≥ |ρ seen|) by walking all orders; Σ(difference of ranks)² decides, its mean is (n³ − n)/6. */
function spearmanExact(ranksX: readonly number[], ranksY: readonly number[]): number {
  const n = ranksX.length
  const centre = (n ** 3 - n) / 6
  const away = Math.abs(sum(ranksX.map((rank, i) => (rank - ranksY[i]!) ** 2)) - centre)
  let [far, all] = [0, 0]
  const walk = (place: number, left: number[], distance: number): void => {
    if (left.length === 0) {
      all++
      if (Math.abs(distance - centre) >= away) far++
      return
    }
    left.forEach((rank, i) => walk(place + 1, left.toSpliced(i, 1), distance + (rank - place) ** 2))
  }
  walk(1, ranksX.map((_, i) => i + 1), 0)
  return far / all
}

/**
 * Pairs of stories in the same order minus pairs in the opposite order (Knight 1966): in order of x, ties by y, the opposite pairs
 * are the swaps that sorting y by merging takes.
 */
function concordance(x: readonly number[], y: readonly number[]): number {
  const order = x.map((_, i) => i).toSorted((a, b) => x[a]! - x[b]! || y[a]! - y[b]!)
  const opposite = swapsToSort(order.map(i => y[i]!))
  const tied = (sizes: number[]): number => sum(sizes.map(t => t * (t - 1) / 2))
  const ranksY = midranks(y)
  // A pair of midranks as one number; doubled they are whole and at most 2n.
  const both = tieSizes(midranks(x).map((rank, i) => 2 * rank * (2 * x.length + 1) + 2 * ranksY[i]!))
  return tied([x.length]) - tied(tieSizes(x)) - tied(tieSizes(y)) + tied(both) - 2 * opposite
}

function varianceOfS(n: number, tiesX: number[], tiesY: number[]): number {
  const over = (ties: number[], term: (t: number) => number): number => sum(ties.map(term))
  const [large, pair, triple] = [(t: number) => t * (t - 1) * (2 * t + 5), (t: number) => t * (t - 1), (t: number) => t * (t - 1) * (t - 2)]
  const main = (large(n) - over(tiesX, large) - over(tiesY, large)) / 18
  const pairs = over(tiesX, pair) * over(tiesY, pair) / (2 * pair(n))
  const triples = n > 2 ? over(tiesX, triple) * over(tiesY, triple) / (9 * triple(n)) : 0
  return main + pairs + triples
}

/** P(|S| ≥ |s|): the number of inversions of a random order is Mahonian; shares instead of counts keep 49! at bay. */
function kendallExact(n: number, s: number): number {
  const most = n * (n - 1) / 2
  let shares = [1]
  for (let size = 2; size <= n; size++) {
    const next = Array.from({ length: size * (size - 1) / 2 + 1 }, () => 0)
    shares.forEach((share, inversions) => {
      for (let more = 0; more < size; more++) next[inversions + more]! += share / size
    })
    shares = next
  }
  const away = Math.abs(s)
  return Math.min(1, sum(shares.filter((_, inversions) => Math.abs(most - 2 * inversions) >= away)))
}

/** How many neighbours a merge sort swaps: pairs (earlier, later) of which the earlier is larger. */
function swapsToSort(values: readonly number[]): number {
  let [from, to] = [[...values], [...values]]
  let swaps = 0
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width) {
      const [middle, end] = [Math.min(start + width, values.length), Math.min(start + 2 * width, values.length)]
      for (let left = start, right = middle, at = start; at < end; at++) {
        if (left < middle && (right >= end || from[left]! <= from[right]!)) to[at] = from[left++]!
        else {
          to[at] = from[right++]!
          swaps += middle - left
        }
      }
    }
    [from, to] = [to, from]
  }
  return swaps
}
