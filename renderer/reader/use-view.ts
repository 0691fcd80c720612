// What of the text is in sight, and when its lines may have moved. Pixels from the top of the text.
import { useEffect, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import type { Span } from '../../shared/anchoring/span.ts'
import type { TextMap } from './text-map.ts'

export interface View {
  /** In sight, with a good deal round it so that scrolling seldom draws anew. */
  from: number
  to: number
  /** Counts up whenever lines may have moved: another width, another font. */
  layout: number
  /** Of the column for the margin's names. */
  marginWidth: number
  /** In a long text the words in sight, with more round them; null: all. The browser goes through every painted stretch for every frame. */
  words: Span | null
}

const AROUND = 600
const NAMES_START = 40
/** UTF-16 units; up to here all is painted at once. */
const LONG = 30_000
/** Pixels round what is in sight whose words are painted too. */
const PAINTED_AROUND = 1500
const BEGINNING: Span = { start: 0, end: 12_000 }

export function useView(map: TextMap | null, scroller: RefObject<HTMLElement | null>, margin: RefObject<HTMLElement | null>): View {
  const [view, setView] = useState<View & { of: TextMap | null }>({ from: 0, to: 0, layout: 0, marginWidth: 0, words: null, of: null })
  useEffect(() => {
    const frame = scroller.current
    if (!map || !frame) return
    let size = ''
    const look = (mayHaveMoved: boolean) => setView(now => {
      const [page, text] = [frame.getBoundingClientRect(), map.root.getBoundingClientRect()]
      const [top, bottom] = [Math.max(page.top, 0) - text.top, Math.min(page.bottom, innerHeight) - text.top]
      const isCovered = now.of === map && now.from <= Math.max(0, top - AROUND / 3) && now.to >= Math.min(text.height, bottom + AROUND / 3)
      if (isCovered && !mayHaveMoved) return now
      return {
        from: Math.max(0, top - AROUND), to: bottom + AROUND,
        layout: mayHaveMoved ? now.layout + 1 : now.layout,
        marginWidth: Math.max(0, (margin.current?.clientWidth ?? 0) - NAMES_START),
        words: map.body.length > LONG ? map.wordsBetween(top - PAINTED_AROUND, bottom + PAINTED_AROUND) : null, of: map
      }
    })
    const onScroll = () => look(false)
    const sizes = new ResizeObserver(() => {
      const next = `${map.root.clientWidth}×${map.root.clientHeight}×${frame.clientHeight}×${margin.current?.clientWidth}`
      if (next !== size) look(true)
      size = next
    })
    sizes.observe(map.root)
    sizes.observe(frame)
    if (margin.current) sizes.observe(margin.current)
    addEventListener('scroll', onScroll, { capture: true, passive: true })
    // Paper shows all of it.
    const onPrint = () => flushSync(() => setView(now => ({ ...now, from: 0, to: Number.MAX_SAFE_INTEGER, words: null })))
    const afterPrint = () => look(true)
    addEventListener('beforeprint', onPrint)
    addEventListener('afterprint', afterPrint)
    let isHere = true
    void document.fonts.ready.then(() => { if (isHere) look(true) })
    return () => {
      isHere = false
      removeEventListener('beforeprint', onPrint)
      removeEventListener('afterprint', afterPrint)
      sizes.disconnect()
      removeEventListener('scroll', onScroll, { capture: true })
    }
  }, [map, scroller, margin])
  // In the first frame of a text nothing was measured yet.
  return view.of === map || !map ? view : { ...view, words: map.body.length > LONG ? BEGINNING : null }
}
