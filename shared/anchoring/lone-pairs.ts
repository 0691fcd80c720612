// Words that occur once in both of two texts, in the same order: what a much changed text can be held by (patience diff, Cohen 2003).

/** Pairs of positions in order; the longest such row. */
export function lonePairs(old: readonly string[], fresh: readonly string[]): (readonly [number, number])[] {
  const [inOld, inFresh] = [lonePlaces(old), lonePlaces(fresh)]
  const pairs: (readonly [number, number])[] = []
  for (const [word, place] of inOld) {
    const there = inFresh.get(word)
    if (place >= 0 && there !== undefined && there >= 0) pairs.push([place, there])
  }
  return longestRising(pairs)
}

/** The place of each word; -1 for a word that occurs more often. White space and single marks hold nothing. */
function lonePlaces(words: readonly string[]): Map<string, number> {
  const places = new Map<string, number>()
  for (const [at, word] of words.entries()) if (/[\p{L}\p{N}]{2}/u.test(word)) places.set(word, places.has(word) ? -1 : at)
  return places
}

/** The longest row of pairs, which come in order of their first number, whose second numbers rise too. */
function longestRising(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const ends: number[] = []
  const before = new Int32Array(pairs.length).fill(-1)
  for (const [at, [, value]] of pairs.entries()) {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[ends[middle]!]![1] < value) low = middle + 1
      else high = middle
    }
    if (low > 0) before[at] = ends[low - 1]!
    ends[low] = at
  }
  const row: (readonly [number, number])[] = []
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at]!) row.push(pairs[at]!)
  return row.reverse()
}
