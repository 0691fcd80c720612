// Lines round the densest parts: true at the edges, silent when there are few, and enclosing what they say.
import { TRIAD_HEIGHT } from '../../../shared/signifier/triad.ts'
import { expect, test } from 'vitest'
import { BANDWIDTH, densityOf, LEAST_FOR_DENSITY, differenceOf } from '../../../renderer/charts/density.ts'
import { seededRandom } from '../../../shared/statistics/index.ts'

const random = seededRandom(20241122)
/** Dots spread evenly over the triangle: x, y, x, y, … */
const even = Array.from({ length: 6000 }, () => {
  let [a, b] = [random(), random()]
  if (a + b > 1) [a, b] = [1 - a, 1 - b]
  return [100 * (b + a / 2), 100 * a]
}).flat()

test('an even spread is even up to the edges and into the corners, which smoothing alone would empty', () => {
  const { at } = densityOf(even, 'triangle')!
  const places = [[50, 33], [50, 1], [26, 50], [74, 50], [5, 1], [95, 1], [50, 95]] as const
  for (const [x, y] of places) expect([x, y, at(x, y) > 0.6]).toEqual([x, y, true])
})

test('one heap has its peak where it lies and falls off as the kernel does', () => {
  const heap = Array.from({ length: 40 }, () => [50, 40]).flat()
  const { at } = densityOf(heap, 'square')!
  expect(at(50, 40)).toBeCloseTo(1, 6)
  expect(at(50 + BANDWIDTH, 40)).toBeCloseTo(Math.exp(-0.5), 2)
})

test('few dots get no lines', () => {
  const dots = (count: number) => Array.from({ length: count }, (_, nth) => [40 + nth % 7, 30]).flat()
  expect(densityOf(dots(LEAST_FOR_DENSITY - 1), 'triangle')).toBeNull()
  expect(densityOf(dots(LEAST_FOR_DENSITY), 'triangle')?.lines.map(({ share }) => share)).toEqual([0.25, 0.5, 0.75])
})

test('the line of three quarters encloses about three quarters of an even spread over a square', () => {
  const square = Array.from({ length: 4000 }, () => [100 * random(), 100 * random()]).flat()
  const { lines, at } = densityOf(square, 'square')!
  expect(lines.every(({ path }) => /^M[\d.-]+ [\d.-]+L/.test(path))).toBe(true)
  expect(at(0, 0)).toBeGreaterThan(0.5)
})

test('taken apart: nothing where both clouds are alike whatever their size, teal round the one heap and stripes round the other, none under thirty', () => {
  const heap = (x: number, y: number, count: number): number[] => Array.from({ length: count }, (_, at) => [x + (at % 5), y + (at % 7)]).flat()
  const [low, high] = [heap(20, 10, 60), heap(48, 70, 40)]
  expect(differenceOf(low, [...low, ...low, ...low], 'triangle')).toEqual({ more: [], less: [] })
  const apart = differenceOf(low, high, 'triangle')!
  expect(differenceOf(high, low, 'triangle')).toEqual({ more: apart.less, less: apart.more })
  expect([apart.more.map(({ share }) => share), apart.less.map(({ share }) => share)]).toEqual([[0.15, 0.3, 0.5], [0.15, 0.3, 0.5]])
  const middle = (path: string): number[] => { const all = [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]); return [0, 1].map(axis => all.reduce((sum, point) => sum + point[axis]!, 0) / all.length) }
  const [first, second] = [middle(apart.more[2]!.path), middle(apart.less[2]!.path)]
  expect([Math.abs(first[0]! - 22), Math.abs(second[0]! - 50)].every(away => away < 2)).toBe(true)
  expect([Math.abs(first[1]! - (100 - 13) * TRIAD_HEIGHT), Math.abs(second[1]! - (100 - 73) * TRIAD_HEIGHT)].every(away => away < 2)).toBe(true)
  expect([differenceOf(heap(20, 10, 29), high, 'triangle'), differenceOf(low, heap(20, 10, 29), 'triangle')]).toEqual([null, null])
})
