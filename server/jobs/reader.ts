// Long reads run in a worker thread with a read connection of its own: in WAL they block nobody, and the host stays quick.
import { Worker } from 'node:worker_threads'
import type { Id } from '../../shared/domain/ids.ts'
import { Refusal, type Failure } from '../../shared/errors.ts'
import { newId } from '../../shared/domain/ids.ts'
import { Written } from '../written.ts'

export type Question = { ask: Id; name: string; input: unknown; viewer: Id | null }
/** `value`: JSON in UTF-8, handed over and not copied. */
export type Reply = { ask: Id; value?: Uint8Array; failure?: Failure }
/** `path`: the file to read. `project`, `profile`: whose index of words, and where it is kept. */
export type ReaderWork = { path: string; project: string; profile: string }
export type Reader = { ask(name: string, input: unknown, viewer: Id | null): Promise<Written>; close(): Promise<void> }

/**
 * Counting makes short-lived lists without end: a small nursery clears them sooner, and under a ceiling far above any answer the rest
 * is cleared sooner too. Together they save 150 megabytes where a theme lies on tens of thousands of codings.
 */
const HEAP = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 1024 }

/** Starts its worker at the first question. */
export function createReader(work: ReaderWork): Reader {
  const waiting = new Map<Id, { resolve: (value: Written) => void; reject: (error: Error) => void }>()
  let worker: Worker | null = null
  const lost = (made: Worker, error: Error): void => {
    if (worker === made) worker = null
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const start = (): Worker => {
    // In the app's bundle this very expression becomes the worker's own bundle (scripts/bundle.mjs): keep its shape.
    const made = new Worker(new URL('./reader-worker.ts', import.meta.url), { workerData: work, resourceLimits: HEAP })
    made.unref()
    made.on('message', ({ ask, value, failure }: Reply) => {
      const asked = waiting.get(ask)
      waiting.delete(ask)
      if (value) asked?.resolve(new Written(value))
      else asked?.reject(Refusal.from(failure!))
    })
    made.on('error', (error) => lost(made, error))
    made.on('exit', () => lost(made, new Error('the reading worker stopped')))
    return made
  }
  return {
    ask(name, input, viewer) {
      worker ??= start()
      const ask = newId()
      return new Promise((resolve, reject) => {
        waiting.set(ask, { resolve, reject })
        worker!.postMessage({ ask, name, input, viewer } satisfies Question)
      })
    },
    async close() {
      const running = worker
      worker = null
      // Who still waits has left the project: an answer would reach nobody.
      for (const { reject } of waiting.values()) reject(new Refusal('not_joined', 'window.unknown'))
      waiting.clear()
      await running?.terminate()
    }
  }
}
