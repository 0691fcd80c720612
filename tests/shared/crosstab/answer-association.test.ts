// Answers against parts: the figures are those of the tests beneath, small tables are shuffled, and what is too small is refused.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { associate } from '../../../shared/crosstab/answer-association.ts'
import { chi2Independence, permutationChi2 } from '../../../shared/statistics/index.ts'

test('[X14] a table with room is Pearson’s: 2×2 by hand', () => {
  // χ² = 100·(30·30 − 20·20)² / 50⁴ = 4; each expected count is 25; the adjusted residual is its root.
  const found = associate([[30, 20], [20, 30]])
  expect(found).toMatchObject({ is: 'tested', n: 100, statistic: 4, df: 1, p: expect.closeTo(0.0455, 4) as number, shuffled: null, shareSmall: 0, minExpected: 25, residuals: [[expect.closeTo(2, 9), expect.closeTo(-2, 9)], [expect.closeTo(-2, 9), expect.closeTo(2, 9)]] })
})

test('[X14] small expected counts are shuffled, from a seed that is told', () => {
  const table = [[9, 1, 0], [2, 3, 1]]
  const [found, drawn] = [associate(table, 999), permutationChi2({ table, replicates: 999 })]
  if (found.is !== 'tested' || drawn.status !== 'ok') throw new Error('it can be tested')
  expect([found.p, found.shuffled]).toEqual([drawn.p, { replicates: 999, seed: drawn.seed, standardError: drawn.standardError }])
})

test('[X14] few stories, one part of five or more, and answers that are all the same are refused; a smaller part stays out', () => {
  expect([associate([[4, 1], [2, 2]]), associate([[30, 20], [2, 2], [0, 3]]), associate([[30, 0], [20, 0]])].map(found => found.is === 'refused' && [found.reason, found.n]))
    .toEqual([['fewStories', 9], ['smallGroup', 57], ['noVariation', 50]])
  expect(associate([[30, 20], [1, 2], [20, 30], [0, 0]])).toMatchObject({ is: 'tested', n: 100, left: [1], df: 1, statistic: 4, residuals: [[expect.closeTo(2, 9), expect.closeTo(-2, 9)], [null, null], [expect.closeTo(-2, 9), expect.closeTo(2, 9)], [null, null]] })
})

test('[X14] neither the order of parts nor that of answers matters', () => {
  const table = fc.array(fc.array(fc.integer({ min: 3, max: 60 }), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 5 })
  fc.assert(fc.property(table, (counts) => {
    const [one, other] = [associate(counts, 49), associate(counts.toReversed().map(row => row.toReversed()), 49)]
    const plain = chi2Independence({ table: counts })
    if (one.is !== 'tested' || other.is !== 'tested' || plain.status !== 'ok') throw new Error('it can be tested')
    expect([other.statistic, other.cramersV]).toEqual([expect.closeTo(one.statistic, 8), expect.closeTo(one.cramersV, 8)])
    expect(one.statistic).toBe(plain.statistic)
  }), { seed: 20261123, numRuns: 60 })
})
