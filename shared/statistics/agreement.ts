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
  const judged = Array.from({ length: width }, (_, unit) => countsOf(ratings.map(row => row[unit]!), categories))
  const units = judged.filter(counts => sum(counts) > 0)
  if (units.length === 0) return undefinedBecause('empty')
  const shared = units.filter(counts => sum(counts) > 1)
  if (shared.length === 0) return undefinedBecause('nothingShared')
  if (q < 2) return undefinedBecause('oneCategory')
  const percentAgreement = meanOver(shared, counts => sum(counts.map(count => count * (count - 1))) / (sum(counts) * (sum(counts) - 1)))
  const shares = categories.map((_, k) => meanOver(units, counts => counts[k]! / sum(counts)))
  const ac1Pe = sum(shares.map(share => share * (1 - share))) / (q - 1)
  return ok({
    nUnits: shared.length,
    percentAgreement,
    allAgree: shared.filter(counts => counts.includes(sum(counts))).length / shared.length,
    ac1: (percentAgreement - ac1Pe) / (1 - ac1Pe),
    ac1Pe,
    brennanPrediger: (percentAgreement - 1 / q) / (1 - 1 / q)
  })
}

function countsOf(judgements: readonly (Rating | null)[], categories: readonly Rating[]): number[] {
  return categories.map(category => judgements.filter(judgement => judgement === category).length)
}

function meanOver(units: readonly number[][], figure: (counts: number[]) => number): number {
  return sum(units.map(figure)) / units.length
}
