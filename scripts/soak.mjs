// npm run soak [-- --folder F] [--minutes 9] [--kills 400] [--trials 1000]: kills processes in the middle of their work and looks
// whether anything acknowledged is missing. Goes on where the last run stopped; its folder may be thrown away to begin anew.
// npm run soak -- --lan [--colleagues 10]: colleagues on another machine's network, where this one can play it.
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { onModernNode, programs, root } from './runtime.mjs'

await onModernNode()
const args = process.argv.slice(2)
const given = name => args.flatMap((arg, place) => (arg === `--${name}` ? [args[place + 1]] : arg.startsWith(`--${name}=`) ? [arg.slice(name.length + 3)] : []))[0]
if (args.includes('--lan')) {
  const { soakLan } = await import(new URL('../tests/soak/lan.ts', import.meta.url).href)
  process.exitCode = await soakLan(Number(given('colleagues') ?? 10))
} else {
  const { soak } = await import(new URL('../tests/soak/run.ts', import.meta.url).href)
  process.exitCode = await soak({
    folder: resolve(given('folder') ?? join(tmpdir(), 'duiding-soak')), kills: Number(given('kills') ?? 400), minutes: Number(given('minutes') ?? 9),
    trials: Number(given('trials') ?? 1000), vitest: programs.vitest, root
  })
}
