// The window: what it may do, and where it stands.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openWindow } from '../../electron/window.ts'
import { fakeElectron, stoppable, type FakeOptions } from './fake-electron.ts'

function opened(saved?: string, options?: FakeOptions) {
  const fake = fakeElectron(options)
  const file = join(fake.userData, 'window.json')
  if (saved !== undefined) writeFileSync(file, saved)
  openWindow(fake.electron, 'http://127.0.0.1:4711/?t=once', '/app/preload.cjs', () => 'nl')
  return { ...fake, file, window: fake.windows[0]! }
}
const sizeOf = ({ window }: ReturnType<typeof opened>) => {
  const { x, y, width, height } = window.options
  return { x, y, width, height }
}
const FIRST = { x: undefined, y: undefined, width: 1440, height: 900 }

test('sandboxed, isolated, without Node, webviews or a cache on disk', () => {
  expect(opened().window.options.webPreferences).toEqual({
    preload: '/app/preload.cjs', contextIsolation: true, sandbox: true, nodeIntegration: false, webviewTag: false, spellcheck: false, partition: 'duiding'
  })
})

test('shown only when there is something to see', () => {
  const { window } = opened()
  expect({ show: window.options.show, did: window.did }).toEqual({ show: false, did: [] })
  window.emit('ready-to-show')
  expect(window.did).toEqual(['show'])
})

test('closing on changes that are not saved yet asks first: wait, or close anyway', () => {
  const { window, answers, shown } = opened()
  const close = () => { const event = stoppable(); window.webContents.emit('will-prevent-unload', event); return event.stopped }
  expect(close()).toBe(false)
  answers.unsaved = 1
  expect(close()).toBe(true) // stopping Electron's own stop: the window closes
  expect(shown[0]).toEqual([{ type: 'warning', message: 'De laatste wijzigingen zijn nog niet bewaard.', buttons: ['Wachten', 'Toch sluiten'], cancelId: 0 }])
})

describe('its place', () => {
  test('is remembered on closing and taken again', () => {
    const first = opened()
    expect(sizeOf(first)).toEqual(FIRST)
    first.window.emit('close')
    expect(JSON.parse(readFileSync(first.file, 'utf8'))).toEqual({ bounds: { x: 40, y: 50, width: 1200, height: 800 }, maximized: false })
    expect(sizeOf(opened(undefined, { userData: first.userData }))).toEqual({ x: 40, y: 50, width: 1200, height: 800 })
  })

  test('maximized stays maximized', () => {
    const { window } = opened('{"bounds":{"x":0,"y":0,"width":1000,"height":700},"maximized":true}')
    window.emit('ready-to-show')
    expect(window.did).toEqual(['maximize', 'show'])
  })

  test('is forgotten when that screen has gone', () => {
    expect(sizeOf(opened('{"bounds":{"x":2000,"y":0,"width":1000,"height":700},"maximized":false}'))).toEqual(FIRST)
    expect(sizeOf(opened('{"bounds":{"x":0,"y":-900,"width":1000,"height":700},"maximized":false}'))).toEqual(FIRST)
  })

  test.each(['', 'null', '{"bounds":{"x":"a"}}', '{"bounds":{"x":1,"y":1,"width":1.5,"height":2}}'])('an unreadable note (%j) does no harm', saved => {
    expect(sizeOf(opened(saved))).toEqual(FIRST)
  })

  test('a disk that cannot be written to does not keep the window from closing', () => {
    const { window } = opened(undefined, { userData: join('/', 'geen', 'map') })
    expect(() => window.emit('close')).not.toThrow()
  })
})
