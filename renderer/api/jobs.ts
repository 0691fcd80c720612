// Slow work on the host (import, export, analysis): its progress as the feed tells it.
import { useSyncExternalStore } from 'react'
import type { FeedMessage } from '../../shared/contract/feed.ts'
import type { Id } from '../../shared/domain/ids.ts'

export type JobNews = Extract<FeedMessage, { is: 'job' }>

const news = new Map<Id, JobNews>()
const listeners = new Set<() => void>()

export function jobHeard(message: JobNews): void {
  news.set(message.job, message)
  for (const listener of listeners) listener()
}

const listen = (listener: () => void) => { listeners.add(listener); return () => { listeners.delete(listener) } }

/** The last that was heard of a job; undefined before the first word, or without a job. */
export function useJob(job: Id | null): JobNews | undefined {
  return useSyncExternalStore(listen, () => (job ? news.get(job) : undefined))
}
