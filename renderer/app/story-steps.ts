// Going to the next, the previous or the next uncoded story, one step after another however fast they are asked for.
import { useCallback } from 'react'
import type { StoryFilter } from '../../shared/domain/layer.ts'
import { readNow } from '../api/hooks.ts'
import { storyInList } from '../stories/use-story-filter.ts'
import { holdKeys } from './key-gate.ts'
import { go, parseRoute } from './route.ts'

export type Step = 'next' | 'previous' | 'uncoded'

let line: Promise<void> = Promise.resolve()

/** Steps through the stories of a filter; keys that follow wait until the story they are meant for stands. */
export function useStorySteps(filter: StoryFilter): (step: Step) => void {
  return useCallback(step => {
    const letGo = holdKeys()
    // Where the asking fails it fails for the screen as well, which tells it.
    line = line.then(() => take(step, filter)).catch(() => undefined).finally(letGo)
  }, [filter])
}

/** From the story that is in sight by now, by its neighbours as they are now: what the screen last heard of may be of the story before. */
async function take(step: Step, filter: StoryFilter): Promise<void> {
  const { place, rest: [story] } = parseRoute(location.hash)
  if (place !== 'lezen' || !story) return
  const to = (await readNow('story.neighbours', { story, filter }))[step]
  if (to) go(storyInList(to, filter))
}
