// The texts of a story on the page as one: the selection is in one of them at a time, and any place in any of them can be reached.
import { useCallback, useMemo, useRef, useState } from 'react'
import type { Span } from '../../shared/anchoring/span.ts'
import type { Fragment } from '../../shared/contract/coding.ts'
import type { Text } from '../../shared/contract/story.ts'
import type { Id } from '../../shared/domain/ids.ts'
import type { ReaderHandle, ReaderSelection } from '../reader/types.ts'

export interface Selected { text: Text, selection: ReaderSelection }

export function useReaders(main: Id | undefined) {
  const handles = useRef(new Map<Id, ReaderHandle>())
  const [selected, setSelected] = useState<Selected | null>(null)

  const onReader = useCallback((text: Id, handle: ReaderHandle | null) => {
    if (handle) handles.current.set(text, handle)
    else handles.current.delete(text)
  }, [])
  const reader = useCallback((text: Id | undefined = main) => (text === undefined ? null : handles.current.get(text) ?? null), [main])

  const select = useCallback((text: Text, selection: ReaderSelection | null) => {
    if (selection) for (const [id, handle] of handles.current) if (id !== text.id) handle.select(null)
    setSelected(before => (selection ? { text, selection } : before?.text.id === text.id ? null : before))
  }, [])
  const drop = useCallback(() => { for (const handle of handles.current.values()) handle.select(null) }, [])
  const measure = useCallback(() => (selected ? reader(selected.text.id)?.selection() ?? null : null), [selected, reader])
  const focus = useCallback(() => reader(selected?.text.id)?.focus(), [selected, reader])

  /** Brings a passage into view; an answer under the story scrolls with its page. */
  const reach = useCallback((text: Id, span: Span, light: boolean) => {
    const handle = reader(text)
    if (text === main) handle?.scrollTo(span.start)
    else document.querySelector(`[data-text="${text}"]`)?.scrollIntoView({ block: 'center' })
    if (light) handle?.flash(span)
  }, [reader, main])

  return useMemo(() => ({ onReader, reader, selected, select, drop, measure, focus, reach }), [onReader, reader, selected, select, drop, measure, focus, reach])
}

export function fragmentOf({ text, selection }: Selected): Fragment {
  return { text: text.id, revision: text.revision, start: selection.start, end: selection.end, quote: selection.quote }
}

export const fragmentAt = (text: Text, { start, end }: Span): Fragment =>
  ({ text: text.id, revision: text.revision, start, end, quote: text.body.slice(start, end) })
