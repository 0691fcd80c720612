// Two grips at the ends of the active coding: dragged, or moved by keys, one character or (Ctrl) one word at a time.
import { useLayoutEffect, useRef, useState, type CSSProperties, type KeyboardEvent, type PointerEvent } from 'react'
import { graphemeCeil, graphemeFloor, snapToWords, step } from '../../shared/anchoring/boundaries.ts'
import { trimSpan, type Span } from '../../shared/anchoring/span.ts'
import { useWords } from '../ui/words.ts'
import { usePaintedSpans } from './use-painting.ts'
import type { TextMap } from './text-map.ts'
import type { ReaderCoding } from './types.ts'
import { readerWords } from './words.ts'

export interface ResizeHandlesProps {
  map: TextMap
  coding: ReaderCoding
  snap: 'none' | 'word'
  language: string | null
  /** Changes whenever lines may have moved. */
  layout: number
  onResize: (span: Span) => void
}

type End = 'start' | 'end'

export function ResizeHandles({ map, coding, snap, language, layout, onResize }: ResizeHandlesProps) {
  const words = useWords(readerWords)
  const [draft, setDraft] = useState<Span | null>(null)
  const shown = draft ?? { start: coding.start, end: coding.end }
  const places = usePlaces(map, shown, layout)
  const drafts = useDraftList(draft)
  usePaintedSpans(map, drafts, 'duiding-resize')

  const finish = (span: Span | null) => {
    setDraft(null)
    const trimmed = span && trimSpan(map.body, span)
    if (trimmed && (trimmed.start !== coding.start || trimmed.end !== coding.end)) onResize(trimmed)
  }
  const drag = (end: End, event: PointerEvent) => {
    const offset = map.offsetUnder(event.clientX, event.clientY)
    if (offset !== null) setDraft(withEnd(map.body, shown, end, snapEnd(map.body, offset, end, snap, language)))
  }
  const key = (end: End, event: KeyboardEvent) => {
    const way = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key] as 1 | -1 | undefined
    if (way) setDraft(withEnd(map.body, shown, end, step(map.body, shown[end], way, event.ctrlKey || event.metaKey ? 'word' : 'grapheme', language)))
    else if (event.key === 'Enter' && draft) finish(draft)
    else if (event.key === 'Escape' && draft) setDraft(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (['start', 'end'] as const).map(end => (
    <Grip
      key={end} end={end} place={places[end]} colour={coding.colour} offset={shown[end]} last={map.body.length}
      name={`${end === 'start' ? words.startHandle : words.endHandle}: ${coding.codeName}`} text={wordsBeside(map.body, shown, end)}
      onDrag={event => drag(end, event)} onDrop={() => finish(draft)} onKey={event => key(end, event)} onLeave={() => finish(draft)}
    />
  ))
}

interface GripProps {
  end: End
  place: { left: number, top: number, height: number }
  colour: number
  offset: number
  last: number
  name: string
  text: string
  onDrag: (event: PointerEvent) => void
  onDrop: () => void
  onKey: (event: KeyboardEvent) => void
  onLeave: () => void
}

function Grip({ end, place, colour, offset, last, name, text, onDrag, onDrop, onKey, onLeave }: GripProps) {
  const isDragging = useRef(false)
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault()
    event.currentTarget.focus({ preventScroll: true })
    isDragging.current = true
  }
  // The pointer is followed on the window: captured, it would always be over the grip and never over the words.
  useLayoutEffect(() => {
    const move = (event: globalThis.PointerEvent) => { if (isDragging.current) onDrag(event as unknown as PointerEvent) }
    const up = () => {
      if (!isDragging.current) return
      isDragging.current = false
      onDrop()
    }
    addEventListener('pointermove', move)
    addEventListener('pointerup', up)
    return () => {
      removeEventListener('pointermove', move)
      removeEventListener('pointerup', up)
    }
  })
  return (
    <div
      className={`reader-grip is-${end}`} role="slider" tabIndex={0} aria-label={name} aria-valuenow={offset} aria-valuemin={0} aria-valuemax={last}
      aria-valuetext={text} data-code={colour} style={{ '--left': `${place.left}px`, '--top': `${place.top}px`, '--height': `${place.height}px` } as CSSProperties} onPointerDown={onPointerDown} onKeyDown={onKey} onBlur={onLeave}
    />
  )
}

/** At least one character stays between the ends. */
function withEnd(text: string, span: Span, end: End, offset: number): Span {
  return end === 'start'
    ? { start: Math.min(offset, graphemeFloor(text, span.end - 1)), end: span.end }
    : { start: span.start, end: Math.max(offset, graphemeCeil(text, span.start + 1)) }
}

function snapEnd(text: string, offset: number, end: End, snap: 'none' | 'word', language: string | null): number {
  if (snap === 'word') return snapToWords(text, { start: offset, end: offset }, language)[end]
  return end === 'start' ? graphemeFloor(text, offset) : graphemeCeil(text, offset)
}

/** What a screen reader says of a place: the few words inside the fragment at that end. */
function wordsBeside(text: string, span: Span, end: End): string {
  const inside = text.slice(span.start, span.end)
  return end === 'start' ? inside.slice(0, 40) : inside.slice(-40)
}

function useDraftList(draft: Span | null): readonly Span[] | undefined {
  const [list, setList] = useState<{ of: Span | null, spans: readonly Span[] | undefined }>({ of: null, spans: undefined })
  if (list.of === draft) return list.spans
  const next = { of: draft, spans: draft ? [draft] : undefined }
  setList(next)
  return next.spans
}

function usePlaces(map: TextMap, span: Span, layout: number) {
  const [places, setPlaces] = useState({ start: { left: 0, top: 0, height: 0 }, end: { left: 0, top: 0, height: 0 } })
  const { start, end } = span
  useLayoutEffect(() => {
    const box = map.root.getBoundingClientRect()
    const place = (rect: DOMRect) => ({ left: rect.left - box.left, top: rect.top - box.top, height: rect.height })
    setPlaces({ start: place(map.caretRect(start)), end: place(map.caretRect(end)) })
  }, [map, start, end, layout])
  return places
}
