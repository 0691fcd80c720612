// The longest common part of two lists of words that differ little: the greedy search of Myers (1986).

/** Beyond this many differences the search costs too much time and memory (a square of it), and finds chance pairs. */
const MOST_DIFFERENCES = 600

/** Pairs of positions that stay, in order; null when the lists differ too much to search. */
export function longestCommon(old: readonly string[], fresh: readonly string[]): (readonly [number, number])[] | null {
  const trails: Int32Array[] = []
  const limit = Math.min(MOST_DIFFERENCES, old.length + fresh.length)
  if (Math.abs(old.length - fresh.length) > limit) return null
  const reach = new Int32Array(2 * limit + 3)
  for (let distance = 0; distance <= limit; distance++) {
    trails.push(reach.slice())
    for (let diagonal = -distance; diagonal <= distance; diagonal += 2) {
      const at = limit + 1 + diagonal
      const down = diagonal === -distance || (diagonal !== distance && reach[at - 1]! < reach[at + 1]!)
      let i = down ? reach[at + 1]! : reach[at - 1]! + 1
      let j = i - diagonal
      while (i < old.length && j < fresh.length && old[i] === fresh[j]) { i++; j++ }
      reach[at] = i
      if (i >= old.length && j >= fresh.length) return walkBack(trails, limit, old, fresh)
    }
  }
  return null
}

function walkBack(trails: readonly Int32Array[], limit: number, old: readonly string[], fresh: readonly string[]): (readonly [number, number])[] {
  const kept: [number, number][] = []
  let [i, j] = [old.length, fresh.length]
  for (let distance = trails.length - 1; distance >= 0; distance--) {
    const reach = trails[distance]!
    const diagonal = i - j
    const at = limit + 1 + diagonal
    const down = diagonal === -distance || (diagonal !== distance && reach[at - 1]! < reach[at + 1]!)
    const fromDiagonal = down ? diagonal + 1 : diagonal - 1
    const fromI = distance === 0 ? 0 : reach[limit + 1 + fromDiagonal]!
    const fromJ = distance === 0 ? 0 : fromI - fromDiagonal
    while (i > fromI && j > fromJ && old[i - 1] === fresh[j - 1] && kept.length < old.length) { kept.push([--i, --j]) }
    i = fromI
    j = fromJ
  }
  return kept.reverse()
}
