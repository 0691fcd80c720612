// Which colour something new gets, so that it can be told from what is there.

/** Of the twelve colours (1–12) the one that fewest of `others` bear, the first of them in a draw. */
export function freshColour(others: readonly { colour: number }[]): number {
  const times = (colour: number): number => others.filter((other) => other.colour === colour).length
  return Array.from({ length: 12 }, (_, at) => at + 1).reduce((best, colour) => (times(colour) < times(best) ? colour : best), 1)
}
