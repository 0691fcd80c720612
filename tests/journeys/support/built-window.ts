// The window as it is shipped: built once, when it is missing or older than its sources. Test files run side by side, so one
// builds and the others wait.
import { mkdirSync, rmdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { ensureRenderer } from '../../../scripts/renderer.mjs'

const folder = fileURLToPath(new URL('../../../dist/renderer', import.meta.url))
const lock = fileURLToPath(new URL('../../../dist/.window-lock', import.meta.url))
/** A build takes seconds; a lock older than this was left behind. */
const STALE = 120_000

let built: Promise<string> | undefined

/** The folder with index.html. */
export function builtWindow(): Promise<string> {
  built ??= build()
  return built
}

async function build(): Promise<string> {
  mkdirSync(dirname(lock), { recursive: true })
  while (!take()) await pause(200)
  try {
    await ensureRenderer()
  } finally {
    rmdirSync(lock)
  }
  return folder
}

function take(): boolean {
  try {
    mkdirSync(lock)
    return true
  } catch {
    const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age > STALE) rmdirSync(lock)
    return false
  }
}
