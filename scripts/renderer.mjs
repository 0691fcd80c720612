// Builds the window into dist/renderer, and knows when that is needed.
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { at, capture, programs } from './runtime.mjs'

const BUILT = at('dist/renderer/index.html')
const SOURCES = ['renderer', 'shared', 'vite.config.ts', 'package-lock.json'].map(at)

/** Builds always: `{ name, ok, output, seconds }`. Aside first, so that a host that serves meanwhile never finds half a window. */
export async function buildRenderer() {
  const started = Date.now()
  const aside = at(`dist/renderer-${process.pid}`)
  // Whoever asks: under the tests' NODE_ENV the window would be one that checks itself all the time, and twice as slow.
  const env = { ...process.env, NODE_ENV: 'production' }
  const { code, output } = await capture(process.execPath, [programs.vite, 'build', '--logLevel', 'warn', '--outDir', aside, '--emptyOutDir'], { env })
  if (code === 0) {
    rmSync(at('dist/renderer'), { recursive: true, force: true })
    try { renameSync(aside, at('dist/renderer')) } catch (error) { if (!existsSync(BUILT)) throw error /* else another build was as quick */ }
  }
  rmSync(aside, { recursive: true, force: true })
  return { name: 'build of the window', ok: code === 0, output, seconds: (Date.now() - started) / 1000 }
}

/** Builds when dist/renderer is missing or older than its sources; throws with vite's words when that fails. */
export async function ensureRenderer() {
  if (!existsSync(at('renderer/index.html'))) return
  if (existsSync(BUILT) && statSync(BUILT).mtimeMs >= newest(SOURCES)) return
  process.stderr.write('Duiding: building the window…\n')
  const { ok, output } = await buildRenderer()
  if (!ok) throw new Error(`The window could not be built.\n${output}`)
}

/** The latest change under these files and folders, in milliseconds since 1970. */
function newest(paths) {
  let latest = 0
  for (const path of paths) {
    const stat = statSync(path, { throwIfNoEntry: false })
    if (!stat) continue
    latest = Math.max(latest, stat.isDirectory() ? Math.max(stat.mtimeMs, newest(readdirSync(path).map(name => join(path, name)))) : stat.mtimeMs)
  }
  return latest
}
