// Work on a path that may lie on a share, in a worker: a share may answer slowly or not at all. A worker that gets no answer is left to itself.
import { Worker } from 'node:worker_threads'
import { Refusal, type Failure } from '../../shared/errors.ts'

export type ApartTask =
  | { is: 'fetch'; shared: string; profile: string }
  | { is: 'make'; part: string; shared: string; profile: string }
  | { is: 'put'; from: string; to: string }
  | { is: 'place'; path: string; profile: string }
  | { is: 'holders'; path: string; place: string; folders: string[] }
export type ApartReply = { value?: unknown; failure?: Failure }

/** Throws a Refusal. */
export function apart(task: ApartTask): Promise<unknown> {
  return new Promise((resolve, reject) => {
    // In the app's bundle this very expression becomes the worker's own bundle (scripts/bundle.mjs): keep its shape.
    const worker = new Worker(new URL('../jobs/mirror-worker.ts', import.meta.url), { workerData: task })
    if (task.is === 'place' || task.is === 'holders') worker.unref()
    worker.once('message', ({ value, failure }: ApartReply) => (failure ? reject(Refusal.from(failure)) : resolve(value)))
    worker.once('error', reject)
    worker.once('exit', () => reject(new Refusal('busy', 'team.stopped'))) // nothing when it answered already
  })
}
