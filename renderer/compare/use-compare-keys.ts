// Everything about a compared story by keys: from difference to difference, taking a reading over, opening a talk.
import { readingsOf } from '../../shared/agreement/readings.ts'
import { useActions } from '../app/actions.ts'
import { useSay } from '../i18n/say.ts'
import type { Agree } from './use-agree.ts'
import type { Comparison, Place } from './use-comparison.ts'

/** Readings that have a key of their own. */
export const NUMBERED = 6

export interface CompareKeys {
  places: readonly Place[]
  chosen: Place | undefined
  may: boolean
  isShut: boolean
  comparison: Comparison
  agree: Agree
  walk: (way: 1 | -1) => void
  step: (way: 1 | -1) => void
  talk: () => void
  leave: () => void
}

export function useCompareKeys({ places, chosen, may, isShut, comparison, agree, walk, step, talk, leave }: CompareKeys): void {
  const say = useSay('compare')
  const part = say('title')
  const hasPlaces = () => places.length > 0
  const canAct = () => chosen !== undefined && may && !isShut
  const readings = chosen ? readingsOf(chosen, comparison.codings) : []
  useActions([
    { id: 'compare.next', part, name: say('spot.next'), keys: [']', 'j'], when: hasPlaces, run: () => walk(1) },
    { id: 'compare.previous', part, name: say('spot.previous'), keys: ['[', 'k'], when: hasPlaces, run: () => walk(-1) },
    { id: 'compare.talk', part, name: say('talk.open'), keys: ['g'], when: canAct, run: talk },
    { id: 'compare.leave', part, name: say('talk.cancel'), keys: ['Escape'], when: () => chosen !== undefined, unlisted: true, run: leave },
    { id: 'compare.discuss', part, name: say('story.discuss'), keys: ['d'], when: () => may && !isShut, run: () => void agree.discuss(!comparison.isDiscussed) },
    { id: 'compare.nextStory', part, name: say('story.next'), keys: ['n'], run: () => step(1) },
    { id: 'compare.previousStory', part, name: say('story.previous'), keys: ['Shift+N', 'p'], run: () => step(-1) },
    ...readings.slice(0, NUMBERED).map(({ parts }, at) => ({
      id: `compare.take.${at + 1}`, part, name: say('agree.number', { number: at + 1 }), keys: [String(at + 1)], when: canAct, unlisted: true, run: () => { if (chosen) void agree.take(chosen, parts) }
    }))
  ])
}
