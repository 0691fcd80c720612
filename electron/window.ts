// The window: sandboxed, where it was left last time, loading the host's own address.
import type { BrowserWindow, Rectangle } from 'electron'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { shellWord } from '../shared/desktop-words.ts'
import type { Language } from '../shared/desktop.ts'

type Electron = typeof import('electron')
type Place = { bounds: Rectangle, maximized: boolean }
const FIRST = { width: 1440, height: 900 }

export function openWindow(electron: Electron, url: string, preload: string, language: () => Language): BrowserWindow {
  const file = join(electron.app.getPath('userData'), 'window.json')
  const place = lastPlace(electron, file)
  const window = new electron.BrowserWindow({
    ...(place?.bounds ?? FIRST), minWidth: 900, minHeight: 600, title: 'Duiding', show: false,
    webPreferences: {
      preload, contextIsolation: true, sandbox: true, nodeIntegration: false, webviewTag: false, spellcheck: false,
      // Kept in memory: no words of a story in a cache on disk, and the port (so the origin) differs every time anyway.
      partition: 'duiding'
    }
  })
  window.once('ready-to-show', () => { if (place?.maximized) window.maximize(); window.show() })
  window.on('close', () => remember(file, { bounds: window.getNormalBounds(), maximized: window.isMaximized() }))
  // Changes that the host has not acknowledged yet: a browser would ask by itself, Electron stays open without a word.
  window.webContents.on('will-prevent-unload', event => {
    const [message, ...buttons] = (['unsaved', 'wait', 'closeAnyway'] as const).map(word => shellWord(language(), word))
    if (electron.dialog.showMessageBoxSync(window, { type: 'warning', message: message!, buttons, cancelId: 0 }) === 1) event.preventDefault()
  })
  // A load fails when the host has gone, and the host's end is told by whoever started it.
  window.loadURL(url).catch(() => {})
  return window
}

/** Where the window stood, if that is still on a screen that is there. */
function lastPlace(electron: Electron, file: string): Place | undefined {
  try {
    const { bounds, maximized } = JSON.parse(readFileSync(file, 'utf8')) as Place
    if (![bounds.x, bounds.y, bounds.width, bounds.height].every(Number.isInteger)) return undefined
    const { x, y, width, height } = electron.screen.getDisplayMatching(bounds).workArea
    const visible = bounds.x < x + width && bounds.x + bounds.width > x && bounds.y >= y && bounds.y < y + height
    return visible ? { bounds, maximized } : undefined
  } catch {
    return undefined // never saved, or unreadable: the first size will do
  }
}

function remember(file: string, place: Place): void {
  try { writeFileSync(file, JSON.stringify(place)) } catch { /* a full or read-only disk must not keep the window from closing */ }
}
