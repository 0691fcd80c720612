// The ends of a coding moved by keys: painted with every press, sent as one change once the fingers rest.
import { useCallback, useEffect, useRef, useState } from 'react'
import { graphemeCeil, graphemeFloor, step } from '../../shared/anchoring/boundaries.ts'
import { trimSpan, type Span } from '../../shared/anchoring/span.ts'
import type { Id } from '../../shared/domain/ids.ts'

const REST = 700

export interface Nudge { coding: Id, span: Span }
export type End = 'start' | 'end'

/** The span with one end a step further; at least one character stays. */
export function stepped(body: string, span: Span, end: End, way: 1 | -1, by: 'word' | 'grapheme', language: string | null): Span {
  const to = step(body, span[end], way, by, language)
  return end === 'start'
    ? { start: Math.min(to, graphemeFloor(body, span.end - 1)), end: span.end }
    : { start: span.start, end: Math.max(to, graphemeCeil(body, span.start + 1)) }
}

export function useNudge(send: (nudge: Nudge) => void) {
  const [nudge, setNudge] = useState<Nudge | null>(null)
  const waiting = useRef<{ nudge: Nudge, body: string, timer: ReturnType<typeof setTimeout> } | null>(null)
  const finish = useCallback(() => {
    const now = waiting.current
    if (!now) return
    clearTimeout(now.timer)
    waiting.current = null
    setNudge(null)
    const span = trimSpan(now.body, now.nudge.span)
    if (span) send({ coding: now.nudge.coding, span })
  }, [send])
  const move = useCallback((coding: Id, body: string, from: Span, end: End, way: 1 | -1, by: 'word' | 'grapheme', language: string | null) => {
    if (waiting.current && waiting.current.nudge.coding !== coding) finish()
    clearTimeout(waiting.current?.timer)
    const next = { coding, span: stepped(body, waiting.current?.nudge.span ?? from, end, way, by, language) }
    waiting.current = { nudge: next, body, timer: setTimeout(finish, REST) }
    setNudge(next)
  }, [finish])
  const latest = useRef(finish)
  useEffect(() => { latest.current = finish })
  useEffect(() => {
    // Any other key comes after it: undo, say, means this move and not the change before it.
    const onKeyDown = (event: KeyboardEvent) => { if (!event.altKey && !/^(Alt|Control|Meta|Shift)$/.test(event.key)) latest.current() }
    addEventListener('keydown', onKeyDown, { capture: true })
    return () => {
      removeEventListener('keydown', onKeyDown, { capture: true })
      latest.current()
    }
  }, [])
  return { nudge, move, finish }
}
