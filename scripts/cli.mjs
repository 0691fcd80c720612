#!/usr/bin/env node
// The `duiding` command: from source in a clone, from its bundle where the package is published.
import { existsSync } from 'node:fs'
import { at, onModernNode } from './runtime.mjs'

await onModernNode()
// Node strips no types from files inside node_modules, so an installed package always runs its bundle.
const fromSource = existsSync(at('server/cli/main.ts')) && !import.meta.url.includes('/node_modules/')
if (!fromSource && !existsSync(at('dist/cli/main.js'))) {
  console.error('This copy of Duiding is not complete: dist/cli/main.js is missing. Build it with: npm run dist -- --cli')
  process.exit(1)
}
const args = process.argv.slice(2)
if (fromSource && args[0] === 'serve') await (await import('./renderer.mjs')).ensureRenderer()
// npm runs a script in the repository's folder; the paths that were typed count from where they were typed.
if (fromSource && process.env.npm_lifecycle_event === 'duiding' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)
const { runCli } = await import(new URL(fromSource ? '../server/cli/main.ts' : '../dist/cli/main.js', import.meta.url).href)
process.exitCode = await runCli(args)
