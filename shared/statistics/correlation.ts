// Do two scores of the same story go together: by value (Pearson), with a yes/no (point-biserial).
import { normalCritical, studentTwoSided } from './distributions.ts'
import { extended, ok, undefinedBecause, type Extended, type Outcome, type Undefined, type Values } from './outcome.ts'
import { isConstant, mean, presentPairs, sum } from './sums.ts'

export interface CorrelationPearson {
  /** Pairs with both scores. */
  n: number
  r: number
  t: Extended
  df: number
  p: number
  /** Fisher's z (1921); null with three pairs. */
  ciLow: number | null
  ciHigh: number | null
}

export interface PointBiserial {
  n: number
  n1: number
  n0: number
  mean1: number
  mean0: number
  /** Positive when group 1 is higher. */
  rPb: number
  t: Extended
  df: number
  p: number
}

/**
 * Pearson's r. Undefined: empty, tooFew (under three pairs), noVariation (one side constant), invalidInput (unequal lengths).
 */
export function correlationPearson({ x, y, conf = 0.95 }: { x: Values, y: Values, conf?: number }): Outcome<CorrelationPearson> {
  if (!(conf > 0 && conf < 1)) return undefinedBecause('invalidInput')
  const line = straightLine(x, y)
  if ('status' in line) return line
  const { n, r } = line
  const reach = n > 3 ? normalCritical(conf) / Math.sqrt(n - 3) : null
  return ok({
    n,
    r,
    ...tOfCorrelation(line),
    ciLow: reach === null ? null : Math.tanh(Math.atanh(r) - reach),
    ciHigh: reach === null ? null : Math.tanh(Math.atanh(r) + reach)
  })
}

/**
 * Pearson's r with a group of zeros and ones.
 * Undefined: empty, tooFew (under three pairs), oneCategory (one group empty), noVariation, invalidInput (unequal lengths, another group number).
 */
export function pointBiserial({ group, values }: { group: Values, values: Values }): Outcome<PointBiserial> {
  if (group.some(value => value !== null && value !== 0 && value !== 1)) return undefinedBecause('invalidInput')
  const line = straightLine(group, values)
  const pairs = presentPairs(group, values)
  if (pairs.x.length > 2 && isConstant(pairs.x)) return undefinedBecause('oneCategory')
  if ('status' in line) return line
  const [ones, zeros] = [1, 0].map(wanted => pairs.y.filter((_, i) => pairs.x[i] === wanted)) as [number[], number[]]
  return ok({
    n: line.n,
    n1: ones.length,
    n0: zeros.length,
    mean1: mean(ones),
    mean0: mean(zeros),
    rPb: line.r,
    ...tOfCorrelation(line)
  })
}

/** r with 1 − r² found apart, from the distances to the line: near ±1 the difference would have lost its digits. */
export interface StraightLine { n: number, r: number, unexplained: number }

export function straightLine(x: Values, y: Values): StraightLine | Undefined {
  if (x.length !== y.length) return undefinedBecause('invalidInput')
  const pairs = presentPairs(x, y)
  const n = pairs.x.length
  if (n === 0) return undefinedBecause('empty')
  if (n < 3) return undefinedBecause('tooFew')
  if (isConstant(pairs.x) || isConstant(pairs.y)) return undefinedBecause('noVariation')
  const [dx, dy] = [fromMean(pairs.x), fromMean(pairs.y)]
  const [sxx, syy] = [sum(dx.map(d => d * d)), sum(dy.map(d => d * d))]
  const sxy = sum(dx.map((d, i) => d * dy[i]!))
  const slope = sxy / sxx
  const unexplained = sum(dy.map((d, i) => (d - slope * dx[i]!) ** 2)) / syy
  // Distances of a few roundings are a perfect line.
  if (unexplained < 1e-28) return { n, r: Math.sign(sxy), unexplained: 0 }
  return { n, r: Math.max(-1, Math.min(1, sxy / (Math.sqrt(sxx) * Math.sqrt(syy)))), unexplained }
}

/** t = r·√((n − 2)/(1 − r²)). */
export function tOfCorrelation({ n, r, unexplained }: StraightLine): { t: Extended, df: number, p: number } {
  const df = n - 2
  const t = r * Math.sqrt(df / unexplained)
  return { t: extended(t), df, p: studentTwoSided(t, df) }
}

function fromMean(values: readonly number[]): number[] {
  const centre = mean(values)
  return values.map(value => value - centre)
}
