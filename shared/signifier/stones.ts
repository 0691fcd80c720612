// Stones: places of 0–100 from the bottom left, on one axis (y null) or two; four quadrants or nine fields without overlap.

export interface StonePlace {
  x: number
  y: number | null
}

export const QUADRANTS = ['bottomLeft', 'bottomRight', 'topLeft', 'topRight'] as const
export type Quadrant = (typeof QUADRANTS)[number]
export const HALVES = ['left', 'right'] as const
export type Half = (typeof HALVES)[number]

/** The quadrant of a stone on two axes; 50 belongs to the right and to the top. */
export function quadrantOf({ x, y }: { x: number, y: number }): Quadrant {
  if (tidy(y) < 50) return tidy(x) < 50 ? 'bottomLeft' : 'bottomRight'
  return tidy(x) < 50 ? 'topLeft' : 'topRight'
}

/** The half of a stone on one axis; 50 belongs to the right. */
export function halfOf({ x }: { x: number }): Half {
  return tidy(x) < 50 ? 'left' : 'right'
}

/** The third of a score: 0, 1 or 2; exactly 1/3 and 2/3 of the way belong to the higher one. */
export function thirdOf(score: number): 0 | 1 | 2 {
  const value = tidy(score)
  return value < tidy(100 / 3) ? 0 : value < tidy(200 / 3) ? 1 : 2
}

/** The field of a stone among nine: column and row counted from the bottom left. */
export function ninthOf({ x, y }: { x: number, y: number }): { column: 0 | 1 | 2, row: 0 | 1 | 2 } {
  return { column: thirdOf(x), row: thirdOf(y) }
}

function tidy(score: number): number {
  return Math.round(score * 1e9) / 1e9
}
