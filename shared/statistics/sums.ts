// Sums that keep their digits: compensated addition and two-pass spread, never Σx² − n·m².
import type { Values } from './outcome.ts'

/** The values that are there, in order. Missing is null; anything not finite counts as missing too. */
export function present(values: Values): number[] {
  return values.filter((value): value is number => value !== null && Number.isFinite(value))
}

/** The pairs of which both sides are there; a pair with one side missing tells nothing. */
export function presentPairs(x: Values, y: Values): { x: number[], y: number[] } {
  const pairs: { x: number[], y: number[] } = { x: [], y: [] }
  for (let i = 0; i < x.length; i++) {
    const [left, right] = [x[i] ?? null, y[i] ?? null]
    if (left === null || right === null || !Number.isFinite(left) || !Number.isFinite(right)) continue
    pairs.x.push(left)
    pairs.y.push(right)
  }
  return pairs
}

/** Neumaier 1974: carries the digits that a plain running sum drops. */
export function sum(values: readonly number[]): number {
  let total = 0
  let lost = 0
  for (const value of values) {
    const next = total + value
    lost += Math.abs(total) >= Math.abs(value) ? (total - next) + value : (value - next) + total
    total = next
  }
  return total + lost
}

/** NaN for an empty list. A list of equal values gives exactly that value. */
export function mean(values: readonly number[]): number {
  if (isConstant(values)) return values[0]!
  const rough = sum(values) / values.length
  return rough + sum(values.map(value => value - rough)) / values.length
}

/** Σ(x − mean)². Exactly 0 when all values are equal. */
export function squaredDeviations(values: readonly number[]): number {
  const centre = mean(values)
  return sum(values.map(value => (value - centre) ** 2))
}

/** Divisor n − 1; NaN below two values. */
export function variance(values: readonly number[]): number {
  return values.length < 2 ? NaN : squaredDeviations(values) / (values.length - 1)
}

export function isConstant(values: readonly number[]): boolean {
  return values.length > 0 && values.every(value => value === values[0])
}

export function ascending(values: readonly number[]): number[] {
  return values.toSorted((a, b) => a - b)
}

/** Hyndman & Fan 1996 type 7 (R's default): linear between order statistics, place (n − 1)·share. */
export function quantileOfSorted(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share
  const low = Math.floor(place)
  const [left, right] = [sorted[low]!, sorted[Math.min(low + 1, sorted.length - 1)]!]
  return left + (place - low) * (right - left)
}

export function median(values: readonly number[]): number {
  return quantileOfSorted(ascending(values), 0.5)
}
