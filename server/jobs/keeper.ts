// Keeps a project safe while it is open: a snapshot soon after opening, one every hour in which something changed, and one
// whenever somebody is about to do something large. Copying runs in a worker.
import { Worker } from 'node:worker_threads'
import type { Snapshot } from '../../db/snapshots.ts'
import type { SnapshotWhy } from '../../shared/contract/snapshot.ts'
import { Refusal, type Failure } from '../../shared/errors.ts'
import { report } from '../report.ts'

export type CopyTask =
  | { is: 'snapshot'; path: string; profile: string; why: SnapshotWhy }
  | { is: 'copy'; path: string; target: string }
  | { is: 'copyAt'; path: string; target: string; seq: number; profile: string }
  | { is: 'purge'; path: string; profile: string }
export type CopyReply = { value?: unknown; failure?: Failure }
export type Keeper = {
  /** Resolves when the snapshot stands; null when nothing changed since the last. Throws a Refusal. */
  take(why: SnapshotWhy): Promise<Snapshot | null>
  /** A whole copy of the project, or of one of its snapshots, at `target`. Throws a Refusal (conflict) when that exists. */
  copy(target: string, snapshot?: string): Promise<void>
  /** The project as it was after that op. */
  copyAt(target: string, seq: number): Promise<{ answersOfLater: number }>
  /** Words of withdrawn stories leave the file's pages and its snapshots; soon, and again at each opening until it is done. */
  purge(): void
  close(): Promise<void>
}

/** After the first screens are drawn, in a large project as well (milliseconds). */
const SOON = 3000
const HOUR = 3_600_000

/** `byItself`: also without being asked. `hasWithdrawn`: some words of it may be left, from when they could not be taken out. */
export function createKeeper(path: string, profile: string, { byItself, hasWithdrawn }: { byItself: boolean; hasWithdrawn: boolean }): Keeper {
  const running = new Set<Worker>()
  const run = (task: CopyTask): Promise<unknown> => new Promise((resolve, reject) => {
    // In the app's bundle this very expression becomes the worker's own bundle (scripts/bundle.mjs): keep its shape.
    const worker = new Worker(new URL('./keeping-worker.ts', import.meta.url), { workerData: task })
    running.add(worker)
    worker.unref()
    worker.once('message', ({ value, failure }: CopyReply) => {
      if (failure) reject(Refusal.from(failure))
      else resolve(value)
    })
    worker.once('error', reject)
    worker.once('exit', () => {
      running.delete(worker)
      reject(new Refusal('busy', 'snapshot.stopped')) // nothing when it answered already
    })
  })
  const take = (why: SnapshotWhy): Promise<Snapshot | null> => run({ is: 'snapshot', path, profile, why }) as Promise<Snapshot | null>
  const quietly = (why: SnapshotWhy): void => void take(why).catch((error: unknown) => { if (!(error instanceof Refusal)) report(error) })
  let purging: Promise<unknown> = Promise.resolve()
  const purge = (): void => {
    if (byItself) purging = purging.then(() => run({ is: 'purge', path, profile })).catch((error: unknown) => { if (!(error instanceof Refusal)) report(error) })
  }
  const timers = byItself ? [setTimeout(() => { quietly('open'); if (hasWithdrawn) purge() }, SOON), setInterval(() => quietly('hourly'), HOUR)] : []
  timers.forEach((timer) => timer.unref())
  return {
    take,
    copy: async (target, snapshot) => void await run({ is: 'copy', path: snapshot ?? path, target }),
    copyAt: (target, seq) => run({ is: 'copyAt', path, target, seq, profile }) as Promise<{ answersOfLater: number }>,
    purge,
    async close() {
      timers.forEach((timer) => clearTimeout(timer))
      await Promise.all([...running].map((worker) => worker.terminate()))
    }
  }
}
