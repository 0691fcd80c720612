// Marks with a number on them never hide each other's.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keptApart, type Round } from '../../../renderer/charts/kept-apart.ts'

const mark = fc.record({ x: fc.double({ min: 0, max: 100, noNaN: true }), y: fc.double({ min: 0, max: 100, noNaN: true }), r: fc.double({ min: 2, max: 4.5, noNaN: true }) })
const touches = (a: Round, b: Round): boolean => Math.hypot(a.x - b.x, a.y - b.y) < a.r + b.r

test('no two marks touch, wherever they begin', () => {
  fc.assert(fc.property(fc.array(mark, { maxLength: 14 }), fc.boolean(), (marks, isHeap) => {
    const given = isHeap ? marks.map(({ r }) => ({ x: 50, y: 50, r })) : marks
    const placed = keptApart(given).map((place, at) => ({ ...place, r: given[at]!.r }))
    placed.forEach((one, at) => placed.slice(at + 1).forEach(other => expect(touches(one, other)).toBe(false)))
  }), { seed: 20261123, numRuns: 300 })
})

test('what lies free stays on its place; two that touch part along the line between them', () => {
  expect(keptApart([{ x: 10, y: 10, r: 3 }, { x: 90, y: 80, r: 3 }])).toEqual([{ x: 10, y: 10 }, { x: 90, y: 80 }])
  expect(keptApart([{ x: 50, y: 50, r: 3 }, { x: 54, y: 50, r: 3 }])).toEqual([{ x: 48.75, y: 50 }, { x: 55.25, y: 50 }])
})
