// Dots of a triad for others: where exactly a teller put one can be known to who was there, so each is moved a little, and they come in an order of
// their own. The same dots are always moved the same.
import { TRIAD_CORNERS } from '../signifier/triad.ts'
import { seededRandom } from '../statistics/random.ts'

/** No dot goes further than this, in per cents of the side: less than the smoothing of a density, so that the picture stays. */
export const FARTHEST = 3
const SEED = 20261123

/** `dots`: x, y, x, y, … 0–100 from the left and from below, and so is what comes back; none leaves the triangle. */
export function movedDots(dots: readonly number[]): number[] {
  const random = seededRandom(SEED)
  const pairs = Array.from({ length: dots.length / 2 }, (_, at): [number, number] => [dots[at * 2]!, dots[at * 2 + 1]!]).toSorted(([a, b], [c, d]) => a - c || b - d)
  const moved = pairs.map(([x, y]): [number, number] => {
    const [angle, far] = [random() * 2 * Math.PI, Math.sqrt(random()) * FARTHEST]
    return inside(x + Math.cos(angle) * far, y + Math.sin(angle) * far)
  })
  return moved.toSorted(([a, b], [c, d]) => a - c || b - d).flatMap(([x, y]) => [brief(x), brief(y)])
}

function inside(x: number, y: number): [number, number] {
  const high = Math.min(100, Math.max(0, y))
  const edge = high / 100 * TRIAD_CORNERS[0].x
  return [Math.min(100 - edge, Math.max(edge, x)), high]
}

const brief = (value: number): number => Math.round(value * 100) / 100
