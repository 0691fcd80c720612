// The window as it behaves inside the desktop shell: the real window and host in Chromium, with a stand-in for the bridge.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureRenderer } from '../../scripts/renderer.mjs'
import { sampleFile } from '../../server/sample.ts'
import { startHost, type Host } from '../../server/start.ts'
import { openBrowser } from '../support/browser.ts'

type Bridge = { calls: unknown[][], act(action: string): void, open(path: string): void, chosen: string[] }
const folder = mkdtempSync(join(tmpdir(), 'duiding-bridge-'))
let host: Host
let sample = ''

beforeAll(async () => {
  await ensureRenderer()
  sample = await sampleFile(folder, true)
  host = await startHost({ dataFolder: join(folder, 'data'), nativeDialogs: true })
}, 120_000)
afterAll(async () => {
  await host.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A window whose bridge notes what it is asked, and through which menu and system can be played. */
async function inShell(work: (page: Page) => Promise<void>): Promise<void> {
  const context = await (await openBrowser()).newContext({ locale: 'nl-NL' })
  try {
    const page = await context.newPage()
    await page.addInitScript(() => {
      const listeners: { menu?: (action: string) => void, file?: (path: string) => void } = {}
      const shell: Bridge = { calls: [], chosen: [], act: action => listeners.menu?.(action), open: path => listeners.file?.(path) }
      const note = (name: string, answer: () => unknown) => (given: unknown) => { shell.calls.push([name, given]); return Promise.resolve(answer()) }
      Object.assign(globalThis, {
        shell,
        desktop: {
          chooseFiles: note('chooseFiles', () => shell.chosen), chooseFileToSave: note('chooseFileToSave', () => null), setLanguage: note('setLanguage', () => undefined),
          onMenuAction: (hear: (action: string) => void) => { listeners.menu = hear; return () => { delete listeners.menu } },
          onProjectFile: (hear: (path: string) => void) => { listeners.file = hear; return () => { delete listeners.file } }
        }
      })
    })
    await page.goto(host.link())
    await page.getByRole('heading', { level: 1 }).waitFor()
    await work(page)
  } finally {
    await context.close()
  }
}
const calls = (page: Page) => page.evaluate(() => (globalThis as unknown as { shell: Bridge }).shell.calls)
const act = (page: Page, action: string) => page.evaluate(given => (globalThis as unknown as { shell: Bridge }).shell.act(given), action)

test('the window tells its language, and Open in the menu opens the chosen project', async () => {
  await inShell(async page => {
    await page.evaluate(path => { (globalThis as unknown as { shell: Bridge }).shell.chosen = [path] }, sample)
    expect(await calls(page)).toEqual([['setLanguage', 'nl']])
    await act(page, 'project.open')
    await page.getByRole('heading', { name: 'Wie ben je?' }).waitFor()
    expect(await calls(page)).toEqual([['setLanguage', 'nl'], ['chooseFiles', { kind: 'project' }]])
  })
}, 60_000)

test('a project double-clicked elsewhere opens in the window', async () => {
  await inShell(async page => {
    await page.evaluate(path => (globalThis as unknown as { shell: Bridge }).shell.open(path), sample)
    await page.getByRole('heading', { name: 'Wie ben je?' }).waitFor()
    expect(await page.getByText('Demostad').count()).toBeGreaterThan(0)
  })
}, 60_000)

test('undo in the menu means the writing while one writes in a field', async () => {
  await inShell(async page => {
    await act(page, 'project.new')
    const field = page.getByRole('dialog').getByRole('textbox').first()
    await field.click()
    await page.keyboard.type('Wijk')
    expect(await field.inputValue()).toBe('Wijk')
    await act(page, 'edit.undo')
    expect(await field.inputValue()).not.toBe('Wijk')
    await act(page, 'edit.redo')
    expect(await field.inputValue()).toBe('Wijk')
  })
}, 60_000)
