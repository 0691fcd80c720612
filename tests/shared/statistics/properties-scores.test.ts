// Scores, families of tests and shares: swapping sides mirrors, tests that must agree do, order does not matter.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  anovaOneway, chi2Gof, clusterDifference, correlationKendall, correlationPearson, correlationSpearman, descriptives, kruskalWallis, mannWhitney,
  marginOfError, mcnemar, pAdjust, pointBiserial, proportionCi, representativeness, requiredSampleSize, signFlips, tTest
} from '../../../shared/statistics/index.ts'
import { RUNS, scores, pairs, same, pick } from './inputs.ts'

describe('scores', () => {
  test('descriptives do not mind order, and move and stretch with the scores', () => {
    fc.assert(fc.property(scores, values => {
      same(descriptives({ values: values.toReversed() }), descriptives({ values }))
      const [plain, moved] = [descriptives({ values }), descriptives({ values: values.map(value => value === null ? null : 3 * value + 7) })]
      if (plain.status === 'undefined' || moved.status === 'undefined') return
      same([moved.mean, moved.median, moved.q1, moved.q3], [plain.mean, plain.median, plain.q1, plain.q3].map(value => 3 * value + 7))
      same(moved.sd, plain.sd === null ? null : 3 * plain.sd)
    }), RUNS)
  })

  test('swapping the groups turns the sign of t and of rank-biserial and keeps p', () => {
    fc.assert(fc.property(scores, scores, fc.constantFrom('welch' as const, 'student' as const), (x, y, variant) => {
      const [one, other] = [tTest({ x, y, variant }), tTest({ x: y, y: x, variant })]
      if (one.status === 'undefined' || other.status === 'undefined') same(one, other)
      else same([one.t, one.p, one.df, one.ciLow, one.ciHigh], [-other.t, other.p, other.df, -other.ciHigh, -other.ciLow])
      const [ranks, mirrored] = [mannWhitney({ x, y }), mannWhitney({ x: y, y: x })]
      if (ranks.status === 'undefined' || mirrored.status === 'undefined') return same(ranks, mirrored)
      same([ranks.uX, ranks.z, ranks.zCc, ranks.cles], [mirrored.uY, -mirrored.z, -mirrored.zCc, 1 - mirrored.cles])
      same([ranks.pExact, ranks.pNormalCc], [mirrored.pExact, mirrored.pNormalCc])
    }), RUNS)
  })

  test('for two groups F is t² of Student, and H is z² of Mann–Whitney', () => {
    fc.assert(fc.property(scores, scores, (x, y) => {
      const [t, f] = [tTest({ x, y, variant: 'student' }), anovaOneway({ groups: [x, y] })]
      if (t.status === 'ok' && f.status === 'ok') same([f.f, f.p], [t.t ** 2, t.p])
      const [welch, g] = [tTest({ x, y }), anovaOneway({ groups: [x, y] })]
      if (welch.status === 'ok' && g.status === 'ok' && g.welchF !== null) same([g.welchF, g.welchDf2, g.welchP], [welch.t ** 2, welch.df, welch.p])
      const [u, h] = [mannWhitney({ x, y }), kruskalWallis({ groups: [x, y] })]
      if (u.status === 'ok' && h.status === 'ok') same([h.h, h.p], [u.z ** 2, u.pNormal])
    }), RUNS)
  })

  test('correlations: symmetric, mirrored by a minus, ranks blind to any rising change', () => {
    fc.assert(fc.property(pairs, list => {
      const [x, y] = [list.map(pair => pair[0]), list.map(pair => pair[1])]
      const minus = y.map(value => value === null ? null : -value)
      const steep = y.map(value => value === null ? null : Math.exp(value / 10))
      same(correlationPearson({ x: y, y: x }), correlationPearson({ x, y }))
      same(correlationKendall({ x: y, y: x }), correlationKendall({ x, y }))
      same(correlationSpearman({ x, y: steep }), correlationSpearman({ x, y }))
      same(correlationKendall({ x, y: steep }), correlationKendall({ x, y }))
      const [up, down] = [correlationPearson({ x, y }), correlationPearson({ x, y: minus })]
      if (up.status === 'ok' && down.status === 'ok') same([down.r, down.p], [-up.r, up.p])
    }), RUNS)
  })

  test('point-biserial has the p of Student', () => {
    fc.assert(fc.property(scores, scores, (x, y) => {
      const [t, r] = [tTest({ x, y, variant: 'student' }), pointBiserial({ group: [...x.map(() => 1), ...y.map(() => 0)], values: [...x, ...y] })]
      if (t.status === 'ok' && r.status === 'ok') same([Number(r.t), r.p, r.mean1, r.mean0], [t.t, t.p, t.meanX, t.meanY])
    }), RUNS)
  })
})

describe('families and shares', () => {
  const probabilities = fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null, freq: 5 }), { maxLength: 25 })
  const method = fc.constantFrom('holm' as const, 'bh' as const, 'by' as const, 'bonferroni' as const)

  test('an adjusted p is never below the raw one, keeps the order, and does not mind where it stands', () => {
    fc.assert(fc.property(probabilities, method, (p, by) => {
      const answer = pAdjust({ p, method: by })
      if (answer.status === 'undefined') throw new Error('always defined')
      answer.adjusted.forEach((adjusted, i) => {
        if (p[i] === null) expect(adjusted).toBeNull()
        else expect(adjusted).toBeGreaterThanOrEqual(p[i]! - 1e-15)
      })
      same(pAdjust({ p: p.toReversed(), method: by }), { status: 'ok', adjusted: answer.adjusted.toReversed() })
      same(pAdjust({ p: [...p, null], method: by }), { status: 'ok', adjusted: [...answer.adjusted, null] })
    }), RUNS)
  })

  test('intervals hold the share and mirror for the other side', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), (x, rest) => {
      const [one, other] = [proportionCi({ x, n: x + rest }), proportionCi({ x: rest, n: x + rest })]
      if (one.status === 'undefined' || other.status === 'undefined') return same(one, other)
      same([one.wilsonLow, one.wilsonHigh, one.exactLow, one.exactHigh], [1 - other.wilsonHigh, 1 - other.wilsonLow, 1 - other.exactHigh, 1 - other.exactLow])
      expect(one.exactLow <= one.wilsonLow + 0.05 && one.wilsonLow <= one.estimate && one.estimate <= one.wilsonHigh).toBe(true)
    }), RUNS)
  })

  test('the required sample size meets the margin it was made for', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 5000 }), fc.integer({ min: 1, max: 40 }), (population, percent) => {
      const need = requiredSampleSize({ population, moe: percent / 100 })
      if (need.status === 'undefined') throw new Error('defined')
      const margin = marginOfError({ n: need.n, population })
      expect(margin.status === 'ok' && margin.moe <= percent / 100 + 1e-12).toBe(true)
    }), RUNS)
  })

  test('a fit against its own shares is perfect; a population of the sample itself has no difference', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 6 }), observed => {
      same(pick(chi2Gof({ observed, proportions: observed }), 'statistic', 'p'), { status: 'ok', statistic: 0, p: 1 })
      const population = observed.map(each => 3 * each)
      same(pick(representativeness({ observed, population }), 'difference', 'p'), { status: 'ok', p: 1, difference: observed.map(() => 0) })
    }), RUNS)
  })
})

describe('the same tellers twice', () => {
  const cells = fc.record({ both: fc.nat(60), onlyFirst: fc.nat(60), onlySecond: fc.nat(60), neither: fc.nat(60) })
  const changes = fc.array(fc.integer({ min: -20, max: 20 }).map(value => [value]), { minLength: 1, maxLength: 12 })

  test('turning first and second round turns the change round and keeps p', () => {
    fc.assert(fc.property(cells, ({ both, onlyFirst, onlySecond, neither }) => {
      const [one, other] = [mcnemar({ both, onlyFirst, onlySecond, neither }), mcnemar({ both, onlyFirst: onlySecond, onlySecond: onlyFirst, neither })]
      if (one.status === 'undefined' || other.status === 'undefined') return same(one, other)
      same([one.difference, one.low, one.high, one.p], [-other.difference, -other.high, -other.low, other.p])
    }), RUNS)
    fc.assert(fc.property(changes, differences => {
      const [one, other] = [signFlips({ differences }), signFlips({ differences: differences.toReversed().map(([value]) => [-3 * value!]) })]
      same(one, other)
    }), RUNS)
  })

  test('with one story for each teller the difference over tellers is nearly that of Welch, and everybody twice is exactly paired', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })), { minLength: 5, maxLength: 40 }), list => {
      const [x, y] = [list.map(([first]) => first), list.map(([, second]) => second)]
      const paired = tTest({ x: y, y: x, variant: 'paired' })
      const over = clusterDifference({ stories: list.flatMap(([first, second], teller) => [{ teller, side: 0 as const, value: first }, { teller, side: 1 as const, value: second }]) })
      if (paired.status === 'ok' && over.status === 'ok') same([over.diff, over.se, over.df, over.ciLow], [paired.diff, paired.se, paired.df, paired.ciLow])
      const apart = clusterDifference({ stories: [...x.map((value, at) => ({ teller: `a${at}`, side: 0 as const, value })), ...y.map((value, at) => ({ teller: `b${at}`, side: 1 as const, value }))] })
      const welch = tTest({ x: y, y: x })
      // Equal sides: n − 1 in each against 2n − 1 in all.
      if (welch.status === 'ok' && apart.status === 'ok') same([apart.diff, apart.se], [welch.diff, welch.se * Math.sqrt((2 * x.length / (2 * x.length - 1)) * (x.length - 1) / x.length)])
    }), RUNS)
  })
})
