// npm run bench: times and memory against bare SQL, in the window, of many writers, or of a merge.
import { askedFor } from './asked.mjs'
import { at, onModernNode } from './runtime.mjs'
import { spawnSync } from 'node:child_process'

const HELP = `npm run bench -- [--size S|M|L|all]   times and memory of the core beside bare SQL
npm run bench -- --browser [--only reader,coding,sample,transcript,table,dots,large]
                                      what the window takes, in a real browser; all of it, or only what is named
npm run bench -- --writers [--long]   many coders at once, on a host and on one file
npm run bench -- --merge              50,000 changes of one copy into another`

const asked = askedFor(HELP, { size: { type: 'string', multiple: true }, browser: { type: 'boolean' }, only: { type: 'string', default: '' }, writers: { type: 'boolean' }, long: { type: 'boolean' }, merge: { type: 'boolean' } })
await onModernNode()
if (asked.browser) {
  // The story surface by itself, coding in the whole app on a real host, and the other places of the window.
  const only = asked.only.split(',').filter(Boolean)
  const parts = only.filter(name => name !== 'reader' && name !== 'coding')
  const scripts = ['reader', 'coding', 'window'].filter(name => only.length === 0 || only.includes(name) || (name === 'window' && parts.length > 0))
  const codes = scripts.map(name => spawnSync(process.execPath, [at(`tests/bench/${name}.ts`), ...(name === 'window' ? parts : [])], { stdio: 'inherit' }).status ?? 1)
  process.exitCode = Math.max(...codes)
} else if (asked.writers) {
  const { benchWriters } = await import(new URL('../tests/bench/writers.ts', import.meta.url).href)
  await benchWriters({ long: asked.long ?? false })
} else if (asked.merge) {
  const { benchMerge } = await import(new URL('../tests/bench/merge.ts', import.meta.url).href)
  await benchMerge()
} else {
  const { bench, sizesNamed } = await import(new URL('../tests/bench/run.ts', import.meta.url).href)
  try {
    bench(sizesNamed(asked.size ?? []))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
