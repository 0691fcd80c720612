// The life of the desktop app against a faked Electron: start, files from outside, a host that dies, quitting.
import { resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { projectIn, startDesktop } from '../../electron/main.ts'
import { fakeElectron, settle, stoppable, type FakeOptions } from './fake-electron.ts'

const places = { preload: '/app/preload.cjs', host: '/app/host.js', renderer: '/app/renderer' }

// The shell prints the address for a browser; here it only has to be there.
const print = vi.spyOn(console, 'log')
beforeEach(() => { print.mockImplementation(() => {}) })
afterEach(() => { print.mockReset() })

async function started(argv = ['electron', '.'], options?: FakeOptions) {
  const fake = fakeElectron(options)
  const done = startDesktop(fake.electron, places, argv)
  await settle()
  return { ...fake, done, host: fake.hosts[0]!, ready: async (url?: string) => { fake.hosts.at(-1)!.ready(url); await settle() } }
}
const optionsOf = (host: { call: { args: string[] } }) => JSON.parse(host.call.args[0]!) as unknown

describe('starting', () => {
  test('the host starts in its own process, then the window opens on its address', async () => {
    const shell = await started()
    expect(shell.host.call.bundle).toBe('/app/host.js')
    expect(optionsOf(shell.host)).toEqual({ sample: false, rendererFolder: '/app/renderer', nativeDialogs: true })
    expect(shell.windows).toEqual([])
    await shell.ready()
    expect(shell.windows.map(window => window.loaded)).toEqual([['http://127.0.0.1:4711/?t=once']])
    expect(print.mock.calls).toEqual([['http://127.0.0.1:4711/?t=browser']])
  })

  test('a second instance hands over to the first and ends', async () => {
    const shell = await started(['electron', '.', 'a.duiding'], { isFirst: false })
    expect(shell.did).toEqual(['quit'])
    expect(shell.hosts).toEqual([])
  })

  test('a project, a port and the sample on the command line reach the host', async () => {
    expect(optionsOf((await started(['app', 'map/een.duiding'])).host)).toEqual({ projectFile: resolve('map/een.duiding'), sample: false, rendererFolder: '/app/renderer', nativeDialogs: true })
    expect(optionsOf((await started(['electron', '.', '--sample', '--port=4000'])).host)).toEqual({ sample: true, port: 4000, rendererFolder: '/app/renderer', nativeDialogs: true })
  })

  test('a host that cannot start is told in words, and the app ends', async () => {
    const shell = await started()
    shell.host.emit('message', { failure: 'De map is alleen-lezen.' })
    await shell.done
    expect(shell.shown).toEqual([['Duiding kon niet starten', 'De map is alleen-lezen.']])
    expect(shell.did).toContain('exit 1')
  })

  test('a host that dies before it answers is told as well', async () => {
    const shell = await started()
    shell.host.emit('exit', 7)
    await shell.done
    expect(shell.shown).toEqual([['Duiding kon niet starten', 'The host ended before it answered (exit code 7).']])
  })
})

describe('project files from outside', () => {
  test('a file double-clicked before the window stands is opened by the host itself', async () => {
    const fake = fakeElectron()
    const ready = Promise.withResolvers<void>()
    fake.app.whenReady = () => ready.promise
    void startDesktop(fake.electron, places, ['Duiding'])
    fake.app.emit('open-file', stoppable(), '/home/a/wijk.duiding')
    ready.resolve()
    await settle()
    expect(optionsOf(fake.hosts[0]!)).toMatchObject({ projectFile: '/home/a/wijk.duiding' })
  })

  test('later ones are sent to the window, which comes to the front', async () => {
    const shell = await started()
    await shell.ready()
    const window = shell.windows[0]!
    window.minimized = true
    shell.app.emit('second-instance', {}, ['Duiding', 'wijk.duiding'], '/home/a')
    expect(window.did).toEqual(['restore', 'focus'])
    expect(window.sent).toEqual([['desktop:project-file', resolve('/home/a', 'wijk.duiding')]])
    shell.app.emit('open-file', stoppable(), '/home/a/b.duiding')
    expect(window.sent.at(-1)).toEqual(['desktop:project-file', '/home/a/b.duiding'])
  })

  test('only a .duiding file or --project counts as a project', () => {
    expect(projectIn(['app', '--flag', 'x.txt'], '/a')).toBe(undefined)
    expect(projectIn(['app.duiding'], '/a')).toBe(undefined)
    expect(projectIn(['app', 'X.DUIDING', '--allow-file-access'], '/a')).toBe(resolve('/a/X.DUIDING'))
    expect(projectIn(['app', '--project=data/proef.db'], '/a')).toBe(resolve('/a/data/proef.db'))
  })
})

describe('a host that ends by itself', () => {
  test('restarting opens a new host in the same window', async () => {
    const shell = await started()
    await shell.ready()
    shell.host.emit('exit', 1)
    await settle()
    expect(shell.shown[0]).toEqual([expect.objectContaining({ message: 'Er ging iets mis in Duiding', buttons: ['Opnieuw starten', 'Afsluiten'] })])
    expect(shell.hosts.length).toBe(2)
    await shell.ready('http://127.0.0.1:4712/?t=twice')
    expect(shell.windows.map(window => window.loaded)).toEqual([['http://127.0.0.1:4711/?t=once', 'http://127.0.0.1:4712/?t=twice']])
  })

  test('or the app ends', async () => {
    const shell = await started()
    await shell.ready()
    shell.answers.message.response = 1
    shell.host.emit('exit', 1)
    await settle()
    expect(shell.did).toContain('exit 1')
    expect(shell.hosts.length).toBe(1)
  })
})

test('quitting waits until the host has closed its file', async () => {
  const shell = await started()
  await shell.ready()
  const event = stoppable()
  shell.app.emit('will-quit', event)
  await settle()
  expect({ stopped: event.stopped, told: shell.host.told, did: shell.did }).toEqual({ stopped: true, told: ['stop'], did: ['sandbox'] })
  shell.host.emit('exit', 0)
  await settle()
  expect(shell.did).toEqual(['sandbox', 'quit'])
  const second = stoppable()
  shell.app.emit('will-quit', second)
  expect({ stopped: second.stopped, asked: shell.shown }).toEqual({ stopped: false, asked: [] })
})
