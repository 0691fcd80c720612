// The colleagues who are here now, by name, and who of them has which story before them.
import { useMemo } from 'react'
import type { Coder } from '../../shared/contract/coder.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { useHere } from './presence.ts'
import { useCoders, useMe } from './use-me.ts'

export interface Other { coder: Coder, /** More than one where the coder has several windows. */ stories: Id[] }

/** In the order of joining; never oneself. */
export function useOthers(): readonly Other[] {
  const here = useHere()
  const me = useMe()
  const coders = useCoders()
  return useMemo(() => [...coders.values()].filter(({ id }) => id !== me && here.some(({ coder }) => coder === id))
    .map(coder => ({ coder, stories: here.flatMap(at => (at.coder === coder.id && at.story ? [at.story] : [])) })), [here, me, coders])
}

/** Who has each story before them, by story. */
export function useReadersByStory(): ReadonlyMap<Id, readonly Coder[]> {
  const others = useOthers()
  return useMemo(() => {
    const byStory = new Map<Id, Coder[]>()
    for (const { coder, stories } of others) for (const story of stories) byStory.set(story, [...byStory.get(story) ?? [], coder])
    return byStory
  }, [others])
}
