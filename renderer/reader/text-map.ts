// Between places in the story's text and places in the page. One paragraph element per paragraph of the body, in order.
import { paragraphAt, paragraphsOf, type Span } from '../../shared/anchoring/span.ts'

export interface DomPoint {
  node: Node
  offset: number
}

export class TextMap {
  readonly root: HTMLElement
  readonly body: string
  readonly paragraphs: readonly Span[]
  readonly #order = new Map<Node, number>()
  readonly #probe = document.createRange()

  constructor(root: HTMLElement, body: string) {
    this.root = root
    this.body = body
    this.paragraphs = paragraphsOf(body)
    for (let at = 0; at < root.children.length; at++) this.#order.set(root.children[at]!, at)
  }

  /** The place in the text (UTF-16 units) of a point in the page; null outside the text. */
  offsetOf(node: Node, offset: number): number | null {
    if (node === this.root) {
      const paragraph = this.paragraphs[offset]
      return paragraph ? paragraph.start : this.body.length
    }
    if (!this.root.contains(node)) return null
    let element: Node = node
    while (element.parentNode !== this.root) element = element.parentNode!
    const start = this.paragraphs[this.#order.get(element)!]!.start
    if (node.nodeType === Node.TEXT_NODE) return start + offset
    this.#probe.setStart(element, 0)
    this.#probe.setEnd(node, offset)
    return start + this.#probe.toString().length
  }

  /** The point in the page of a place in the text; a place outside comes inside. */
  pointAt(offset: number): DomPoint {
    const inside = Math.max(0, Math.min(this.body.length, offset))
    const at = paragraphAt(this.paragraphs, inside)
    const text = this.root.children[at]?.firstChild?.firstChild
    if (text?.nodeType === Node.TEXT_NODE) return { node: text, offset: inside - this.paragraphs[at]!.start }
    return { node: this.root.children[at] ?? this.root, offset: 0 }
  }

  staticRange(span: Span): StaticRange {
    const [start, end] = [this.pointAt(span.start), this.pointAt(span.end)]
    return new StaticRange({ startContainer: start.node, startOffset: start.offset, endContainer: end.node, endOffset: end.offset })
  }

  /**
   * For measuring, until the next call: there is one of them. Every live range is told of every element that leaves the page;
   * thousands of them made each step of scrolling cost 20 ms.
   */
  range(span: Span): Range {
    const [start, end] = [this.pointAt(span.start), this.pointAt(span.end)]
    this.#probe.setStart(start.node, start.offset)
    this.#probe.setEnd(end.node, end.offset)
    return this.#probe
  }

  /** The box of the caret at a place, in the window's coordinates; no width. */
  caretRect(offset: number): DOMRect {
    const rect = this.range({ start: offset, end: offset }).getClientRects()[0]
    if (rect && rect.height > 0) return rect
    const { node } = this.pointAt(offset)
    const element = node instanceof Element ? node : node.parentElement!
    const box = element.getBoundingClientRect()
    const isRtl = getComputedStyle(element).direction === 'rtl'
    return new DOMRect(isRtl ? box.right : box.left, box.top, 0, Math.min(box.height, lineHeight(element)))
  }

  /** Top of the first line and bottom of the last line of a span, in the window's coordinates; measured at its ends only, so length is free. */
  extent(span: Span): { top: number, bottom: number } {
    const first = this.range({ start: span.start, end: Math.min(span.end, span.start + 1) }).getClientRects()[0] ?? this.caretRect(span.start)
    const lastRects = this.range({ start: Math.max(span.start, span.end - 1), end: span.end }).getClientRects()
    const last = lastRects[lastRects.length - 1] ?? this.caretRect(span.end)
    return { top: first.top, bottom: Math.max(last.bottom, first.bottom) }
  }

  /** The paragraphs that stand between two heights, in pixels from the top of the text: found by halving, so that length is free. */
  wordsBetween(from: number, to: number): Span {
    const { top } = this.root.getBoundingClientRect()
    const firstBelow = (height: number): number => {
      let [low, high] = [0, this.paragraphs.length]
      while (low < high) {
        const middle = (low + high) >> 1
        if (this.root.children[middle]!.getBoundingClientRect().bottom - top > height) high = middle
        else low = middle + 1
      }
      return Math.min(low, this.paragraphs.length - 1)
    }
    return { start: this.paragraphs[firstBelow(from)]!.start, end: this.paragraphs[firstBelow(to)]!.end }
  }

  /** The place in the text under a point of the window; null where no text is. */
  offsetUnder(x: number, y: number): number | null {
    const found = caretFrom(x, y)
    return found && this.offsetOf(found.node, found.offset)
  }

  /** True when the point lies on the words themselves, not in the white beside them. */
  isOnWords(x: number, y: number, offset: number): boolean {
    const around = this.range({ start: Math.max(0, offset - 1), end: Math.min(this.body.length, offset + 1) })
    return [...around.getClientRects()].some(rect => rect.left <= x && x <= rect.right && rect.top <= y && y <= rect.bottom)
  }
}

/** The caret place under a point: the standard way, and that of older Safari. */
function caretFrom(x: number, y: number): DomPoint | null {
  if ('caretPositionFromPoint' in document) {
    const position = document.caretPositionFromPoint(x, y)
    return position && { node: position.offsetNode, offset: position.offset }
  }
  const range = (document as Document & { caretRangeFromPoint?(x: number, y: number): Range | null }).caretRangeFromPoint?.(x, y)
  return range ? { node: range.startContainer, offset: range.startOffset } : null
}

function lineHeight(element: Element): number {
  return Number.parseFloat(getComputedStyle(element).lineHeight) || element.getBoundingClientRect().height
}
