// What coders marked on one stretch of text, cut into units and the gaps between them.
import type { Rating } from './kappa.ts'

/** A marked stretch: UTF-16 places, 0-based, end exclusive; `value` is the code. */
export interface Span { start: number, end: number, value: Rating }

/** A unit or, with value null, a gap. */
export interface Piece { start: number, end: number, value: Rating | null }

/** False for a span that is empty or reaches outside 0…length, and for a length that is no whole number. */
export function areSpansWithin(length: number, coders: readonly (readonly Span[])[]): boolean {
  const isPlace = (place: number): boolean => Number.isSafeInteger(place) && place >= 0 && place <= length
  const fits = ({ start, end }: Span): boolean => isPlace(start) && isPlace(end) && start < end
  return Number.isSafeInteger(length) && length >= 0 && coders.every(spans => spans.every(fits))
}

/** One coder's spans in order, with the gaps; null when spans overlap. */
export function piecesOf(length: number, spans: readonly Span[]): Piece[] | null {
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end, value } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start < at) return null
    if (start > at) pieces.push({ start: at, end: start, value: null })
    pieces.push({ start, end, value })
    at = end
  }
  if (at < length) pieces.push({ start: at, end: length, value: null })
  return pieces
}

/** The spans of one code, those that overlap or touch made one. */
export function mergedSpans(spans: readonly Span[], code: Rating): Span[] {
  const merged: Span[] = []
  for (const span of spans.filter(each => each.value === code).toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else merged.push({ ...span })
  }
  return merged
}

/** Calls `meet` for every two pieces of two coders that share some length; both lists in order and without overlap. */
export function forEachIntersection(
  left: readonly Piece[], right: readonly Piece[], meet: (a: Piece, b: Piece, length: number) => void
): void {
  for (let i = 0, j = 0; i < left.length && j < right.length;) {
    const [a, b] = [left[i]!, right[j]!]
    const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
    if (shared > 0) meet(a, b, shared)
    if (a.end <= b.end) i++
    else j++
  }
}

/** The codes in use, in rising order. */
export function distinctValues(coders: readonly (readonly Span[])[]): Rating[] {
  const values = [...new Set(coders.flat().map(span => span.value))]
  return values.toSorted((a, b) => typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1)
}
