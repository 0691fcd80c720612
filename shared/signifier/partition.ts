// Where an answer falls: bars and classes of a scale, zones of a triad, quadrants of a stone. Each is a true partition:
// every place belongs to exactly one part, also on a boundary.

/** Scores come from shares such as 1/3 × 100; a boundary is not missed for the rounding of that. */
const SLACK = 1e-9

/** Lower bounds of equal classes over 0–100; a class holds its lower bound, the last one 100 too. */
export function equalClasses(count: number, from = 0, to = 100): number[] {
  return Array.from({ length: count }, (_, place) => from + (to - from) * place / count)
}

/** The class of a value by rising lower bounds: what lies under the first belongs to the first. */
export function classOf(lower: readonly number[], value: number): number {
  let place = 0
  while (place + 1 < lower.length && value >= lower[place + 1]! - SLACK) place++
  return place
}

/** One of 11 bars 0, 10, … 100: the value rounded to the nearest ten, halves up, so the end bars are half as wide (0–100). */
export function barOf(value: number): number {
  return Math.min(10, Math.max(0, Math.floor((value + 5 + SLACK) / 10)))
}

export const ZONES = ['top', 'left', 'right', 'topLeft', 'topRight', 'leftRight', 'centre'] as const
export type Zone = (typeof ZONES)[number]

/**
 * The zone of a triad answer: an anchor's corner from `corner` on (60), else the edge between two anchors where the third stays
 * under `edge` (20), else the centre. Shares [top, left, right] 0–100 that sum to 100; corner over 50 so that there is one at most.
 */
export function zoneOf([top, left, right]: readonly [number, number, number], { corner, edge }: { corner: number, edge: number } = { corner: 60, edge: 20 }): Zone {
  if (top >= corner - SLACK) return 'top'
  if (left >= corner - SLACK) return 'left'
  if (right >= corner - SLACK) return 'right'
  const least = Math.min(top, left, right)
  if (least >= edge - SLACK) return 'centre'
  if (right === least) return 'topLeft'
  return left === least ? 'topRight' : 'leftRight'
}

/** x first, then y: 'left' and 'right' on one axis; the middle line belongs to the right and to the top. */
export const QUADRANTS = ['leftTop', 'rightTop', 'leftBottom', 'rightBottom'] as const
export const HALVES = ['left', 'right'] as const
export type Quadrant = (typeof QUADRANTS)[number] | (typeof HALVES)[number]

/** Where a stone lies; x and y 0–100 from the bottom left, y null on one axis. */
export function quadrantOf(x: number, y: number | null): Quadrant {
  const side = x >= 50 - SLACK ? 'right' : 'left'
  return y === null ? side : `${side}${y >= 50 - SLACK ? 'Top' : 'Bottom'}`
}
