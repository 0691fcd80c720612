// Round marks that would lie over each other move aside, as little as it takes, so that the number on each can be read.

export interface Round { x: number, y: number, r: number }

/** Between two marks, in units of the picture. */
const AIR = 0.5
const MOST_TURNS = 400

/** The places of the marks in the same order; those that were free of the others stay where they are. The same marks always give the same places. */
export function keptApart(marks: readonly Round[]): { x: number, y: number }[] {
  const places = marks.map(({ x, y }) => ({ x, y }))
  for (let turn = 0; turn < MOST_TURNS; turn++) if (!pushOnce(marks, places)) break
  return places
}

/** Pushes every pair that touches half of the way apart; false when none did. */
function pushOnce(marks: readonly Round[], places: { x: number, y: number }[]): boolean {
  let pushed = false
  for (let one = 0; one < marks.length; one++) for (let other = one + 1; other < marks.length; other++) {
    const [a, b] = [places[one]!, places[other]!]
    const room = marks[one]!.r + marks[other]!.r + AIR
    const [dx, dy] = [b.x - a.x, b.y - a.y]
    const apart = Math.hypot(dx, dy)
    if (apart >= room - 1e-3) continue
    pushed = true
    // On the very same spot there is no way apart: every pair takes one of its own.
    const turn = one + other * 2.4
    const [x, y] = apart < 1e-6 ? [Math.cos(turn), Math.sin(turn)] : [dx / apart, dy / apart]
    const step = (room - apart) / 2
    Object.assign(a, { x: a.x - x * step, y: a.y - y * step })
    Object.assign(b, { x: b.x + x * step, y: b.y + y * step })
  }
  return pushed
}
