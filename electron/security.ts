// Shuts what the window has no need of: other addresses, new windows, webviews, permissions, and calls from anyone else.
import type { IpcMainInvokeEvent } from 'electron'

type Electron = typeof import('electron')
type Origin = (this: void) => string | undefined
/** Copying a quote and presenting a session full screen; all else (camera, place, notifications, …) is refused. */
const ALLOWED = new Set(['clipboard-sanitized-write', 'fullscreen'])

/** Call before the app is ready: it watches every web contents and session that is ever made. */
export function lockDown({ app }: Electron, origin: Origin): void {
  app.enableSandbox()
  app.on('web-contents-created', (_event, contents) => {
    const stayHome = (event: { url: string, preventDefault(): void }) => { if (originOf(event.url) !== origin()) event.preventDefault() }
    contents.on('will-navigate', stayHome)
    contents.on('will-frame-navigate', stayHome)
    contents.on('will-redirect', stayHome)
    contents.on('will-attach-webview', event => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
  app.on('session-created', session => {
    const allowed = (permission: string, requester: string) => ALLOWED.has(permission) && originOf(requester) === origin()
    session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) => answer(allowed(permission, requestingUrl)))
    session.setPermissionCheckHandler((_contents, permission, requester) => allowed(permission, requester))
    session.setDevicePermissionHandler(() => false)
  })
}

/** True when a call comes from the top frame of our own window. */
export function isOurWindow({ senderFrame, sender }: Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>, origin: Origin): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && originOf(senderFrame.url) === origin()
}

/** Null for what has no address; never equal to the origin of a host that isn't there. */
const originOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).origin : null)
