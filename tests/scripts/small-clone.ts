// A clone in miniature: our scripts and shell, a host of five lines, and an Electron that only writes down how it was called.
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const HOST = `import { createServer } from 'node:http'
export async function startHost(options: object) {
  const server = createServer((_request, response) => response.end(JSON.stringify(options)))
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  return { url: \`http://127.0.0.1:\${port}/?t=once\`, port, close: async () => { console.error('closed'); server.close() } }
}
`
export type Run = { code: number | null, stdout: string, stderr: string }

export function smallClone() {
  const folder = mkdtempSync(join(tmpdir(), 'duiding-clone-'))
  const put = (path: string, words: string, mode = 0o644) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), words)
    chmodSync(join(folder, path), mode)
  }
  for (const part of ['scripts', 'electron', 'shared/desktop.ts', 'shared/desktop-files.ts', 'shared/desktop-menu.ts', 'shared/desktop-words.ts', 'shared/errors.ts', 'shared/failures', 'server/open-browser.ts', 'server/serve-shell.ts', 'server/shell-entry.ts']) cpSync(join(root, part), join(folder, part), { recursive: true })
  for (const name of ['esbuild', '@esbuild', 'zod']) {
    mkdirSync(join(folder, 'node_modules'), { recursive: true })
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name), 'junction')
  }
  put('package.json', '{"type":"module"}')
  put('server/start.ts', HOST)
  put('node_modules/electron/package.json', '{"version":"45.4.1"}')
  put('bin/xdg-open', '#!/bin/sh\nprintf %s "$1" > "$NOTES/browser"\n', 0o755)
  mkdirSync(join(folder, 'notes'))
  const read = (path: string) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : undefined)

  return {
    folder,
    read,
    /** What a stand-in wrote down: the address given to the browser, the arguments given to Electron. */
    note: (name: 'browser' | 'electron') => read(`notes/${name}`),
    /** Puts an Electron there that notes its arguments and ends with this exit code. */
    installElectron(exitCode = 0) {
      put('node_modules/electron/path.txt', 'electron')
      put('node_modules/electron/dist/electron', `#!/bin/sh\nprintf '%s\\n' "$@" > "$NOTES/electron"\nexit ${exitCode}\n`, 0o755)
    },
    /** Makes Electron's own installer succeed (with such an Electron) or fail. */
    electronInstaller(works: boolean) {
      put('node_modules/electron/install.js', works
        ? `const fs = require('fs'); fs.mkdirSync(__dirname + '/dist'); fs.writeFileSync(__dirname + '/path.txt', 'electron');
           fs.writeFileSync(__dirname + '/dist/electron', '#!/bin/sh\\nprintf %s "$1" > "$NOTES/electron"\\n', { mode: 0o755 })`
        : "console.error('Error: disk is full'); process.exit(1)")
    },
    /** Runs scripts/launch.mjs until `until` stands on its standard output (then SIGTERM) or it ends by itself. */
    launch(args: string[], { until, env = {} }: { until?: RegExp, env?: NodeJS.ProcessEnv } = {}): Promise<Run> {
      const child = spawn(process.execPath, [join(folder, 'scripts/launch.mjs'), ...args], {
        cwd: folder, env: { ...process.env, DISPLAY: ':99', NOTES: join(folder, 'notes'), PATH: `${join(folder, 'bin')}:${process.env.PATH ?? ''}`, INIT_CWD: '', ...env }
      })
      const run: Run = { code: null, stdout: '', stderr: '' }
      child.stdout.on('data', chunk => {
        run.stdout += String(chunk)
        if (until?.test(run.stdout)) setTimeout(() => child.kill('SIGTERM'), 200) // time for the browser's stand-in to write its note
      })
      child.stderr.on('data', chunk => { run.stderr += String(chunk) })
      return new Promise(done => child.on('close', code => done({ ...run, code })))
    },
    remove: () => rmSync(folder, { recursive: true, force: true })
  }
}
