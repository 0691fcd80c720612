// The difference between two means when tellers told several stories, in one of the two or in both: what one person told hangs together.
import { studentCritical } from './distributions.ts'
import { ok, undefinedBecause, type Outcome } from './outcome.ts'
import { isConstant, mean } from './sums.ts'

/** One story: who told it, at which of the two moments, and its score (0 or 1 for yes or no). */
export interface TwoSided { teller: string | number, side: 0 | 1, value: number }

export interface ClusterDifference {
  n0: number
  n1: number
  nTellers: number
  /** Mean of side 1 − mean of side 0. */
  diff: number
  se: number
  df: number
  ciLow: number
  ciHigh: number
}

/**
 * Taylor linearisation over tellers drawn with replacement (Binder 1983): each teller's share in both means goes together, so that
 * people who told at both moments make the difference surer or less sure as they should. As R survey's svymean by side, contrasted.
 * Undefined: empty (a side without stories), tooFew (under 3 tellers), noVariation, invalidInput.
 */
export function clusterDifference({ stories, conf = 0.95 }: { stories: readonly TwoSided[], conf?: number }): Outcome<ClusterDifference> {
  if (!(conf > 0 && conf < 1) || stories.some(({ value }) => !Number.isFinite(value))) return undefinedBecause('invalidInput')
  const sides = ([0, 1] as const).map(side => stories.filter(story => story.side === side).map(({ value }) => value))
  const [first, second] = sides as [number[], number[]]
  if (first.length === 0 || second.length === 0) return undefinedBecause('empty')
  if (isConstant(first) && isConstant(second)) return undefinedBecause('noVariation')
  const means = [mean(first), mean(second)] as const
  const pulls = new Map<string | number, number>()
  for (const { teller, side, value } of stories) {
    const pull = (value - means[side]) / (side === 0 ? -first.length : second.length)
    pulls.set(teller, (pulls.get(teller) ?? 0) + pull)
  }
  const nTellers = pulls.size
  if (nTellers < 3) return undefinedBecause('tooFew')
  const squares = [...pulls.values()].reduce((total, pull) => total + pull * pull, 0)
  const se = Math.sqrt(squares * nTellers / (nTellers - 1))
  const diff = means[1] - means[0]
  const df = nTellers - 1
  const reach = studentCritical(conf, df) * se
  return ok({ n0: first.length, n1: second.length, nTellers, diff, se, df, ciLow: diff - reach, ciHigh: diff + reach })
}
