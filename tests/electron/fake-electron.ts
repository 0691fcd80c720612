// A stand-in for Electron: what the shell does to it can be read back, what Electron does to the shell can be played.
import { EventEmitter } from 'node:events'
import type { MenuItemConstructorOptions, Rectangle } from 'electron'
import type { Electron } from '../../electron/main.ts'
import { temporaryFolder } from '../support/workbench.ts'

export class FakeHost extends EventEmitter {
  told: unknown[] = []
  killed = false
  call: { bundle: string, args: string[], options: unknown }
  constructor(call: FakeHost['call']) { super(); this.call = call }
  postMessage(message: unknown) { this.told.push(message) }
  kill() { this.killed = true; return true }
  /** What utilityProcess would say once the host listens. */
  ready(url = 'http://127.0.0.1:4711/?t=once') { this.emit('message', { url, link: url.replace(/t=.*/, 't=browser') }) }
}

export class FakeWindow extends EventEmitter {
  loaded: string[] = []
  sent: unknown[][] = []
  did: string[] = []
  minimized = false
  webContents = Object.assign(new EventEmitter(), {
    send: (...words: unknown[]) => this.sent.push(words),
    executeJavaScript: (code: string) => { this.did.push(`asked ${code.slice(0, 20)}`); return Promise.resolve(true) },
    printToPDF: (options: unknown) => { this.printed.push(options); return Promise.resolve(Buffer.from('%PDF-1.4 blad')) }
  })
  printed: unknown[] = []
  options: Record<string, unknown> & { webPreferences: Record<string, unknown> }
  constructor(options: FakeWindow['options']) { super(); this.options = options }
  loadURL(url: string) { this.loaded.push(url); return Promise.resolve() }
  isMinimized() { return this.minimized }
  isMaximized() { return false }
  getNormalBounds(): Rectangle { return { x: 40, y: 50, width: 1200, height: 800 } }
  restore() { this.did.push('restore') }
  focus() { this.did.push('focus') }
  show() { this.did.push('show') }
  maximize() { this.did.push('maximize') }
  destroy() { this.did.push('destroy') }
}

export type FakeOptions = { isFirst?: boolean, userData?: string, screen?: Rectangle }

export function fakeElectron({ isFirst = true, userData = temporaryFolder(), screen }: FakeOptions = {}) {
  const did: string[] = []
  const hosts: FakeHost[] = []
  const windows: FakeWindow[] = []
  const calls = new Map<string, (event: unknown, given: unknown) => unknown>()
  const menus: MenuItemConstructorOptions[][] = []
  const shown: unknown[][] = []
  /** What the coder answers in the dialogs. */
  const answers = { message: { response: 0 }, unsaved: 0, open: { canceled: false, filePaths: ['/home/a/een.duiding'] }, save: { canceled: false, filePath: '/home/a/twee.csv' } }

  const app = Object.assign(new EventEmitter(), {
    requestSingleInstanceLock: () => isFirst,
    getPath: () => userData,
    whenReady: () => Promise.resolve(),
    enableSandbox: () => did.push('sandbox'),
    quit: () => did.push('quit'),
    exit: (code: number) => did.push(`exit ${code}`)
  })
  class BrowserWindow extends FakeWindow {
    constructor(options: FakeWindow['options']) { super(options); windows.push(this) }
    static fromWebContents = () => windows.at(-1) ?? null
  }
  /** By session, what each scheme answers; taken away again: null. */
  const schemes = new Map<string, ((request: unknown) => Response) | null>()
  const electron = {
    app,
    session: { fromPartition: (partition: string) => ({ protocol: { handle: (scheme: string, give: (request: unknown) => Response) => schemes.set(`${partition} ${scheme}`, give), unhandle: (scheme: string) => schemes.set(`${partition} ${scheme}`, null) } }) },
    BrowserWindow,
    ipcMain: { handle: (channel: string, answer: (event: unknown, given: unknown) => unknown) => calls.set(channel, answer) },
    dialog: {
      showErrorBox: (...words: string[]) => shown.push(words),
      showMessageBox: (options: unknown) => { shown.push([options]); return Promise.resolve(answers.message) },
      showMessageBoxSync: (_window: unknown, options: unknown) => { shown.push([options]); return answers.unsaved },
      showOpenDialog: (_window: unknown, options: unknown) => { shown.push([options]); return Promise.resolve(answers.open) },
      showSaveDialog: (_window: unknown, options: unknown) => { shown.push([options]); return Promise.resolve(answers.save) }
    },
    Menu: { buildFromTemplate: (template: MenuItemConstructorOptions[]) => template, setApplicationMenu: (menu: MenuItemConstructorOptions[]) => menus.push(menu) },
    screen: { getDisplayMatching: () => ({ workArea: screen ?? { x: 0, y: 0, width: 1920, height: 1080 } }) },
    utilityProcess: {
      fork: (bundle: string, args: string[], options: unknown) => {
        const host = new FakeHost({ bundle, args, options })
        hosts.push(host)
        return host
      }
    }
  }
  return { electron: electron as unknown as Electron, app, did, hosts, windows, calls, menus, shown, answers, schemes, userData }
}

/** A navigation or another event that can be stopped. */
export function stoppable(url = '') {
  const event = { url, stopped: false, preventDefault: () => { event.stopped = true } }
  return event
}

/** Lets every promise that is ready go on. */
export const settle = () => new Promise(resolve => setTimeout(resolve, 0))
