// npm run bench [-- --size S|M|L] [-- --browser] [-- --writers [--long]] [-- --merge]: times and memory against bare SQL, in the window, of many writers, or of a merge.
import { at, onModernNode } from './runtime.mjs'
import { spawnSync } from 'node:child_process'

await onModernNode()
const args = process.argv.slice(2)
if (args.includes('--browser')) {
  // The story surface by itself, coding in the whole app on a real host, and the other places of the window.
  const codes = ['tests/bench/reader.ts', 'tests/bench/coding.ts', 'tests/bench/window.ts'].map(script => spawnSync(process.execPath, [at(script)], { stdio: 'inherit' }).status ?? 1)
  process.exitCode = Math.max(...codes)
} else if (args.includes('--writers')) {
  const { benchWriters } = await import(new URL('../tests/bench/writers.ts', import.meta.url).href)
  await benchWriters({ long: args.includes('--long') })
} else if (args.includes('--merge')) {
  const { benchMerge } = await import(new URL('../tests/bench/merge.ts', import.meta.url).href)
  await benchMerge()
} else {
  const sizes = args.flatMap((arg, place) => (arg === '--size' ? [args[place + 1] ?? ''] : arg.startsWith('--size=') ? [arg.slice(7)] : []))
  const { bench, sizesNamed } = await import(new URL('../tests/bench/run.ts', import.meta.url).href)
  try {
    bench(sizesNamed(sizes))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
