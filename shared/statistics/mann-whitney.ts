// Does a score drawn from one group tend to be higher than one drawn from the other: the rank-sum test.
import { normalTwoSided } from './distributions.ts'
import { ok, undefinedBecause, type Outcome, type Values } from './outcome.ts'
import { midranks, tieSum } from './ranks.ts'
import { isConstant, median, present, sum } from './sums.ts'

export interface MannWhitney {
  nX: number
  nY: number
  /** Pairs in which x is higher, ties as half. */
  uX: number
  uY: number
  /** With the tie-corrected variance; positive when x is higher. */
  z: number
  /** U moved half a step towards its mean. */
  zCc: number
  pNormal: number
  pNormalCc: number
  /** P(|W − E| ≥ |w − E|) over all divisions of the ranks, ties included; null above 60 values. */
  pExact: number | null
  medianX: number
  medianY: number
  /** uX/(nX·nY): in how many of the pairs x is higher. */
  cles: number
  /** 2·cles − 1. */
  rankBiserial: number
}

const LARGEST_EXACT = 60

/** Mann & Whitney 1947. Undefined: empty (a side without values), noVariation (all values equal). */
export function mannWhitney({ x, y }: { x: Values, y: Values }): Outcome<MannWhitney> {
  const [left, right] = [present(x), present(y)]
  const [nX, nY] = [left.length, right.length]
  if (nX === 0 || nY === 0) return undefinedBecause('empty')
  const all = [...left, ...right]
  if (isConstant(all)) return undefinedBecause('noVariation')
  const n = nX + nY
  const ranks = midranks(all)
  const rankSum = sum(ranks.slice(0, nX))
  const uX = rankSum - nX * (nX + 1) / 2
  const away = uX - nX * nY / 2
  const sd = Math.sqrt(nX * nY / 12 * (n + 1 - tieSum(all) / (n * (n - 1))))
  const z = away / sd
  const zCc = Math.abs(away) <= 0.5 ? 0 : (away - Math.sign(away) / 2) / sd
  const cles = uX / (nX * nY)
  return ok({
    nX,
    nY,
    uX,
    uY: nX * nY - uX,
    z,
    zCc,
    pNormal: normalTwoSided(z),
    pNormalCc: normalTwoSided(zCc),
    pExact: n <= LARGEST_EXACT ? exactP(ranks, nX, rankSum) : null,
    medianX: median(left),
    medianY: median(right),
    cles,
    rankBiserial: 2 * cles - 1
  })
}

/**
 * Counts the ways to choose nX of the ranks by their sum. Midranks are doubled to be whole; counts are far under the largest
 * double and only added, so their rounding stays at 1e-16.
 */
function exactP(ranks: readonly number[], nX: number, rankSum: number): number {
  const doubled = ranks.map(rank => Math.round(2 * rank))
  const total = sum(doubled)
  // ways[size][sum]: sizes are walked downwards so that each rank is used once.
  const ways = Array.from({ length: nX + 1 }, () => new Float64Array(total + 1))
  ways[0]![0] = 1
  let reach = 0
  doubled.forEach((rank, used) => {
    reach += rank
    for (let size = Math.min(nX, used + 1); size >= 1; size--) {
      const [to, from] = [ways[size]!, ways[size - 1]!]
      for (let s = reach; s >= rank; s--) to[s]! += from[s - rank]!
    }
  })
  const mean = nX * total / doubled.length
  const away = Math.abs(2 * rankSum - mean)
  let [far, all] = [0, 0]
  ways[nX]!.forEach((count, s) => {
    all += count
    if (Math.abs(s - mean) >= away - 1e-9) far += count
  })
  return Math.min(1, far / all)
}
