// The jobs of a host: imports that run in a worker, told to every window of their project, kept until the host closes.
import { Worker } from 'node:worker_threads'
import type { ImportDone, JobState } from '../../shared/contract/importing.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { Refusal } from '../../shared/errors.ts'
import type { Project } from '../projects.ts'
import type { ImportReport } from './import-run.ts'
import type { ImportNews, ImportWork } from './import-worker.ts'

/** Rows are short-lived: with room to spare the engine lets some 150 MB of them lie about before it clears up. The ceiling lies far above any import. */
const HEAP = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 1024 }

export type Jobs = {
  startImport(project: Project, work: ImportWork): Id
  read(job: Id): JobState
  cancel(job: Id): void
  close(): Promise<void>
}
type Job = { state: JobState; worker: Worker | null }

/** It answers with ImportNews; any message to it stops it. */
export function startImportWorker(work: ImportWork): Worker {
  // In the app's bundle this very expression becomes the worker's own bundle (scripts/bundle.mjs): keep its shape.
  return new Worker(new URL('./import-worker.ts', import.meta.url), { workerData: work, resourceLimits: HEAP })
}

export function createJobs(): Jobs {
  const jobs = new Map<Id, Job>()
  const find = (id: Id): Job => {
    const job = jobs.get(id)
    if (!job) throw new Refusal('not_found', 'job.absent')
    return job
  }
  return {
    startImport(project, work) {
      const id = newId()
      const job: Job = { state: { job: id, state: 'running', progress: null, problems: [], done: null, failure: null }, worker: startImportWorker(work) }
      jobs.set(id, job)
      const tell = (change: Partial<JobState>): void => {
        Object.assign(job.state, change)
        project.hub.tell({ is: 'job', job: id, state: job.state.state, progress: job.state.progress, step: work.rehearse ? 'rehearse' : 'import' })
      }
      job.worker!.on('message', (news: ImportNews) => {
        if (news.is === 'progress') tell({ progress: news.progress.total > 0 ? Math.min(1, news.progress.done / news.progress.total) : null })
        else if (news.is === 'failure') tell({ state: 'failed', failure: { message: news.failure.message, values: news.failure.values } })
        else {
          project.hub.nudge()
          tell(ended(news.report))
        }
      })
      const lost = (): void => {
        job.worker = null
        if (job.state.state === 'running') tell({ state: 'failed', failure: { message: 'internal', values: {} } })
      }
      job.worker!.on('error', lost)
      job.worker!.on('exit', lost)
      return id
    },
    read: (id) => find(id).state,
    cancel: (id) => find(id).worker?.postMessage('stop'),
    async close() {
      await Promise.all([...jobs.values()].map(async ({ worker }) => {
        if (!worker) return
        // A running import is asked to stop, so that it takes its staged rows out.
        worker.postMessage('stop')
        await new Promise((resolve) => worker.once('exit', resolve))
      }))
    }
  }
}

function ended(report: ImportReport): Partial<JobState> {
  if (!report.ok) return { state: report.cancelled ? 'cancelled' : 'failed', progress: null, problems: report.problems }
  const { counts, signifiers, dropped, problems } = report
  const happened = report.outcome ?? report.rehearsed!
  const done: ImportDone = {
    import: report.outcome?.import ?? null, added: happened.added, changed: happened.changed, unchanged: happened.unchanged,
    absent: happened.absent.map(({ sourceId }) => sourceId), withdrawn: happened.withdrawn, textDiffers: happened.textDiffers, ...counts, signifiers, dropped
  }
  return { state: 'done', progress: 1, problems, done }
}
