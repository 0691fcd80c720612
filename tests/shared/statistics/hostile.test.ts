// Whatever comes in: no answer is NaN, none throws, and what people could enter is never turned away.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  agreementBasic, alphaU, alphaU1995, anovaOneway, charAgreement, chi2Gof, chi2Independence, clusterDifference, cohenKappa, correlationKendall,
  correlationPearson, correlationSpearman, descriptives, fisher2x2, fisherRxc, fleissKappa, krippendorffAlpha, kruskalWallis,
  mannWhitney, marginOfError, mcnemar, pAdjust, permutationChi2, pointBiserial, proportionCi, proportionDifference, raoScott, representativeness,
  requiredSampleSize, signFlips, tTest, triadSummary, UNDEFINED_REASONS
} from '../../../shared/statistics/index.ts'
import { RUNS, score, scores, pairs, table } from './inputs.ts'

describe('no answer is ever NaN, and none throws', () => {
  const odd = fc.oneof(score, fc.constantFrom(-1, 0, 0.5, 1e-300, 1e300, NaN, Infinity), fc.double())
  const list = fc.array(fc.option(odd, { nil: null }), { maxLength: 8 })
  const grid = fc.array(fc.array(odd, { maxLength: 4 }), { maxLength: 4 })
  const share = fc.oneof(fc.constantFrom(0.9, 0.95, 0, 1, -1, NaN), fc.double({ min: 0, max: 1 }))
  const spans = fc.array(fc.array(fc.record({ start: odd, end: odd, value: fc.constantFrom('a', 'b') }), { maxLength: 3 }), { maxLength: 3 })
  const variants = fc.constantFrom('welch' as const, 'student' as const, 'paired' as const)
  const levels = fc.constantFrom('nominal' as const, 'ordinal' as const, 'interval' as const, 'ratio' as const)
  const fragment = fc.tuple(fc.option(fc.nat(4), { nil: null }), fc.constantFrom('a', 'b'), fc.constantFrom('x', 'y', null))
  const calls: [string, fc.Arbitrary<unknown>][] = [
    ['descriptives', fc.tuple(list).map(([values]) => descriptives({ values }))],
    ['chi2Independence', grid.map(rows => chi2Independence({ table: rows }))],
    ['fisher2x2', fc.tuple(grid, share).map(([rows, conf]) => fisher2x2({ table: rows, conf }))],
    ['fisherRxc', grid.map(rows => fisherRxc({ table: rows.map(row => row.map(each => Math.min(each, 20))), replicates: 20 }))],
    ['permutationChi2', grid.map(rows => permutationChi2({ table: rows.map(row => row.map(each => Math.min(each, 1000))), replicates: 20 }))],
    ['chi2Gof', fc.tuple(fc.array(odd), fc.array(odd)).map(([observed, proportions]) => chi2Gof({ observed, proportions }))],
    ['representativeness', fc.tuple(fc.array(odd), fc.array(odd)).map(([observed, population]) => representativeness({ observed, population }))],
    ['tTest', fc.tuple(list, list, variants, share).map(([x, y, variant, conf]) => tTest({ x, y, variant, conf }))],
    ['mannWhitney', fc.tuple(list, list).map(([x, y]) => mannWhitney({ x, y }))],
    ['kruskalWallis', fc.array(list).map(groups => kruskalWallis({ groups }))],
    ['anovaOneway', fc.array(list).map(groups => anovaOneway({ groups }))],
    ['correlations', fc.tuple(list, list, share).map(([x, y, conf]) => [
      correlationPearson({ x, y, conf }), correlationSpearman({ x, y }), correlationKendall({ x, y }), pointBiserial({ group: x, values: y })
    ])],
    ['clusterDifference', fc.tuple(fc.array(fc.record({ teller: fc.nat(3), side: fc.constantFrom(0 as const, 1 as const), value: odd }), { maxLength: 9 }), share).map(([stories, conf]) => clusterDifference({ stories, conf }))],
    ['paired', fc.tuple(odd, odd, odd, share, fc.array(fc.array(odd, { minLength: 1, maxLength: 2 }), { maxLength: 6 })).map(([both, onlyFirst, onlySecond, conf, differences]) => [
      mcnemar({ both, onlyFirst, onlySecond, neither: 0, conf }), signFlips({ differences, replicates: 20 })
    ])],
    ['pAdjust', list.map(p => pAdjust({ p, method: 'by' }))],
    ['shares', fc.tuple(odd, odd, share, share).map(([x, n, p, conf]) => [
      proportionCi({ x, n, conf }), proportionDifference({ x1: x, n1: n, x2: n, n2: x, conf }), marginOfError({ n: x, population: n, proportion: p, conf }),
      requiredSampleSize({ population: n, moe: x, proportion: p, conf })
    ])],
    ['kappas', fc.tuple(list, list, grid).map(([a, b, counts]) => [cohenKappa({ a, b, categories: [0, 1, 0.5], weights: 'linear' }), fleissKappa({ counts })])],
    ['alphas', fc.tuple(fc.array(list), levels).map(([ratings, level]) => [
      krippendorffAlpha({ ratings, level }), agreementBasic({ ratings, categories: [0, 1] })
    ])],
    ['spans', fc.tuple(odd, spans).map(([length, coders]) => [
      alphaU({ length, coders }), alphaU1995({ length, coders }), charAgreement({ length, coders, code: 'a' })
    ])],
    ['triadSummary', fc.tuple(fc.array(list), fc.option(share, { nil: null })).map(([points, zeroDelta]) => triadSummary({ points, zeroDelta }))],
    ['raoScott', fc.array(fragment).map(rows => raoScott({ rows }))]
  ]
  const isPlain = (answer: unknown): boolean => {
    if (typeof answer === 'number') return Number.isFinite(answer)
    if (answer === null || typeof answer === 'string' || typeof answer === 'boolean') return true
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
      descriptives({ values: x }), chi2Independence({ table: rows }), tTest({ x, y }), tTest({ x, y, variant: 'student' }),
      tTest({ x: left, y: right, variant: 'paired' }), mannWhitney({ x, y }),
      kruskalWallis({ groups: [x, y, left] }), anovaOneway({ groups: [x, y, left] }), correlationPearson({ x: left, y: right }),
      correlationSpearman({ x: left, y: right }),
      correlationKendall({ x: left, y: right }), chi2Gof({ observed: rows[0]! }), fleissKappa({ counts: rows }),
      krippendorffAlpha({ ratings: [left, right], level: 'ratio' }),
      triadSummary({ points: rows, zeroDelta: 0.001 })
    ]
    for (const answer of answers) expect(answer).not.toEqual({ status: 'undefined', reason: 'invalidInput' })
  }), RUNS)
})
