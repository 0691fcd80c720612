// Keeps what is painted equal to the codings: only what changed is taken off and put on.
import { useEffect, useLayoutEffect, useRef } from 'react'
import { assignLanes } from '../../shared/anchoring/lanes.ts'
import type { Span } from '../../shared/anchoring/span.ts'
import { patternOf } from '../ui/code-pattern.ts'
import { laneName, paint, tintName, type PaintName } from './paint.ts'
import type { TextMap } from './text-map.ts'
import type { ReaderCoding } from './types.ts'

interface Painted extends Span {
  name: PaintName
  takeOff: () => void
}

interface PaintedText {
  map: TextMap
  byId: Map<string, Painted>
  lanes: Map<string, number>
}

/** The underlines of all codings; lanes stay with their coding when others come or go. */
export function usePaintedCodings(map: TextMap | null, codings: readonly ReaderCoding[]): void {
  const painted = useRef<PaintedText | null>(null)
  useLayoutEffect(() => {
    if (painted.current && painted.current.map !== map) wipe(painted)
    if (!map) return
    painted.current ??= { map, byId: new Map(), lanes: new Map() }
    repaint(painted.current, codings)
  }, [map, codings])
  useEffect(() => () => wipe(painted), [])
}

function wipe(painted: { current: PaintedText | null }): void {
  for (const each of painted.current?.byId.values() ?? []) each.takeOff()
  painted.current = null
}

function repaint(text: PaintedText, codings: readonly ReaderCoding[]): void {
  text.lanes = assignLanes(codings, text.lanes)
  const gone = new Set(text.byId.keys())
  for (const coding of codings) {
    gone.delete(coding.id)
    const name = laneName(coding.colour, coding.pattern ?? patternOf(coding.colour), text.lanes.get(coding.id)!)
    const now = text.byId.get(coding.id)
    if (now && now.name === name && now.start === coding.start && now.end === coding.end) continue
    now?.takeOff()
    text.byId.set(coding.id, { name, start: coding.start, end: coding.end, takeOff: paint(name, text.map.staticRange(coding)) })
  }
  for (const id of gone) {
    text.byId.get(id)!.takeOff()
    text.byId.delete(id)
  }
}

/** One tint: of the active coding, or of the one under the pointer. */
export function useTint(map: TextMap | null, coding: ReaderCoding | undefined, strength: 'active' | 'hover'): void {
  const { start, end, colour } = coding ?? { start: 0, end: 0, colour: 0 }
  useLayoutEffect(() => {
    if (!map || start === end) return
    return paint(tintName(colour, strength), map.staticRange({ start, end }))
  }, [map, start, end, colour, strength])
}

/** Passages painted alike, such as what a search found. */
export function usePaintedSpans(map: TextMap | null, spans: readonly Span[] | undefined, name: PaintName): void {
  useLayoutEffect(() => {
    if (!map || !spans?.length) return
    const takeOffs = spans.map(span => paint(name, map.staticRange(span)))
    return () => { for (const takeOff of takeOffs) takeOff() }
  }, [map, spans, name])
}
