// Where a fragment stands after its text was corrected, and whether a person must look: places carried over the differences.
import { graphemeCeil, graphemeFloor } from './boundaries.ts'
import type { Edit } from './differences.ts'
import { trimSpan, type Span } from './span.ts'

/**
 * same: its very words. corrected: most of its words, the rest corrected. look: a person must see to it; its place is the
 * best guess, and empty (start = end) where none of its words are left.
 */
export type Fit = 'same' | 'corrected' | 'look'
export interface Placed extends Span { fit: Fit }

/** A passage that was moved is found by its words, from this many units on: shorter ones stand somewhere by chance. */
const SHORTEST_MOVED = 12
/** Its words were corrected when at least this share of its letters is left, and makes up this share of what stands there now. */
const MOSTLY = 0.5

/**
 * The place in `after` of a span of `before`; `edits` as from diffTexts(before, after). Never cuts a character and has no
 * white space at its ends.
 */
export function placeSpan(before: string, after: string, edits: readonly Edit[], span: Span): Placed {
  const words = before.slice(span.start, span.end)
  const carried = carry(before, after, edits, span)
  if (carried && after.slice(carried.start, carried.end) === words) return { ...carried, fit: 'same' }
  const place = carried && tidy(after, carried)
  if (place && mostlyKept(before, after, edits, span, place)) return { ...place, fit: 'corrected' }
  const moved = findMoved(before, after, words)
  if (moved !== null) return { start: moved, end: moved + words.length, fit: 'same' }
  if (place) return { ...place, fit: 'look' }
  const gone = shifted(edits, span.start)
  return { start: gone, end: gone, fit: 'look' }
}

/** Both ends carried over; null when nothing stands between them any more. */
function carry(before: string, after: string, edits: readonly Edit[], span: Span): Span | null {
  const { start, end } = span
  let [newStart, newEnd, shift] = [-1, -1, 0]
  for (const edit of edits) {
    const editEnd = edit.at + edit.removed
    if (editEnd > start && newStart < 0) newStart = edgeIn(before, after, edit, shift, start, 'start')
    if (edit.at >= end) break
    if (editEnd >= end) newEnd = edgeIn(before, after, edit, shift, end, 'end')
    shift += edit.inserted - edit.removed
    if (newEnd >= 0) break
  }
  if (newStart < 0) newStart = start + shift
  if (newEnd < 0) newEnd = end + shift
  return newStart < newEnd ? { start: newStart, end: newEnd } : null
}

/** An end inside a difference stays at its letters where these did not change; else it goes to the outside of the difference. */
function edgeIn(before: string, after: string, edit: Edit, shift: number, edge: number, side: 'start' | 'end'): number {
  const [at, editEnd] = [edit.at + shift, edit.at + edit.removed]
  if (edge <= edit.at) return edge + shift
  const { head, tail } = sharedEnds(before, after, edit, shift)
  if (edge - edit.at <= head && edge < editEnd) return edge + shift
  if (editEnd - edge <= tail) return at + edit.inserted - (editEnd - edge)
  return side === 'start' ? at : at + edit.inserted
}

/** Units at the beginning and at the end of a difference that are the same before and after: a word with a letter corrected. */
function sharedEnds(before: string, after: string, { at, removed, inserted }: Edit, shift: number): { head: number, tail: number } {
  const most = Math.min(removed, inserted)
  let [head, tail] = [0, 0]
  while (head < most && before[at + head] === after[at + shift + head]) head++
  while (tail < most - head && before[at + removed - 1 - tail] === after[at + shift + inserted - 1 - tail]) tail++
  return { head, tail }
}

/** Whole characters, no white space at the ends; null when nothing else is in it. */
function tidy(text: string, span: Span): Span | null {
  const trimmed = trimSpan(text, { start: graphemeFloor(text, span.start), end: graphemeCeil(text, span.end) })
  if (!trimmed) return null
  // White space can be the first part of a character (a joiner behind it): then that character is left out.
  const start = graphemeCeil(text, trimmed.start)
  if (start === trimmed.start) return trimmed
  return start < trimmed.end ? tidy(text, { start, end: trimmed.end }) : null
}

/** Where an offset of the old text lies in the new one; inside a difference: at its beginning. */
function shifted(edits: readonly Edit[], offset: number): number {
  let shift = 0
  for (const edit of edits) {
    if (edit.at + edit.removed > offset) return Math.min(offset, edit.at) + shift
    shift += edit.inserted - edit.removed
  }
  return offset + shift
}

/** Is it mostly what it was? A placeholder such as `<naam>` stands for the words it took the place of: then these count as kept. */
function mostlyKept(before: string, after: string, edits: readonly Edit[], span: Span, place: Span): boolean {
  let [lost, come, shift] = [0, 0, 0]
  for (const edit of edits) {
    if (edit.at >= span.end && edit.at + shift >= place.end) break
    const [from, to] = [edit.at + shift, edit.at + shift + edit.inserted]
    const isPlaceholder = edit.removed > 0 && /^<[^<>\n]{1,40}>$/.test(after.slice(from, to).trim())
    if (!isPlaceholder) {
      const { head, tail } = sharedEnds(before, after, edit, shift)
      lost += weight(before.slice(Math.max(edit.at + head, span.start), Math.min(edit.at + edit.removed - tail, span.end)))
      come += weight(after.slice(Math.max(from + head, place.start), Math.min(to - tail, place.end)))
    }
    shift += edit.inserted - edit.removed
  }
  const [old, fresh] = [weight(before.slice(span.start, span.end)), weight(after.slice(place.start, place.end))]
  return old - lost >= old * MOSTLY && fresh - come >= fresh * MOSTLY
}

/** Letters and digits; white space and marks are found again in any text. A span without letters weighs what stands in it. */
const weight = (words: string): number => words.match(/[\p{L}\p{N}]/gu)?.length ?? words.trim().length / 1000

/** The start of the very words when they stood once in the old text and stand once in the new one. */
function findMoved(before: string, after: string, words: string): number | null {
  if (words.length < SHORTEST_MOVED) return null
  const at = lonePlace(after, words)
  return at !== null && lonePlace(before, words) !== null ? at : null
}

function lonePlace(text: string, words: string): number | null {
  const at = text.indexOf(words)
  return at >= 0 && text.indexOf(words, at + 1) < 0 ? at : null
}
