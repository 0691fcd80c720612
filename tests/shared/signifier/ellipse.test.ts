// The ellipse of one standard deviation: axes worked out by hand, and measured as it is drawn.
import { expect, test } from 'vitest'
import { LEAST_FOR_ELLIPSE, spreadEllipse } from '../../../shared/signifier/ellipse.ts'

/** Ten times the four ends of a cross about (50, 40): 20 along one diagonal, 10 along the other. */
const cross = Array.from({ length: 10 }, () => [[20, 20], [-20, -20], [-10, 10], [10, -10]]).flat().flatMap(([x, y]) => [50 + x!, 40 + y!])

test('a cross along the diagonals has them as its axes', () => {
  const found = Object.entries(spreadEllipse(cross, 1)!).map(([name, value]) => [name, Number((value as number).toFixed(10))])
  // Variance along a diagonal: 20 of the 40 places at √800 from the middle, over 39; the other 20 at √200.
  expect(Object.fromEntries(found)).toEqual({ x: 50, y: 40, long: 20.2547873417, short: 10.1273936708, angle: 45 }) // √(20·800 / 39), √(20·200 / 39)
})

test('places on one line have no width, and the height of the drawing is measured along', () => {
  const line = Array.from({ length: 30 }, (_, at) => [50, at * 2]).flat()
  const [square, triangle] = [spreadEllipse(line, 1)!, spreadEllipse(line, 0.5)!]
  expect([square.short, square.angle, triangle.short, triangle.y]).toEqual([0, 90, 0, square.y / 2])
  expect(triangle.long).toBeCloseTo(square.long / 2, 10)
})

test('under thirty places there is none', () => {
  expect(LEAST_FOR_ELLIPSE).toBe(30)
  expect([spreadEllipse(cross.slice(0, 58), 1), spreadEllipse([], 1), spreadEllipse(cross.slice(0, 60), 1) !== null]).toEqual([null, null, true])
})
