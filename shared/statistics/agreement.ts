// The simplest agreement figures, which stay upright where kappa and alpha collapse because a code is rare.
import { ok, undefinedBecause, type Outcome } from './outcome.ts'
import type { Rating } from './kappa.ts'
import { sum } from './sums.ts'

export interface AgreementBasic {
  /** Units judged by at least two coders. */
  nUnits: number
  /** Mean over those units of the share of agreeing pairs. */
  percentAgreement: number
  /** Share of those units on which everybody agrees. */
  allAgree: number
  /** Gwet 2008, and the agreement it expects by chance. */
  ac1: number
  ac1Pe: number
  /** Brennan & Prediger 1981: chance is 1/q. */
  brennanPrediger: number
}

/**
 * `ratings` has a row per coder and a column per unit, null where not judged; `categories` all that could be chosen, used or not.
 * Undefined: empty (no judgement), nothingShared (no unit judged twice), oneCategory (under two categories), invalidInput.
 */
export function agreementBasic({ ratings, categories }: {
  ratings: readonly (readonly (Rating | null)[])[], categories: readonly Rating[]
}): Outcome<AgreementBasic> {
  const known = new Set(categories)
  const width = ratings[0]?.length ?? 0
  const broken = ratings.some(row => row.length !== width || row.some(rating => rating !== null && !known.has(rating)))
  if (broken || known.size < categories.length) return undefinedBecause('invalidInput')
  const q = categories.length
  const units = Array.from({ length: width }, (_, unit) => tally(ratings.map(row => row[unit]!))).filter(({ total }) => total > 0)
  if (units.length === 0) return undefinedBecause('empty')
  const shared = units.filter(({ total }) => total > 1)
  if (shared.length === 0) return undefinedBecause('nothingShared')
  if (q < 2) return undefinedBecause('oneCategory')
  const percentAgreement = sum(shared.map(agreeingPairs)) / shared.length
  const ac1Pe = sum(meanShares(units).map(share => share * (1 - share))) / (q - 1)
  return ok({
    nUnits: shared.length,
    percentAgreement,
    allAgree: shared.filter(({ counts }) => counts.size === 1).length / shared.length,
    ac1: (percentAgreement - ac1Pe) / (1 - ac1Pe),
    ac1Pe,
    brennanPrediger: (percentAgreement - 1 / q) / (1 - 1 / q)
  })
}

/** The judgements of one unit: how often each category, and how many in all. */
interface Tally { counts: Map<Rating, number>, total: number }

function tally(judgements: readonly (Rating | null)[]): Tally {
  const counts = new Map<Rating, number>()
  let total = 0
  for (const judgement of judgements) {
    if (judgement === null) continue
    counts.set(judgement, (counts.get(judgement) ?? 0) + 1)
    total++
  }
  return { counts, total }
}

/** Share of the pairs of judgements on a unit that are the same. */
function agreeingPairs({ counts, total }: Tally): number {
  let pairs = 0
  for (const count of counts.values()) pairs += count * (count - 1)
  return pairs / (total * (total - 1))
}

/** Mean over the units of the share of each category that occurs. */
function meanShares(units: readonly Tally[]): number[] {
  const shares = new Map<Rating, number[]>()
  for (const { counts, total } of units) {
    for (const [category, count] of counts) {
      const list = shares.get(category) ?? []
      shares.set(category, list)
      list.push(count / total)
    }
  }
  return [...shares.values()].map(list => sum(list) / units.length)
}
