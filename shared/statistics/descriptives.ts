// The plain description of one list of scores: how many, where the middle lies, how far they spread.
import { ok, undefinedBecause, type Outcome, type Values } from './outcome.ts'
import { ascending, mean, present, quantileOfSorted, variance } from './sums.ts'

export interface Descriptives {
  n: number
  missing: number
  mean: number
  /** Divisor n − 1; null with one value. */
  sd: number | null
  /** sd/√n; null with one value. */
  se: number | null
  median: number
  /** Quartiles by R's type 7 (Hyndman & Fan 1996). */
  q1: number
  q3: number
  min: number
  max: number
}

/** In the unit of the values. Undefined: empty. */
export function descriptives({ values }: { values: Values }): Outcome<Descriptives> {
  const there = ascending(present(values))
  const n = there.length
  if (n === 0) return undefinedBecause('empty')
  const sd = n > 1 ? Math.sqrt(variance(there)) : null
  return ok({
    n,
    missing: values.length - n,
    mean: mean(there),
    sd,
    se: sd === null ? null : sd / Math.sqrt(n),
    median: quantileOfSorted(there, 0.5),
    q1: quantileOfSorted(there, 0.25),
    q3: quantileOfSorted(there, 0.75),
    min: there[0]!,
    max: there[n - 1]!
  })
}
