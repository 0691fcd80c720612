// Krippendorff's alpha: agreement of any number of coders, with gaps, on any level of measurement.
import { ok, undefinedBecause, type Outcome } from './outcome.ts'
import type { Rating } from './kappa.ts'
import { sum } from './sums.ts'

export type MeasurementLevel = 'nominal' | 'ordinal' | 'interval' | 'ratio'

export interface KrippendorffAlpha {
  alpha: number
  observedDisagreement: number
  expectedDisagreement: number
  /** Units judged by at least two coders. */
  nUnits: number
  /** Judgements on those units (pairable values). */
  nValues: number
}

/**
 * Krippendorff 2011 ("Computing Krippendorff's alpha-reliability"); `ratings` has a row per coder and a column per unit, null
 * where not judged. Levels above nominal need numbers,
 * ratio none below 0.
 * Undefined: empty, nothingShared (no unit judged twice), noVariation (all pairable values equal), invalidInput.
 */
export function krippendorffAlpha({ ratings, level }: {
  ratings: readonly (readonly (Rating | null)[])[], level: MeasurementLevel
}): Outcome<KrippendorffAlpha> {
  const width = ratings[0]?.length ?? 0
  if (ratings.some(row => row.length !== width || row.some(rating => !isRating(rating, level)))) return undefinedBecause('invalidInput')
  const units = Array.from({ length: width }, (_, unit) => ratings.map(row => row[unit]!).filter(rating => rating !== null))
  const pairable = units.filter(values => values.length > 1)
  if (units.every(values => values.length === 0)) return undefinedBecause('empty')
  if (pairable.length === 0) return undefinedBecause('nothingShared')
  const totals = tally(pairable.flat())
  const values = sorted([...totals.keys()])
  if (values.length < 2) return undefinedBecause('noVariation')
  const apart = distance(level, values, values.map(value => totals.get(value)!))
  const place = new Map(values.map((value, i) => [value, i]))
  const nValues = pairable.flat().length
  const observed = sum(pairable.map(judged => pairsApart(tallyByPlace(judged, place), apart) / (judged.length - 1))) / nValues
  const expected = pairsApart(values.map((value, i) => [i, totals.get(value)!]), apart) / (nValues * (nValues - 1))
  return ok({
    alpha: 1 - observed / expected,
    observedDisagreement: observed,
    expectedDisagreement: expected,
    nUnits: pairable.length,
    nValues
  })
}

function isRating(rating: Rating | null, level: MeasurementLevel): boolean {
  if (rating === null) return true
  if (typeof rating !== 'number') return level === 'nominal'
  return Number.isFinite(rating) && (level !== 'ratio' || rating >= 0)
}

function tally(values: readonly Rating[]): Map<Rating, number> {
  const counts = new Map<Rating, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

function tallyByPlace(values: readonly Rating[], place: ReadonlyMap<Rating, number>): [number, number][] {
  return [...tally(values)].map(([value, count]) => [place.get(value)!, count])
}

function sorted(values: Rating[]): Rating[] {
  return values.toSorted((a, b) => typeof a === 'number' && typeof b === 'number' ? a - b : 0)
}

/** Sum over ordered pairs of different values of count·count·distance. */
function pairsApart(counts: readonly [number, number][], apart: (i: number, j: number) => number): number {
  let total = 0
  for (let a = 0; a < counts.length; a++) {
    for (let b = 0; b < a; b++) total += 2 * counts[a]![1] * counts[b]![1] * apart(counts[a]![0], counts[b]![0])
  }
  return total
}

/** Squared distance of two values by their places in rising order (Krippendorff 2011, step D). */
function distance(level: MeasurementLevel, values: readonly Rating[], counts: readonly number[]): (i: number, j: number) => number {
  const value = (i: number): number => values[i] as number
  switch (level) {
    case 'nominal': return () => 1
    case 'interval': return (i, j) => (value(i) - value(j)) ** 2
    case 'ratio': return (i, j) => value(i) + value(j) === 0 ? 0 : ((value(i) - value(j)) / (value(i) + value(j))) ** 2
    case 'ordinal': {
      const below = [0]
      for (const count of counts) below.push(below.at(-1)! + count)
      const middle = (i: number): number => below[i]! + counts[i]! / 2
      return (i, j) => (middle(i) - middle(j)) ** 2
    }
  }
}
