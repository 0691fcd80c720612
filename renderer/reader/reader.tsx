// The story surface: the text as the teller told it, every coder's codings over it, and the coder's own selection.
import { useCallback, useEffect, useId, useImperativeHandle, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { byPlace, type Span } from '../../shared/anchoring/span.ts'
import { useWords } from '../ui/words.ts'
import { Margin } from './margin.tsx'
import { paint } from './paint.ts'
import { ResizeHandles } from './resize-handles.tsx'
import { useStoryText } from './story-text.ts'
import type { ReaderCoding, ReaderProps } from './types.ts'
import { useMarginLayout } from './use-margin-layout.ts'
import { usePaintedCodings, usePaintedSpans, useTint } from './use-painting.ts'
import { useSelection } from './use-selection.ts'
import { useTurns } from './use-turns.ts'
import { useView } from './use-view.ts'
import { readerWords } from './words.ts'
import './reader.css'

const FLASH_MS = 1400
const QUOTE_LENGTH = 80

export function Reader(props: ReaderProps) {
  const { textId, revision, body, language, label, codings, activeCoding, onActivate, onSelect, onResize, canResize, onHover, snap = 'none', turns, found, look = 'page', head, foot, ref, hoveredCoding = null } = props
  const words = useWords(readerWords)
  const keysId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const root = useRef<HTMLDivElement>(null)
  const caret = useRef<HTMLDivElement>(null)
  const marginBox = useRef<HTMLDivElement>(null)
  const [hovered, setHovered] = useState<string | null>(null)

  const map = useStoryText(root, textId, revision, body)
  const byId = useMemo(() => new Map(codings.map(coding => [coding.id, coding])), [codings])
  const active = activeCoding === null ? undefined : byId.get(activeCoding)
  const lit = hovered ?? hoveredCoding
  const view = useView(map, scroller, marginBox)
  usePaintedCodings(map, codings, view.words)
  useTint(map, active, 'active')
  useTint(map, lit === activeCoding || lit === null ? undefined : byId.get(lit), 'hover')
  usePaintedSpans(map, found, 'duiding-found', view.words)
  useTurns(map, turns, view.words)

  const hover = useCallback((id: string | null) => {
    setHovered(id)
    onHover?.(id)
  }, [onHover])
  const quoteOf = useCallback((coding: Span) => body.slice(coding.start, Math.min(coding.end, coding.start + QUOTE_LENGTH)), [body])
  const wake = useStable((id: string) => onActivate(id === activeCoding ? null : id))
  const press = (offset: number | null) => onActivate(offset === null ? null : nextAt(codings, offset, activeCoding))
  const control = useSelection({ map, caret, scroller, snap, language, turns: turns?.turns, onSelect, onPress: press })
  useTextHover(map, codings, hover)

  // Lines moved under the caret: it moves along.
  useEffect(() => control.drawCaret(), [control, view.layout])
  const margin = useMarginLayout(look === 'page' ? map : null, codings, view.layout, view.marginWidth)

  const reach = useCallback((offset: number) => {
    const frame = scroller.current
    if (!map || !frame) return
    const [place, box] = [map.caretRect(offset), frame.getBoundingClientRect()]
    frame.scrollTop += place.top - box.top - frame.clientHeight / 3
  }, [map])
  const place = useCallback(() => {
    const frame = scroller.current
    if (!map || !frame) return null
    const [page, text] = [frame.getBoundingClientRect(), map.root.getBoundingClientRect()]
    const y = page.top + frame.clientHeight / 3
    if (y <= text.top) return 0
    return y >= text.bottom ? body.length : map.offsetUnder(text.left + 1, y)
  }, [map, body])
  const flash = useFlash(map)
  useImperativeHandle(ref, () => ({ select: control.select, selection: control.selection, focus: control.focus, caret: control.caretOffset, putCaret: control.putCaret, offsetAt: (x, y) => map?.offsetUnder(x, y) ?? null, scrollTo: reach, place, flash }), [control, map, reach, place, flash])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== root.current || event.defaultPrevented) return
    const sideways = event.altKey && { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (sideways) {
      const next = neighbour(codings, active, control.caretOffset(), sideways)
      if (next) { onActivate(next.id); reachIfHidden(next) }
    } else if (event.key === 'Escape' && !control.selection()) {
      if (activeCoding === null) return
      onActivate(null)
    } else if (!control.onKey(event)) return
    event.preventDefault()
  }
  const reachIfHidden = (coding: Span) => {
    const frame = scroller.current
    if (!map || !frame) return
    const [place, box] = [map.caretRect(coding.start), frame.getBoundingClientRect()]
    if (place.top < box.top || place.bottom > box.bottom) reach(coding.start)
  }
  const reachCoding = (id: string) => { const coding = byId.get(id); if (coding) reachIfHidden(coding) }

  return (
    <div ref={scroller} className={`reader is-${look}`}>
      {head}
      <div className="reader-page">
        <div className="reader-column">
          <div
            ref={root} className="reader-text" role="textbox" aria-multiline aria-readonly aria-label={label} aria-describedby={keysId}
            lang={language ?? undefined} tabIndex={0} onKeyDown={onKeyDown} onDragStart={event => event.preventDefault()}
          />
          <p id={keysId} className="only-read-aloud">{words.keys}</p>
          <div ref={caret} className="reader-caret" hidden aria-hidden />
          {map && active && onResize && (canResize?.(active) ?? true) && (
            <ResizeHandles key={active.id} map={map} coding={active} snap={snap} language={language} layout={view.layout} onResize={span => onResize(active.id, span)} />
          )}
        </div>
        {look === 'page' && (
          <div ref={marginBox} className="reader-margin-box">
            <Margin
              layout={margin} codings={byId} from={view.from} to={view.to} active={activeCoding} hovered={lit}
              quoteOf={quoteOf} onActivate={wake} onHover={hover} onReach={reachCoding}
            />
          </div>
        )}
      </div>
      {foot}
    </div>
  )
}

/** The same function at every drawing, calling the newest one: what is kept while scrolling must not be drawn anew for it. */
function useStable<A extends unknown[]>(newest: (...given: A) => void): (...given: A) => void {
  const kept = useRef(newest)
  useEffect(() => { kept.current = newest })
  return useCallback((...given: A) => kept.current(...given), [])
}

/** Pressing on words wakes the shortest coding there; pressing again goes round the others that lie there too. */
function nextAt(codings: readonly ReaderCoding[], offset: number, active: string | null): string | null {
  const here = codings.filter(coding => coding.start <= offset && offset < coding.end).toSorted((one, other) => (one.end - one.start) - (other.end - other.start))
  const at = here.findIndex(coding => coding.id === active)
  return here[(at + 1) % here.length]?.id ?? null
}

/** The next or previous coding in order of reading, from the active one or else from the caret on. */
function neighbour(codings: readonly ReaderCoding[], active: ReaderCoding | undefined, caret: number, way: number): ReaderCoding | undefined {
  const inOrder = codings.toSorted(byPlace)
  if (active) return inOrder[inOrder.indexOf(active) + way]
  return way > 0 ? inOrder.find(coding => coding.start >= caret) : inOrder.findLast(coding => coding.start < caret)
}

/** Which coding the pointer is over; asked once a frame, and not while the coder selects. */
function useTextHover(map: ReturnType<typeof useStoryText>, codings: readonly ReaderCoding[], onHover: (id: string | null) => void): void {
  useEffect(() => {
    if (!map) return
    let [frame, last] = [0, null as string | null]
    const tell = (id: string | null) => {
      if (id !== last) onHover(id)
      last = id
    }
    const onMove = (event: PointerEvent) => {
      if (event.buttons !== 0) return
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        const offset = map.offsetUnder(event.clientX, event.clientY)
        tell(offset !== null && map.isOnWords(event.clientX, event.clientY, offset) ? nextAt(codings, offset, null) : null)
      })
    }
    const onLeave = () => { cancelAnimationFrame(frame); tell(null) }
    map.root.addEventListener('pointermove', onMove)
    map.root.addEventListener('pointerleave', onLeave)
    return () => {
      cancelAnimationFrame(frame)
      map.root.removeEventListener('pointermove', onMove)
      map.root.removeEventListener('pointerleave', onLeave)
    }
  }, [map, codings, onHover])
}

function useFlash(map: ReturnType<typeof useStoryText>): (span: Span) => void {
  const running = useRef<{ takeOff: () => void, timer: ReturnType<typeof setTimeout> } | null>(null)
  const stop = () => {
    clearTimeout(running.current?.timer)
    running.current?.takeOff()
    running.current = null
  }
  useEffect(() => stop, [map])
  return useCallback((span: Span) => {
    stop()
    if (map) running.current = { takeOff: paint('duiding-flash', map.staticRange(span)), timer: setTimeout(stop, FLASH_MS) }
  }, [map])
}
