// One coder's selection in one text: follows the page's selection, keeps it while the focus is elsewhere, draws the caret.
import type { RefObject } from 'react'
import type { Span } from '../../shared/anchoring/span.ts'
import { moveByKey, type KeyPress } from './caret-moves.ts'
import { comeInside, measure, meantSpan, readEnds, setEnds, spanOf } from './dom-selection.ts'
import { paint } from './paint.ts'
import type { Turn } from '../../shared/text/turns.ts'
import type { TextMap } from './text-map.ts'
import type { ReaderSelection } from './types.ts'

export interface SelectionOptions {
  map: TextMap | null
  caret: RefObject<HTMLElement | null>
  scroller: RefObject<HTMLElement | null>
  snap: 'none' | 'word'
  language: string | null
  turns?: readonly Turn[]
  onSelect: (selection: ReaderSelection | null) => void
  /** A press on the text that selected nothing; the offset of the words under it, null beside them. */
  onPress: (offset: number | null) => void
}

/** How near the edge of the window the caret may come before the text scrolls, in pixels. */
const EDGE = 48

interface State {
  span: Span | null
  caret: number
  isPressing: boolean
  /** The pointer was let go; what it selected is read in a moment, or before the next key. */
  look: (() => void) | null
  /** The focus was asked for before the text stood on the page. */
  isAwaited: boolean
  /** Takes the painted stand-in of the selection off again. */
  unkeep: (() => void) | null
}

export type SelectionControl = ReturnType<typeof makeSelectionControl>

export function makeSelectionControl(first: SelectionOptions) {
  const state: State = { span: null, caret: 0, isPressing: false, look: null, isAwaited: false, unkeep: null }
  let options = first
  const here = () => options.map

  /** The options of the latest drawing; what was begun under older ones goes on. */
  function update(next: SelectionOptions): void {
    options = next
  }

  function report(span: Span | null): void {
    const map = here()
    const same = span?.start === state.span?.start && span?.end === state.span?.end
    state.span = span
    if (same) return
    unkeep()
    options.onSelect(span && map ? measure(map, span) : null)
  }

  function unkeep(): void {
    state.unkeep?.()
    state.unkeep = null
  }

  /** Takes over what the page's selection says, once it no longer changes under the pointer. */
  function settle(isSnapping: boolean): void {
    const map = here()
    const ends = map && readEnds(map)
    if (!map || !ends) return
    const { snap, language } = options
    const span = meantSpan(map.body, ends, isSnapping ? snap : 'none', language)
    state.caret = ends.focus
    if (isSnapping && snap === 'word' && span) setEnds(map, ends.anchor <= ends.focus ? { anchor: span.start, focus: span.end } : { anchor: span.end, focus: span.start })
    report(span)
    drawCaret()
  }

  function released(event: PointerEvent): void {
    const map = here()
    if (!map) return
    comeInside(map, event.clientX, event.clientY)
    settle(true)
    const ends = readEnds(map)
    if (ends && spanOf(ends).start !== spanOf(ends).end) return
    const offset = map.offsetUnder(event.clientX, event.clientY)
    options.onPress(offset !== null && map.isOnWords(event.clientX, event.clientY, offset) ? offset : null)
  }

  /** The focus came back: the page's selection is made what it was, or the caret stands where it stood. */
  function resume(): void {
    const map = here()
    if (!map) return
    unkeep()
    if (readEnds(map) === null) setEnds(map, state.span ? { anchor: state.span.start, focus: state.span.end } : { anchor: state.caret, focus: state.caret })
    drawCaret()
  }

  /** The focus went elsewhere: the selection is painted, for the page keeps only one and may give it to a field. */
  function rest(): void {
    const map = here()
    if (map && state.span && !state.unkeep) state.unkeep = paint('duiding-kept', map.staticRange(state.span))
    drawCaret()
  }

  function forget(): void {
    unkeep()
    state.look = null
    state.caret = 0
    if (state.span === null) return
    state.span = null
    options.onSelect(null)
  }

  function select(span: Span | null): void {
    const map = here()
    if (!map) return
    if (!span) {
      if (document.activeElement === map.root) setEnds(map, { anchor: state.caret, focus: state.caret })
      return report(null)
    }
    map.root.focus({ preventScroll: true })
    setEnds(map, { anchor: span.start, focus: span.end })
    settle(false)
  }

  function putCaret(offset: number): void {
    const map = here()
    state.caret = offset
    if (!map || state.span || document.activeElement !== map.root) return
    setEnds(map, { anchor: offset, focus: offset })
    drawCaret()
  }

  function focus(): void {
    const map = here()
    if (map) map.root.focus({ preventScroll: true })
    else state.isAwaited = true
  }

  /** The text stands and hears. */
  function begin(): void {
    if (state.isAwaited) focus()
    state.isAwaited = false
  }

  function onKey(press: KeyPress): boolean {
    const map = here()
    if (!map) return false
    if (readEnds(map) === null) setEnds(map, { anchor: state.caret, focus: state.caret })
    if (press.key === 'Escape' && state.span) {
      setEnds(map, { anchor: state.caret, focus: state.caret })
      settle(false)
      return true
    }
    if (!moveByKey(map, press, pageHeight(), options.language, options.turns)) return false
    settle(false)
    keepInView()
    return true
  }

  function pageHeight(): number {
    return Math.max(120, (options.scroller.current?.clientHeight ?? innerHeight) - 2 * EDGE)
  }

  function keepInView(): void {
    const [map, scroller] = [here(), options.scroller.current]
    if (!map || !scroller) return
    // A note does not scroll by itself: the paragraph is brought into view of whatever does.
    if (scroller.scrollHeight <= scroller.clientHeight) return map.pointAt(state.caret).node.parentElement?.scrollIntoView({ block: 'nearest' })
    const caret = map.caretRect(state.caret)
    const view = scroller.getBoundingClientRect()
    if (caret.top < view.top + EDGE) scroller.scrollTop -= view.top + EDGE - caret.top
    else if (caret.bottom > view.bottom - EDGE) scroller.scrollTop += caret.bottom - view.bottom + EDGE
  }

  /** A caret of our own: browsers draw none in text that cannot be written in. */
  function drawCaret(): void {
    const [map, caret] = [here(), options.caret.current]
    if (!map || !caret) return
    const ends = document.activeElement === map.root ? readEnds(map) : null
    caret.hidden = !ends || ends.anchor !== ends.focus
    if (caret.hidden || !ends) return
    const [rect, box] = [map.caretRect(ends.focus), map.root.getBoundingClientRect()]
    Object.assign(caret.style, { left: `${rect.left - box.left}px`, top: `${rect.top - box.top}px`, height: `${rect.height}px` })
    // Blinks anew from each move on, so that it is seen while it travels.
    for (const blink of caret.getAnimations()) blink.currentTime = 0
  }

  /** The selection as last told, measured anew. */
  function selection(): ReaderSelection | null {
    const map = here()
    return map && state.span ? measure(map, state.span) : null
  }

  const listeners = {
    selectionChanged: () => { if (!state.isPressing) settle(false) },
    pressed: (event: PointerEvent) => {
      if (event.button !== 0) return
      state.look?.()
      state.isPressing = true
      // A press inside selected words would drag them away as a parcel: a coder means to select anew.
      if (!event.shiftKey) getSelection()?.removeAllRanges()
    },
    released: (event: PointerEvent) => {
      if (!state.isPressing) return
      // A press on selected words drops the selection only after this event: look when that has been done.
      const look = () => {
        if (state.look !== look) return
        state.look = null
        state.isPressing = false
        released(event)
      }
      state.look = look
      setTimeout(look)
    },
    keyed: () => state.look?.(),
    focused: () => { if (!state.isPressing) resume() },
    left: rest
  }

  return { update, select, selection, focus, putCaret, drawCaret, begin, onKey, forget, caretOffset: () => state.caret, listeners }
}
