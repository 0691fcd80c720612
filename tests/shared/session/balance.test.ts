// Warnings about the make-up of a pack: each where it is due, none where the pack resembles the whole set.
import { expect, test } from 'vitest'
import { newId } from '../../../shared/domain/ids.ts'
import { farWith, outerFrom, warningsOf, type Dimension, type Facts } from '../../../shared/session/balance.ts'

const triad = newId(1)
const groups = (families: [number, number], staff: [number, number]): Dimension => ({
  kind: 'group', signifier: null, name: 'Groep', watched: true, whole: families[0] + staff[0], pack: families[1] + staff[1],
  categories: [{ key: 'g', name: 'Gezinnen', whole: families[0], pack: families[1] }, { key: 'm', name: 'Medewerkers', whole: staff[0], pack: staff[1] }]
})
const tenths = Array.from({ length: 100 }, (_, at) => at)
const sound: Facts = {
  stories: 24, tables: 3, tone: { whole: tenths, pack: [5, 30, 70, 95] }, triads: [{ signifier: triad, name: 'Wie bepaalde?', whole: tenths, pack: [3, 50, 92] }],
  lengths: { whole: [400, 500, 600], pack: [450, 550] }, tellers: { most: 1, known: 24 }, used: 0, oneCoder: null, method: 'random', showsGroup: true
}

test('[P5] a pack like the whole set gets no warning', () => {
  expect(warningsOf([groups([100, 14], [71, 10])], sound)).toEqual([])
})

test('[P5] a share more than ten points off, or none at all, is told; within one story it is not', () => {
  expect(warningsOf([groups([100, 20], [71, 4])], sound)).toEqual([{ is: 'off', dimension: 0, category: 1 }])
  expect(warningsOf([groups([100, 24], [71, 0])], { ...sound })).toEqual([{ is: 'absent', dimension: 0, category: 1 }])
  // Three stories cannot be 58 against 42 per cent.
  expect(warningsOf([groups([100, 1], [71, 2])], { ...sound, tables: 1, stories: 3 })).toEqual([])
  // Four in a hundred may be missing.
  expect(warningsOf([groups([97, 24], [4, 0])], sound)).toEqual([])
})

test('[P5] one tone, no low score, no outlier, voices mixed, one teller, too few', () => {
  const told = (facts: Partial<Facts>) => warningsOf([groups([100, 14], [71, 10])], { ...sound, ...facts }).map(({ is }) => is)
  expect(told({ tone: { whole: tenths, pack: [50, 80, 99] } })).toEqual(['onlyPositive'])
  expect(told({ tone: { whole: tenths, pack: [0, 10, 50] } })).toEqual(['onlyNegative'])
  expect(told({ tone: { whole: [60, 70], pack: [60, 70, 60] } })).toEqual([])
  expect(told({ tone: { whole: tenths, pack: [21, 60, 90] } })).toEqual(['noLow'])
  expect(warningsOf([], { ...sound, triads: [{ signifier: triad, name: 'Wie bepaalde?', whole: tenths, pack: [3, 50, 89] }] })).toEqual([{ is: 'noOutlier', signifier: triad, name: 'Wie bepaalde?' }])
  expect(told({ showsGroup: false })).toEqual(['mixedVoices'])
  expect(told({ tellers: { most: 3, known: 10 } })).toEqual(['oneTeller'])
  expect(told({ tellers: { most: 2, known: 10 } })).toEqual([])
  expect(told({ lengths: { whole: [400, 500, 600], pack: [800, 751] } })).toEqual(['long'])
  expect(told({ stories: 8 })).toEqual(['tooFew'])
  expect(told({ used: 2, oneCoder: 'Anna', method: 'hand' })).toEqual(['used', 'oneCoder', 'byHand'])
})

test('[P5] of the stories that would mend it, the one that brings the pack nearest to the whole set', () => {
  const dimensions = [groups([100, 12], [71, 3]), { ...groups([50, 1], [50, 6]), name: 'Kanaal' }]
  const far = (first: string[], second: string[]) => farWith(dimensions, ({ name }) => (name === 'Kanaal' ? second : first))
  expect([far(['m'], ['g']), far(['m'], []), far(['m'], ['m']), far([], [])].toSorted((a, b) => a - b)).toEqual([far(['m'], ['g']), far(['m'], []), far(['m'], ['m']), far([], [])])
  expect(far(['m'], ['g'])).toBeCloseTo(2 * (100 / 171 - 12 / 16) * -1 + 2 * (0.5 - 2 / 8), 10)
})

test('the outer tenth of few answers is not spoken of', () => {
  expect([outerFrom([1, 2, 3]), outerFrom(tenths), outerFrom(tenths.slice(0, 10))]).toEqual([null, 90, 9])
})
