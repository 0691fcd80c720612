// How much more often a word occurs in one collection of words than in another than chance would have it.

/**
 * G² of a 2×2 table: `a` times among `n` words here, `b` times among `m` words there. 0 when the shares are equal; grows with the
 * difference and with the amount. T. Dunning, Accurate methods for the statistics of surprise and coincidence, Computational
 * Linguistics 19 (1993) 61–74. For putting words in order; not a test.
 */
export function likelihoodRatio(a: number, n: number, b: number, m: number): number {
  const total = n + m
  if (n <= 0 || m <= 0 || a + b === 0) return 0
  const share = (a + b) / total
  const part = (seen: number, expected: number): number => (seen === 0 ? 0 : seen * Math.log(seen / expected))
  const sum = part(a, n * share) + part(n - a, n * (1 - share)) + part(b, m * share) + part(m - b, m * (1 - share))
  return Math.max(0, 2 * sum)
}
