// Inside a line drawn by hand, against a rectangle and a triangle for which the answer is plain.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isInside, thinned } from '../../../shared/signifier/outline.ts'

const whole = fc.integer({ min: 0, max: 100 })

test('a rectangle holds what lies between its sides, whichever way it was drawn', () => {
  fc.assert(fc.property(whole, whole, whole, whole, fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 0, max: 100, noNaN: true }), (a, b, c, d, x, y) => {
    const [left, right, low, high] = [Math.min(a, b), Math.max(a, b), Math.min(c, d), Math.max(c, d)]
    fc.pre([left, right].every((side) => Math.abs(side - x) > 1e-6) && [low, high].every((side) => Math.abs(side - y) > 1e-6))
    const line: [number, number][] = [[left, low], [right, low], [right, high], [left, high]]
    const inside = x > left && x < right && y > low && y < high
    expect(isInside(line, x, y)).toBe(inside)
    expect(isInside(line.toReversed(), x, y)).toBe(inside)
  }), { seed: 11, numRuns: 300 })
})

test('a dented line leaves out its dent', () => {
  const dented: [number, number][] = [[0, 0], [100, 0], [100, 100], [50, 20], [0, 100]]
  expect([isInside(dented, 50, 10), isInside(dented, 50, 60), isInside(dented, 10, 60)]).toEqual([true, false, true])
})

test('a line is thinned to its steps, but never to less than three points', () => {
  const fine = Array.from({ length: 100 }, (_, at): [number, number] => [at / 10, 0])
  expect(thinned(fine, 1).map(([x]) => x)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(thinned([[0, 0], [0.1, 0], [0, 0.1]], 5)).toEqual([[0, 0], [0.1, 0], [0, 0.1]])
})
