// Agreement and triads: no order of coders, units or reading, no other unit of measurement, changes an answer.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  agreementBasic, alphaU, alphaU1995, charAgreement, cohenKappa, krippendorffAlpha, raoScott, triadSummary
} from '../../../shared/statistics/index.ts'
import { RUNS, same, pick } from './inputs.ts'

describe('agreement', () => {
  const code = fc.constantFrom('a', 'b', 'c')
  const judgement = fc.option(code, { nil: null, freq: 5 })
  const judgements = fc.integer({ min: 1, max: 12 })
    .chain(width => fc.array(fc.array(judgement, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 4 }))

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
      const by = (level: 'ordinal' | 'interval' | 'ratio', change: (value: number) => number): unknown =>
        pick(krippendorffAlpha({ ratings: ratings.map(row => row.map(change)), level }), 'alpha')
      same(by('interval', value => 2 * value + 11), by('interval', value => value))
      same(by('ratio', value => 5 * value), by('ratio', value => value))
      same(by('ordinal', value => value ** 3), by('ordinal', value => value))
    }), RUNS)
  })

  test('kappa is symmetric between the coders; with weights reversed categories change nothing', () => {
    const both = fc.array(fc.tuple(code, code), { minLength: 1, maxLength: 30 })
    fc.assert(fc.property(both, fc.constantFrom('none' as const, 'linear' as const, 'quadratic' as const), (list, weights) => {
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
      if (one.status === 'undefined' || turned.status === 'undefined') return same(turned, one)
      const [a, b, c] = one.geometricMean!
      same([turned.geometricMean, turned.totalVariance], [[b, c, a], one.totalVariance])
    }), RUNS)
  })
})
