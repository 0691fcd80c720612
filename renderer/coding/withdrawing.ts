// Which story somebody asked to withdraw here: kept beside the reading desk, because the story is gone before the dialog has told where words remain.
import { useSyncExternalStore } from 'react'
import type { Story } from '../../shared/contract/story.ts'

type Asked = Pick<Story, 'id' | 'number'>
let asked: Asked | null = null
const listeners = new Set<() => void>()
const listen = (listener: () => void) => { listeners.add(listener); return () => { listeners.delete(listener) } }

export function askToWithdraw(story: Asked | null): void {
  asked = story && { id: story.id, number: story.number }
  for (const listener of listeners) listener()
}

export const useWithdrawing = (): Asked | null => useSyncExternalStore(listen, () => asked)
