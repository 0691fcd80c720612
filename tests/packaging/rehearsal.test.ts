// Packs the desktop app as for release, with a stand-in for Electron's own files, and looks at what went in.
import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { extractAll, extractFile, listPackage } from '@electron/asar'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildSample } from '../../demo/build.ts'
import { bundleDesktop } from '../../scripts/bundle.mjs'
import { ensureRenderer } from '../../scripts/renderer.mjs'
import type { JobState } from '../../shared/contract/importing.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { workbook } from '../fixtures/imports/bad-files.ts'
import { enter } from '../support/enter.ts'
import { makeElectronStub, readFuses } from './electron-stub.ts'

const root = resolve(import.meta.dirname, '../..')
const version = (JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')) as { version: string }).version
const folder = mkdtempSync(join(tmpdir(), 'duiding-packing-'))
const app = join(folder, 'release', `linux-${process.arch === 'x64' ? '' : `${process.arch}-`}unpacked`)
const asar = join(app, 'resources', 'app.asar')
let files: string[] = []

beforeAll(async () => {
  await ensureRenderer()
  await bundleDesktop()
  makeElectronStub(join(folder, 'electron'), version)
  await promisify(execFile)(process.execPath, [
    join(root, 'node_modules/electron-builder/cli.js'), '--dir', '--linux', `-c.electronDist=${join(folder, 'electron')}`, `-c.directories.output=${join(folder, 'release')}`
  ], { cwd: root, maxBuffer: 64e6 })
  files = listPackage(asar, { isPack: false }).map(path => path.replaceAll('\\', '/').slice(1)).filter(path => /\.\w+$/.test(path)).sort()
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('[D5] the archive of the app', () => {
  test('holds the shell, the host with its workers, and the window', () => {
    const own = files.filter(path => path.startsWith('dist/'))
    expect(own).toEqual(expect.arrayContaining(['dist/electron/main.cjs', 'dist/electron/preload.cjs', 'dist/electron/host.js', 'dist/renderer/index.html']))
    const workers = ['server', 'db'].flatMap(part => readdirSync(join(root, part), { recursive: true, encoding: 'utf8' }))
      .filter(path => /[-.]worker\.ts$/.test(path)).map(path => `dist/electron/${path.replaceAll('\\', '/').split('/').at(-1)!.replace(/\.ts$/, '.js')}`)
    expect(workers.filter(path => !own.includes(path))).toEqual([])
    expect(own.filter(path => /^dist\/renderer\/assets\/.*\.(js|css)$/.test(path)).length).toBeGreaterThanOrEqual(2)
  })

  test('holds of node_modules only better-sqlite3, for this kind of machine, its binary outside the archive', () => {
    const packages = files.filter(path => path.startsWith('node_modules/'))
    const lib = readdirSync(join(root, 'node_modules/better-sqlite3/lib'), { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.js'))
    const binary = `node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`
    expect(packages).toEqual([...lib.map(path => `node_modules/better-sqlite3/lib/${path.replaceAll('\\', '/')}`), 'node_modules/better-sqlite3/package.json', binary].sort())
    expect(readFileSync(join(`${asar}.unpacked`, binary)).equals(readFileSync(join(root, binary)))).toBe(true)
  })

  test('holds no source, no test, no script, and no story but those of the sample', () => {
    expect(files.filter(path => !/^(dist|node_modules|demo)\//.test(path))).toEqual(['package.json'])
    expect(files.filter(path => /\.(tsx?|map|duiding)$/.test(path))).toEqual([])
    const stories = (path: string) => /^demo\/stories\/.*\.md$/.test(path)
    expect(files.filter(stories).length).toBe(readdirSync(join(root, 'demo/stories'), { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.md')).length)
  })

  test('begins where package.json says, and its parts ask for nothing that was left behind', () => {
    const { main } = JSON.parse(extractFile(asar, 'package.json').toString()) as { main: string }
    expect(main).toBe('dist/electron/main.cjs')
    const asked = (path: string) => new Set([...extractFile(asar, path).toString().matchAll(/require\("([^"]+)"\)/g)].map(match => match[1]!))
    expect([...asked('dist/electron/main.cjs')].filter(name => name !== 'electron' && !isBuiltin(name))).toEqual([])
    expect([...asked('dist/electron/preload.cjs')]).toEqual(['electron'])
  })
})

test('[D5] the packed host starts from the app’s own files alone: window, sample, workers that read and import', async () => {
  const place = join(folder, 'unpacked')
  extractAll(asar, place)
  const options = { sample: true, rendererFolder: join(place, 'dist/renderer'), dataFolder: join(folder, 'data') }
  // What utilityProcess would do: a parent port, and the options as the last word of the command line.
  const shell = join(folder, 'shell.mjs')
  writeFileSync(shell, `process.parentPort = { once() {}, postMessage: answer => console.log('ANSWER ' + JSON.stringify(answer)) }
    await import(${JSON.stringify(pathToFileURL(join(place, 'dist/electron/host.js')).href)})`)
  const child = spawn(process.execPath, [shell, JSON.stringify(options)], { cwd: place })
  try {
    const answer = await new Promise<string>((found, lost) => {
      let words = ''
      const hear = (chunk: Buffer) => { words += chunk.toString(); const line = /^ANSWER (.*)$/m.exec(words); if (line) found(line[1]!) }
      child.stdout.on('data', hear)
      child.stderr.on('data', hear)
      child.on('exit', code => lost(new Error(`ended with ${code}: ${words}`)))
    })
    const { url } = JSON.parse(answer) as { url: string }
    const { page, call, desk, send, upload } = await enter(url)
    expect({ status: page.status, window: (await page.text()).includes('<script type="module"') }).toEqual({ status: 200, window: true })
    await desk('desk.open', { path: (await desk('desk.read', {})).start! })
    // The sample's stories came along, and the reading worker answers from its own bundle.
    expect((await call('story.list', {})).total).toBe(buildSample().stories.length)
    expect((await call('code.counts', {})).length).toBe(buildSample().codes.length)
    // So does the importing worker, on a workbook.
    await desk('desk.enter', { coder: (await call('coder.list', {})).find(({ role }) => role === 'lead')!.id })
    const file = await upload('verhalen.xlsx', workbook())
    const started = await send('import.start', { uploads: [file], mapping: null, group: 'Gezinnen', rehearse: false })
    expect(started).toMatchObject({ ok: true })
    const job = started.ok ? (started.value as { job: Id }).job : null
    const state = async () => { const read = await send('job.read', { job }); return read.ok ? read.value as JobState : null }
    await expect.poll(async () => (await state())?.state, { timeout: 20_000 }).not.toBe('running')
    expect(await state()).toMatchObject({ state: 'done', done: { added: 2 } })
  } finally {
    child.kill()
  }
})

test('the program carries the fuses: no Node mode, no debugger from outside, nothing but our archive', () => {
  expect(readFuses(readFileSync(join(app, 'duiding')))).toEqual({
    runAsNode: false, enableCookieEncryption: true, enableNodeOptionsEnvironmentVariable: false, enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true, onlyLoadAppFromAsar: true, loadBrowserProcessSpecificV8Snapshot: false, grantFileProtocolExtraPrivileges: false
  })
})

test('Chromium brings only Dutch and English', () => {
  expect(readdirSync(join(app, 'locales')).sort()).toEqual(['en-GB.pak', 'en-US.pak', 'nl.pak'])
})
