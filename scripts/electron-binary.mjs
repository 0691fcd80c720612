// Electron's program: where it is, and one short try at fetching it (npm brings the package, not the program).
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { at, capture, programs } from './runtime.mjs'

/** A line that brings the first piece in this time brings all of it within minutes; a slower one is not waited for. */
const PATIENCE_MS = 5000
const PIECE = 1024 * 1024
const TRIED = at('node_modules/.duiding-electron-tried')

/** The path of the program, or undefined. */
export function findElectron() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? at('node_modules/electron/dist')
  try {
    const file = join(folder, readFileSync(at('node_modules/electron/path.txt'), 'utf8'))
    return existsSync(file) ? file : undefined
  } catch {
    return undefined
  }
}

/**
 * Fetches it when its server answers within seconds; says in one line when not. An ordinary start tries once and
 * remembers; `insist` (npm run desktop) tries again.
 */
export async function fetchElectron({ insist }) {
  const version = JSON.parse(readFileSync(at('node_modules/electron/package.json'), 'utf8')).version
  if (!insist && triedBefore(version)) return undefined
  writeFileSync(TRIED, version)
  if (!await answers(addressOf(version))) {
    console.log('Duiding: the desktop app could not be fetched (no answer from its server, or a slow one); the browser will do.')
    return undefined
  }
  console.log('Duiding: fetching the desktop app (once, about 120 MB)…')
  const { code, output } = await capture(process.execPath, [programs.electronInstall], { timeout: 10 * 60_000 })
  if (code !== 0) {
    console.log(`Duiding: the desktop app could not be fetched (${lastLine(output)}); the browser will do.`)
    return undefined
  }
  rmSync(TRIED, { force: true })
  return findElectron()
}

function triedBefore(version) {
  try { return readFileSync(TRIED, 'utf8') === version } catch { return false }
}

/** Where @electron/get will look: a mirror set for npm or in the environment comes first. */
function addressOf(version) {
  const mirror = process.env.npm_config_electron_mirror ?? process.env.ELECTRON_MIRROR ?? 'https://github.com/electron/electron/releases/download/'
  return `${mirror}v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`
}

/** Does the first piece arrive in time? */
async function answers(url) {
  try {
    const response = await fetch(url, { headers: { range: `bytes=0-${PIECE - 1}` }, signal: AbortSignal.timeout(PATIENCE_MS) })
    if (!response.ok) return false
    let arrived = 0
    for await (const chunk of response.body) {
      arrived += chunk.length
      if (arrived >= PIECE) return true
    }
    return false
  } catch {
    return false // no network, no such server, or too slow: one and the same to whoever waits
  }
}

const lastLine = words => words.split('\n').map(line => line.trim()).find(line => line.includes('Error')) ?? 'see node_modules/electron/install.js'
