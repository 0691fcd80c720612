// Agreement when coders choose their own spans: Krippendorff's alpha family for unitizing (Krippendorff, Mathet, Bouvry &
// Widlöcher 2016; Krippendorff 2019, §12.6).
import { ok, undefinedBecause, type Outcome } from './outcome.ts'
import type { Rating } from './kappa.ts'
import { areSpansWithin, distinctValues, forEachIntersection, piecesOf, type Piece, type Span } from './spans.ts'
import { sum } from './sums.ts'

export interface AlphaU {
  /** uα: the same text marked with the same code. */
  uAlpha: number
  /** |uα: the same text marked, whatever the code; null when everything is marked. */
  uAlphaBinary: number | null
  /** cuα: the same code where both marked; null when that is nowhere or one code. */
  cuAlpha: number | null
  /** Length marked by both of a pair of coders ÷ length of the text, over all pairs (0–1). */
  coverage: number
  /** (k)uα per code, in rising order of code; coverage is the share of that code's length that met another's mark. */
  perValue: { value: Rating, alpha: number | null, coverage: number }[]
}

/**
 * `length` is that of the text, `coders` has the spans of each; spans of one coder must not overlap. Adjacent spans stay two units.
 * To pool texts, lay them end to end with the same coders in the same order.
 * Undefined: empty (no text, or nothing marked), nothingShared (under two coders), overlappingSpans, noVariation, invalidInput.
 */
export function alphaU({ length, coders }: { length: number, coders: readonly (readonly Span[])[] }): Outcome<AlphaU> {
  if (!areSpansWithin(length, coders)) return undefinedBecause('invalidInput')
  if (length === 0 || coders.every(spans => spans.length === 0)) return undefinedBecause('empty')
  if (coders.length < 2) return undefinedBecause('nothingShared')
  const pieces = coders.map(spans => piecesOf(length, spans))
  if (!pieces.every(list => list !== null)) return undefinedBecause('overlappingSpans')
  const whole = alphaOf(coincidencesOf(pieces, 'everything'))
  if (whole === null) return undefinedBecause('noVariation')
  const meetings = coincidencesOf(pieces, 'marked')
  return ok({
    uAlpha: whole,
    uAlphaBinary: alphaOf(coincidencesOf(pieces.map(list => list.map(asMarked)), 'everything')),
    cuAlpha: alphaOf(meetings),
    coverage: meetings.total / (coders.length * length),
    perValue: distinctValues(coders).map(value => ({
      value,
      alpha: alphaOf(meetings, value),
      coverage: (meetings.margins.get(value) ?? 0) / sum(coders.flat().map(span => span.value === value ? span.end - span.start : 0))
    }))
  })
}

/** |uα of presence against absence: the measure for one code, whose spans by one coder do not overlap. Null when undefined. */
export function binaryAlpha(length: number, coders: readonly (readonly Span[])[]): number | null {
  const pieces = coders.map(spans => piecesOf(length, spans))
  return pieces.every(list => list !== null) ? alphaOf(coincidencesOf(pieces.map(list => list.map(asMarked)), 'everything')) : null
}

/** ℓ of the paper: lengths that values share between coders, both directions counted, each divided by the number of other coders. */
interface Coincidences {
  total: number
  margins: Map<Rating | null, number>
  /** ℓ_cc. */
  same: Map<Rating | null, number>
  /** S_c: what a unit would by chance only meet in itself. */
  self: Map<Rating | null, number>
}

function coincidencesOf(pieces: readonly Piece[][], among: 'everything' | 'marked'): Coincidences {
  const counts = (piece: Piece): boolean => among === 'everything' || piece.value !== null
  const [margins, same, self] = [new Map<Rating | null, number>(), new Map<Rating | null, number>(), new Map<Rating | null, number>()]
  const others = pieces.length - 1
  for (const [i, mine] of pieces.entries()) {
    const met = new Map<Piece, number>()
    for (const [j, theirs] of pieces.entries()) {
      if (i === j) continue
      forEachIntersection(mine, theirs, (a, b, length) => {
        if (!counts(a) || !counts(b)) return
        add(met, a, length / others)
        if (a.value === b.value) add(same, a.value, length / others)
      })
    }
    for (const [piece, length] of met) {
      add(margins, piece.value, length)
      // A gap is no unit: it counts as so many single places. A unit counts by its length, or the mean length that met a mark.
      add(self, piece.value, piece.value === null ? length : length ** 2)
    }
  }
  return { total: sum([...margins.values()]), margins, same, self }
}

/** 1 − ℓ off the diagonal ÷ the same by chance, of all values or of one; null where chance leaves no disagreement. */
function alphaOf({ total, margins, same, self }: Coincidences, only?: Rating): number | null {
  const values = only === undefined ? [...margins.keys()] : [only]
  const observed = sum(values.map(value => (margins.get(value) ?? 0) - (same.get(value) ?? 0)))
  // Σ over k ≠ c of e_ck = ℓ..·ℓ_c·(ℓ.. − ℓ_c)/(ℓ..² − ΣS).
  const apart = sum(values.map(value => (margins.get(value) ?? 0) * (total - (margins.get(value) ?? 0))))
  const room = total ** 2 - sum([...self.values()])
  return apart > total * 1e-9 && room > 0 ? 1 - observed / (total * apart / room) : null
}

function asMarked(piece: Piece): Piece {
  return { ...piece, value: piece.value === null ? null : 'marked' }
}

function add<Key>(sums: Map<Key, number>, key: Key, more: number): void {
  sums.set(key, (sums.get(key) ?? 0) + more)
}
