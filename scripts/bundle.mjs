// Bundles what Electron and the published CLI run: main and preload script (CommonJS), host, CLI and their workers (modules).
// Only the native module stays outside. Bundles lie two folders deep, as dist/electron does, so that paths to the
// repository's own files hold in them too.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, dirname, join, posix, relative, sep } from 'node:path'
import { at, root } from './runtime.mjs'

const PLACES = /new URL\(\s*(['"])\.{1,2}\/[^'"]*?([^'"/]*[-.]worker)\.ts\1\s*,\s*import\.meta\.url\s*\)|import\.meta\.(url|dirname|filename)\b/g

/** A worker named in any other way (a line that imports its types is none). */
const OTHER_WORKER = /^(?!\s*(?:import|export)\b).*[-.]worker\.(?:ts|js)['"`]/m

const SHELL = {
  bundle: true, format: 'cjs', external: ['electron'], outExtension: { '.js': '.cjs' }, target: 'node24', logLevel: 'warning', legalComments: 'none'
}

/** Main, preload and host of the desktop app, and the workers the host starts, into `outdir`. */
export async function bundleDesktop(outdir = at('dist/electron')) {
  const { build } = await import('esbuild')
  rmSync(outdir, { recursive: true, force: true })
  await Promise.all([
    build({ ...SHELL, platform: 'node', entryPoints: { main: at('electron/entry.ts') }, outdir }),
    bundlePreload(outdir),
    bundleModules({ host: at('server/shell-entry.ts') }, outdir)
  ])
}

/** The preload script: sandboxed, so it can ask for nothing but Electron's own few modules. */
export async function bundlePreload(outdir) {
  const { build } = await import('esbuild')
  await build({ ...SHELL, platform: 'browser', entryPoints: { preload: at('electron/preload.ts') }, outdir })
}

/** The command line and its workers into `outdir`. */
export async function bundleCli(outdir = at('dist/cli')) {
  rmSync(outdir, { recursive: true, force: true })
  await bundleModules({ main: at('server/cli/main.ts') }, outdir)
}

async function bundleModules(entryPoints, outdir) {
  const { build } = await import('esbuild')
  await build({
    entryPoints: { ...entryPoints, ...workers() },
    outdir, bundle: true, splitting: true, platform: 'node', target: 'node24', format: 'esm', external: ['better-sqlite3'],
    chunkNames: 'shared-[hash]', logLevel: 'warning', legalComments: 'none', plugins: [placesOfSources],
    // CommonJS packages inside the bundle ask for Node's own modules by require.
    banner: { js: "import { createRequire as nodeRequire } from 'node:module'; import { fileURLToPath as nodePath } from 'node:url'; const require = nodeRequire(import.meta.url);" }
  })
}

/** Every server or db file called `…-worker.ts` (or `….worker.ts`) by the name of its bundle. */
function workers() {
  const found = ['server', 'db'].filter(folder => existsSync(at(folder)))
    .flatMap(folder => readdirSync(at(folder), { recursive: true, withFileTypes: true }))
    .filter(entry => entry.isFile() && /[-.]worker\.ts$/.test(entry.name))
    .map(entry => [basename(entry.name, '.ts'), join(entry.parentPath, entry.name)])
  const names = found.map(([name]) => name)
  if (new Set(names).size < names.length) throw new Error(`Two workers share a file name: ${names.join(', ')}`)
  return Object.fromEntries(found)
}

/**
 * Keeps `import.meta.url` telling the truth inside a bundle: a worker is found as the bundle beside it,
 * any other file at its place in the repository (or in the packaged app, which has the same folders).
 */
const placesOfSources = {
  name: 'places-of-sources',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      if (path.includes(`${sep}node_modules${sep}`)) return undefined
      const source = readFileSync(path, 'utf8')
      if (!source.includes('import.meta.')) return undefined
      // Counted from dist/electron, wherever this run writes to: that is where the bundle lives in the app.
      const place = relative(join(root, 'dist', 'electron'), path).split(sep).join('/')
      const contents = source.replace(PLACES, (_all, _quote, worker, property) => {
        if (worker) return `new URL('./${worker}.js', import.meta.url)`
        const url = `new URL(${JSON.stringify(property === 'dirname' ? posix.dirname(place) : place)}, import.meta.url)`
        return property === 'url' ? `${url}.href` : `nodePath(${url})`
      })
      if (OTHER_WORKER.test(source.replace(PLACES, ''))) throw new Error(`${path}: name a worker as new URL('./…-worker.ts', import.meta.url), else the app can't find it.`)
      return { contents, loader: 'ts', resolveDir: dirname(path) }
    })
  }
}
