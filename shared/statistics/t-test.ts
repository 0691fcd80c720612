// Do two means differ: Welch (spreads may differ), Student (one common spread), paired (two scores of the same story).
import { studentCritical, studentTwoSided } from './distributions.ts'
import { hedges } from './effect-size.ts'
import { ok, undefinedBecause, type Outcome, type Undefined, type Values } from './outcome.ts'
import { isConstant, mean, present, presentPairs, squaredDeviations, variance } from './sums.ts'

export type TTestVariant = 'welch' | 'student' | 'paired'

export interface TTestInput { x: Values, y: Values, variant?: TTestVariant, conf?: number }

/** diff = x − y, in the unit of the scores, with its interval. */
interface TestOfDifference { diff: number, se: number, t: number, df: number, p: number, ciLow: number, ciHigh: number }

export interface TwoSampleT extends TestOfDifference {
  nX: number
  nY: number
  meanX: number
  meanY: number
  /** Divisor n − 1; null with one value. */
  sdX: number | null
  sdY: number | null
  /** diff ÷ the pooled SD, in both variants; null when the pooled SD does not exist or is 0. */
  cohensD: number | null
  /** Hedges 1981, with nX + nY − 2 degrees of freedom; null with one. */
  hedgesG: number | null
}

export interface PairedT extends TestOfDifference {
  /** Pairs with both scores. */
  n: number
  sdDiff: number
  /** Mean ÷ SD of the differences. */
  cohensDz: number
  /** The same, corrected with n − 1 degrees of freedom; null with one. */
  hedgesGz: number | null
}

/**
 * Welch 1947 with Satterthwaite's degrees of freedom, Student 1908, or paired. Missing scores are dropped, pairs with one side
 * missing too.
 * Undefined: empty, tooFew (Welch needs two a side, Student three in all, paired two pairs), noVariation, invalidInput.
 */
export function tTest(input: TTestInput & { variant: 'paired' }): Outcome<PairedT>
export function tTest(input: TTestInput & { variant?: 'welch' | 'student' }): Outcome<TwoSampleT>
export function tTest(input: TTestInput): Outcome<TwoSampleT> | Outcome<PairedT>
export function tTest({ x, y, variant = 'welch', conf = 0.95 }: TTestInput): Outcome<TwoSampleT> | Outcome<PairedT> {
  if (!(conf > 0 && conf < 1)) return undefinedBecause('invalidInput')
  if (variant === 'paired') return pairedT(x, y, conf)
  return twoSampleT(present(x), present(y), variant, conf)
}

function twoSampleT(x: number[], y: number[], variant: 'welch' | 'student', conf: number): Outcome<TwoSampleT> {
  const spread = variant === 'welch' ? welchSpread(x, y) : studentSpread(x, y)
  if ('status' in spread) return spread
  const [meanX, meanY] = [mean(x), mean(y)]
  const diff = meanX - meanY
  const pooledDf = x.length + y.length - 2
  const pooledSd = Math.sqrt((squaredDeviations(x) + squaredDeviations(y)) / pooledDf)
  const d = pooledSd > 0 ? diff / pooledSd : null
  return ok({
    nX: x.length,
    nY: y.length,
    meanX,
    meanY,
    sdX: x.length > 1 ? Math.sqrt(variance(x)) : null,
    sdY: y.length > 1 ? Math.sqrt(variance(y)) : null,
    ...testOfDifference(diff, spread.se, spread.df, conf),
    cohensD: d,
    hedgesG: d === null ? null : hedges(d, pooledDf)
  })
}

function pairedT(x: Values, y: Values, conf: number): Outcome<PairedT> {
  if (x.length !== y.length) return undefinedBecause('invalidInput')
  const pairs = presentPairs(x, y)
  const differences = pairs.x.map((value, i) => value - pairs.y[i]!)
  const n = differences.length
  if (n === 0) return undefinedBecause('empty')
  if (n < 2) return undefinedBecause('tooFew')
  if (isConstantUpToRounding(differences, [...pairs.x, ...pairs.y])) return undefinedBecause('noVariation')
  const diff = mean(differences)
  const sdDiff = Math.sqrt(variance(differences))
  const dz = diff / sdDiff
  return ok({
    n,
    sdDiff,
    ...testOfDifference(diff, sdDiff / Math.sqrt(n), n - 1, conf),
    cohensDz: dz,
    hedgesGz: hedges(dz, n - 1)
  })
}

function testOfDifference(diff: number, se: number, df: number, conf: number): TestOfDifference {
  const t = diff / se
  const reach = studentCritical(conf, df) * se
  return { diff, se, t, df, p: studentTwoSided(t, df), ciLow: diff - reach, ciHigh: diff + reach }
}

interface Spread { se: number, df: number }

function welchSpread(x: number[], y: number[]): Spread | Undefined {
  if (x.length === 0 || y.length === 0) return undefinedBecause('empty')
  if (x.length < 2 || y.length < 2) return undefinedBecause('tooFew')
  if (isConstant(x) && isConstant(y)) return undefinedBecause('noVariation')
  const [left, right] = [variance(x) / x.length, variance(y) / y.length]
  const df = (left + right) ** 2 / (left ** 2 / (x.length - 1) + right ** 2 / (y.length - 1))
  return { se: Math.sqrt(left + right), df }
}

function studentSpread(x: number[], y: number[]): Spread | Undefined {
  if (x.length === 0 || y.length === 0) return undefinedBecause('empty')
  const df = x.length + y.length - 2
  if (df < 1) return undefinedBecause('tooFew')
  if (isConstant(x) && isConstant(y)) return undefinedBecause('noVariation')
  const pooled = (squaredDeviations(x) + squaredDeviations(y)) / df
  return { se: Math.sqrt(pooled * (1 / x.length + 1 / y.length)), df }
}

/** Scores with decimals (1.1 − 1, 2.1 − 2) differ in their last bit; that is no spread. */
function isConstantUpToRounding(differences: number[], scores: number[]): boolean {
  const largest = scores.reduce((most, score) => Math.max(most, Math.abs(score)), 0)
  return differences.every(difference => Math.abs(difference - differences[0]!) <= 4 * Number.EPSILON * largest)
}
