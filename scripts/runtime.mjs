// Where the repository lies, and the Node that everything runs on. Plain JavaScript for any Node from 18 up,
// because these lines run before we know which Node we are on.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { constants, setPriority } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** A path inside the repository, given with forward slashes. */
export const at = path => join(root, ...path.split('/'))

/** The command-line program of an installed package, to be run with process.execPath: no shell, so also on Windows. */
export const programs = {
  tsc: at('node_modules/typescript/bin/tsc'),
  oxlint: at('node_modules/oxlint/bin/oxlint'),
  vite: at('node_modules/vite/bin/vite.js'),
  vitest: at('node_modules/vitest/vitest.mjs'),
  electronBuilder: at('node_modules/electron-builder/cli.js'),
  electronInstall: at('node_modules/electron/install.js')
}

/** better-sqlite3 needs Node-API 10 (below it dies without a word); the host runs from source, so types must be stripped. */
export function isModern() {
  return Number(process.versions.napi) >= 10 && Boolean(process.features.typescript)
}

/** The Node that npm installed beside us, or undefined (there is none for macOS: its builds in npm lag behind). */
export function bundledNode() {
  const windows = process.platform === 'win32'
  const file = at(`node_modules/node-${windows ? 'win' : process.platform}-${process.arch}/bin/node${windows ? '.exe' : ''}`)
  return existsSync(file) ? file : undefined
}

/** Resolves on a Node that will do; else runs the same command on the bundled one and ends this process with its exit code. */
export async function onModernNode() {
  if (isModern()) {
    // Stripped and compiled once, kept among the temporary files: halves the start of the command line (0.6 s to 0.3 s).
    module.enableCompileCache?.()
    // For the workers and the processes that this one starts as well.
    const kept = module.getCompileCacheDir?.()
    if (kept) process.env.NODE_COMPILE_CACHE ??= kept
    return
  }
  const node = bundledNode()
  if (!node || process.env.DUIDING_SECOND_NODE) {
    console.error(`Duiding needs Node 22.18 or newer (this is ${process.version}); Node 24 can be had at https://nodejs.org.`)
    process.exit(1)
  }
  process.exit(await run(node, process.argv.slice(1), { env: { ...process.env, DUIDING_SECOND_NODE: '1' } }))
}

function letGoFirst(pid) {
  try { setPriority(pid, constants.priority.PRIORITY_LOW) } catch { /* gone already, or a system that does not let us: as quick as all others then */ }
}

/** Runs a program with our own standard streams, hands signals on, and gives its exit code. */
export function run(file, args, options = {}) {
  return new Promise(resolve => {
    const child = spawn(file, args, { stdio: 'inherit', cwd: process.cwd(), ...options })
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    const pass = signal => child.kill(signal)
    for (const signal of signals) process.on(signal, pass)
    child.on('error', error => { console.error(`${file}: ${error.message}`); resolve(127) })
    child.on('exit', (code, signal) => {
      for (const name of signals) process.off(name, pass)
      resolve(code ?? (signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 1))
    })
  })
}

/** Runs a program quietly: `{ code, output }`, standard output and errors in the order they came. `waits`: only where the processor has nothing else to do. */
export function capture(file, args, { waits = false, ...options } = {}) {
  return new Promise(resolve => {
    const chunks = []
    const child = spawn(file, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options })
    if (waits && child.pid) letGoFirst(child.pid)
    child.stdout.on('data', chunk => chunks.push(chunk))
    child.stderr.on('data', chunk => chunks.push(chunk))
    child.on('error', error => resolve({ code: 127, output: error.message }))
    child.on('close', code => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8').trim() }))
  })
}
