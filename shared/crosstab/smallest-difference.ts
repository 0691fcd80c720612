// What "no difference found" leaves open: how large a difference has to be before this many stories would probably show it.

/** z of .975 and of .8: a two-sided test at 5 %, that finds what is there in 80 of 100 studies. */
const [CHANCE, POWER] = [1.959963984540054, 0.8416212335729143]

/**
 * The smallest share above `share` (0–1) that n2 stories would differ by from n1 stories with `share`, found 80 times in 100; null
 * where even 100 % would not do. Fleiss, Levin & Paik 2003, §4.2, without continuity correction.
 */
export function smallestShare({ n1, n2, share }: { n1: number; n2: number; share: number }): number | null {
  if (n1 < 1 || n2 < 1) return null
  const isFound = (other: number): boolean => {
    const pooled = (n1 * share + n2 * other) / (n1 + n2)
    const byChance = Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2))
    return other - share >= CHANCE * byChance + POWER * Math.sqrt(share * (1 - share) / n1 + other * (1 - other) / n2)
  }
  if (!isFound(1)) return null
  let [low, high] = [share, 1]
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2
    if (isFound(middle)) high = middle
    else low = middle
  }
  return high
}
