// A whole workbench for a journey: a real host on a folder of its own, the built window in a real browser, a home folder to save in.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, vi } from 'vitest'
import { startHost, type Host, type HostOptions } from '../../../server/start.ts'
import { sampleFile } from '../../../server/sample.ts'
import { withPage, type PageOptions } from '../../support/browser.ts'
import { builtWindow } from './built-window.ts'

/** Far more than anything here takes; a journey that hangs says where well before its own end. */
const PATIENCE = 20_000

// A journey takes a few seconds alone and a multiple of that on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 90_000 })

// Before the first test of a file, so that the building is not on that test's clock.
beforeAll(async () => { await builtWindow() }, 180_000)

export interface Workbench {
  page: Page
  host: Host
  /** What the window takes for the coder's home: has a folder Documents. */
  home: string
  /** The installation's own folder. */
  dataFolder: string
  /** Another window of the same host, with cookies of its own: a colleague. */
  colleague<T>(work: (page: Page) => Promise<T>): Promise<T>
}

export interface WorkbenchOptions extends Omit<HostOptions, 'rendererFolder'> {
  page?: PageOptions
  /** Runs before the host starts, e.g. to write a project file into `home`; what it gives back overrules the other options. */
  prepare?: (folders: { home: string, dataFolder: string }) => Partial<HostOptions> | void | Promise<Partial<HostOptions> | void>
}

/** Opens the window of a fresh host for `work`; closes and clears all of it afterwards. */
export async function withWorkbench<T>({ page: options, prepare, ...hostOptions }: WorkbenchOptions, work: (workbench: Workbench) => Promise<T>): Promise<T> {
  const rendererFolder = await builtWindow()
  const folder = mkdtempSync(join(tmpdir(), 'duiding-journey-'))
  const home = join(folder, 'home')
  const dataFolder = join(folder, 'data')
  mkdirSync(join(home, 'Documents'), { recursive: true })
  const giveBackHome = liveIn(home)
  if (hostOptions.sample) copyFileSync(await builtSample(), join(ensured(dataFolder), 'Demostad.duiding'))
  const more = await prepare?.({ home, dataFolder }) ?? {}
  const host = await startHost({ dataFolder, ...hostOptions, ...more, rendererFolder })
  try {
    const open = <U>(url: string, visit: (page: Page) => Promise<U>) => withPage({ ...options, url }, page => {
      page.setDefaultTimeout(PATIENCE)
      return visit(page)
    })
    return await open(host.url, page => work({ page, host, home, dataFolder, colleague: visit => open(host.link(), visit) }))
  } finally {
    await host.close()
    giveBackHome()
    rmSync(folder, { recursive: true, force: true })
  }
}

let sample: Promise<string> | undefined

/** Demostad as a host would build it, once for all journeys of this process. */
function builtSample(): Promise<string> {
  if (!sample) {
    const folder = mkdtempSync(join(tmpdir(), 'duiding-sample-'))
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
    sample = sampleFile(folder, false)
  }
  return sample
}

function ensured(folder: string): string {
  mkdirSync(folder, { recursive: true })
  return folder
}

/** The file browser starts in the home folder: for this process that is `home` until it is given back. */
function liveIn(home: string): () => void {
  const names = ['HOME', 'USERPROFILE'] as const
  const before = names.map(name => process.env[name])
  for (const name of names) process.env[name] = home
  if (homedir() !== home) throw new Error('The home folder cannot be moved on this system: the journey would see your own files.')
  return () => names.forEach((name, at) => { if (before[at] === undefined) delete process.env[name]; else process.env[name] = before[at] })
}
