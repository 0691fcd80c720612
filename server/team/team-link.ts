// The host's side of a team folder: one worker shares the mirror; what it tells goes to the project's windows.
import { Worker } from 'node:worker_threads'
import type { SharedPlace, TeamState } from '../../shared/contract/team.ts'
import type { Failure } from '../../shared/errors.ts'
import type { Pace } from '../../db/team-folder/sharing.ts'
import type { Hub } from '../hub.ts'

export type TeamPlace = { /** `name.duiding` where people know it. */ shared: string; /** The mirror's folder. */ home: string; place: SharedPlace }
export type SharingTask = { path: string; home: string; shared: string; profile: string; pace: Pace; patience?: number }
/** touch: something was saved here. look: look thoroughly now. */
export type SharingWord = 'touch' | 'look' | 'stop'
export type SharingNews = { is: 'state'; came: number; state: TeamState } | { is: 'failure'; failure: Failure }

export type TeamLink = TeamPlace & { /** Look thoroughly soon. */ look(): void; /** The last changes go out, as far as the folder answers; then it is let go. */ close(): Promise<void> }
export type TeamOptions = { pace: Pace; /** How long a file may be late before that is told (milliseconds). */ patience?: number }

export const USUAL: TeamOptions = { pace: { poll: 2500, thorough: 8 } }
/** A share that does not answer keeps nobody from closing the program: what is not out yet goes out the next time. */
const PARTING = 10_000
const AGAIN = 5000

export function linkTeam(place: TeamPlace, path: string, profile: string, hub: Hub, options: TeamOptions): TeamLink {
  let worker: Worker
  let isEnding = false
  let again: NodeJS.Timeout | undefined
  const start = (): void => {
    const task: SharingTask = { path, home: place.home, shared: place.shared, profile, ...options }
    // In the app's bundle this very expression becomes the worker's own bundle (scripts/bundle.mjs): keep its shape.
    worker = new Worker(new URL('../jobs/sharing-worker.ts', import.meta.url), { workerData: task })
    worker.unref()
    worker.on('message', (news: SharingNews) => {
      if (news.is !== 'state') return // it goes on, and its log says what happened
      if (news.came > 0) hub.nudge()
      hub.keep({ is: 'team', team: news.state })
    })
    worker.on('error', () => {})
    worker.once('exit', () => { if (!isEnding) again = setTimeout(start, AGAIN).unref() })
  }
  start()
  const unwatch = hub.watch(() => worker.postMessage('touch' satisfies SharingWord))
  return {
    ...place,
    look: () => worker.postMessage('look' satisfies SharingWord),
    async close() {
      isEnding = true
      unwatch()
      clearTimeout(again)
      const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
      worker.postMessage('stop' satisfies SharingWord)
      const late = setTimeout(() => void worker.terminate(), PARTING)
      if (worker.threadId !== -1) await gone
      clearTimeout(late)
    }
  }
}
