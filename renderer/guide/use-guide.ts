// Where a coder is in the guided first story, kept by coder on this computer; and what the guide sees of the work.
import { useEffect, useMemo, useRef, useState } from 'react'
import { z } from 'zod'
import type { Id } from '../../shared/domain/ids.ts'
import { usePreference } from '../api/preferences.ts'
import { useRead } from '../api/hooks.ts'
import { useWork } from '../api/use-me.ts'
import { STEPS, stepAfter, type Facts } from './steps.ts'

/** A number: the step one is at. */
const Kept = z.union([z.literal(['', 'away']), z.number().int().min(0).max(STEPS.length - 1)])
const Shown = z.looseObject({ shown: z.string() })
const EVERYBODY = { shown: 'all' }

export interface Guide {
  /** '': never begun; 'away': put away. */
  at: '' | 'away' | number
  /** On to the next step, whatever this one asks; behind the last one it is put away. */
  goOn: () => void
  begin: () => void
  putAway: () => void
}

export function useGuide(me: Id): Guide {
  const [at, setAt] = usePreference<'' | 'away' | number>(`guide.${me}`, Kept, '')
  const facts = useFacts(me, typeof at === 'number')
  const before = useRef<{ at: number, facts: Facts } | null>(null)
  useEffect(() => {
    if (typeof at !== 'number' || !facts) return
    if (before.current?.at !== at) before.current = { at, facts }
    const next = stepAfter(at, facts, before.current.facts)
    if (next !== at) setAt(next)
  }, [at, facts, setAt])
  return {
    at, begin: () => setAt(0), putAway: () => setAt('away'),
    goOn: () => { if (typeof at === 'number') setAt(at + 1 < STEPS.length ? at + 1 : 'away') }
  }
}

/** Null until all of it is known. */
function useFacts(me: Id, when: boolean): Facts | null {
  const work = useWork(when)?.get(me)
  const memos = useRead('memo.list', {}, { when }).data
  const history = useRead('history.state', {}, { when }).data
  const [{ shown }] = usePreference(`reading.view.${me}`, Shown, EVERYBODY)
  const selected = useSelected(when)
  return useMemo(() => (work && memos && history
    ? { selected, codings: work.codings, done: work.done, memos: memos.filter(memo => memo.coder === me).length, canRedo: history.redo !== null, showsAll: shown === 'all' }
    : null), [work, memos, history, shown, selected, me])
}

function useSelected(when: boolean): boolean {
  const [selected, setSelected] = useState(false)
  useEffect(() => {
    if (!when) return
    const look = () => {
      const selection = document.getSelection()
      setSelected(selection !== null && !selection.isCollapsed && Boolean(selection.anchorNode?.parentElement?.closest('.reader-text')))
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [when])
  return selected
}
