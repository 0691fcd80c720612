// `npm start`: the right Node, a built window, then the desktop app or the default browser.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { at, onModernNode, root, run } from './runtime.mjs'

const USAGE = `npm start -- [--project FILE] [--port N] [--no-open] [--desktop]
  --project FILE  open this project instead of the sample
  --port N        serve on this port instead of a free one
  --no-open       serve only: open neither the desktop app nor a browser
  --desktop       insist on the desktop app (npm run desktop)`

const wishes = readWishes()
await onModernNode()
const { ensureRenderer } = await import('./renderer.mjs')
const { startHost } = await import('../server/start.ts')
const { hasScreen, openBrowser } = await import('../server/open-browser.ts')
await ensureRenderer()
if (!wishes.open || !await openDesktop()) await serve()

/** Runs the desktop app until it is closed; false when there is none to run. */
async function openDesktop() {
  if (!hasScreen()) {
    if (wishes.desktop) fail('There is no screen to show the desktop app on.')
    return false
  }
  const { fetchElectron, findElectron } = await import('./electron-binary.mjs')
  const electron = findElectron() ?? await fetchElectron({ insist: wishes.desktop })
  if (!electron) {
    if (wishes.desktop) fail('The desktop app needs Electron, which is not installed: node node_modules/electron/install.js fetches it.')
    return false
  }
  const { bundleDesktop } = await import('./bundle.mjs')
  await bundleDesktop()
  const args = [root, ...(wishes.project ? [`--project=${wishes.project}`] : ['--sample']), ...(wishes.port ? [`--port=${wishes.port}`] : [])]
  // Chromium refuses to run as root inside its sandbox.
  if (process.platform === 'linux' && process.getuid() === 0) args.unshift('--no-sandbox')
  const started = Date.now()
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  const code = await run(electron, args, { env })
  // Gone at once and unwell: this system can't show it (a missing library, a sandbox that may not be made).
  if (code !== 0 && code < 128 && Date.now() - started < 10_000 && !wishes.desktop) {
    console.log('Duiding: the desktop app could not be shown here; the browser will do.')
    return false
  }
  process.exitCode = code
  return true
}

async function serve() {
  const project = wishes.project ? { projectFile: wishes.project } : { sample: true }
  const host = await startHost({ ...project, port: wishes.port, rendererFolder: at('dist/renderer') }).catch(whyNot)
  console.log(host.url)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => { void host.close().finally(() => process.exit(0)) })
  }
  if (wishes.open && hasScreen()) openBrowser(host.url)
}

/** What can be expected (no such file, no project, a port that is taken) is told in a sentence; anything else is a fault of ours. */
async function whyNot(error) {
  if (!error.failure) throw error
  const { failureSentence } = await import('../shared/failures/words.ts')
  fail(failureSentence(error.failure, 'nl'))
}

function readWishes() {
  try {
    const { values } = parseArgs({
      options: {
        project: { type: 'string' }, port: { type: 'string' }, desktop: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false }
      }
    })
    if (values.help) { console.log(USAGE); process.exit(0) }
    if (values.desktop && values['no-open']) fail('--desktop and --no-open can’t both be meant.')
    const port = values.port === undefined ? undefined : Number(values.port)
    if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65536)) fail(`--port ${values.port} is no port: choose 1 to 65535.`)
    // npm runs us in the repository; INIT_CWD is where the person typed the command.
    const project = values.project && resolve(process.env.INIT_CWD ?? process.cwd(), values.project)
    return { project, port, desktop: values.desktop, open: !values['no-open'] }
  } catch (error) {
    return fail(`${error.message}\n${USAGE}`)
  }
}

function fail(words) {
  console.error(words)
  process.exit(2)
}
