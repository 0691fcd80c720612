// Places on a ring, with where the words beside them go so that none lies over another.
export interface RingPlace { x: number, y: number, words: { x: number, y: number, anchor: 'start' | 'end' } }

/** Clockwise from the top; words stand outside, in two columns with at least `apart` between their lines. */
export function ringOf(count: number, { x, y, radius }: { x: number, y: number, radius: number }, apart = 15): RingPlace[] {
  const places = Array.from({ length: count }, (_, at): RingPlace => {
    const angle = (at + 0.5) / count * 2 * Math.PI
    const [dx, dy] = [Math.sin(angle), -Math.cos(angle)]
    return { x: x + radius * dx, y: y + radius * dy, words: { x: x + (radius + 18) * dx, y: y + (radius + 18) * dy + 4, anchor: dx >= 0 ? 'start' : 'end' } }
  })
  for (const side of ['start', 'end'] as const) spread(places.filter(({ words }) => words.anchor === side).toSorted((a, b) => a.words.y - b.words.y), y, apart)
  return places
}

/** Pushes lines apart from the middle outward. */
function spread(column: RingPlace[], middle: number, apart: number): void {
  const start = column.findIndex(({ words }) => words.y >= middle)
  const from = start < 0 ? column.length : start
  for (let at = from + 1; at < column.length; at++) column[at]!.words.y = Math.max(column[at]!.words.y, column[at - 1]!.words.y + apart)
  for (let at = Math.min(from, column.length - 1) - 1; at >= 0; at--) column[at]!.words.y = Math.min(column[at]!.words.y, column[at + 1]!.words.y - apart)
}
