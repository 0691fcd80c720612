// Where dots lie close together: a smooth surface over a triangle or a square, corrected at its edges, as lines round the densest parts.
import { contours } from 'd3-contour'
import { TRIAD_HEIGHT } from '../../shared/signifier/triad.ts'

/** Fewer dots than this get no lines: a surface over a handful of stories shows the smoothing, not the stories. */
export const LEAST_FOR_DENSITY = 30
/** Standard deviation of the smoothing, in per cents of the side; the same for every picture, so that pictures can be compared. */
export const BANDWIDTH = 7
/** The lines enclose these shares of the surface. */
const ENCLOSED = [0.25, 0.5, 0.75] as const

const SIZE = 101
type Shape = 'triangle' | 'square'

export interface Density {
  /** Paths in units of the drawing, densest first. */
  lines: { share: number, path: string }[]
  /** Of a place (x, y 0–100 from the left and from below): its density as a share of the peak's. */
  at: (x: number, y: number) => number
}

/**
 * Gaussian kernel on a grid of one unit in the plane of the drawing, divided by the part of the kernel's mass that lies inside the shape
 * (edge correction by renormalisation, Diggle 1985). `dots`: x, y, x, y, … 0–100. Null under LEAST_FOR_DENSITY dots.
 */
export function densityOf(dots: readonly number[], shape: Shape): Density | null {
  if (dots.length / 2 < LEAST_FOR_DENSITY) return null
  const tall = tallOf(shape)
  const { surface, within } = surfaceOf(dots, shape)
  const peak = within.reduce((most, value) => Math.max(most, value), 0)
  // The lines run on over the edge, where the picture cuts them off: a line along the cells of the edge would show steps.
  const lines = ENCLOSED.map(share => ({ share, path: pathOf(surface, levelEnclosing(within, share)) }))
  return { lines, at: (x, y) => surface[cell(x, (100 - y) * tall)]! / peak }
}

const tallOf = (shape: Shape): number => (shape === 'triangle' ? TRIAD_HEIGHT : 1)

/** The whole grid, and the part of it inside the shape. */
function surfaceOf(dots: readonly number[], shape: Shape): { surface: Float64Array, within: Float64Array } {
  const inside = maskOf(shape)
  const mass = blurred(inside)
  const heap = new Float64Array(SIZE * SIZE)
  for (let i = 0; i < dots.length; i += 2) heap[cell(dots[i]!, (100 - dots[i + 1]!) * tallOf(shape))]! += 1
  const surface = blurred(heap).map((value, at) => value / Math.max(mass[at]!, 0.05))
  return { surface, within: surface.filter((_, at) => inside[at] === 1) }
}

/** How much denser one cloud is than the other, as shares of the higher of both peaks: below the first a difference is not drawn. */
const APART = [0.15, 0.3, 0.5] as const

export interface Difference {
  /** Where the first is denser, then where the second is; each band lies inside the one before it. Empty where they hardly differ. */
  more: { share: number, path: string }[]
  less: { share: number, path: string }[]
}

/** Of two clouds, each counted as one whole, whatever its size. Null where either has under LEAST_FOR_DENSITY dots. */
export function differenceOf(first: readonly number[], second: readonly number[], shape: Shape): Difference | null {
  if (Math.min(first.length, second.length) / 2 < LEAST_FOR_DENSITY) return null
  const [a, b] = [wholeOf(surfaceOf(first, shape)), wholeOf(surfaceOf(second, shape))]
  const peak = Math.max(a.peak, b.peak)
  const apart = a.surface.map((value, at) => (value - b.surface[at]!) / peak)
  const bands = (surface: Float64Array): Difference['more'] => APART.map(share => ({ share, path: pathOf(surface, share) })).filter(({ path }) => path !== '')
  return { more: bands(apart), less: bands(apart.map(value => -value)) }
}

/** The surface as one whole of 1 inside the shape, with its peak there. */
function wholeOf({ surface, within }: ReturnType<typeof surfaceOf>): { surface: Float64Array, peak: number } {
  const whole = within.reduce((sum, value) => sum + value, 0)
  return { surface: surface.map(value => value / whole), peak: within.reduce((most, value) => Math.max(most, value), 0) / whole }
}

const cell = (x: number, down: number): number => Math.round(Math.min(100, Math.max(0, down))) * SIZE + Math.round(Math.min(100, Math.max(0, x)))

/** 1 for each cell of the grid inside the shape. */
function maskOf(shape: Shape): Float64Array {
  const mask = new Float64Array(SIZE * SIZE).fill(1)
  if (shape === 'square') return mask
  for (let row = 0; row < SIZE; row++) {
    const half = row / TRIAD_HEIGHT / 2
    for (let x = 0; x < SIZE; x++) if (row > 100 * TRIAD_HEIGHT + 0.5 || Math.abs(x - 50) > half + 0.5) mask[row * SIZE + x] = 0
  }
  return mask
}

/** One direction after the other: a Gaussian is the product of both. */
function blurred(grid: Float64Array): Float64Array {
  const reach = Math.ceil(BANDWIDTH * 3)
  const kernel = Array.from({ length: 2 * reach + 1 }, (_, at) => Math.exp(-((at - reach) ** 2) / (2 * BANDWIDTH ** 2)))
  const whole = kernel.reduce((sum, weight) => sum + weight, 0)
  const pass = (from: Float64Array, step: number, across: number): Float64Array => {
    const to = new Float64Array(from.length)
    for (let line = 0; line < SIZE; line++) {
      for (let at = 0; at < SIZE; at++) {
        let sum = 0
        for (let k = Math.max(0, at - reach); k <= Math.min(SIZE - 1, at + reach); k++) sum += from[line * across + k * step]! * kernel[k - at + reach]!
        to[line * across + at * step] = sum / whole
      }
    }
    return to
  }
  return pass(pass(grid, 1, SIZE), SIZE, 1)
}

/** The height above which this share of the whole surface lies. */
function levelEnclosing(surface: Float64Array, share: number): number {
  const falling = surface.toSorted().reverse()
  const whole = falling.reduce((sum, value) => sum + value, 0)
  let sum = 0
  return falling.find(value => (sum += value) >= whole * share) ?? 0
}

function pathOf(surface: Float64Array, level: number): string {
  const [found] = contours().size([SIZE, SIZE]).smooth(true).thresholds([level])([...surface])
  // The grid's values stand in the middle of its cells, half a unit from where the contour counts.
  const spell = (ring: readonly (readonly number[])[]): string => `M${ring.map(([x, y]) => `${(x! - 0.5).toFixed(1)} ${(y! - 0.5).toFixed(1)}`).join('L')}Z`
  return found?.coordinates.flatMap(polygon => polygon.map(spell)).join('') ?? ''
}
