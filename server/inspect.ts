// A project file that this installation never wrote in may come from anywhere: it is looked at in a process that can be ended,
// before the host opens it.
import { fork } from 'node:child_process'
import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { isKnownFile } from '../db/replica.ts'
import { Refusal, type Failure } from '../shared/errors.ts'

export type Inspected = { failure?: Failure }

/** Reading a whole file takes longer the larger it is (milliseconds). */
const PATIENCE = 20_000
const PER_MEGABYTE = 100

/** Throws a Refusal when it is not a whole project of ours, or takes too long to tell ('file.takes_too_long'). */
export async function inspectStranger(path: string, profile: string): Promise<void> {
  const facts = statSync(path, { throwIfNoEntry: false })
  if (!facts?.isFile() || isKnownFile(profile, path)) return // what is not there is told by opening it
  const { failure } = await look(path, profile, PATIENCE + PER_MEGABYTE * facts.size / 1e6)
  if (failure) throw Refusal.from(failure)
}

/** `patience`: milliseconds. */
export function look(path: string, profile: string, patience: number): Promise<Inspected> {
  // In the app's bundle this very expression becomes the worker's own bundle (scripts/bundle.mjs): keep its shape.
  const script = new URL('./jobs/inspect-worker.ts', import.meta.url)
  return new Promise((resolve) => {
    const tooLong = setTimeout(() => end({ failure: { kind: 'unsupported_file', message: 'file.takes_too_long', values: { file: path } } }), patience)
    const lost = (): void => end({ failure: { kind: 'unsupported_file', message: 'file.damaged', values: { file: path } } })
    // Electron's own program starts no scripts (its fuse is off): there a thread does it, left to itself when it takes too long.
    const looker = process.versions.electron ? new Worker(script, { argv: [path, profile] }) : fork(fileURLToPath(script), [path, profile], { serialization: 'advanced' })
    const end = (inspected: Inspected): void => {
      clearTimeout(tooLong)
      looker.removeAllListeners('exit')
      if (looker instanceof Worker) void looker.terminate()
      else looker.kill('SIGKILL')
      resolve(inspected)
    }
    looker.once('message', (inspected: Inspected) => end(inspected))
    looker.once('error', lost)
    looker.once('exit', lost)
  })
}
