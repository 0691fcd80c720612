// Do several groups differ in rank: the rank-sum test for more than two.
import { chiSquareUpper } from './distributions.ts'
import { ok, undefinedBecause, type Outcome, type Values } from './outcome.ts'
import { midranks, tieSum } from './ranks.ts'
import { isConstant, present, sum } from './sums.ts'

export interface KruskalWallis {
  n: number
  /** Groups with at least one value. */
  k: number
  /** Corrected for ties. */
  h: number
  df: number
  p: number
  /** H/(n − 1), Tomczak & Tomczak 2014. */
  epsilonSquared: number
  /** (H − k + 1)/(n − k); null when every group has one value. */
  etaSquaredH: number | null
}

/** Kruskal & Wallis 1952; empty groups are dropped. Undefined: empty, oneCategory (under two groups left), noVariation. */
export function kruskalWallis({ groups }: { groups: readonly Values[] }): Outcome<KruskalWallis> {
  const kept = groups.map(present).filter(group => group.length > 0)
  if (kept.length === 0) return undefinedBecause('empty')
  if (kept.length < 2) return undefinedBecause('oneCategory')
  const all = kept.flat()
  if (isConstant(all)) return undefinedBecause('noVariation')
  const [n, k] = [all.length, kept.length]
  const ranks = midranks(all)
  let from = 0
  const between = sum(kept.map(group => {
    const meanRank = sum(ranks.slice(from, from += group.length)) / group.length
    return group.length * (meanRank - (n + 1) / 2) ** 2
  }))
  const h = 12 / (n * (n + 1)) * between / (1 - tieSum(all) / (n ** 3 - n))
  return ok({
    n,
    k,
    h,
    df: k - 1,
    p: chiSquareUpper(h, k - 1),
    epsilonSquared: h / (n - 1),
    etaSquaredH: n > k ? (h - k + 1) / (n - k) : null
  })
}
