// One percentage: how sure it is, what a sample of this size can show, how large a sample must be.
import { betaQuantile, normalCritical } from './distributions.ts'
import { ok, undefinedBecause, type Outcome } from './outcome.ts'

export interface ProportionInterval {
  estimate: number
  /** Wilson 1927 without continuity correction; exactly 0 at x = 0 and 1 at x = n. */
  wilsonLow: number
  wilsonHigh: number
  /** Clopper & Pearson 1934. */
  exactLow: number
  exactHigh: number
}

/** Shares 0–1 of x out of n. Undefined: empty (n = 0), invalidInput (not whole, x > n, conf outside 0–1). */
export function proportionCi({ x, n, conf = 0.95 }: { x: number, n: number, conf?: number }): Outcome<ProportionInterval> {
  if (!isWhole(x) || !isWhole(n) || x > n || !isShare(conf)) return undefinedBecause('invalidInput')
  if (n === 0) return undefinedBecause('empty')
  const wilson = wilsonInterval(x, n, normalCritical(conf))
  const alpha = 1 - conf
  return ok({
    estimate: x / n,
    wilsonLow: wilson.low,
    wilsonHigh: wilson.high,
    exactLow: x === 0 ? 0 : betaQuantile(alpha / 2, x, n - x + 1),
    exactHigh: x === n ? 1 : 1 - betaQuantile(alpha / 2, n - x, x + 1)
  })
}

export interface ProportionDifference {
  estimate1: number
  estimate2: number
  /** First − second. */
  difference: number
  low: number
  high: number
}

/**
 * Two shares 0–1 of different stories and how far they lie apart: Newcombe 1998, method 10, from the two Wilson intervals.
 * Undefined: empty (n1 or n2 is 0), invalidInput.
 */
export function proportionDifference({ x1, n1, x2, n2, conf = 0.95 }: {
  x1: number, n1: number, x2: number, n2: number, conf?: number
}): Outcome<ProportionDifference> {
  if (![x1, n1, x2, n2].every(isWhole) || x1 > n1 || x2 > n2 || !isShare(conf)) return undefinedBecause('invalidInput')
  if (n1 === 0 || n2 === 0) return undefinedBecause('empty')
  const z = normalCritical(conf)
  const [first, second] = [wilsonInterval(x1, n1, z), wilsonInterval(x2, n2, z)]
  const [estimate1, estimate2] = [x1 / n1, x2 / n2]
  const difference = estimate1 - estimate2
  return ok({
    estimate1,
    estimate2,
    difference,
    low: difference - Math.hypot(estimate1 - first.low, second.high - estimate2),
    high: difference + Math.hypot(first.high - estimate1, estimate2 - second.low)
  })
}

function wilsonInterval(x: number, n: number, z: number): { low: number, high: number } {
  const share = x / n
  const centre = (share + z * z / (2 * n)) / (1 + z * z / n)
  const reach = z / (1 + z * z / n) * Math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
  return { low: x === 0 ? 0 : centre - reach, high: x === n ? 1 : centre + reach }
}

export interface MarginOfError {
  /** As if the population were endless. */
  moeInfinite: number
  /** Finite population correction √((N − n)/(N − 1)), Cochran 1977; 1 without a population, 0 when everybody took part. */
  fpc: number
  moe: number
}

/**
 * The half width of the interval around a share, 0–1: z·√(p(1 − p)/n)·fpc.
 * Undefined: empty (n = 0), sampleOverPopulation (n > N), invalidInput.
 */
export function marginOfError({ n, population = null, proportion = 0.5, conf = 0.95 }: {
  n: number, population?: number | null, proportion?: number, conf?: number
}): Outcome<MarginOfError> {
  if (!isWhole(n) || !isPopulation(population) || !isProportion(proportion) || !isShare(conf)) return undefinedBecause('invalidInput')
  if (n === 0) return undefinedBecause('empty')
  if (population !== null && n > population) return undefinedBecause('sampleOverPopulation')
  const moeInfinite = normalCritical(conf) * Math.sqrt(proportion * (1 - proportion) / n)
  const fpc = population === null ? 1 : n === population ? 0 : Math.sqrt((population - n) / (population - 1))
  return ok({ moeInfinite, fpc, moe: moeInfinite * fpc })
}

export interface RequiredSampleSize {
  /** The n at which the margin is exactly met. */
  nExact: number
  /** Rounded up. */
  n: number
}

/**
 * The n at which marginOfError gives `moe`: n₀ = z²p(1 − p)/moe², with a population N·n₀/(N − 1 + n₀) (Cochran 1977).
 * Undefined: empty (a population of 0), invalidInput.
 */
export function requiredSampleSize({ population = null, moe, proportion = 0.5, conf = 0.95 }: {
  population?: number | null, moe: number, proportion?: number, conf?: number
}): Outcome<RequiredSampleSize> {
  const usable = moe > 0 && Number.isFinite(moe) && isProportion(proportion) && isShare(conf)
  if (!usable || !isPopulation(population)) return undefinedBecause('invalidInput')
  if (population === 0) return undefinedBecause('empty')
  const endless = normalCritical(conf) ** 2 * proportion * (1 - proportion) / moe ** 2
  const nExact = population === null ? endless : endless === 0 ? 0 : population * endless / (population - 1 + endless)
  // A whole number that rounding lifted by a hair stays itself.
  return ok({ nExact, n: Math.ceil(nExact * (1 - 1e-12)) })
}

function isWhole(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}

function isPopulation(value: number | null): boolean {
  return value === null || isWhole(value)
}

function isProportion(value: number): boolean {
  return value >= 0 && value <= 1
}

function isShare(value: number): boolean {
  return value > 0 && value < 1
}
