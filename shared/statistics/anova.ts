// Do several means differ: the classic F test (one common spread) and Welch's (each group its own).
import { fisherUpper } from './distributions.ts'
import { ok, undefinedBecause, type Outcome, type Values } from './outcome.ts'
import { isConstant, mean, present, squaredDeviations, sum, variance } from './sums.ts'

export interface AnovaOneway extends WelchF {
  n: number
  /** Groups with at least one value. */
  k: number
  ssBetween: number
  ssWithin: number
  dfBetween: number
  dfWithin: number
  f: number
  p: number
  /** SS between ÷ SS total. */
  etaSquared: number
  /** Hays 1963, not below 0. */
  omegaSquared: number
}

/** Welch 1951; all null when a group has one value or no spread. */
interface WelchF { welchF: number | null, welchDf1: number | null, welchDf2: number | null, welchP: number | null }

/**
 * Fisher's one-way analysis of variance; empty groups are dropped.
 * Undefined: empty, oneCategory (under two groups left), tooFew (one value a group), noVariation (no spread inside any group).
 */
export function anovaOneway({ groups }: { groups: readonly Values[] }): Outcome<AnovaOneway> {
  const kept = groups.map(present).filter(group => group.length > 0)
  if (kept.length === 0) return undefinedBecause('empty')
  if (kept.length < 2) return undefinedBecause('oneCategory')
  const all = kept.flat()
  const [n, k] = [all.length, kept.length]
  if (n === k) return undefinedBecause('tooFew')
  if (kept.every(isConstant)) return undefinedBecause('noVariation')
  const centre = mean(all)
  const ssBetween = sum(kept.map(group => group.length * (mean(group) - centre) ** 2))
  const ssWithin = sum(kept.map(squaredDeviations))
  const [dfBetween, dfWithin] = [k - 1, n - k]
  const within = ssWithin / dfWithin
  const f = ssBetween / dfBetween / within
  return ok({
    n,
    k,
    ssBetween,
    ssWithin,
    dfBetween,
    dfWithin,
    f,
    p: fisherUpper(f, dfBetween, dfWithin),
    etaSquared: ssBetween / (ssBetween + ssWithin),
    omegaSquared: Math.max(0, (ssBetween - dfBetween * within) / (ssBetween + ssWithin + within)),
    ...welch(kept)
  })
}

function welch(groups: number[][]): WelchF {
  if (groups.some(isConstant)) return { welchF: null, welchDf1: null, welchDf2: null, welchP: null }
  const k = groups.length
  const weights = groups.map(group => group.length / variance(group))
  const total = sum(weights)
  const means = groups.map(mean)
  const centre = sum(means.map((each, i) => weights[i]! * each)) / total
  const between = sum(means.map((each, i) => weights[i]! * (each - centre) ** 2)) / (k - 1)
  const lambda = sum(groups.map((group, i) => (1 - weights[i]! / total) ** 2 / (group.length - 1))) / (k * k - 1)
  const welchF = between / (1 + 2 * (k - 2) * lambda)
  const welchDf2 = 1 / (3 * lambda)
  return { welchF, welchDf1: k - 1, welchDf2, welchP: fisherUpper(welchF, k - 1, welchDf2) }
}
