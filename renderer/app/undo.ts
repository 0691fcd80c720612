// Undo and redo of one's own changes, app-wide, told in a toast with the way back.
import { useCallback } from 'react'
import type { Output } from '../../shared/contract/index.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import type { TextKey } from '../i18n/catalogue.ts'
import { hasText, sayIn, useSay } from '../i18n/say.ts'
import { sayInPassing } from '../ui/toast.tsx'
import type { Action } from './actions.ts'

export interface Undo { undo: () => void, redo: () => void, canUndo: boolean, canRedo: boolean, /** Kinds in words, for tooltips. */ undoes: string | null, redoes: string | null }

export function useUndo(): Undo {
  const state = useRead('history.state', {}).data
  const { write: undoIt } = useWrite('history.undo')
  const { write: redoIt } = useWrite('history.redo')
  const turn = useCallback(async function turnOne(way: 'undo' | 'redo'): Promise<void> {
    const turned = await (way === 'undo' ? undoIt({}) : redoIt({}))
    if (turned.ok) tell(way, turned.value, () => void turnOne(way === 'undo' ? 'redo' : 'undo'))
  }, [undoIt, redoIt])
  return {
    undo: () => void turn('undo'), redo: () => void turn('redo'),
    canUndo: Boolean(state?.undo), canRedo: Boolean(state?.redo),
    undoes: state?.undo ? changeWords(state.undo) : null, redoes: state?.redo ? changeWords(state.redo) : null
  }
}

function tell(way: 'undo' | 'redo', { kind }: Output<'history.undo'>, back: () => void): void {
  const say = sayIn('frame')
  const about = 'undo'
  if (kind === null) sayInPassing({ about, says: say(way === 'undo' ? 'undo.nothing' : 'redo.nothing') })
  else if (way === 'undo') sayInPassing({ about, says: say('undo.done', { change: changeWords(kind) }), act: { name: say('redo'), onAct: back } })
  else sayInPassing({ about, says: say('redo.done', { change: changeWords(kind) }), act: { name: say('undo'), onAct: back } })
}

/** A kind of op in words. */
export function changeWords(kind: string): string {
  return sayIn('changes')((hasText('changes', kind) ? kind : 'other') as TextKey<'changes'>)
}

export function useUndoActions({ undo, redo }: Undo): Action[] {
  const say = useSay('frame')
  return [
    { id: 'edit.undo', name: say('undo'), part: say('part.edit'), keys: ['Mod+Z'], run: undo },
    { id: 'edit.redo', name: say('redo'), part: say('part.edit'), keys: ['Mod+Shift+Z', 'Mod+Y'], run: redo }
  ]
}
