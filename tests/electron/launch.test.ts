// Starts the real desktop app where Electron's program is present; elsewhere says that it was not run, and why.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron } from 'playwright-core'
import { expect, test } from 'vitest'
import { bundleDesktop } from '../../scripts/bundle.mjs'
import { findElectron } from '../../scripts/electron-binary.mjs'
import { ensureRenderer } from '../../scripts/renderer.mjs'
import { axe } from '../support/browser.ts'

const root = resolve(import.meta.dirname, '../..')

/** Why the app can't be shown here, or undefined. */
function obstacle(): string | undefined {
  if (!findElectron()) return 'Electron’s program is not installed: node node_modules/electron/install.js fetches it'
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'there is no screen: run it under xvfb-run'
  return undefined
}

test('the desktop app opens its window on its own host, isolated from Node', async context => {
  const reason = obstacle()
  if (reason) {
    Object.assign(context.task.meta, { notRun: reason })
    console.log(`The launch test of the desktop app was not run: ${reason}.`)
    return context.skip(reason)
  }
  await ensureRenderer()
  await bundleDesktop()
  const userData = mkdtempSync(join(tmpdir(), 'duiding-launch-'))
  const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const app = await _electron.launch({
    executablePath: findElectron()!, args: [...sandbox, root, '--sample', `--user-data-dir=${userData}`],
    env: { ...(process.env as Record<string, string>), XDG_DATA_HOME: userData, APPDATA: userData, HOME: userData }
  })
  try {
    const page = await app.firstWindow()
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    expect(new URL(page.url()).hostname).toBe('127.0.0.1')
    const seen = await page.evaluate(() => ({ bridge: Object.keys((globalThis as unknown as { desktop: object }).desktop).sort(), node: 'process' in globalThis || 'require' in globalThis }))
    expect(seen).toEqual({ bridge: ['chooseFileToSave', 'chooseFiles', 'onMenuAction', 'onProjectFile', 'setLanguage'], node: false })
    expect(await axe(page)).toEqual([])
  } finally {
    await app.close()
    rmSync(userData, { recursive: true, force: true })
  }
}, 120_000)
