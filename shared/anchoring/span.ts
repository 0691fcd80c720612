// A stretch of a text, and the small questions one asks of it.

/** UTF-16 units of one revision of a text; `end` is exclusive. */
export interface Span {
  start: number
  end: number
}

/** True when the spans share at least one unit; spans that only touch do not. */
export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}

/** Order of reading: by start, the longer first where two start together. */
export function byPlace(one: Span, other: Span): number {
  return one.start - other.start || other.end - one.end
}

/** The paragraphs of a text: what stands between line feeds, without them. A text of n line feeds has n + 1 paragraphs. */
export function paragraphsOf(text: string): Span[] {
  const paragraphs: Span[] = []
  for (let start = 0; ;) {
    const feed = text.indexOf('\n', start)
    paragraphs.push({ start, end: feed < 0 ? text.length : feed })
    if (feed < 0) return paragraphs
    start = feed + 1
  }
}

/** The index of the paragraph that holds an offset; a line feed belongs to the paragraph before it. `paragraphs` as from paragraphsOf. */
export function paragraphAt(paragraphs: readonly Span[], offset: number): number {
  let low = 0
  let high = paragraphs.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (paragraphs[middle]!.start <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** The same span without white space at its ends; null when nothing else is in it. */
export function trimSpan(text: string, span: Span): Span | null {
  const words = text.slice(span.start, span.end)
  const start = span.start + (words.length - words.trimStart().length)
  const end = span.end - (words.length - words.trimEnd().length)
  return start < end ? { start, end } : null
}
