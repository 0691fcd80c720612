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

/** The first cell of a 2×2 table lies in low…high once all margins are given. */
interface Margins { rowOne: number, rowTwo: number, colOne: number, low: number, high: number }

/** Weights of the first cells `from`, `from` + 1, …; they are shares once divided by their total. */
interface Weights { from: number, weights: number[], total: number }

const TIE_SLACK = 1 + 1e-7

type Cells = readonly [a: number, b: number, c: number, d: number]

/**
 * Whole counts, [[a, b], [c, d]].
 * Undefined: empty, oneCategory (an empty row or column), invalidInput (not 2×2, negative or broken counts).
 */
export function fisher2x2({ table, conf = 0.95 }: { table: CountTable, conf?: number }): Outcome<Fisher2x2> {
  if (table.length !== 2 || table.some(row => row.length !== 2) || !(conf > 0 && conf < 1)) return undefinedBecause('invalidInput')
  const reduced = reduceTable(table)
  if (isUndefined(reduced)) return reduced
  if (!isWhole(reduced)) return undefinedBecause('invalidInput')
  const cells = reduced.counts.flat() as [number, number, number, number]
  const [a, b, c, d] = cells
  const margins = marginsOf(cells)
  const unrelated = weightsAt(margins, 0, 0)
  const alpha = 1 - conf
  return ok({
    pTwoSided: noLikelier(unrelated, a),
    pLess: atMost(unrelated, a),
    pGreater: atLeast(unrelated, a),
    oddsRatioSample: extended(a * d / (b * c)),
    oddsRatioCmle: extended(likeliestOdds(margins, a)),
    ciLow: extended(a === margins.low ? 0 : oddsWhere(margins, at => atLeast(at, a), alpha / 2)),
    ciHigh: extended(a === margins.high ? Infinity : oddsWhere(margins, at => -atMost(at, a), -alpha / 2))
  })
}

/** The two-sided p alone, for tables of thousands of cells: whole counts a, b, c, d, with no empty row or column. */
export const fisherP = (cells: Cells): number => noLikelier(weightsAt(marginsOf(cells), 0, 0), cells[0])

const marginsOf = ([a, b, c, d]: Cells): Margins => ({ rowOne: a + b, rowTwo: c + d, colOne: a + c, low: Math.max(0, a - d), high: Math.min(a + b, a + c) })

function noLikelier({ from, weights, total }: Weights, a: number): number {
  const seen = weights[a - from] ?? 0
  return Math.min(1, sum(weights.filter(weight => weight <= seen * TIE_SLACK)) / total)
}

/**
 * P(x) is proportional to the hypergeometric weight times e^(x·logOdds). By the ratio of neighbours from the mode (weight 1) outward,
 * so that no factorial is needed, as far as weights are over `least`.
 */
function weightsAt(margins: Margins, logOdds: number, least: number): Weights {
  const mode = modeAt(margins, logOdds)
  const up: number[] = []
  for (let x = mode, weight = 1; x < margins.high; x++) {
    weight *= Math.exp(logStepUp(margins, x, logOdds))
    if (!(weight > least)) break
    up.push(weight)
  }
  const down: number[] = []
  for (let x = mode, weight = 1; x > margins.low; x--) {
    weight *= Math.exp(-logStepUp(margins, x - 1, logOdds))
    if (!(weight > least)) break
    down.push(weight)
  }
  const weights = [...down.toReversed(), 1, ...up]
  return { from: mode - down.length, weights, total: sum(weights) }
}

/** ln of P(x + 1)/P(x); it falls with x. */
function logStepUp({ rowOne, rowTwo, colOne }: Margins, x: number, logOdds: number): number {
  return Math.log((rowOne - x) * (colOne - x) / ((x + 1) * (rowTwo - colOne + x + 1))) + logOdds
}

function modeAt(margins: Margins, logOdds: number): number {
  let [low, high] = [margins.low, margins.high]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (logStepUp(margins, middle, logOdds) > 0) low = middle + 1
    else high = middle
  }
  return low
}

function likeliestOdds(margins: Margins, a: number): number {
  if (a === margins.low) return 0
  if (a === margins.high) return Infinity
  return oddsWhere(margins, ({ from, weights, total }) => sum(weights.map((weight, i) => weight * (from + i))) / total, a)
}

/** The odds ratio at which a rising measure of the tilted distribution reaches a target, by bisection on its logarithm. */
function oddsWhere(margins: Margins, measure: (weights: Weights) => number, target: number): number {
  const at = (logOdds: number): number => measure(weightsAt(margins, logOdds, 1e-30))
  let [low, high] = [-1, 1]
  while (at(low) > target && low > -1500) low *= 2
  while (at(high) < target && high < 1500) high *= 2
  for (let round = 0; round < 100; round++) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) break
    if (at(middle) < target) low = middle
    else high = middle
  }
  return Math.exp((low + high) / 2)
}

function atLeast({ from, weights, total }: Weights, x: number): number {
  return Math.min(1, sum(weights.slice(Math.max(0, x - from))) / total)
}

function atMost({ from, weights, total }: Weights, x: number): number {
  return Math.min(1, sum(weights.slice(0, Math.max(0, x - from + 1))) / total)
}
