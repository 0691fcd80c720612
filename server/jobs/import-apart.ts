// An import in its worker, waited for: what the command line does, so that it needs no more memory than a host does.
import { Refusal } from '../../shared/errors.ts'
import type { ImportReport } from './import-run.ts'
import type { ImportNews, ImportWork } from './import-worker.ts'
import { startImportWorker } from './jobs.ts'

/** Resolves with the report; rejects with the Refusal of a store that refuses. `begun`: the worker stands and has the file open. */
export function importApart(work: ImportWork, { signal, begun }: { signal?: AbortSignal; begun?: () => void } = {}): Promise<ImportReport> {
  return new Promise((resolve, reject) => {
    const worker = startImportWorker(work)
    signal?.addEventListener('abort', () => worker.postMessage('stop'))
    worker.on('message', (news: ImportNews) => {
      if (news.is === 'report') resolve(news.report)
      else if (news.is === 'failure') reject(Refusal.from(news.failure))
      else if (news.progress.done === 0) begun?.()
    })
    worker.on('error', reject)
    worker.on('exit', () => reject(new Error('the importing worker stopped')))
  })
}
