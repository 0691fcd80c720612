// Keeps the index of words of an open project up to date: a while after opening, after words changed, and when somebody searches.
// The index is made in a worker; the windows hear how far it is.
import { Worker } from 'node:worker_threads'
import { forgetIndex } from '../../db/search/index-file.ts'
import { isBehind } from '../../db/search/refresh.ts'
import type { Store } from '../../db/store.ts'
import { newId } from '../../shared/domain/ids.ts'
import type { Failure } from '../../shared/errors.ts'
import type { Hub } from '../hub.ts'
import { steadily } from '../report.ts'
import { openSearchAccess, type SearchAccess } from '../search/access.ts'

/** `path`: the file to read, `project`: the one it stands for (another where one may only read). */
export type SearchWork = { path: string; project: string; profile: string }
export type SearchNews = { is: 'progress'; part: number } | { is: 'done' } | { is: 'failure'; failure: Failure }
export type Searcher = { access: SearchAccess; close(): Promise<void> }

/** After the first screens, and whatever else opening sets going (milliseconds). */
const SOON = 4000
/** Several changes in a row are one refresh. */
const GATHER = 400

export function createSearcher(store: Store, hub: Hub, { project, profile }: Pick<SearchWork, 'project' | 'profile'>): Searcher {
  let worker: Worker | null = null
  let timer: NodeJS.Timeout | null = null
  let isAgain = false
  let isClosed = false
  const steady = steadily()
  const access = openSearchAccess(profile, project, () => later(0))

  function later(delay: number): void {
    if (isClosed || timer) return
    timer = setTimeout(() => {
      timer = null
      steady(run)
    }, delay)
    timer.unref()
  }
  function run(): void {
    if (worker) isAgain = true
    if (worker || isClosed || !store.db.open || !isBehind(store, access.index())) return
    const job = newId()
    const tell = (state: 'running' | 'done' | 'failed', progress: number | null): void => hub.tell({ is: 'job', job, state, progress, step: 'search' })
    // In the app's bundle this very expression becomes the worker's own bundle (scripts/bundle.mjs): keep its shape.
    const made = new Worker(new URL('./search-worker.ts', import.meta.url), { workerData: { path: store.path, project, profile } satisfies SearchWork })
    worker = made
    made.unref()
    made.on('message', (news: SearchNews) => {
      if (news.is === 'progress') tell('running', Math.min(1, news.part))
      else tell(news.is === 'done' ? 'done' : 'failed', news.is === 'done' ? 1 : null)
    })
    made.on('error', () => tell('failed', null))
    made.on('exit', () => {
      worker = null
      if (isAgain) later(GATHER)
      isAgain = false
    })
  }
  later(SOON)
  const unwatch = hub.watch(() => { if (access.index() !== null || worker) later(GATHER) })
  return {
    access,
    async close() {
      isClosed = true
      unwatch()
      if (timer) clearTimeout(timer)
      await worker?.terminate()
      access.close()
      if (store.readonly) forgetIndex(profile, project) // of a copy that is looked at once
    }
  }
}
