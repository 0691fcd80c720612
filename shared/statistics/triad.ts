// The middle and the spread of a cloud of triad answers: parts of a whole, of which only the ratios carry information.
import { ok, undefinedBecause, type Outcome } from './outcome.ts'
import { mean, sum, variance } from './sums.ts'

export type Shares = [number, number, number]

export interface TriadSummary {
  n: number
  /** Points on a corner or an edge. */
  nWithZero: number
  /** The "middle spot": shares, sum 1. */
  arithmeticMean: Shares
  /** Closed geometric mean (Aitchison 1986). This and the next three are null when a point has a zero and no zeroDelta is given. */
  geometricMean: Shares | null
  /** Mean of the centred log-ratios. */
  clrMean: Shares | null
  /** Egozcue 2003: [(c1 − c2)/√2, (c1 + c2 − 2·c3)/√6] of clrMean. */
  ilrMean: [number, number] | null
  /** Σ var(clr), divisor n − 1; null with one point. */
  totalVariance: number | null
}

/**
 * Points are closed to 1 whatever they sum to; null, incomplete and all-zero points are dropped. Zeros become `zeroDelta` (a share,
 * 0–⅓), the other parts shrink by 1 − zeros·δ (Martín-Fernández 2003).
 * Undefined: empty, invalidInput (a negative part, δ outside 0–⅓).
 */
export function triadSummary({ points, zeroDelta = null }: {
  points: readonly (readonly (number | null)[] | null)[], zeroDelta?: number | null
}): Outcome<TriadSummary> {
  if (zeroDelta !== null && !(zeroDelta > 0 && zeroDelta < 1 / 3)) return undefinedBecause('invalidInput')
  const complete = points.filter(isComplete)
  if (complete.some(point => point.some(part => part < 0))) return undefinedBecause('invalidInput')
  const closed = complete.filter(point => sum(point) > 0).map(close)
  const n = closed.length
  if (n === 0) return undefinedBecause('empty')
  const nWithZero = closed.filter(point => point.includes(0)).length
  return ok({
    n,
    nWithZero,
    arithmeticMean: perPart(closed, mean),
    ...(nWithZero === 0 || zeroDelta !== null
      ? logRatios(closed.map(point => withoutZeros(point, zeroDelta ?? 0)))
      : { geometricMean: null, clrMean: null, ilrMean: null, totalVariance: null })
  })
}

function isComplete(point: readonly (number | null)[] | null): point is number[] {
  return point !== null && point.length === 3 && point.every(part => part !== null && Number.isFinite(part))
}

function logRatios(points: readonly Shares[]): Pick<TriadSummary, 'geometricMean' | 'clrMean' | 'ilrMean' | 'totalVariance'> {
  const ratios = points.map(centredLogRatio)
  const clrMean = perPart(ratios, mean)
  const [a, b, c] = clrMean
  return {
    geometricMean: close(clrMean.map(Math.exp)),
    clrMean,
    ilrMean: [(a - b) / Math.SQRT2, (a + b - 2 * c) / Math.sqrt(6)],
    totalVariance: points.length > 1 ? sum(perPart(ratios, variance)) : null
  }
}

function close(parts: readonly number[]): Shares {
  const whole = sum(parts)
  return parts.map(part => part / whole) as Shares
}

function withoutZeros(point: Shares, delta: number): Shares {
  const zeros = point.filter(part => part === 0).length
  return point.map(part => part === 0 ? delta : part * (1 - zeros * delta)) as Shares
}

function centredLogRatio(point: Shares): Shares {
  const logs = point.map(Math.log)
  const centre = sum(logs) / 3
  return logs.map(log => log - centre) as Shares
}

function perPart(points: readonly Shares[], figure: (parts: number[]) => number): Shares {
  return [0, 1, 2].map(part => figure(points.map(point => point[part]!))) as Shares
}
