// Every stone lies in exactly one field, also on the lines.
import { expect, test } from 'vitest'
import { halfOf, ninthOf, quadrantOf, thirdOf } from '../../../shared/signifier/stones.ts'

test.each([
  [0, 0, 'bottomLeft'], [49.999, 49.999, 'bottomLeft'], [50, 49.999, 'bottomRight'], [49.999, 50, 'topLeft'], [50, 50, 'topRight'], [100, 100, 'topRight'],
  [100, 0, 'bottomRight'], [0, 100, 'topLeft']
])('a stone at %d, %d lies in %s', (x, y, quadrant) => {
  expect(quadrantOf({ x, y })).toBe(quadrant)
})

test('halves of one axis', () => {
  expect([0, 49.999, 50, 100].map(x => halfOf({ x }))).toEqual(['left', 'left', 'right', 'right'])
})

test('thirds are cut at exactly 1/3 and 2/3', () => {
  expect([0, 33.333, 100 / 3, (1 / 3) * 100, 66.666, 200 / 3, (1 - 1 / 3) * 100, 70, 100].map(thirdOf)).toEqual([0, 0, 1, 1, 1, 2, 2, 2, 2])
  expect(ninthOf({ x: 70, y: 100 / 3 })).toEqual({ column: 2, row: 1 })
})
