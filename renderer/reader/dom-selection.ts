// Reads and sets the page's own selection in terms of the text's offsets.
import { snapToGraphemes, snapToWords } from '../../shared/anchoring/boundaries.ts'
import { trimSpan, type Span } from '../../shared/anchoring/span.ts'
import type { TextMap } from './text-map.ts'
import type { ReaderSelection } from './types.ts'

/** Anchor: where selecting began; focus: where it stands now. UTF-16 units of the text. */
export interface Ends {
  anchor: number
  focus: number
}

/**
 * The page's selection, when it lies in the text; an end outside (a drag beyond the edge) counts as the nearest end of the text. What began
 * in another text is that one's, however far it was drawn.
 */
export function readEnds(map: TextMap): Ends | null {
  const selection = getSelection()
  if (!selection || selection.rangeCount === 0 || !selection.anchorNode || !selection.focusNode) return null
  const anchor = map.offsetOf(selection.anchorNode, selection.anchorOffset)
  const focus = map.offsetOf(selection.focusNode, selection.focusOffset)
  if (anchor === null && (focus === null || isInText(selection.anchorNode))) return null
  return { anchor: anchor ?? edgeFor(map, selection.anchorNode), focus: focus ?? edgeFor(map, selection.focusNode) }
}

export function setEnds(map: TextMap, { anchor, focus }: Ends): void {
  const [from, to] = [map.pointAt(anchor), map.pointAt(focus)]
  getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
}

/**
 * A drag that was let go beside the text, over what stands next to it, reaches to the line it was let go at: for the browser it ends in
 * those other words, and that is before or after the whole text. `x`, `y`: of the window, in pixels.
 */
export function comeInside(map: TextMap, x: number, y: number): void {
  const selection = getSelection()
  const anchor = selection?.anchorNode ? map.offsetOf(selection.anchorNode, selection.anchorOffset) : null
  if (anchor === null || map.root.contains(selection!.focusNode)) return
  const { left, right, top, bottom } = map.root.getBoundingClientRect()
  if (y < top || y > bottom || (left <= x && x <= right)) return
  const focus = map.offsetUnder(x < left ? left + 1 : right - 1, y)
  if (focus !== null) setEnds(map, { anchor, focus })
}

export function spanOf({ anchor, focus }: Ends): Span {
  return { start: Math.min(anchor, focus), end: Math.max(anchor, focus) }
}

/** What a coder means by a selection: no character split, whole words on request, no white space at its ends; null when nothing is left. */
export function meantSpan(text: string, ends: Ends, snap: 'none' | 'word', language: string | null): Span | null {
  const span = spanOf(ends)
  if (span.start === span.end) return null
  const words = trimSpan(text, snapToGraphemes(text, span))
  if (!words || snap === 'none') return words
  return trimSpan(text, snapToWords(text, words, language))
}

export function measure(map: TextMap, span: Span): ReaderSelection {
  const range = map.range(span)
  const lines = range.getClientRects()
  const rect = range.getBoundingClientRect()
  return { ...span, quote: map.body.slice(span.start, span.end), rect, endRect: lines[lines.length - 1] ?? rect }
}

const isInText = (node: Node): boolean => (node instanceof Element ? node : node.parentElement)?.closest('.reader-text') != null

function edgeFor(map: TextMap, node: Node): number {
  const isBefore = map.root.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING
  return isBefore ? 0 : map.body.length
}
