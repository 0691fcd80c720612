// A line drawn by hand round places of a picture: what lies inside.

export type Outline = readonly (readonly [x: number, y: number])[]

/**
 * Is this place inside the closed line? Even-odd rule (Shimrat 1962, Algorithm 112): a line that crosses itself leaves out what it goes
 * round twice. A place on the line itself may fall either way.
 */
export function isInside(outline: Outline, x: number, y: number): boolean {
  let inside = false
  for (let at = 0, before = outline.length - 1; at < outline.length; before = at++) {
    const [ax, ay] = outline[at]!
    const [bx, by] = outline[before]!
    if (ay > y !== by > y && x < (bx - ax) * (y - ay) / (by - ay) + ax) inside = !inside
  }
  return inside
}

/** The line with fewer points: those closer than `step` to the last kept one are left out; at least three stay. */
export function thinned(outline: Outline, step: number): [number, number][] {
  const kept: [number, number][] = []
  for (const [x, y] of outline) {
    const last = kept.at(-1)
    if (!last || Math.hypot(x - last[0], y - last[1]) >= step) kept.push([x, y])
  }
  return kept.length >= 3 ? kept : outline.map(([x, y]): [number, number] => [x, y])
}
