// The worker in which an import runs: a store of its own, so that the host goes on answering; stopped by a message.
import { parentPort, workerData } from 'node:worker_threads'
import type { Id } from '../../shared/domain/ids.ts'
import { openStore } from '../../db/open.ts'
import { asFailure } from '../report.ts'
import { nowAndThen } from './now-and-then.ts'
import { runImport, type ImportReport, type Progress, type Wish } from './import-run.ts'
import type { Failure } from '../../shared/errors.ts'

export type ImportWork = { path: string; profile: string; coder: Id | null; wish: Wish; rehearse: boolean }
export type ImportNews = { is: 'progress'; progress: Progress } | { is: 'report'; report: ImportReport } | { is: 'failure'; failure: Failure }

const { path, profile, coder, wish, rehearse } = workerData as ImportWork
const stop = new AbortController()
parentPort!.on('message', () => stop.abort())

const say = (news: ImportNews): void => parentPort!.postMessage(news)
const onProgress = nowAndThen((progress: Progress) => say({ is: 'progress', progress }))

try {
  const store = openStore(path)
  say({ is: 'progress', progress: { done: 0, total: 0 } })
  try {
    say({ is: 'report', report: await runImport(store, wish, { coder, profile, rehearse, signal: stop.signal, onProgress }) })
  } finally {
    store.close()
  }
} catch (error) {
  say({ is: 'failure', failure: asFailure(error) })
}
parentPort!.close()
