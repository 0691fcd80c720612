// The desk's calls about merging: what another copy would bring, and bringing it in, in a worker; the windows hear how far it is.
import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { desk } from '../shared/contract/desk.ts'
import type { MergePreview, MergeReport } from '../shared/contract/merge.ts'
import { Refusal, type Failure } from '../shared/errors.ts'
import type { DoorHandlers } from './door.ts'
import { refuseWithoutRight } from './rights.ts'
import type { Project } from './projects.ts'
import { withLocalCopy } from './team/mirror-apart.ts'
import type { Window, Windows } from './windows.ts'

export type MergeTask = { path: string; other: string; profile: string; preview: boolean }
export type MergeNews = { is: 'progress'; part: number } | { is: 'preview'; preview: MergePreview } | { is: 'report'; report: MergeReport } | { is: 'failure'; failure: Failure }
type Calls = Pick<typeof desk, 'merge.preview' | 'merge.run'>

export function mergingCalls(profile: string, windows: Windows): DoorHandlers<Calls> {
  const ready = (window: Window, path: string): { project: Project; other: string } => {
    const project = windows.projectOf(window)
    if (!window.coder) throw new Refusal('not_joined', 'coder.not_chosen')
    refuseWithoutRight(project.store, window.coder, 'code')
    const other = resolve(path)
    if (other === project.path) throw new Refusal('conflict', 'merge.same_file')
    if (other === project.place) throw new Refusal('conflict', 'merge.same_file')
    return { project, other }
  }
  return {
    'merge.preview': async (window, { path }) => {
      const { project, other } = ready(window, path)
      const preview = await withLocalCopy(other, profile, (copy) => inWorker({ path: project.path, other: copy, profile, preview: true }, () => {})) as MergePreview
      return { ...preview, path: other }
    },
    'merge.run': async (window, { path, job }) => {
      const { project, other } = ready(window, path)
      if (project.store.readonly) throw new Refusal('forbidden', 'store.read_only', { file: project.path })
      await project.keeper.take('merge')
      const tell = (state: 'running' | 'done' | 'failed', progress: number | null): void => project.hub.tell({ is: 'job', job, state, progress, step: 'merge' })
      try {
        const report = await withLocalCopy(other, profile, (copy) => inWorker({ path: project.path, other: copy, profile, preview: false }, (part) => {
          project.hub.nudge()
          tell('running', Math.min(1, part))
        })) as MergeReport
        tell('done', 1)
        return report
      } catch (error) {
        tell('failed', null)
        throw error
      } finally {
        project.hub.nudge()
      }
    }
  }
}

function inWorker(task: MergeTask, onProgress: (part: number) => void): Promise<MergePreview | MergeReport> {
  return new Promise((done, fail) => {
    // In the app's bundle this very expression becomes the worker's own bundle (scripts/bundle.mjs): keep its shape.
    const worker = new Worker(new URL('./jobs/merge-worker.ts', import.meta.url), { workerData: task })
    worker.on('message', (news: MergeNews) => {
      if (news.is === 'progress') onProgress(news.part)
      else if (news.is === 'preview') done(news.preview)
      else if (news.is === 'report') done(news.report)
      else fail(Refusal.from(news.failure))
    })
    worker.once('error', fail)
    worker.once('exit', () => fail(new Refusal('busy', 'merge.stopped'))) // nothing when it answered already
  })
}
