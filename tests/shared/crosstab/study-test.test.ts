// The study's own way of testing, and what "no difference" leaves open.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { smallestShare } from '../../../shared/crosstab/smallest-difference.ts'
import { isStriking, studyTest } from '../../../shared/crosstab/study-test.ts'
import type { Column, CrosstabRow } from '../../../shared/contract/crosstab.ts'

/** Tab 6 and 7 of the study: fragments of thirteen shared codes, families and staff (M43). */
const SHARED: [number, number][] = [[64, 93], [60, 65], [42, 27], [38, 7], [36, 24], [34, 39], [33, 44], [29, 12], [21, 44], [18, 25], [13, 25], [9, 15], [6, 31]]
const column = (key: string, value = true): Column => ({ key, face: { is: 'bar', at: 0 }, value, stories: 0, done: 0 })
const rowsOf = (counts: readonly number[][]) => counts.map((one) => ({ counts: one })) as unknown as CrosstabRow[]

test('the contrast of two groups comes out as published: χ² 70.52, and six codes by the squared rule, one by the literal one', () => {
  const study = studyTest({ columns: [column('gezin'), column('team'), column('unknown', false)], columnsAre: 'single', rows: rowsOf(SHARED.map((pair) => [...pair, 99])) })
  if (study.is !== 'tested') throw new Error(study.reason)
  expect([study.n, study.df, Number(study.statistic.toFixed(2)), study.p < 3e-10]).toEqual([854, 12, 70.52, true])
  expect(study.residuals.map(([z]) => Number(z!.toFixed(2))).filter((z) => Math.abs(z) >= 2)).toEqual([2.37, 5.14, 2.06, 3.09, -2.5, -3.86])
  expect(study.residuals.every(([, , state]) => state === null)).toBe(true)
  const marked = (rule: 'literal' | 'squared'): number => study.residuals.filter(([z]) => isStriking(z!, study.p, rule)).length
  expect([marked('literal'), marked('squared')]).toEqual([1, 6])
  expect(isStriking(9, 0.05, 'literal')).toBe(false)
})

test('refused where columns overlap, are coders, or are too few', () => {
  const of = (columnsAre: 'single' | 'several' | 'none', rows: number[][]) => studyTest({ columns: [column('a'), column('b')], columnsAre, rows: rowsOf(rows) })
  expect([of('several', [[1, 2], [3, 4]]), of('none', [[1, 2], [3, 4]]), of('single', [[1, 2]]), of('single', [[1, 0], [3, 0]])])
    .toEqual(['several', 'coders', 'noTable', 'noTable'].map((reason) => ({ is: 'refused', reason })))
})

test('the smallest difference: 37 against 38 stories at 30 % show about 62 %; more stories show smaller ones; none where nothing could', () => {
  expect(smallestShare({ n1: 37, n2: 38, share: 0.3 })).toBeCloseTo(0.62, 2)
  expect(smallestShare({ n1: 2, n2: 2, share: 0.5 })).toBeNull()
  fc.assert(fc.property(fc.integer({ min: 20, max: 400 }), fc.double({ min: 0.05, max: 0.5, noNaN: true }), (n, share) => {
    const [few, many] = [smallestShare({ n1: n, n2: n, share }) ?? 1, smallestShare({ n1: 2 * n, n2: 2 * n, share })!]
    return many > share && many <= few
  }), { seed: 6, numRuns: 100 })
})
