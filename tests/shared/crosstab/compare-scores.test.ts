// Two codes on one scale: the study's figures per fragment, and per story what they become.
import { expect, test } from 'vitest'
import { compareScores, type ScoredStory } from '../../../shared/crosstab/compare-scores.ts'
import { mannWhitney, permutationMeans, tTest } from '../../../shared/statistics/index.ts'

const story = (score: number, first: number, second: number, more: Partial<ScoredStory> = {}): ScoredStory => ({ score, first, second, isDone: true, teller: null, ...more })

test('per fragment: klik and expertise as the study has them, p .62799 and .64508', () => {
  const of = (klik: number[], expertise: number[]): number[] => {
    const { fragments } = compareScores([...klik.map((count, at) => story(at + 1, count, 0)), ...expertise.map((count, at) => story(at + 1, 0, count))], 99)
    if (fragments.is !== 'tested') throw new Error(fragments.reason)
    return [fragments.first.n, fragments.second.n, Number(fragments.student.p.toFixed(5)), Number(fragments.welch.p.toFixed(5)), fragments.student.df]
  }
  expect(of([5, 5, 11, 58, 48], [1, 4, 6, 34, 29])).toEqual([127, 74, 0.62799, 0.61875, 199])
  expect(of([3, 6, 24, 57, 37], [2, 2, 13, 34, 23])).toEqual([127, 74, 0.64508, 0.64343, 199])
})

test('per story: a story with both stands apart, an unread one is not without; only the two pure groups are tested', () => {
  const [a, b] = [[3, 4, 5, 5, 4, 5, 2], [1, 2, 2, 3, 1, 4]]
  const answer = compareScores([...a.map((score) => story(score, 4, 0)), ...b.map((score) => story(score, 0, 1)), story(5, 1, 1, { isDone: false }), story(1, 0, 0), story(2, 0, 0, { isDone: false }), story(3, 2, 0, { isDone: false })], 999)
  const [welch, ranks, dealt] = [tTest({ x: a, y: b, variant: 'welch' }), mannWhitney({ x: a, y: b }), permutationMeans({ x: a, y: b, replicates: 999 })]
  if (welch.status !== 'ok' || ranks.status !== 'ok' || dealt.status !== 'ok') throw new Error('the scores differ')
  expect([answer.unit, answer.unread, Object.values(answer.groups).map(({ n }) => n)]).toEqual(['story', 2, [7, 6, 1, 1]])
  expect(answer.test).toEqual({
    is: 'tested', n: 13, p: dealt.p, standardError: dealt.standardError, replicates: 999, seed: dealt.seed, cles: ranks.cles, rankP: ranks.pExact,
    welch: { diff: welch.diff, ciLow: welch.ciLow, ciHigh: welch.ciHigh, t: welch.t, df: welch.df, p: welch.p, hedgesG: welch.hedgesG }
  })
})

test('[X8] tellers with several stories count once, with the mean of their scores; too few is refused', () => {
  const tellers = Array.from({ length: 12 }, (_, teller) => [story(teller, teller < 6 ? 1 : 0, 0, { teller }), story(teller + 2, 0, teller < 6 ? 0 : 1, { teller })]).flat()
  const answer = compareScores(tellers, 99)
  expect([answer.unit, answer.groups.first, answer.groups.second.n, answer.test.is === 'tested' && answer.test.n]).toEqual(['teller', { n: 6, mean: 3.5, median: 3.5, sd: Math.sqrt(3.5) }, 6, 12])
  expect(compareScores(tellers.slice(0, 16), 99).test).toEqual({ is: 'refused', reason: 'fewStories', n: 8 })
  expect(compareScores(Array.from({ length: 20 }, (_, at) => story(4, at < 10 ? 1 : 0, at < 10 ? 0 : 1)), 99).test).toEqual({ is: 'refused', reason: 'noVariation', n: 20 })
})

test('dealing the scores out comes to the exact chance', () => {
  // Of the 70 ways to deal eight scores into four and four, two part them as sharply.
  const answer = permutationMeans({ x: [1, 2, 3, 4], y: [5, 6, 7, 8], replicates: 20_000, seed: 3 })
  if (answer.status !== 'ok') throw new Error(answer.reason)
  expect(answer.difference).toBe(-4)
  expect(Math.abs(answer.p - 2 / 70)).toBeLessThan(5 * answer.standardError)
  expect(permutationMeans({ x: [2, 2], y: [2, null] })).toEqual({ status: 'undefined', reason: 'noVariation' })
  expect(permutationMeans({ x: [], y: [1] })).toEqual({ status: 'undefined', reason: 'empty' })
})
