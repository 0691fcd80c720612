// What one can do anywhere in the frame: go to a place, undo, look for something, see the keys, the project as a whole.
import type { Dispatch, SetStateAction } from 'react'
import { useDesk } from '../api/desk.ts'
import { useGuest } from '../api/lan.ts'
import { useSay } from '../i18n/say.ts'
import { wishFor } from '../start/wish.ts'
import type { Action } from './actions.ts'
import { places } from './places.tsx'
import { formatRoute, go } from './route.ts'
import { useUndo, useUndoActions, type Undo } from './undo.ts'

export type FrameDialog = 'palette' | 'keys' | 'settings' | 'copy'

export function useFrameActions(open: Dispatch<SetStateAction<FrameDialog | null>>): { actions: Action[], undo: Undo } {
  const say = useSay('frame')
  const undo = useUndo()
  const undoActions = useUndoActions(undo)
  const { write: leave } = useDesk('desk.leave')
  const { write: openSample } = useDesk('desk.openSample')
  const guest = useGuest()
  const isGuest = guest !== null
  const bar = places.filter(place => place.inBar)
  const goTo: Action[] = places.filter(place => !isGuest || place.id !== 'inlezen').map(place => {
    const nth = bar.indexOf(place) + 1
    return {
      id: `go.${place.id}`, part: say('part.go'), name: place.inBar ? say('go', { place: say(place.name) }) : say(place.name),
      run: () => go(formatRoute({ place: place.id })), ...(nth > 0 ? { keys: [`Alt+${nth}`] } : place.id === 'zoeken' ? { keys: ['Mod+Shift+F'], inFields: true } : {})
    }
  })
  const own: Action[] = isGuest ? (guest.leaves ? [{ id: 'project.open', part: say('part.project'), name: say('project.leave'), run: () => void leave({}) }] : []) : [
    { id: 'stories.import', part: say('part.project'), name: say('import'), menu: 'project', unlisted: true, run: () => go(formatRoute({ place: 'inlezen' })) },
    { id: 'project.saveCopy', part: say('part.project'), name: say('project.copy'), menu: 'project', run: () => open('copy') },
    { id: 'project.open', part: say('part.project'), name: say('project.leave'), run: () => void leave({}) },
    { id: 'project.new', part: say('part.project'), name: say('project.new'), unlisted: true, run: () => { wishFor('new'); void leave({}) } },
    { id: 'project.sample', part: say('part.project'), name: say('project.sample'), unlisted: true, run: () => void openSample({}) }
  ]
  const actions: Action[] = [
    ...goTo,
    ...undoActions,
    ...own,
    { id: 'project.details', part: say('part.project'), name: say('project.details'), menu: 'project', unlisted: true, run: () => go(formatRoute({ place: 'project' })) },
    { id: 'project.history', part: say('part.project'), name: say('project.history'), menu: 'project', unlisted: true, run: () => go(formatRoute({ place: 'geschiedenis' })) },
    { id: 'palette.open', part: say('part.window'), name: say('palette'), keys: ['Mod+K'], inFields: true, unlisted: true, run: () => open('palette') },
    { id: 'window.settings', part: say('part.window'), name: say('settings'), menu: 'coder', run: () => open('settings') },
    { id: 'help.keys', part: say('part.window'), name: say('keys.title'), keys: ['?'], menu: 'coder', run: () => open('keys') }
  ]
  return { actions, undo }
}
