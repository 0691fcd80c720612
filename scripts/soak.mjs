// npm run soak: kills processes in the middle of their work and looks whether anything acknowledged is missing, and tries the invariants
// of copies at random. Goes on where the last run stopped; its folder may be thrown away to begin anew.
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { askedFor, countOf } from './asked.mjs'
import { onModernNode, programs, root } from './runtime.mjs'

const HELP = `npm run soak -- [--folder F] [--minutes 9] [--kills 400] [--trials 1000]
  Kills of real processes, disks that fill up, and random trials of each invariant; goes on in F where the last run stopped.
npm run soak -- --lan [--colleagues 10]
  Colleagues on another machine's network, where this one can play it.`

const asked = askedFor(HELP, { folder: { type: 'string' }, minutes: { type: 'string' }, kills: { type: 'string' }, trials: { type: 'string' }, lan: { type: 'boolean' }, colleagues: { type: 'string' } })
const count = (name, usual) => countOf(asked, name, usual)
const wish = { folder: resolve(asked.folder ?? join(tmpdir(), 'duiding-soak')), kills: count('kills', 400), minutes: count('minutes', 9), trials: count('trials', 1000), vitest: programs.vitest, root }
const colleagues = count('colleagues', 10)

await onModernNode()
if (asked.lan) {
  const { soakLan } = await import(new URL('../tests/soak/lan.ts', import.meta.url).href)
  process.exitCode = await soakLan(colleagues)
} else {
  const { soak } = await import(new URL('../tests/soak/run.ts', import.meta.url).href)
  process.exitCode = await soak(wish)
}
