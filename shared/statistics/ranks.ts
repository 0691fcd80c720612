// Ranks with ties at their middle, and what ties take away from the spread.
import { sum } from './sums.ts'

/** Ranks 1…n in the order given; equal values share the middle of their places. */
export function midranks(values: readonly number[]): number[] {
  const order = values.map((_, place) => place).toSorted((a, b) => values[a]! - values[b]!)
  const ranks = values.map(() => 0)
  for (let from = 0; from < order.length;) {
    let to = from
    while (to + 1 < order.length && values[order[to + 1]!] === values[order[from]!]) to++
    for (let at = from; at <= to; at++) ranks[order[at]!] = (from + to) / 2 + 1
    from = to + 1
  }
  return ranks
}

/** How many values share each place, places with a single value included. */
export function tieSizes(values: readonly number[]): number[] {
  const sizes = new Map<number, number>()
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1)
  return [...sizes.values()]
}

/** Σ(t³ − t) over the ties. */
export function tieSum(values: readonly number[]): number {
  return sum(tieSizes(values).map(t => t ** 3 - t))
}
