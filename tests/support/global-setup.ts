// Runs once before all tests: refuses a Node that would crash, finds (or unpacks) the browser before tests run side by side, and gives the
// run a temporary folder of its own. Afterwards that folder goes, and a test that left something in it is told of.
import { accessSync, constants, mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { findChromium } from './find-chromium.ts'
import { otherMachine, type OtherMachine } from './other-machine.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the browser, or why there is none. */
    chromium: { path: string } | { missing: string }
    /** A folder for what serves a whole run, such as a page that was built once. */
    keptForRun: string
    /** Stands for the whole run: a network that comes or goes breaks off what a browser is fetching. Null where the system allows none. */
    otherMachine: Omit<OtherMachine, 'gone'> | null
  }
}

/** Far more than all tests together write. */
const ROOM = 4 * 2 ** 30

/**
 * A disk in memory with room enough, on which programs may run: a third of the wait is for files to reach a real disk, and what that proves
 * only a power cut would show. None where somebody chose a folder of their own.
 */
function inMemory(): string | null {
  const disk = '/dev/shm'
  if (process.platform !== 'linux' || process.env.TMPDIR) return null
  try {
    const { bavail, bsize } = statfsSync(disk)
    if (bavail * bsize < ROOM) return null
    const program = join(mkdtempSync(join(disk, 'duiding-probe-')), 'program')
    try {
      writeFileSync(program, '', { mode: 0o755 })
      accessSync(program, constants.X_OK)
      return disk
    } finally {
      rmSync(dirname(program), { recursive: true })
    }
  } catch {
    return null
  }
}

export default async function setup(project: TestProject): Promise<() => void> {
  if (Number(process.versions.napi) < 10) {
    throw new Error(`Node ${process.version} cannot load better-sqlite3: use node_modules/.bin/node, or npm test.`)
  }
  project.provide('chromium', await findChromium().then(
    path => ({ path }),
    (error: unknown) => ({ missing: error instanceof Error ? error.message : String(error) })
  ))
  const machine = otherMachine()
  project.provide('otherMachine', machine && { address: machine.address, within: machine.within })
  const folder = mkdtempSync(join(inMemory() ?? tmpdir(), 'duiding-run-'))
  const kept = join(folder, 'kept')
  mkdirSync(kept)
  project.provide('keptForRun', kept)
  // For the workers, and for all that they start.
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder
  return () => {
    machine?.gone()
    // A host that a test killed leaves its parcels; and a worker of a journey's host may still have been writing when its folder went.
    const left = readdirSync(folder).filter(name => /^duiding-(?!parcels-|journey-)/.test(name))
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    if (left.length > 0) throw new Error(`Tests left folders behind among the temporary files: ${left.join(', ')}`)
  }
}
