// Where something that floats may stand beside the words it is about, without ever covering them. Pixels of the window.

export interface Box { left: number, top: number, right: number, bottom: number }
export interface Size { width: number, height: number }
export interface Place {
  left: number
  top: number
  /** Room there; less than asked when the window is small. */
  maxHeight: number
  /** Above the words: where its lower edge stays when it turns out lower than asked. */
  bottom?: number
}

const GAP = 8
const EDGE = 8
/** Lower than this a list is of no use. */
const LEAST = 180

/** Below the words; else above; else beside them; else where there is most room above or below. `window`: its inner size. */
export function placeBeside(words: Box, wanted: Size, window: Size): Place {
  const [below, above] = [window.height - words.bottom - GAP - EDGE, words.top - GAP - EDGE]
  const left = clamp(words.left, EDGE, window.width - wanted.width - EDGE)
  const under = (): Place => ({ left, top: words.bottom + GAP, maxHeight: below })
  const over = (room: number): Place => ({ left, top: words.top - GAP - Math.min(room, wanted.height), maxHeight: room, bottom: words.top - GAP })
  if (below >= wanted.height) return under()
  if (above >= wanted.height) return over(above)
  if (Math.max(below, above) >= LEAST) return below >= above ? under() : over(above)
  const tall = { top: clamp(words.top, EDGE, window.height - wanted.height - EDGE), maxHeight: window.height - 2 * EDGE }
  if (window.width - words.right - GAP - EDGE >= wanted.width) return { left: words.right + GAP, ...tall }
  if (words.left - GAP - EDGE >= wanted.width) return { left: words.left - GAP - wanted.width, ...tall }
  // The words fill the window: at its lower right edge most of them stay readable.
  return { left: window.width - wanted.width - EDGE, top: Math.max(EDGE, window.height - wanted.height - EDGE), maxHeight: window.height - 2 * EDGE }
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value))
