// Builds a page of the window with Vite, as the product is built, and serves it to a browser.
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build, preview } from 'vite'
import { inject } from 'vitest'

export interface ServedPage {
  url: string
}

const served = new Map<string, Promise<ServedPage>>()

/** `folder` and `file` from the root of the project; `into`: where the built page may stay. Built once for all test files of this process, and served until it ends. */
export function servePage(folder: string, file = 'index.html', into = inject('keptForRun')): Promise<ServedPage> {
  const name = `${folder}/${file}`
  const page = served.get(name) ?? buildPage(folder, file, into)
  served.set(name, page)
  return page
}

async function buildPage(folder: string, file: string, into: string): Promise<ServedPage> {
  const root = fileURLToPath(new URL(`../../${folder}/`, import.meta.url))
  const outDir = await mkdtemp(join(into, 'page-'))
  const shared = { configFile: false, root, logLevel: 'error' } as const
  // Vitest says NODE_ENV=test, under which React checks itself and react-aria draws every row of a list: we test what we ship.
  const former = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    await build({ ...shared, plugins: [react()], build: { outDir, emptyOutDir: true, target: 'es2024', rolldownOptions: { input: join(root, file) } } })
  } finally {
    process.env.NODE_ENV = former
  }
  const server = await preview({ ...shared, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } })
  const address = server.httpServer.address()
  if (address === null || typeof address === 'string') throw new Error('the page server has no port')
  server.httpServer.unref()
  return { url: `http://127.0.0.1:${address.port}/${file}` }
}
