// Fisher's exact test of a 2×2 table, with the odds ratio and its exact interval.
import { extended, ok, undefinedBecause, type Extended, type Outcome } from './outcome.ts'
import { sum } from './sums.ts'
import { isUndefined, isWhole, reduceTable, type CountTable } from './table.ts'

export interface Fisher2x2 {
  /** Sum over the tables that are no more likely than the one seen (R's rule, with its slack of 1e-7 on ties). */
  pTwoSided: number
  /** P(first cell ≤ seen). */
  pLess: number
  /** P(first cell ≥ seen). */
  pGreater: number
  /** a·d/(b·c). */
  oddsRatioSample: Extended
  /** Conditional maximum likelihood: the odds ratio whose mean first cell is the one seen. */
  oddsRatioCmle: Extended
  /** Conditional exact interval, (1 − conf)/2 on either side. */
  ciLow: Extended
  ciHigh: Extended
}

/** The first cell given all margins: P(x) is proportional to weights[x − low]·ωˣ; logs are their logarithms, which never underflow. */
interface Hypergeometric { low: number, high: number, weights: number[], logs: number[] }

const TIE_SLACK = 1 + 1e-7

/**
 * Whole counts, [[a, b], [c, d]].
 * Undefined: empty, oneCategory (an empty row or column), invalidInput (not 2×2, negative or broken counts).
 */
export function fisher2x2({ table, conf = 0.95 }: { table: CountTable, conf?: number }): Outcome<Fisher2x2> {
  if (table.length !== 2 || table.some(row => row.length !== 2) || !(conf > 0 && conf < 1)) return undefinedBecause('invalidInput')
  const reduced = reduceTable(table)
  if (isUndefined(reduced)) return reduced
  if (!isWhole(reduced)) return undefinedBecause('invalidInput')
  const [a, b, c, d] = reduced.counts.flat() as [number, number, number, number]
  const margins = hypergeometric(a + b, c + d, a + c)
  const seen = margins.weights[a - margins.low]!
  const total = sum(margins.weights)
  const alpha = 1 - conf
  return ok({
    pTwoSided: Math.min(1, sum(margins.weights.filter(weight => weight <= seen * TIE_SLACK)) / total),
    pLess: Math.min(1, sum(margins.weights.slice(0, a - margins.low + 1)) / total),
    pGreater: Math.min(1, sum(margins.weights.slice(a - margins.low)) / total),
    oddsRatioSample: extended(a * d / (b * c)),
    oddsRatioCmle: extended(likeliestOdds(margins, a)),
    ciLow: extended(a === margins.low ? 0 : oddsWhere(margins, at => upperShare(at, a - margins.low), alpha / 2)),
    ciHigh: extended(a === margins.high ? Infinity : oddsWhere(margins, at => -lowerShare(at, a - margins.low), -alpha / 2))
  })
}

/** Weights by the ratio of neighbours from the mode outward, so that no factorial is needed and the largest weight is 1. */
function hypergeometric(rowOne: number, rowTwo: number, colOne: number): Hypergeometric {
  const low = Math.max(0, colOne - rowTwo)
  const high = Math.min(rowOne, colOne)
  const mode = Math.min(high, Math.max(low, Math.floor((rowOne + 1) * (colOne + 1) / (rowOne + rowTwo + 2))))
  const weights = Array.from({ length: high - low + 1 }, () => 1)
  const logs = weights.map(() => 0)
  const fill = (at: number, from: number, ratio: number): void => {
    weights[at - low] = weights[from - low]! * ratio
    logs[at - low] = logs[from - low]! + Math.log(ratio)
  }
  for (let x = mode; x < high; x++) fill(x + 1, x, stepUp(x, rowOne, rowTwo, colOne))
  for (let x = mode; x > low; x--) fill(x - 1, x, 1 / stepUp(x - 1, rowOne, rowTwo, colOne))
  return { low, high, weights, logs }
}

/** P(x + 1)/P(x). */
function stepUp(x: number, rowOne: number, rowTwo: number, colOne: number): number {
  return (rowOne - x) * (colOne - x) / ((x + 1) * (rowTwo - colOne + x + 1))
}

function likeliestOdds(margins: Hypergeometric, a: number): number {
  if (a === margins.low) return 0
  if (a === margins.high) return Infinity
  return oddsWhere(margins, at => sum(at.map((share, i) => share * (margins.low + i))), a)
}

/** The odds ratio at which a rising measure of the tilted distribution reaches a target, by bisection on its logarithm. */
function oddsWhere(margins: Hypergeometric, measure: (shares: number[]) => number, target: number): number {
  let [low, high] = [-1, 1]
  while (measure(tilted(margins, low)) > target && low > -1500) low *= 2
  while (measure(tilted(margins, high)) < target && high < 1500) high *= 2
  for (let round = 0; round < 100; round++) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) break
    if (measure(tilted(margins, middle)) < target) low = middle
    else high = middle
  }
  return Math.exp((low + high) / 2)
}

/** Shares of each first cell when the log odds ratio is `logOdds`; logarithms keep extreme odds from overflowing. */
function tilted(margins: Hypergeometric, logOdds: number): number[] {
  const logs = margins.logs.map((log, i) => log + (margins.low + i) * logOdds)
  const top = logs.reduce((most, log) => Math.max(most, log), -Infinity)
  const scaled = logs.map(log => Math.exp(log - top))
  const total = sum(scaled)
  return scaled.map(share => share / total)
}

function upperShare(shares: number[], from: number): number {
  return sum(shares.slice(from))
}

function lowerShare(shares: number[], to: number): number {
  return sum(shares.slice(0, to + 1))
}
