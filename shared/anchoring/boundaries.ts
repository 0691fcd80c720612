// Where a cut in a text may fall: never inside a character as readers see it (an emoji family, a letter with its accents),
// and on request only between words. Works on the paragraph round the place, so that a long text costs no more than a short one.
import type { Span } from './span.ts'

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const wordSegmenters = new Map<string, Intl.Segmenter>()

/** `language` is a BCP 47 name such as 'nl'; one that is not well formed counts as none. */
function wordsIn(language: string | null): Intl.Segmenter {
  const key = language ?? ''
  const known = wordSegmenters.get(key)
  if (known) return known
  const made = makeWordSegmenter(key)
  wordSegmenters.set(key, made)
  return made
}

function makeWordSegmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language || undefined, { granularity: 'word' })
  } catch (cause) {
    if (cause instanceof RangeError) return new Intl.Segmenter(undefined, { granularity: 'word' })
    throw cause
  }
}

/** True when a cut at this offset splits no character as readers see it. The ends of the text and a place round a line feed never do. */
export function isGraphemeBoundary(text: string, offset: number): boolean {
  return graphemeFloor(text, offset) === offset
}

/** The nearest character boundary at or before an offset; the offset is first brought inside the text. */
export function graphemeFloor(text: string, offset: number): number {
  const at = inside(text, offset)
  const found = segmentRound(graphemes, text, at)
  return found ? found.start : at
}

/** The nearest character boundary at or after an offset. */
export function graphemeCeil(text: string, offset: number): number {
  const at = inside(text, offset)
  const found = segmentRound(graphemes, text, at)
  return !found || found.start === at ? at : found.end
}

/** The span widened so that it splits no character. */
export function snapToGraphemes(text: string, span: Span): Span {
  return { start: graphemeFloor(text, span.start), end: graphemeCeil(text, Math.max(span.start, span.end)) }
}

/**
 * The span widened to whole words; ends that stand in white space or punctuation stay where they are.
 * An empty span inside a word becomes that word; elsewhere it stays empty.
 */
export function snapToWords(text: string, span: Span, language: string | null): Span {
  const whole = snapToGraphemes(text, span)
  const words = wordsIn(language)
  const first = segmentRound(words, text, whole.start)
  const start = first?.isWord ? first.start : whole.start
  const last = whole.end > whole.start ? segmentRound(words, text, whole.end - 1) : first
  const end = last?.isWord ? last.end : whole.end
  return { start, end: Math.max(start, end) }
}

/** The next place at which a cut may fall, one step on (1) or back (-1) from an offset; the ends of the text hold. */
export function step(text: string, offset: number, way: 1 | -1, by: 'grapheme' | 'word', language: string | null = null): number {
  if (by === 'grapheme') return way === 1 ? graphemeCeil(text, graphemeFloor(text, offset) + 1) : graphemeFloor(text, inside(text, offset) - 1)
  return way === 1 ? wordEndAfter(text, offset, language) : wordStartBefore(text, offset, language)
}

function wordEndAfter(text: string, offset: number, language: string | null): number {
  let at = inside(text, offset)
  while (at < text.length) {
    const found = segmentRound(wordsIn(language), text, at)
    at = found ? found.end : at + 1
    if (found?.isWord) return at
  }
  return at
}

function wordStartBefore(text: string, offset: number, language: string | null): number {
  let at = inside(text, offset)
  while (at > 0) {
    const found = segmentRound(wordsIn(language), text, at - 1)
    at = found ? found.start : at - 1
    if (found?.isWord) return at
  }
  return at
}

interface Piece extends Span { isWord: boolean }

/** The piece of its paragraph that holds the unit at an offset; null on a line feed and at the end of the text. */
function segmentRound(segmenter: Intl.Segmenter, text: string, offset: number): Piece | null {
  if (offset >= text.length || text[offset] === '\n') return null
  const from = text.lastIndexOf('\n', offset - 1) + 1
  const feed = text.indexOf('\n', offset)
  const found = segmenter.segment(text.slice(from, feed < 0 ? text.length : feed)).containing(offset - from)
  return found ? { start: from + found.index, end: from + found.index + found.segment.length, isWord: found.isWordLike ?? false } : null
}

function inside(text: string, offset: number): number {
  return Math.max(0, Math.min(text.length, Math.trunc(offset)))
}
