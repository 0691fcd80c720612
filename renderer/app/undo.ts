// Undo and redo of one's own changes, app-wide, told in a toast with the way back.
import { useCallback } from 'react'
import type { Output } from '../../shared/contract/index.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { call, UNDO } from '../api/call.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import type { TextKey } from '../i18n/catalogue.ts'
import { hasText, sayIn, useSay } from '../i18n/say.ts'
import { sayInPassing } from '../ui/toast.tsx'
import type { Action } from './actions.ts'
import { parseRoute } from './route.ts'

export interface Undo { undo: () => void, redo: () => void, canUndo: boolean, canRedo: boolean, /** Kinds in words, for tooltips. */ undoes: string | null, redoes: string | null }

export function useUndo(): Undo {
  const state = useRead('history.state', {}).data
  const { write: undoIt } = useWrite('history.undo')
  const { write: redoIt } = useWrite('history.redo')
  const turn = useCallback(async function turnOne(way: 'undo' | 'redo'): Promise<void> {
    const turned = await (way === 'undo' ? undoIt({}) : redoIt({}))
    if (turned.ok) void tell(way, turned.value, () => void turnOne(way === 'undo' ? 'redo' : 'undo'))
  }, [undoIt, redoIt])
  return {
    undo: () => void turn('undo'), redo: () => void turn('redo'),
    canUndo: Boolean(state?.undo), canRedo: Boolean(state?.redo),
    undoes: state?.undo ? changeWords(state.undo) : null, redoes: state?.redo ? changeWords(state.redo) : null
  }
}

async function tell(way: 'undo' | 'redo', { kind, story }: Output<'history.undo'>, back: () => void): Promise<void> {
  const say = sayIn('frame')
  const about = UNDO
  if (kind === null) { sayInPassing({ about, says: say(`${way}.nothing`) }); return }
  const change = changeWords(kind)
  const number = await numberElsewhere(story)
  const says = number === null ? say(`${way}.done`, { change }) : say(`${way}.doneIn`, { change, number })
  sayInPassing({ about, says, act: { name: say(way === 'undo' ? 'redo' : 'undo'), onAct: back } })
}

/** The number of the story it happened in, when that is not the one in sight. */
async function numberElsewhere(story: Id | null): Promise<number | null> {
  if (!story || parseRoute(location.hash).rest[0] === story) return null
  return call('story.read', { story }).then(({ number }) => number, () => null) // only a help: without it the change is told all the same
}

/** A kind of op in words. */
export function changeWords(kind: string): string {
  return sayIn('changes')((hasText('changes', kind) ? kind : 'other') as TextKey<'changes'>)
}

/** "ongedaan gemaakt – code gewijzigd: van Klik naar Band", where an act did no more than put back; else what it did. */
export function turnedWords(turned: 'undone' | 'redone' | null, what: string): string {
  return turned === null ? what : sayIn('changes')(`turned.${turned}`, { what })
}

/** What an act was about, in words; the phase a project came into has a name of its own in each language. */
export function nameInAct(kind: string, name: string | null): string | null {
  if (kind.startsWith('view.') && name !== null) return partOfAccount(name)
  return kind === 'project.phased' && name !== null && hasText('themes', `phase.${name}`) ? sayIn('themes')(`phase.${name}` as TextKey<'themes'>) : name
}

/** The team's own words in the account are kept as views under keys of ours: `question`, `indicator <id>`. Other views have a name a person gave. */
function partOfAccount(name: string): string {
  const say = sayIn('analysis')
  if (hasText('analysis', `method.part.${name}`)) return `${say('method.title')}, ${say(`method.part.${name}` as TextKey<'analysis'>)}`
  return /^indicator [\w-]{22}$/.test(name) ? `${say('method.title')}, ${say('method.model')}` : name
}

export function useUndoActions({ undo, redo }: Undo): Action[] {
  const say = useSay('frame')
  return [
    { id: 'edit.undo', name: say('undo'), part: say('part.edit'), keys: ['Mod+Z'], run: undo },
    { id: 'edit.redo', name: say('redo'), part: say('part.edit'), keys: ['Mod+Shift+Z', 'Mod+Y'], run: redo }
  ]
}
