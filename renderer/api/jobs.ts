// Slow work on the host (import, export, analysis): its progress as the feed tells it.
import { useSyncExternalStore } from 'react'
import type { FeedMessage } from '../../shared/contract/feed.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { forgetCalls } from './queries.ts'

export type JobNews = Extract<FeedMessage, { is: 'job' }>

const news = new Map<Id, JobNews>()
const lastOf = new Map<string, JobNews>()
const listeners = new Set<() => void>()

export function jobHeard(message: JobNews): void {
  news.set(message.job, message)
  lastOf.set(message.step, message)
  if (message.step === 'search' && message.state === 'done') forgetCalls('search')
  for (const listener of listeners) listener()
}

const listen = (listener: () => void) => { listeners.add(listener); return () => { listeners.delete(listener) } }

/** The last that was heard of a job; undefined before the first word, or without a job. */
export function useJob(job: Id | null): JobNews | undefined {
  return useSyncExternalStore(listen, () => (job ? news.get(job) : undefined))
}

/** The same of work that the host does by itself, by its step. */
export function useStep(step: string): JobNews | undefined {
  return useSyncExternalStore(listen, () => lastOf.get(step))
}
