// What must hold for any input: order does not matter, equal columns may be merged, swapping sides mirrors, and no answer is NaN.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  agreementBasic, alphaU, alphaU1995, anovaOneway, charAgreement, chi2Gof, chi2Independence, cohenKappa, correlationKendall, correlationPearson, correlationSpearman,
  descriptives, fisher2x2, fisherRxc, fleissKappa, krippendorffAlpha, kruskalWallis, mannWhitney, marginOfError, pAdjust, permutationChi2, pointBiserial, proportionCi,
  raoScott, representativeness, requiredSampleSize, tTest, triadSummary, UNDEFINED_REASONS
} from '../../../shared/statistics/index.ts'

const RUNS = { seed: 20260101, numRuns: 100 }

const score = fc.integer({ min: 0, max: 100 })
const missing = fc.option(score, { nil: null, freq: 6 })
const scores = fc.array(missing, { maxLength: 30 })
const pairs = fc.array(fc.tuple(missing, missing), { maxLength: 30 })
const count = fc.integer({ min: 0, max: 12 })
const table = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([r, c]) => fc.array(fc.array(count, { minLength: c, maxLength: c }), { minLength: r, maxLength: r }))

/** The two answers agree: same status, same reason, numbers to nine digits. */
function same(left: unknown, right: unknown): void {
  if (typeof left === 'number' && typeof right === 'number') {
    expect(Math.abs(left - right)).toBeLessThanOrEqual(1e-10 + 1e-9 * Math.abs(right))
    return
  }
  if (left === null || right === null || typeof left !== 'object' || typeof right !== 'object') {
    expect(left).toEqual(right)
    return
  }
  expect(Object.keys(left)).toEqual(Object.keys(right))
  for (const key of Object.keys(left)) same((left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key])
}

function pick<T extends object, K extends string>(answer: T, ...keys: K[]): unknown {
  return Object.fromEntries(Object.entries(answer).filter(([key]) => (['status', 'reason', ...keys] as string[]).includes(key)))
}

const transposed = (rows: number[][]): number[][] => rows[0]!.map((_, col) => rows.map(row => row[col]!))

describe('tables', () => {
  const figures = ['n', 'df', 'statistic', 'p', 'statisticYates', 'pYates', 'gStatistic', 'gP', 'cramersV', 'cramersVBc', 'cohensW', 'minExpected', 'shareExpectedLt5'] as const

  test('chi-square is the same for rows and columns swapped, and for rows in another order', () => {
    fc.assert(fc.property(table, rows => {
      same(pick(chi2Independence({ table: transposed(rows) }), ...figures), pick(chi2Independence({ table: rows }), ...figures))
      same(pick(chi2Independence({ table: rows.toReversed() }), ...figures), pick(chi2Independence({ table: rows }), ...figures))
    }), RUNS)
  })

  test('an empty row or column changes no figure', () => {
    fc.assert(fc.property(table, rows => {
      const wider = rows.map(row => [...row, 0])
      same(pick(chi2Independence({ table: [...wider, wider[0]!.map(() => 0)] }), ...figures), pick(chi2Independence({ table: rows }), ...figures))
    }), RUNS)
  })

  test('ten times the counts give ten times X² and G and the same V', () => {
    fc.assert(fc.property(table, rows => {
      const [one, ten] = [chi2Independence({ table: rows }), chi2Independence({ table: rows.map(row => row.map(each => each * 10)) })]
      if (one.status === 'undefined' || ten.status === 'undefined') return same(ten, one)
      same([ten.statistic, ten.gStatistic, ten.cramersV, ten.df], [10 * one.statistic, 10 * one.gStatistic, one.cramersV, one.df])
    }), RUNS)
  })

  test('merging two columns with the same shares keeps X² and G', () => {
    fc.assert(fc.property(table, fc.integer({ min: 1, max: 4 }), (rows, times) => {
      const [split, merged] = [rows.map(row => [...row, row[0]! * times]), rows.map(row => [row[0]! * (times + 1), ...row.slice(1)])]
      const [one, other] = [chi2Independence({ table: split }), chi2Independence({ table: merged })]
      if (one.status === 'ok' && other.status === 'ok') same([one.statistic, one.gStatistic], [other.statistic, other.gStatistic])
    }), RUNS)
  })

  test('the bias-corrected V never exceeds the plain one, residuals of a row weigh out, X² is the sum of squared Pearson residuals', () => {
    fc.assert(fc.property(table, rows => {
      const answer = chi2Independence({ table: rows })
      if (answer.status === 'undefined') return
      expect(answer.cramersVBc ?? 0).toBeLessThanOrEqual(answer.cramersV + 1e-12)
      same(answer.pearsonResiduals.flat().reduce((total: number, residual) => total + (residual ?? 0) ** 2, 0), answer.statistic)
      same(answer.expected.map(row => row.reduce((total: number, each) => total + (each ?? 0), 0)), rows.map(row => row.reduce((a, b) => a + b, 0)))
    }), RUNS)
  })

  test('Fisher: swapping the rows mirrors the tails and turns the odds ratio over; both ways agree for 2×2', () => {
    fc.assert(fc.property(count, count, count, count, (a, b, c, d) => {
      const [one, other] = [fisher2x2({ table: [[a, b], [c, d]] }), fisher2x2({ table: [[c, d], [a, b]] })]
      if (one.status === 'undefined' || other.status === 'undefined') return same(one, other)
      same([one.pTwoSided, one.pLess, one.pGreater], [other.pTwoSided, other.pGreater, other.pLess])
      const turned = (odds: number | string): number | string => odds === 0 ? 'Infinity' : odds === 'Infinity' ? 0 : 1 / Number(odds)
      same([one.oddsRatioCmle, one.ciLow, one.ciHigh].map(turned), [other.oddsRatioCmle, other.ciHigh, other.ciLow])
      same(pick(fisherRxc({ table: [[a, b], [c, d]] }), 'p'), { status: 'ok', p: one.pTwoSided })
    }), RUNS)
  })

  test('Fisher r×c does not mind order or direction', () => {
    const small = fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 3 })
    fc.assert(fc.property(small, rows => {
      same(pick(fisherRxc({ table: transposed(rows).toReversed() }), 'p'), pick(fisherRxc({ table: rows }), 'p'))
    }), { ...RUNS, numRuns: 50 })
  })

  test('Fisher r×c simulated stays within five errors of exact', () => {
    const rows = [[3, 9, 4, 1], [11, 3, 6, 2], [2, 5, 5, 8]]
    const [exact, drawn] = [fisherRxc({ table: rows }), fisherRxc({ table: rows, budget: 0 })]
    if (exact.status === 'undefined' || drawn.status === 'undefined') throw new Error('both exist')
    expect([exact.method, drawn.method]).toEqual(['exact', 'monteCarlo'])
    expect(Math.abs(exact.p - drawn.p)).toBeLessThan(5 * drawn.standardError!)
  })

  test('Fisher r×c answers within the time even when the table is far too large to count', () => {
    const before = process.cpuUsage().user
    const rows = [[25, 31, 28, 40, 22], [19, 25, 33, 27, 41], [38, 22, 29, 31, 26], [27, 35, 21, 30, 33], [41, 22, 36, 25, 29]]
    expect(pick(fisherRxc({ table: rows }), 'method')).toEqual({ status: 'ok', method: 'monteCarlo' })
    expect((process.cpuUsage().user - before) / 1000).toBeLessThan(5000)
  })
})

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
      if (one.status === 'ok' && other.status === 'ok') same([one.t, one.p, one.df, one.ciLow, one.ciHigh], [-other.t, other.p, other.df, -other.ciHigh, -other.ciLow])
      else same(one, other)
      const [ranks, mirrored] = [mannWhitney({ x, y }), mannWhitney({ x: y, y: x })]
      if (ranks.status === 'ok' && mirrored.status === 'ok') same([ranks.uX, ranks.z, ranks.pExact, ranks.pNormalCc, ranks.rankBiserial + 1], [mirrored.uY, -mirrored.z, mirrored.pExact, mirrored.pNormalCc, 1 - mirrored.rankBiserial])
      else same(ranks, mirrored)
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
      same(pick(representativeness({ observed, population: observed.map(each => 3 * each) }), 'difference', 'p'), { status: 'ok', p: 1, difference: observed.map(() => 0) })
    }), RUNS)
  })
})

describe('agreement', () => {
  const code = fc.constantFrom('a', 'b', 'c')
  const judgements = fc.integer({ min: 1, max: 12 }).chain(width => fc.array(fc.array(fc.option(code, { nil: null, freq: 5 }), { minLength: width, maxLength: width }), { minLength: 2, maxLength: 4 }))

  test('does not mind the order of coders or units', () => {
    fc.assert(fc.property(judgements, ratings => {
      const turned = ratings.toReversed().map(row => row.toReversed())
      same(krippendorffAlpha({ ratings: turned, level: 'nominal' }), krippendorffAlpha({ ratings, level: 'nominal' }))
      same(agreementBasic({ ratings: turned, categories: ['a', 'b', 'c'] }), agreementBasic({ ratings, categories: ['a', 'b', 'c'] }))
    }), RUNS)
  })

  test('interval alpha does not mind another zero and unit, ratio not another unit, ordinal no rising change', () => {
    const numbers = fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 6, maxLength: 6 }), { minLength: 2, maxLength: 3 })
    fc.assert(fc.property(numbers, ratings => {
      const by = (level: 'ordinal' | 'interval' | 'ratio', change: (value: number) => number): unknown => pick(krippendorffAlpha({ ratings: ratings.map(row => row.map(change)), level }), 'alpha')
      same(by('interval', value => 2 * value + 11), by('interval', value => value))
      same(by('ratio', value => 5 * value), by('ratio', value => value))
      same(by('ordinal', value => value ** 3), by('ordinal', value => value))
    }), RUNS)
  })

  test('kappa is symmetric between the coders; with weights reversed categories change nothing', () => {
    fc.assert(fc.property(fc.array(fc.tuple(code, code), { minLength: 1, maxLength: 30 }), fc.constantFrom('none' as const, 'linear' as const, 'quadratic' as const), (list, weights) => {
      const [a, b] = [list.map(pair => pair[0]), list.map(pair => pair[1])]
      same(cohenKappa({ a: b, b: a, categories: ['c', 'b', 'a'], weights }), cohenKappa({ a, b, categories: ['a', 'b', 'c'], weights }))
    }), RUNS)
  })

  const span = fc.tuple(fc.nat(12), fc.integer({ min: 1, max: 12 }), code)
  const coders = fc.array(fc.array(span, { maxLength: 5 }), { minLength: 2, maxLength: 4 })
    .map(lists => lists.map(list => {
      let at = 0
      return list.map(([gap, size, value]) => { const start = at + gap; at = start + size; return { start, end: at, value } })
    }))

  test('alphas on spans: at most 1, no order of coders, no direction of reading', () => {
    fc.assert(fc.property(coders, lists => {
      const mirrored = lists.map(list => list.map(({ start, end, value }) => ({ start: 130 - end, end: 130 - start, value })).toReversed()).toReversed()
      const one = alphaU({ length: 130, coders: lists })
      same(alphaU({ length: 130, coders: mirrored }), one)
      same(alphaU1995({ length: 130, coders: mirrored }), alphaU1995({ length: 130, coders: lists }))
      same(charAgreement({ length: 130, coders: mirrored, code: 'a' }), charAgreement({ length: 130, coders: lists, code: 'a' }))
      if (one.status === 'ok') expect(Math.max(one.uAlpha, one.uAlphaBinary ?? 0, one.cuAlpha ?? 0)).toBeLessThanOrEqual(1 + 1e-12)
    }), RUNS)
  })

  test('coders who marked the same agree fully', () => {
    fc.assert(fc.property(coders, lists => {
      const answer = alphaU({ length: 130, coders: [lists[0]!, lists[0]!, lists[0]!] })
      if (answer.status === 'ok') same([answer.uAlpha, answer.uAlphaBinary ?? 1, answer.cuAlpha ?? 1], [1, 1, 1])
    }), RUNS)
  })

  test('Rao–Scott with every fragment in its own cluster comes near Pearson, and does not mind order', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom('x', 'y'), code), { minLength: 30, maxLength: 60 }), list => {
      const rows = list.map(([row, col], cluster) => [cluster, row, col] as const)
      const answer = raoScott({ rows })
      same(raoScott({ rows: rows.toReversed() }), answer)
      if (answer.status === 'ok') expect(Math.abs(answer.meanDeff - 1)).toBeLessThan(0.35)
    }), RUNS)
  })
})

describe('triads', () => {
  const part = fc.integer({ min: 0, max: 50 })
  test('do not mind order or scale; turning the corners turns the answer', () => {
    fc.assert(fc.property(fc.array(fc.tuple(part, part, part), { maxLength: 20 }), points => {
      const one = triadSummary({ points, zeroDelta: 0.01 })
      same(triadSummary({ points: points.toReversed().map(point => point.map(each => each * 7)), zeroDelta: 0.01 }), one)
      const turned = triadSummary({ points: points.map(([a, b, c]) => [b, c, a]), zeroDelta: 0.01 })
      if (one.status === 'ok' && turned.status === 'ok') same([turned.geometricMean, turned.totalVariance], [[one.geometricMean![1], one.geometricMean![2], one.geometricMean![0]], one.totalVariance])
    }), RUNS)
  })
})

describe('no answer is ever NaN, and none throws', () => {
  const odd = fc.oneof(score, fc.constantFrom(-1, 0, 0.5, 1e-300, 1e300, NaN, Infinity), fc.double())
  const list = fc.array(fc.option(odd, { nil: null }), { maxLength: 8 })
  const grid = fc.array(fc.array(odd, { maxLength: 4 }), { maxLength: 4 })
  const share = fc.oneof(fc.constantFrom(0.9, 0.95, 0, 1, -1, NaN), fc.double({ min: 0, max: 1 }))
  const spans = fc.array(fc.array(fc.record({ start: odd, end: odd, value: fc.constantFrom('a', 'b') }), { maxLength: 3 }), { maxLength: 3 })
  const calls: [string, fc.Arbitrary<unknown>][] = [
    ['descriptives', fc.tuple(list).map(([values]) => descriptives({ values }))],
    ['chi2Independence', grid.map(rows => chi2Independence({ table: rows }))],
    ['fisher2x2', fc.tuple(grid, share).map(([rows, conf]) => fisher2x2({ table: rows, conf }))],
    ['fisherRxc', grid.map(rows => fisherRxc({ table: rows.map(row => row.map(each => Math.min(each, 20))), replicates: 20 }))],
    ['permutationChi2', grid.map(rows => permutationChi2({ table: rows.map(row => row.map(each => Math.min(each, 1000))), replicates: 20 }))],
    ['chi2Gof', fc.tuple(fc.array(odd), fc.array(odd)).map(([observed, proportions]) => chi2Gof({ observed, proportions }))],
    ['representativeness', fc.tuple(fc.array(odd), fc.array(odd)).map(([observed, population]) => representativeness({ observed, population }))],
    ['tTest', fc.tuple(list, list, fc.constantFrom('welch' as const, 'student' as const, 'paired' as const), share).map(([x, y, variant, conf]) => tTest({ x, y, variant, conf }))],
    ['mannWhitney', fc.tuple(list, list).map(([x, y]) => mannWhitney({ x, y }))],
    ['kruskalWallis', fc.array(list).map(groups => kruskalWallis({ groups }))],
    ['anovaOneway', fc.array(list).map(groups => anovaOneway({ groups }))],
    ['correlations', fc.tuple(list, list, share).map(([x, y, conf]) => [correlationPearson({ x, y, conf }), correlationSpearman({ x, y }), correlationKendall({ x, y }), pointBiserial({ group: x, values: y })])],
    ['pAdjust', list.map(p => pAdjust({ p, method: 'by' }))],
    ['shares', fc.tuple(odd, odd, share, share).map(([x, n, p, conf]) => [proportionCi({ x, n, conf }), marginOfError({ n: x, population: n, proportion: p, conf }), requiredSampleSize({ population: n, moe: x, proportion: p, conf })])],
    ['kappas', fc.tuple(list, list, grid).map(([a, b, counts]) => [cohenKappa({ a: a as number[], b: b as number[], categories: [0, 1, 0.5], weights: 'linear' }), fleissKappa({ counts })])],
    ['alphas', fc.tuple(fc.array(list), fc.constantFrom('nominal' as const, 'ordinal' as const, 'interval' as const, 'ratio' as const)).map(([ratings, level]) => [krippendorffAlpha({ ratings, level }), agreementBasic({ ratings, categories: [0, 1] })])],
    ['spans', fc.tuple(odd, spans).map(([length, coders]) => [alphaU({ length, coders }), alphaU1995({ length, coders }), charAgreement({ length, coders, code: 'a' })])],
    ['triadSummary', fc.tuple(fc.array(list), fc.option(share, { nil: null })).map(([points, zeroDelta]) => triadSummary({ points, zeroDelta }))],
    ['raoScott', fc.array(fc.tuple(fc.option(fc.nat(4), { nil: null }), fc.constantFrom('a', 'b'), fc.constantFrom('x', 'y', null))).map(rows => raoScott({ rows }))]
  ]
  const isPlain = (answer: unknown): boolean => {
    if (typeof answer === 'number') return Number.isFinite(answer)
    if (answer === null || typeof answer === 'string') return true
    return typeof answer === 'object' && Object.values(answer).every(isPlain)
  }
  test.each(calls)('%s', (_, answers) => {
    fc.assert(fc.property(answers, answer => {
      for (const one of Array.isArray(answer) ? answer as { status: string, reason?: string }[] : [answer as { status: string, reason?: string }]) {
        expect(isPlain(one)).toBe(true)
        if (one.status !== 'ok') expect(UNDEFINED_REASONS).toContain(one.reason)
      }
    }), { seed: 20260102, numRuns: 300 })
  })
})

test('the net under numbers too large to compute with catches nothing that people could enter', () => {
  fc.assert(fc.property(table, scores, scores, pairs, (rows, x, y, list) => {
    const [left, right] = [list.map(pair => pair[0]), list.map(pair => pair[1])]
    const answers = [
      descriptives({ values: x }), chi2Independence({ table: rows }), tTest({ x, y }), tTest({ x, y, variant: 'student' }), tTest({ x: left, y: right, variant: 'paired' }), mannWhitney({ x, y }),
      kruskalWallis({ groups: [x, y, left] }), anovaOneway({ groups: [x, y, left] }), correlationPearson({ x: left, y: right }), correlationSpearman({ x: left, y: right }),
      correlationKendall({ x: left, y: right }), chi2Gof({ observed: rows[0]! }), fleissKappa({ counts: rows }), krippendorffAlpha({ ratings: [left, right], level: 'ratio' }),
      triadSummary({ points: rows, zeroDelta: 0.001 })
    ]
    for (const answer of answers) expect(answer).not.toEqual({ status: 'undefined', reason: 'invalidInput' })
  }), RUNS)
})
