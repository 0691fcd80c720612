// Installs the packages when they are missing or the lock changed; otherwise it is done within milliseconds.
// Runs before start, test and the CLI, so it knows only Node itself and speaks on stderr alone.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')
const stampFile = join(modules, '.duiding-installed')
const lock = join(tmpdir(), `duiding-install-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`)
const say = words => process.stderr.write(`${words}\n`)

if (isLink(modules)) {
  say('Duiding: node_modules is a link to an install elsewhere, left alone.')
} else if (stampOf(stampFile) !== wanted()) {
  await withLock(() => { if (stampOf(stampFile) !== wanted()) install() })
}

function isLink(path) {
  try { return lstatSync(path).isSymbolicLink() } catch { return false }
}

function stampOf(file) {
  try { return readFileSync(file, 'utf8') } catch { return '' }
}

/** What the packages depend on: the lock, what package.json asks of npm, and this kind of machine. */
function wanted() {
  const { dependencies, devDependencies, optionalDependencies, overrides, allowScripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return createHash('sha256')
    .update(JSON.stringify({ dependencies, devDependencies, optionalDependencies, overrides, allowScripts }))
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(`${process.platform}/${process.arch}`)
    .digest('hex')
}

function install() {
  const first = !existsSync(modules)
  const started = Date.now()
  say(first ? 'Duiding: installing its packages (once, about half a minute)…' : 'Duiding: the packages changed, installing them anew…')
  const { file, args, shell } = npm()
  // `npm ci` empties node_modules first. Windows does not let a running program be removed, so there, when we run on the
  // Node inside node_modules, the packages are brought up to date in place.
  const inPlace = process.platform === 'win32' && process.execPath.startsWith(modules + sep)
  const command = inPlace ? ['install', '--no-save'] : ['ci']
  const result = spawnSync(file, [...args, ...command, '--include=dev', '--include=optional', '--no-audit', '--no-fund'], {
    cwd: root, stdio: ['ignore', 2, 2], shell
  })
  if (result.status !== 0) {
    say(`Duiding: installing failed${result.error ? ` (${result.error.message})` : ''}. Is there a network? Try again with: npm ci`)
    process.exit(result.status || 1)
  }
  writeFileSync(stampFile, wanted())
  say(`Duiding: installed in ${Math.round((Date.now() - started) / 1000)} s.`)
}

/** The npm that called us, on its own Node; never the Node inside node_modules, which npm ci deletes. */
function npm() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env
  if (script && /npm-cli\.c?js$/.test(script)) return { file: node && !node.startsWith(modules + sep) ? node : 'node', args: [script], shell: false }
  return process.platform === 'win32' ? { file: 'npm.cmd', args: [], shell: true } : { file: 'npm', args: [], shell: false }
}

/** One install at a time: a second one waits, and takes over when the first one died. */
async function withLock(work) {
  for (let waited = 0; !takeLock(); waited++) {
    if (waited === 0) say('Duiding: another install is running, waiting for it…')
    await new Promise(resolve => setTimeout(resolve, 500))
  }
  try { work() } finally { rmSync(lock, { recursive: true, force: true }) }
}

function takeLock() {
  try {
    mkdirSync(lock)
    writeFileSync(join(lock, 'pid'), String(process.pid))
    process.on('exit', () => rmSync(lock, { recursive: true, force: true }))
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (holderIsGone()) rmSync(lock, { recursive: true, force: true })
    return false
  }
}

function holderIsGone() {
  const pid = Number(stampOf(join(lock, 'pid')))
  // Between mkdir and the writing of the pid the file is empty: that holder is young, not gone.
  if (!pid) return Date.now() - lstatSync(lock).mtimeMs > 10_000
  try { process.kill(pid, 0); return false } catch (error) { return error.code === 'ESRCH' }
}
