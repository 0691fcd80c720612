// The one engine for comparing groups: the labels of the stories are shuffled and the test is taken again, many times.
import { expectedCounts } from './chi-square.ts'
import { ok, undefinedBecause, type Outcome } from './outcome.ts'
import { DEFAULT_SEED, randomBelow, seededRandom, type Random } from './random.ts'
import { isUndefined, isWhole, reduceTable, type CountTable, type ReducedTable } from './table.ts'

export interface SimulatedP {
  /** (b + 1)/(replicates + 1), so never 0 (Phipson & Smyth 2010). */
  p: number
  /** The error of p by chance of the draws alone. */
  standardError: number
  replicates: number
  seed: number
}

export interface PermutationChi2 extends SimulatedP { statistic: number }

export const DEFAULT_REPLICATES = 9999

/** A draw counts as "at least as extreme" when it misses the statistic seen by rounding alone. */
export const RELATIVE_SLACK = 1e-12

/**
 * Pearson's X² against tables with the same margins: what shuffling the column labels of the stories would give.
 * Counts are whole and of independent stories.
 * Undefined: empty, oneCategory, invalidInput (broken counts, replicates under 1).
 */
export function permutationChi2({ table, replicates = DEFAULT_REPLICATES, seed = DEFAULT_SEED }: {
  table: CountTable, replicates?: number, seed?: number
}): Outcome<PermutationChi2> {
  const reduced = reduceTable(table)
  if (isUndefined(reduced)) return reduced
  if (!isWhole(reduced) || !Number.isSafeInteger(replicates) || replicates < 1) return undefinedBecause('invalidInput')
  const expected = expectedCounts(reduced)
  const statistic = chiSquare(reduced.counts, expected)
  const random = seededRandom(seed)
  const draw = shufflesFaster(reduced) ? shuffled(random, reduced, expected) : () => chiSquare(randomTable(random, reduced), expected)
  const p = simulatedP(replicates, seed, statistic, draw)
  return ok({ statistic, ...p })
}

/** Dealing out a small row story by story beats drawing its cells from their distributions, which cost some fifteen cards each. */
function shufflesFaster({ rowTotals, colTotals }: ReducedTable): boolean {
  return rowTotals.length === 2 && Math.min(...rowTotals) < 15 * colTotals.length
}

/** X² of two rows after dealing the smaller one out of all stories: in a column both cells miss their expected count by the same. */
function shuffled(random: Random, { rowTotals, colTotals, n }: ReducedTable, expected: number[][]): () => number {
  const row = rowTotals[0]! <= rowTotals[1]! ? 0 : 1
  const weights = colTotals.map((_, col) => 1 / expected[0]![col]! + 1 / expected[1]![col]!)
  const deck = Int32Array.from(colTotals.flatMap((count, col) => Array.from({ length: count }, () => col)))
  const dealt = new Int32Array(colTotals.length)
  return () => {
    dealt.fill(0)
    for (let i = 0; i < rowTotals[row]!; i++) {
      const j = i + randomBelow(random, n - i)
      const card = deck[j]!
      deck[j] = deck[i]!
      deck[i] = card
      dealt[card]!++
    }
    let total = 0
    for (let col = 0; col < dealt.length; col++) total += (dealt[col]! - expected[row]![col]!) ** 2 * weights[col]!
    return total
  }
}

/** How often a drawn statistic reaches the one seen. */
export function simulatedP(replicates: number, seed: number, seen: number, draw: () => number): SimulatedP {
  const threshold = seen - Math.abs(seen) * RELATIVE_SLACK
  let reached = 0
  for (let i = 0; i < replicates; i++) if (draw() >= threshold) reached++
  const p = (reached + 1) / (replicates + 1)
  return { p, standardError: Math.sqrt(p * (1 - p) / replicates), replicates, seed }
}

/**
 * A table with the given margins, as likely as a shuffle of the labels would make it (Patefield 1981, AS 159): each cell is
 * drawn from the hypergeometric of what is left, so the work grows with the cells, not with the stories.
 */
export function randomTable(random: Random, { rowTotals, colTotals, n }: Pick<ReducedTable, 'rowTotals' | 'colTotals' | 'n'>): number[][] {
  const left = [...colTotals]
  let rest = n
  return rowTotals.map(rowTotal => {
    let toPlace = rowTotal
    let pool = rest
    rest -= rowTotal
    return left.map((available, col) => {
      const drawn = drawHypergeometric(random, available, pool - available, toPlace)
      pool -= available
      toPlace -= drawn
      left[col] = available - drawn
      return drawn
    })
  })
}

/** How many marked ones are among `draws` taken from `marked` + `plain`: inversion outward from the mode. */
export function drawHypergeometric(random: Random, marked: number, plain: number, draws: number): number {
  const low = Math.max(0, draws - plain)
  const high = Math.min(marked, draws)
  if (low === high) return low
  const mode = Math.min(high, Math.max(low, Math.floor((draws + 1) * (marked + 1) / (marked + plain + 2))))
  const atMode = Math.exp(logHypergeometric(mode, marked, plain, draws))
  let left = random() - atMode
  let [up, down, pUp, pDown] = [mode, mode, atMode, atMode]
  while (left > 0) {
    const canUp = up < high
    const canDown = down > low
    if (!canUp && !canDown) return mode // only rounding is left over
    if (canUp) {
      pUp *= (marked - up) * (draws - up) / ((up + 1) * (plain - draws + up + 1))
      up++
      if ((left -= pUp) <= 0) return up
    }
    if (canDown) {
      pDown *= down * (plain - draws + down) / ((marked - down + 1) * (draws - down + 1))
      down--
      if ((left -= pDown) <= 0) return down
    }
    if (pUp + pDown < 1e-18) return mode
  }
  return mode
}

function logHypergeometric(x: number, marked: number, plain: number, draws: number): number {
  return logChoose(marked, x) + logChoose(plain, draws - x) - logChoose(marked + plain, draws)
}

function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k)
}

const LOG_FACTORIALS: number[] = [0]

/** ln n!, from a table that grows with use up to 1,000 and Stirling's series above (error under 1e-15 there). */
export function logFactorial(n: number): number {
  if (n > 1000) return (n + 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * n) - 1 / (360 * n ** 3)
  for (let k = LOG_FACTORIALS.length; k <= n; k++) LOG_FACTORIALS.push(LOG_FACTORIALS[k - 1]! + Math.log(k))
  return LOG_FACTORIALS[n]!
}

function chiSquare(counts: readonly (readonly number[])[], expected: readonly (readonly number[])[]): number {
  let total = 0
  for (let i = 0; i < counts.length; i++) {
    for (let j = 0; j < counts[i]!.length; j++) total += (counts[i]![j]! - expected[i]![j]!) ** 2 / expected[i]![j]!
  }
  return total
}
