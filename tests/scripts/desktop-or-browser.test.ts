// What `npm start` opens: the desktop app when Electron is there or can be fetched, else the browser; one short try, told in one line.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { smallClone } from './small-clone.ts'

const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/\?t=once\n/
const NOWHERE = { ELECTRON_MIRROR: 'http://127.0.0.1:9/' } // the discard port: refused at once
let clone: ReturnType<typeof smallClone>
let mirror: Server | undefined
beforeEach(() => { clone = smallClone() })
afterEach(() => { clone.remove(); mirror?.closeAllConnections(); mirror?.close(); mirror = undefined })

/** A mirror that gives the first megabyte at once, a little of it, nothing, or has never heard of it. */
async function mirrorThat(does: 'gives' | 'hangs' | 'trickles' | 'lacks it'): Promise<{ env: NodeJS.ProcessEnv, asked: string[] }> {
  const asked: string[] = []
  mirror = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    if (does === 'gives') response.writeHead(206).end(Buffer.alloc(1024 * 1024))
    if (does === 'trickles') response.writeHead(206).write(Buffer.alloc(1000))
    if (does === 'lacks it') response.writeHead(404).end('Not found')
  })
  await new Promise<void>(done => mirror!.listen(0, '127.0.0.1', done))
  return { env: { ELECTRON_MIRROR: `http://127.0.0.1:${(mirror.address() as AddressInfo).port}/` }, asked }
}

// The stand-ins are shell scripts, and the program that opens a browser is Linux's.
describe.runIf(process.platform === 'linux')('[D1] opening', () => {
  test('without Electron and without a network: one line, then the browser on the printed address', async () => {
    const run = await clone.launch([], { until: ADDRESS, env: NOWHERE })
    const [said, url] = run.stdout.trim().split('\n')
    expect(said).toBe('Duiding: the desktop app could not be fetched (no answer from its server, or a slow one); the browser will do.')
    expect({ code: run.code, browser: clone.note('browser') }).toEqual({ code: 0, browser: url })
    // Tried once: the next start goes to the browser without a word.
    const again = await clone.launch([], { until: ADDRESS, env: NOWHERE })
    expect(again.stdout.trim()).toMatch(/^http:\S+$/)
  })

  test.each(['hangs', 'trickles', 'lacks it'] as const)('a server that %s is given up within seconds', async does => {
    const started = Date.now()
    const run = await clone.launch([], { until: ADDRESS, ...await mirrorThat(does) })
    expect(run.stdout).toContain('could not be fetched (no answer from its server, or a slow one)')
    expect(Date.now() - started).toBeLessThan(10_000)
  })

  test('fetches Electron when its server answers, and opens the desktop app with the sample', async () => {
    clone.electronInstaller(true)
    const { asked, env } = await mirrorThat('gives')
    const run = await clone.launch([], { env })
    expect(asked).toEqual([`GET /v45.4.1/electron-v45.4.1-linux-${process.arch}.zip`])
    expect({ code: run.code, said: run.stdout.trim(), browser: clone.note('browser') }).toEqual({ code: 0, said: 'Duiding: fetching the desktop app (once, about 120 MB)…', browser: undefined })
    expect(clone.note('electron')).toBeDefined()
  })

  test('a fetch that fails half-way is told, and the browser opens', async () => {
    clone.electronInstaller(false)
    const run = await clone.launch([], { until: ADDRESS, ...await mirrorThat('gives') })
    expect(run.stdout).toContain('Duiding: the desktop app could not be fetched (Error: disk is full); the browser will do.\n')
    expect(clone.note('browser')).toMatch(/^http:/)
  })

  test('with Electron there: the app gets the project and the port, and no browser opens', async () => {
    clone.installElectron()
    const run = await clone.launch(['--project', 'een.duiding', '--port', '4000'], { env: { INIT_CWD: '/home/a', ...NOWHERE } })
    const args = clone.note('electron')!.trim().split('\n').filter(arg => arg !== '--no-sandbox')
    expect(args).toEqual([clone.folder, '--project=/home/a/een.duiding', '--port=4000'])
    expect({ code: run.code, stdout: run.stdout, browser: clone.note('browser') }).toEqual({ code: 0, stdout: '', browser: undefined })
    expect(['main.cjs', 'preload.cjs', 'host.js'].filter(file => clone.read(`dist/electron/${file}`) === undefined)).toEqual([])
  })

  test('an Electron that this system cannot show gives way to the browser', async () => {
    clone.installElectron(1)
    const run = await clone.launch([], { until: ADDRESS })
    expect(run.stdout).toContain('Duiding: the desktop app could not be shown here; the browser will do.\n')
    expect(clone.note('browser')).toMatch(/^http:/)
  })

  test('--desktop insists: it ends in a sentence rather than in a browser', async () => {
    const run = await clone.launch(['--desktop'], { env: NOWHERE })
    expect({ code: run.code, stderr: run.stderr.trim(), browser: clone.note('browser') }).toEqual({
      code: 2, stderr: 'The desktop app needs Electron, which is not installed: node node_modules/electron/install.js fetches it.', browser: undefined
    })
    expect((await clone.launch(['--desktop'], { env: { DISPLAY: '', WAYLAND_DISPLAY: '' } })).stderr.trim()).toBe('There is no screen to show the desktop app on.')
  })

  test('--no-open opens and fetches nothing, even with Electron there; the host closes its file at the end', async () => {
    clone.installElectron()
    const { asked, env } = await mirrorThat('gives')
    const run = await clone.launch(['--no-open'], { until: ADDRESS, env })
    expect({ code: run.code, lines: run.stdout.trim().split('\n').length, stderr: run.stderr.trim() }).toEqual({ code: 0, lines: 1, stderr: 'closed' })
    expect({ asked, electron: clone.note('electron'), browser: clone.note('browser') }).toEqual({ asked: [], electron: undefined, browser: undefined })
  })

  test('without a screen nothing is opened and nothing fetched', async () => {
    const { asked, env } = await mirrorThat('gives')
    await clone.launch([], { until: ADDRESS, env: { ...env, DISPLAY: '', WAYLAND_DISPLAY: '' } })
    expect({ asked, browser: clone.note('browser') }).toEqual({ asked: [], browser: undefined })
  })
})
