// `npm start -- --no-open` as a process: it prints one address, serves, opens nothing, and ends well when told to.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { ensureRenderer } from '../../scripts/renderer.mjs'
import { enter } from '../support/enter.ts'

const root = resolve(import.meta.dirname, '../..')
const script = join(root, 'scripts/launch.mjs')
const home = mkdtempSync(join(tmpdir(), 'duiding-start-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))
/** Everything a person owns lies in a folder of this test. */
const env = { ...process.env, HOME: home, XDG_DATA_HOME: join(home, 'data'), APPDATA: join(home, 'data'), USERPROFILE: home }

test('serves the sample on one printed address, and closes when told to', async () => {
  await ensureRenderer()
  const child = spawn(process.execPath, [script, '--no-open'], { cwd: root, env })
  let stdout = '', stderr = ''
  child.stderr.on('data', chunk => { stderr += String(chunk) })
  const ended = new Promise<number | null>(done => child.on('close', done))
  try {
    await new Promise<void>((found, lost) => {
      child.stdout.on('data', chunk => { stdout += String(chunk); if (stdout.includes('\n')) found() })
      void ended.then(code => lost(new Error(`ended with ${code}: ${stderr}`)))
    })
    const url = stdout.trim()
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\S*$/)
    const { page } = await enter(url)
    expect({ status: page.status, type: page.headers.get('content-type')?.split(';')[0] }).toEqual({ status: 200, type: 'text/html' })
    expect(await page.text()).toContain('<script type="module"')
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(403)
  } finally {
    child.kill('SIGTERM')
  }
  const code = await ended
  // Windows knows no SIGTERM: the process is simply ended there.
  expect({ code, stdout: stdout.trim().split('\n').length }).toEqual({ code: process.platform === 'win32' ? null : 0, stdout: 1 })
}, 60_000)

describe('wishes that cannot be met are told in one sentence', () => {
  const refused = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { cwd: root, env, encoding: 'utf8' })
    return { status, stdout, stderr: stderr.trim().split('\n')[0] }
  }
  test.each([
    [['--port', 'abc'], '--port abc is no port: choose 1 to 65535.'],
    [['--port', '70000'], '--port 70000 is no port: choose 1 to 65535.'],
    [['--desktop', '--no-open'], '--desktop and --no-open can’t both be meant.'],
    [['--projekt', 'x'], "Unknown option '--projekt'"]
  ])('%j', (args, sentence) => {
    expect(refused(...args)).toEqual({ status: 2, stdout: '', stderr: sentence })
  })

  test('a file that is not there, a file that is no project, a port that is taken', async () => {
    const taken = createServer()
    await new Promise<void>(done => taken.listen(0, '127.0.0.1', done))
    const { port } = taken.address() as AddressInfo
    const strange = join(home, 'strange.duiding')
    writeFileSync(strange, 'Dit is geen project. '.repeat(100))
    try {
      expect(refused('--no-open', '--project', join(home, 'weg.duiding'))).toEqual({ status: 2, stdout: '', stderr: `Het bestand is niet gevonden: ${join(home, 'weg.duiding')}` })
      expect(refused('--no-open', '--project', strange)).toEqual({ status: 2, stdout: '', stderr: `Dit is geen project van Duiding: ${strange}` })
      expect(refused('--no-open', '--port', String(port))).toEqual({ status: 2, stdout: '', stderr: `Poort ${port} is al in gebruik. Kies een andere, of laat het programma er zelf een zoeken.` })
    } finally {
      taken.close()
    }
  })

  test('help is no failure', () => {
    const { status, stdout } = spawnSync(process.execPath, [script, '--help'], { cwd: root, env, encoding: 'utf8' })
    expect({ status, names: stdout.match(/--[a-z-]+/g) }).toEqual({ status: 0, names: ['--project', '--port', '--no-open', '--desktop', '--project', '--port', '--no-open', '--desktop'] })
  })
})
