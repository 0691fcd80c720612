// Tables: order does not matter, empty rows change nothing, equal columns may be merged, and both ways of Fisher agree.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  chi2Independence, fisher2x2, fisherRxc
} from '../../../shared/statistics/index.ts'
import { RUNS, count, table, same, pick } from './inputs.ts'

const transposed = (rows: number[][]): number[][] => rows[0]!.map((_, col) => rows.map(row => row[col]!))

describe('tables', () => {
  const figures = [
    'n', 'df', 'statistic', 'p', 'statisticYates', 'pYates', 'gStatistic', 'gP', 'cramersV', 'cramersVBc', 'cohensW', 'minExpected', 'shareExpectedLt5'
  ] as const

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
