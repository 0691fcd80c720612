// Classes of a score of 0–100: the eleven bars round the tens, and equal classes of any width.

/** `from` belongs to the class; `to` only where `isClosed`. */
export interface Bin {
  from: number
  to: number
  isClosed: boolean
  /** The score its bar is named after; null where the class goes by its bounds. */
  centre: number | null
}

/**
 * Eleven bars named 0, 10, … 100: a score goes to the nearest ten, a five upwards. The first and last are half as wide
 * as the others (0–5 and 95–100), which a reader of the picture must be told.
 */
export const NEAREST_TENS: readonly Bin[] = Array.from({ length: 11 }, (_, at) => ({
  from: Math.max(0, at * 10 - 5), to: Math.min(100, at * 10 + 5), isClosed: at === 10, centre: at * 10
}))

/**
 * Classes of equal width from 0 on; the last holds 100 and is narrower where the width does not divide 100.
 * @throws RangeError unless 1 ≤ width ≤ 100
 */
export function equalBins(width: number): Bin[] {
  if (!(width >= 1 && width <= 100)) throw new RangeError(`classes are 1 to 100 wide, not ${width}`)
  const count = Math.ceil(tidy(100 / width))
  return Array.from({ length: count }, (_, at) => ({
    from: tidy(at * width), to: at === count - 1 ? 100 : tidy((at + 1) * width), isClosed: at === count - 1, centre: null
  }))
}

/** The index of the class a score falls in; null when none holds it. Bins in order, as made here. */
export function binOf(bins: readonly Bin[], score: number): number | null {
  const value = tidy(score)
  const at = bins.findIndex(bin => bin.from <= value && (value < bin.to || (bin.isClosed && value === bin.to)))
  return at < 0 ? null : at
}

/** How many scores fall in each class; scores outside all classes count nowhere. */
export function countBins(bins: readonly Bin[], scores: Iterable<number>): number[] {
  const counts = bins.map(() => 0)
  for (const score of scores) {
    const at = binOf(bins, score)
    if (at !== null) counts[at]!++
  }
  return counts
}

function tidy(score: number): number {
  return Math.round(score * 1e9) / 1e9
}
