// npm run bench [-- --size S|M|L] [-- --browser]: times and memory against bare SQL, or in the window.
import { at, onModernNode } from './runtime.mjs'
import { spawnSync } from 'node:child_process'

await onModernNode()
const args = process.argv.slice(2)
if (args.includes('--browser')) {
  process.exitCode = spawnSync(process.execPath, [at('tests/bench/reader.ts')], { stdio: 'inherit' }).status ?? 1
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
