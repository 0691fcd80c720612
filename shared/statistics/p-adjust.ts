// Many tests at once: what is left of each p when the whole family is counted.
import { ok, undefinedBecause, type Outcome } from './outcome.ts'

export type AdjustMethod = 'holm' | 'bh' | 'by' | 'bonferroni'

export interface AdjustedP {
  /** In the order given; null stays null and does not count towards the family. */
  adjusted: (number | null)[]
}

/**
 * Holm 1979, Benjamini & Hochberg 1995 (bh), Benjamini & Yekutieli 2001 (by), Bonferroni. p-values 0–1.
 * Undefined: invalidInput (a p outside 0–1). An empty family gives an empty list.
 */
export function pAdjust({ p, method = 'holm' }: { p: readonly (number | null)[], method?: AdjustMethod }): Outcome<AdjustedP> {
  const tests = p.flatMap((value, place) => value === null ? [] : [{ value, place }])
  if (tests.some(({ value }) => !(value >= 0 && value <= 1))) return undefinedBecause('invalidInput')
  const adjusted: (number | null)[] = p.map(() => null)
  const rising = tests.toSorted((a, b) => a.value - b.value)
  const scaled = rising.map(({ value }, rank) => value * factor(method, rank, rising.length))
  const monotone = method === 'holm' ? runningMax(scaled) : method === 'bonferroni' ? scaled : runningMinFromEnd(scaled)
  rising.forEach(({ place }, rank) => { adjusted[place] = Math.min(1, monotone[rank]!) })
  return ok({ adjusted })
}

/** rank is 0 for the smallest p. */
function factor(method: AdjustMethod, rank: number, m: number): number {
  switch (method) {
    case 'bonferroni': return m
    case 'holm': return m - rank
    case 'bh': return m / (rank + 1)
    case 'by': return harmonic(m) * m / (rank + 1)
  }
}

function harmonic(m: number): number {
  let total = 0
  for (let k = m; k >= 1; k--) total += 1 / k
  return total
}

function runningMax(values: readonly number[]): number[] {
  let most = 0
  return values.map(value => most = Math.max(most, value))
}

function runningMinFromEnd(values: readonly number[]): number[] {
  let least = Infinity
  return values.toReversed().map(value => least = Math.min(least, value)).toReversed()
}
