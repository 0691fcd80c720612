// The desktop app: one instance, one host, one window onto it; files opened from outside find their way in.
import type * as ElectronModule from 'electron'
import { resolve } from 'node:path'
import { optionIn, projectNamed } from '../shared/desktop-files.ts'
import { menuTemplate } from '../shared/desktop-menu.ts'
import { shellWord } from '../shared/desktop-words.ts'
import { CHANNELS, type Language } from '../shared/desktop.ts'
import { answerDesktopCalls } from './desktop-calls.ts'
import { startHostProcess, type HostProcess } from './host-process.ts'
import { lockDown } from './security.ts'
import { openWindow } from './window.ts'

export type Electron = typeof ElectronModule
/** Absolute paths of the preload script, the host's bundle and the built window. */
export type Places = { preload: string, host: string, renderer: string }

export async function startDesktop(electron: Electron, places: Places, argv: string[] = process.argv): Promise<void> {
  const { app, dialog, Menu } = electron
  if (!app.requestSingleInstanceLock()) return app.quit()

  let window: ElectronModule.BrowserWindow | undefined
  let host: HostProcess | undefined
  let language: Language = 'nl'
  let projectFile = projectIn(argv, process.cwd())
  const origin = () => (host ? new URL(host.url).origin : undefined)
  const speak = (chosen: Language) => {
    language = chosen
    const template = menuTemplate(chosen, process.platform === 'darwin', action => window?.webContents.send(CHANNELS.menuAction, action))
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }
  const openProject = (file: string | undefined) => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
    // Before the window stands, the host opens the file itself.
    if (file && window) window.webContents.send(CHANNELS.projectFile, file)
    projectFile = file ?? projectFile
  }
  const open = async () => {
    const options = { projectFile, sample: argv.includes('--sample'), port: Number(optionIn(argv, 'port')) || undefined, rendererFolder: places.renderer, nativeDialogs: true }
    host = await startHostProcess(electron, places.host, options, () => { void askToRestart() })
    console.log(host.link)
    if (window) return window.loadURL(host.url)
    window = openWindow(electron, host.url, places.preload, () => language)
    window.once('closed', () => { window = undefined })
  }
  const openOrEnd = () => open().catch((error: unknown) => {
    dialog.showErrorBox(shellWord(language, 'couldNotStart'), error instanceof Error ? error.message : String(error))
    app.exit(1)
  })
  const askToRestart = async () => {
    host = undefined
    const buttons = [shellWord(language, 'restart'), shellWord(language, 'quit')]
    const words = { message: shellWord(language, 'hostStopped'), detail: shellWord(language, 'hostStoppedDetail') }
    const { response } = await dialog.showMessageBox({ type: 'error', ...words, buttons, cancelId: 1 })
    if (response === 0) await openOrEnd(); else app.exit(1)
  }

  app.on('open-file', (event, path) => { event.preventDefault(); openProject(path) })
  app.on('second-instance', (_event, otherArgv, folder) => openProject(projectIn(otherArgv, folder)))
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', event => {
    if (!host) return
    event.preventDefault()
    const { stop } = host
    host = undefined
    void stop().then(() => app.quit())
  })
  lockDown(electron, origin)
  answerDesktopCalls(electron, { origin, speak, language: () => language })
  await app.whenReady()
  speak(language)
  await openOrEnd()
}

/** The project named on a command line typed in that folder, as an absolute path. */
export function projectIn(argv: string[], folder: string): string | undefined {
  const file = projectNamed(argv)
  return file ? resolve(folder, file) : undefined
}
