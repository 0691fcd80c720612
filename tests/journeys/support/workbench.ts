// A whole workbench for a journey: a real host on a folder of its own, the built window in a real browser, a home folder to save in.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, inject, vi } from 'vitest'
import { startHost, type Host, type HostOptions } from '../../../server/start.ts'
import { sampleFile } from '../../../server/sample.ts'
import { openPage, refuse, withPage, type OpenPage, type PageOptions } from '../../support/browser.ts'
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
export async function withWorkbench<T>(options: WorkbenchOptions, work: (workbench: Workbench) => Promise<T>): Promise<T> {
  const { close, ...around } = await hostFor(options)
  try {
    return await patientPage({ ...options.page, url: around.host.url }, page => work({ ...around, page }))
  } finally {
    await close()
  }
}

export interface SharedWorkbench extends Workbench {
  /** Errors that belong to what this test does next; forgotten when it ends. */
  expectErrors(like: RegExp): void
}

/**
 * One workbench for all tests of a file (or of a `describe`), opened before the first: each goes on in the window as the one before left
 * it, as a coder does. Opening one costs more than most of what a test does in it. What the page complains of fails the test it belongs to.
 * @param enter what comes before the first test, such as sitting down.
 */
export function shareWorkbench(options: WorkbenchOptions, enter: (workbench: Workbench) => Promise<void> = async () => {}): () => SharedWorkbench {
  let bench: (SharedWorkbench & { opened: OpenPage, close: () => Promise<void> }) | undefined
  beforeAll(async () => {
    const { close, ...around } = await hostFor(options)
    const opened = await openPage({ ...options.page, url: around.host.url })
    opened.page.setDefaultTimeout(PATIENCE)
    bench = { ...around, page: opened.page, expectErrors: opened.expectErrors, opened, close }
    await enter(bench)
  }, 180_000)
  afterEach(() => {
    refuse(bench?.opened.complaints() ?? [])
    bench?.opened.expectErrors(options.page?.expectedErrors)
  })
  afterAll(async () => {
    await bench?.opened.close()
    await bench?.close()
  })
  return () => bench!
}

function patientPage<T>(options: PageOptions, visit: (page: Page) => Promise<T>): Promise<T> {
  return withPage(options, page => {
    page.setDefaultTimeout(PATIENCE)
    return visit(page)
  })
}

/** A host on a folder of its own, and how to be rid of both. */
async function hostFor({ page: options, prepare, ...hostOptions }: WorkbenchOptions): Promise<Omit<Workbench, 'page'> & { close: () => Promise<void> }> {
  const rendererFolder = await builtWindow()
  const folder = mkdtempSync(join(tmpdir(), 'duiding-journey-'))
  const home = join(folder, 'home')
  const dataFolder = join(folder, 'data')
  mkdirSync(join(home, 'Documents'), { recursive: true })
  const giveBackHome = liveIn(home)
  const clear = () => {
    giveBackHome()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    if (hostOptions.sample) copyFileSync(await builtSample(), join(ensured(dataFolder), 'Demostad.duiding'))
    const more = await prepare?.({ home, dataFolder }) ?? {}
    const host = await startHost({ dataFolder, ...hostOptions, ...more, rendererFolder })
    return {
      host, home, dataFolder,
      colleague: visit => patientPage({ ...options, url: host.link() }, visit),
      close: async () => { await host.close(); clear() }
    }
  } catch (error) {
    clear()
    throw error
  }
}

let sample: Promise<string> | undefined

/** Demostad as a host would build it, once for all journeys of this process. */
const builtSample = (): Promise<string> => sample ??= sampleFile(mkdtempSync(join(inject('keptForRun'), 'sample-')), false)

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
