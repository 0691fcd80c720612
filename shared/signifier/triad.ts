// Triads: an answer is three shares of anchors [top, left, right], 0–100, that sum to 100. Places on the drawing and back,
// and seven zones that divide the triangle without gap or overlap.

/** Shares of the anchors [top, left, right], 0–100, summing to 100. */
export type TriadShares = readonly [top: number, left: number, right: number]

/** A place in the triangle: x from left to right, y from the base up, both 0–100 (the height drawn is 0.866 of the base). */
export interface TriadPlace {
  x: number
  y: number
}

/** The height of an equilateral triangle with base 1. */
export const TRIAD_HEIGHT = Math.sqrt(3) / 2

/** Where the corners lie, in the order of the anchors. */
export const TRIAD_CORNERS: readonly [top: TriadPlace, left: TriadPlace, right: TriadPlace] = [{ x: 50, y: 100 }, { x: 0, y: 0 }, { x: 100, y: 0 }]

/** How far shares may be off by rounding in an export (hundredths of a point on each share) before they are another answer. */
const TOLERANCE = 0.5

/** The place of an answer: y = top, x = right + top / 2 (the columns percentY and percentX of a SenseMaker export, times 100). */
export function placeOfShares([top, , right]: TriadShares): TriadPlace {
  return { x: right + top / 2, y: top }
}

/**
 * The shares of a place: top = y, right = x − y / 2, left = 100 − x − y / 2. A place that lies outside by rounding only
 * (half a point) is brought to the edge; one further out gives null.
 */
export function sharesOfPlace({ x, y }: TriadPlace): [top: number, left: number, right: number] | null {
  const raw = [y, 100 - x - y / 2, x - y / 2] as const
  if (raw.some(share => !(share >= -TOLERANCE && share <= 100 + TOLERANCE))) return null
  const inside = raw.map(share => Math.max(0, share)) as [number, number, number]
  const sum = inside[0] + inside[1] + inside[2]
  return inside.map(share => share / sum * 100) as [number, number, number]
}

export const TRIAD_ZONES = ['top', 'left', 'right', 'topLeft', 'topRight', 'leftRight', 'centre'] as const
export type TriadZone = (typeof TRIAD_ZONES)[number]

/** From here on an anchor has the answer to itself. */
export const CORNER_FROM = 60
/** Below this an anchor no longer takes part. */
export const EDGE_BELOW = 20

/**
 * The one zone of an answer. A corner where its share is at least 60; else an edge where the third share is under 20;
 * else the centre. The published rules of the SenseMaker Workbench overlap on the lines (60 is corner and edge, 20 edge and
 * centre); here 60 belongs to the corner and 20 to the centre, so that zone counts sum to n. Both cuts can be set: the corner
 * over 50, so that there is one at most, and the edge under a third; between a high corner and a low edge the least share
 * decides which edge it is.
 */
export function zoneOfShares(shares: TriadShares, { corner, edge }: { corner: number, edge: number } = { corner: CORNER_FROM, edge: EDGE_BELOW }): TriadZone {
  const [top, left, right] = shares.map(tidy) as [number, number, number]
  if (top >= corner) return 'top'
  if (left >= corner) return 'left'
  if (right >= corner) return 'right'
  const least = Math.min(top, left, right)
  if (least >= edge) return 'centre'
  if (right === least) return 'topLeft'
  return left === least ? 'topRight' : 'leftRight'
}

/** The outline of a zone as places in the triangle, for drawing. */
export function outlineOfZone(zone: TriadZone): TriadPlace[] {
  return OUTLINES[zone].map(([top, left]) => placeOfShares([top, left, 100 - top - left]))
}

/** Corners of each zone as [top, left] shares. */
const OUTLINES: Record<TriadZone, [top: number, left: number][]> = {
  top: [[100, 0], [60, 40], [60, 0]],
  left: [[0, 100], [0, 60], [40, 60]],
  right: [[0, 0], [40, 0], [0, 40]],
  topLeft: [[60, 40], [40, 60], [20, 60], [60, 20]],
  topRight: [[60, 0], [60, 20], [20, 20], [40, 0]],
  leftRight: [[0, 60], [20, 60], [20, 20], [0, 40]],
  centre: [[60, 20], [20, 60], [20, 20]]
}

/** Takes off what arithmetic in binary fractions leaves behind (0.7 − 0.1 is not 0.6). */
function tidy(share: number): number {
  return Math.round(share * 1e9) / 1e9
}
