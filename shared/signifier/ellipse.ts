// How far places lie spread about their mean: the ellipse of one standard deviation, along the direction in which they stray most.

/** Under so many places the ellipse is chance and is not drawn. */
export const LEAST_FOR_ELLIPSE = 30

/**
 * In units of the drawing, 0–100 from the left and from below (y times `tall`). `long` and `short` are standard deviations; `angle` is
 * that of the long axis, degrees from the right, anticlockwise, over −90 up to and including 90.
 */
export interface SpreadEllipse { x: number, y: number, long: number, short: number, angle: number }

/**
 * The principal axes of the sample covariance (n − 1) of the places; null under LEAST_FOR_ELLIPSE of them. `dots`: x, y, x, y, …;
 * `tall`: height of the drawing by its base, so that a triangle is measured as it is drawn.
 */
export function spreadEllipse(dots: readonly number[], tall: number): SpreadEllipse | null {
  const n = dots.length / 2
  if (n < LEAST_FOR_ELLIPSE) return null
  const places = Array.from({ length: n }, (_, at): [number, number] => [dots[2 * at]!, dots[2 * at + 1]! * tall])
  const mean = (axis: 0 | 1): number => places.reduce((sum, place) => sum + place[axis], 0) / n
  const [x, y] = [mean(0), mean(1)]
  const covariance = (a: 0 | 1, b: 0 | 1): number => places.reduce((sum, place) => sum + (place[a] - [x, y][a]!) * (place[b] - [x, y][b]!), 0) / (n - 1)
  const [xx, xy, yy] = [covariance(0, 0), covariance(0, 1), covariance(1, 1)]
  const [half, reach] = [(xx + yy) / 2, Math.hypot((xx - yy) / 2, xy)]
  return { x, y, long: Math.sqrt(half + reach), short: Math.sqrt(Math.max(0, half - reach)), angle: Math.atan2(2 * xy, xx - yy) / 2 * 180 / Math.PI }
}
