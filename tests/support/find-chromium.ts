// Finds a Chromium to test in: the one named by DUIDING_CHROMIUM, the one that npm brought, or one that is installed.
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge', 'msedge']

/** The path of an executable; throws with what to do when there is none. */
export async function findChromium(env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const named = env.DUIDING_CHROMIUM
  if (named) {
    if (!existsSync(named)) throw new Error(`DUIDING_CHROMIUM names ${named}, which is not there.`)
    return named
  }
  // The same for everybody, and it has no windows of its own: a full browser draws those as well, which takes 0.6 s of work a page.
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { default: chromium } = await import('@sparticuz/chromium')
    return chromium.executablePath()
  }
  const installed = [...onPath(env), ...usualPlaces(env)].find(isExecutable)
  if (installed) return installed
  throw new Error('The browser tests need Chromium, Chrome or Edge: install one, or name it in DUIDING_CHROMIUM.')
}

function onPath(env: NodeJS.ProcessEnv): string[] {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return NAMES.flatMap(name => folders.map(folder => join(folder, name + suffix)))
}

function usualPlaces(env: NodeJS.ProcessEnv): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(name => `/Applications/${name}.app/Contents/MacOS/${name}`)
  }
  if (process.platform !== 'win32') return []
  const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(folder => folder !== undefined)
  return roots.flatMap(folder => [
    join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'), join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe')
  ])
}

function isExecutable(file: string): boolean {
  try { accessSync(file, constants.X_OK); return true } catch { return false }
}
