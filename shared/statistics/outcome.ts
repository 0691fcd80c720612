// What every statistic answers: figures, or "undefined" with a reason that the window can put into words.

/**
 * Why no figure exists. A closed list: the interface has a sentence for each.
 * - empty: no value, no pair, no count is left after the missing ones are dropped.
 * - tooFew: there are values, but fewer than the method needs.
 * - oneCategory: fewer than two non-empty rows, columns, groups or categories.
 * - noVariation: every value is equal, or there is no spread to compare with.
 * - expectedZero: something was counted where the reference says that nothing can be.
 * - nothingShared: no unit was judged, or no stretch of text marked, by at least two coders.
 * - overlappingSpans: one coder's spans overlap, so the text has no single value there.
 * - unequalRaters: the measure needs the same number of judgements on every unit.
 * - sampleOverPopulation: the sample is larger than the population it came from.
 * - invalidInput: a negative count, a share outside 0–1, lists of unequal length, numbers too large to compute with.
 */
export type UndefinedReason =
  | 'empty' | 'tooFew' | 'oneCategory' | 'noVariation' | 'expectedZero' | 'nothingShared'
  | 'overlappingSpans' | 'unequalRaters' | 'sampleOverPopulation' | 'invalidInput'

export const UNDEFINED_REASONS: readonly UndefinedReason[] = [
  'empty', 'tooFew', 'oneCategory', 'noVariation', 'expectedZero', 'nothingShared',
  'overlappingSpans', 'unequalRaters', 'sampleOverPopulation', 'invalidInput'
]

export interface Undefined { status: 'undefined', reason: UndefinedReason }

/** Plain JSON either way; a single figure that does not exist inside an `ok` answer is null. */
export type Outcome<Figures> = ({ status: 'ok' } & Figures) | Undefined

/** JSON has no infinity, so an odds ratio with an empty cell is the word. */
export type Extended = number | 'Infinity' | '-Infinity'

/** A list of measurements; null is missing (blank or n.v.t.). */
export type Values = readonly (number | null)[]

/** The answer, unless numbers beyond the reach of double precision (1e300 and the like) left a hole in it. */
export function ok<Figures extends object>(figures: Figures): Outcome<Figures> {
  return isPlain(figures) ? { status: 'ok', ...figures } : undefinedBecause('invalidInput')
}

function isPlain(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || value === null) return true
  return Object.values(value).every(isPlain)
}

export function undefinedBecause(reason: UndefinedReason): Undefined {
  return { status: 'undefined', reason }
}

/** Finite numbers as they are, infinite ones as words. NaN must have been caught before. */
export function extended(value: number): Extended {
  if (value === Infinity) return 'Infinity'
  if (value === -Infinity) return '-Infinity'
  return value
}

/** The value when it is finite, else null: for a figure that does not exist in an otherwise good answer. */
export function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null
}
