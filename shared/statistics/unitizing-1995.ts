// The older alpha for unitizing (Krippendorff 1995; 2004, §11.6), which weighs how far apart boundaries lie. Its author replaced it:
// with more than two coders it misbehaves. Kept to compare with published figures.
import { ok, undefinedBecause, type Outcome } from './outcome.ts'
import type { Rating } from './kappa.ts'
import { areSpansWithin, distinctValues, piecesOf, type Piece, type Span } from './spans.ts'
import { sum } from './sums.ts'

export interface AlphaU1995 {
  alpha: number
  /** Per code in rising order; alpha is null where chance leaves no disagreement. */
  perCategory: { value: Rating, observed: number, expected: number, alpha: number | null }[]
}

/**
 * Each code by itself, so spans of different codes may overlap; those of one coder and code may not.
 * Undefined: empty, nothingShared (under two coders), overlappingSpans, noVariation, invalidInput.
 */
export function alphaU1995({ length, coders }: { length: number, coders: readonly (readonly Span[])[] }): Outcome<AlphaU1995> {
  if (!areSpansWithin(length, coders)) return undefinedBecause('invalidInput')
  const values = distinctValues(coders)
  if (length === 0 || values.length === 0) return undefinedBecause('empty')
  if (coders.length < 2) return undefinedBecause('nothingShared')
  const perCategory: AlphaU1995['perCategory'] = []
  for (const value of values) {
    const pieces = coders.map(spans => piecesOf(length, spans.filter(span => span.value === value)))
    if (!pieces.every(list => list !== null)) return undefinedBecause('overlappingSpans')
    const [observed, expected] = [observedDisagreement(length, pieces), expectedDisagreement(length, pieces)]
    perCategory.push({ value, observed, expected, alpha: expected > 0 ? 1 - observed / expected : null })
  }
  const expected = sum(perCategory.map(category => category.expected))
  if (expected === 0) return undefinedBecause('noVariation')
  return ok({ alpha: 1 - sum(perCategory.map(category => category.observed)) / expected, perCategory })
}

function lengthOf(piece: Piece): number {
  return piece.end - piece.start
}

function isUnit(piece: Piece): boolean {
  return piece.value !== null
}

/** Mean over the ordered pairs of coders, as a share of the squared length. */
function observedDisagreement(length: number, pieces: readonly Piece[][]): number {
  const m = pieces.length
  let total = 0
  for (const [i, mine] of pieces.entries()) {
    for (const theirs of pieces.slice(i + 1)) for (const a of mine) for (const b of theirs) total += 2 * squaredDistance(a, b)
  }
  return total / (m * (m - 1) * length ** 2)
}

/** Two units that meet: the squares of what sticks out on either side. A unit inside the other's gap: its squared length. */
function squaredDistance(a: Piece, b: Piece): number {
  const meet = a.start < b.end && b.start < a.end
  if (!meet) return 0
  if (isUnit(a) && isUnit(b)) return (a.start - b.start) ** 2 + (a.end - b.end) ** 2
  if (isUnit(a) && !isUnit(b) && b.start <= a.start && a.end <= b.end) return lengthOf(a) ** 2
  if (!isUnit(a) && isUnit(b) && a.start <= b.start && b.end <= a.end) return lengthOf(b) ** 2
  return 0
}

/** What all placings of the same units and gaps would give (Krippendorff 2004, formula for D_ec). */
function expectedDisagreement(length: number, pieces: readonly Piece[][]): number {
  const all = pieces.flat()
  const units = all.filter(isUnit).map(lengthOf)
  const gaps = all.filter(piece => !isUnit(piece)).map(lengthOf)
  const places = pieces.length * length
  const overUnits = sum(units.map(unit => {
    const meetingUnits = (units.length - 1) / 3 * (2 * unit ** 3 - 3 * unit ** 2 + unit)
    const insideGaps = sum(gaps.filter(gap => gap >= unit).map(gap => gap - unit + 1))
    return meetingUnits + unit ** 2 * insideGaps
  }))
  const room = places * (places - 1) - sum(units.map(unit => unit * (unit - 1)))
  return room > 0 ? 2 / length * overUnits / room : 0
}
