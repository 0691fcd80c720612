// Keeps what is painted equal to the codings: only what changed is taken off and put on.
import { useEffect, useLayoutEffect, useRef } from 'react'
import { assignLanes } from '../../shared/anchoring/lanes.ts'
import { joinStrands, type Strand } from '../../shared/anchoring/strands.ts'
import { overlaps, type Span } from '../../shared/anchoring/span.ts'
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
  /** What the codings come to; worked out anew when they change, not when one scrolls. */
  made: { of: readonly ReaderCoding[], strands: { id: string, start: number, end: number, name: PaintName }[] } | null
}

/** One underline for every strand in sight (null: all); lanes stay with their codings when others come or go. */
export function usePaintedCodings(map: TextMap | null, codings: readonly ReaderCoding[], sight: Span | null): void {
  const painted = useRef<PaintedText | null>(null)
  useLayoutEffect(() => {
    if (painted.current && painted.current.map !== map) wipe(painted)
    if (!map) return
    painted.current ??= { map, byId: new Map(), lanes: new Map(), made: null }
    repaint(painted.current, codings, sight)
  }, [map, codings, sight])
  useEffect(() => () => wipe(painted), [])
}

function wipe(painted: { current: PaintedText | null }): void {
  for (const each of painted.current?.byId.values() ?? []) each.takeOff()
  painted.current = null
}

function repaint(text: PaintedText, codings: readonly ReaderCoding[], sight: Span | null): void {
  if (text.made?.of !== codings) text.made = { of: codings, strands: namedStrands(text, codings) }
  const gone = new Set(text.byId.keys())
  for (const { id, start, end, name } of text.made.strands) {
    if (sight && !overlaps(sight, { start, end })) continue
    gone.delete(id)
    const now = text.byId.get(id)
    if (now && now.name === name && now.start === start && now.end === end) continue
    now?.takeOff()
    text.byId.set(id, { name, start, end, takeOff: paint(name, text.map.staticRange({ start, end })) })
  }
  for (const id of gone) {
    text.byId.get(id)!.takeOff()
    text.byId.delete(id)
  }
}

function namedStrands(text: PaintedText, codings: readonly ReaderCoding[]): NonNullable<PaintedText['made']>['strands'] {
  const byId = new Map(codings.map(coding => [coding.id, coding]))
  const strands = joinStrands(codings)
  text.lanes = lanesOf(strands, text.lanes)
  return strands.map(({ id, start, end }) => {
    const coding = byId.get(id)!
    return { id, start, end, name: laneName(coding.colour, coding.pattern ?? patternOf(coding.colour), text.lanes.get(id)!) }
  })
}

/** Lanes by coding; a strand keeps the lane that any of its codings had. */
function lanesOf(strands: readonly Strand[], before: ReadonlyMap<string, number>): Map<string, number> {
  const kept = new Map<string, number>()
  for (const { id, parts } of strands) {
    const part = parts.find(each => before.has(each))
    if (part !== undefined) kept.set(id, before.get(part)!)
  }
  const lanes = assignLanes(strands, kept)
  return new Map(strands.flatMap(({ id, parts }) => parts.map(part => [part, lanes.get(id)!] as const)))
}

/** One tint: of the active coding, or of the one under the pointer. */
export function useTint(map: TextMap | null, coding: ReaderCoding | undefined, strength: 'active' | 'hover'): void {
  const { start, end, colour } = coding ?? { start: 0, end: 0, colour: 0 }
  useLayoutEffect(() => {
    if (!map || start === end) return
    return paint(tintName(colour, strength), map.staticRange({ start, end }))
  }, [map, start, end, colour, strength])
}

/** Passages painted alike, such as what a search found; in sight only (null: all). */
export function usePaintedSpans(map: TextMap | null, spans: readonly Span[] | undefined, name: PaintName, sight: Span | null = null): void {
  useLayoutEffect(() => {
    if (!map || !spans?.length) return
    const takeOffs = spans.filter(span => !sight || overlaps(sight, span)).map(span => paint(name, map.staticRange(span)))
    return () => { for (const takeOff of takeOffs) takeOff() }
  }, [map, spans, name, sight])
}
