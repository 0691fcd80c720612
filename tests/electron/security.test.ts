// What the window may not do, played against the handlers that the shell registers.
import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { isOurWindow, lockDown } from '../../electron/security.ts'
import { fakeElectron, stoppable } from './fake-electron.ts'

const HOME = 'http://127.0.0.1:4711'
const elsewhere = ['https://example.org/', 'file:///etc/passwd', 'http://127.0.0.1:4712/', 'http://localhost:4711/', 'data:text/html,x', 'geen adres']

function locked(origin: () => string | undefined = () => HOME) {
  const fake = fakeElectron()
  lockDown(fake.electron, origin)
  let open: (() => unknown) | undefined
  const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: (handler: () => unknown) => { open = handler } })
  fake.app.emit('web-contents-created', {}, contents)
  const asked: { request?: (...words: unknown[]) => void, check?: (...words: unknown[]) => boolean, device?: () => boolean } = {}
  fake.app.emit('session-created', {
    setPermissionRequestHandler: (handler: () => void) => { asked.request = handler },
    setPermissionCheckHandler: (handler: () => boolean) => { asked.check = handler },
    setDevicePermissionHandler: (handler: () => boolean) => { asked.device = handler }
  })
  return { ...fake, contents, openWindow: () => open?.(), asked }
}

test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('[D4] %s away from the host is stopped, within it is not', kind => {
  const { contents } = locked()
  const stopped = (url: string) => { const event = stoppable(url); contents.emit(kind, event); return event.stopped }
  expect(elsewhere.map(stopped)).toEqual(elsewhere.map(() => true))
  expect(stopped(`${HOME}/verhaal/3`)).toBe(false)
})

test('without a host every address is elsewhere', () => {
  const { contents } = locked(() => undefined)
  const event = stoppable('geen adres')
  contents.emit('will-navigate', event)
  expect(event.stopped).toBe(true)
})

test('[D4] new windows and webviews are refused, and every renderer is sandboxed', () => {
  const { contents, openWindow, did } = locked()
  const event = stoppable()
  contents.emit('will-attach-webview', event)
  expect({ window: openWindow(), webview: event.stopped, did }).toEqual({ window: { action: 'deny' }, webview: true, did: ['sandbox'] })
})

test('[D4] permissions: copying and full screen for our own window, nothing else and nobody else', () => {
  const { asked } = locked()
  const request = (permission: string, url: string) => { let answer: unknown; asked.request!({}, permission, (given: unknown) => { answer = given }, { requestingUrl: url }); return answer }
  expect(['clipboard-sanitized-write', 'fullscreen'].map(permission => request(permission, `${HOME}/`))).toEqual([true, true])
  const refused = ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fileSystem', 'hid', 'midi']
  expect(refused.map(permission => request(permission, `${HOME}/`))).toEqual(refused.map(() => false))
  expect(elsewhere.map(url => request('fullscreen', url))).toEqual(elsewhere.map(() => false))
  expect([asked.check!({}, 'fullscreen', HOME), asked.check!({}, 'media', HOME), asked.check!({}, 'fullscreen', 'https://example.org')]).toEqual([true, false, false])
  expect(asked.device!()).toBe(false)
})

test('[D4] a call counts as ours only from the top frame of the host’s own page', () => {
  const mainFrame = { url: `${HOME}/#/lezen` }
  const from = (senderFrame: unknown, main: unknown = mainFrame) => isOurWindow({ senderFrame, sender: { mainFrame: main } } as never, () => HOME)
  expect(from(mainFrame)).toBe(true)
  expect(from({ url: `${HOME}/` })).toBe(false)
  expect(from(null)).toBe(false)
  const strange = { url: 'https://example.org/' }
  expect(from(strange, strange)).toBe(false)
})
