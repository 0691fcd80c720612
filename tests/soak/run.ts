// npm run soak: hours of killing in pieces of minutes. What was done is kept in the soak's folder, so that the next run goes on from there.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { smallDisk } from '../support/small-disk.ts'
import { killRound, type Mode, type Round } from './kill.ts'

export type Wish = { folder: string; /** Of each mode. */ kills: number; minutes: number; /** Of each invariant. */ trials: number; vitest: string; root: string }

/** kills: of processes; for a part that runs tests, how often these were tried. */
const Done = z.object({ kills: z.number(), acknowledged: z.number(), missing: z.number(), half: z.number(), faults: z.number(), note: z.string() })
type Done = z.infer<typeof Done>
const State = z.record(z.string(), Done)

/** After so many kills the file is held against the log. */
const ROUND = 25
/** Memory as a disk, where there is one: trials are about the log, and the disk would be most of their time. */
const MEMORY_DISK = '/dev/shm'
const NOTHING: Done = { kills: 0, acknowledged: 0, missing: 0, half: 0, faults: 0, note: '' }

/** What is tried at random: each property in the file as often as the soak was asked to, so many at once that it takes some minutes. */
const TRIED = [
  { name: 'merging, 8.1–8.5, 8.9–8.13', file: 'tests/db/replication/merge.test.ts', atOnce: 50 },
  { name: 'hostile synchroniser, 8.11', file: 'tests/db/team-folder/hostile.test.ts', atOnce: 100 },
  { name: 'numbers, 8.6, 8.7', file: 'tests/db/replication/numbers.test.ts', atOnce: 500 },
  { name: 'rows and ops, undo, 8.8, 8.10', file: 'tests/db/replication/acts.test.ts', atOnce: 200 },
  { name: 'locks, 8.14', file: 'tests/db/replication/locks.test.ts', atOnce: 100 },
  { name: 'hostile schemas, 8.15', file: 'tests/db/hostile-schema.test.ts', atOnce: 1000 }
]

type Part = { name: string; goal: number; /** One piece of it; gives what stands after it. */ piece(done: Done, until: number): Promise<Done> }

/** Goes on until all is done or the minutes are over; prints a table. Gives the exit code: 1 as soon as anything was lost or half. */
export async function soak(wish: Wish): Promise<number> {
  mkdirSync(wish.folder, { recursive: true })
  const file = join(wish.folder, 'state.json')
  const state = existsSync(file) ? State.parse(JSON.parse(readFileSync(file, 'utf8'))) : {}
  const until = Date.now() + wish.minutes * 60_000
  const parts = partsOf(wish)
  for (const { name, goal, piece } of parts) {
    while ((state[name]?.kills ?? 0) < goal && Date.now() < until && isWell(state[name])) {
      state[name] = await piece(state[name] ?? NOTHING, until)
      writeFileSync(file, JSON.stringify(state, null, 1))
    }
  }
  print(parts, state)
  if (Object.values(state).some((done) => !isWell(done))) return 1
  const left = parts.filter(({ name, goal }) => (state[name]?.kills ?? 0) < goal)
  console.log(left.length === 0 ? '\nAll done.' : `\nNot done yet: ${left.map(({ name }) => name).join(', ')}. Run it again to go on (${wish.folder}).`)
  return 0
}

const isWell = (done: Done | undefined): boolean => !done || (done.missing === 0 && done.half === 0 && done.faults === 0)

function partsOf({ folder, kills, trials, vitest, root }: Wish): Part[] {
  const killing = (mode: Mode): Part['piece'] => async (done, until) => added(done, await killRound(mode, join(folder, mode), Math.min(ROUND, kills - done.kills), { until }))
  /** What a run that failed says stays in the soak's folder, with the seed to try it again. */
  const passes = async (args: string[], env: Record<string, string> = {}): Promise<boolean> => {
    const child = spawn(process.execPath, [vitest, 'run', '--retry=0', ...args], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env } })
    const said: Buffer[] = []
    child.stdout.on('data', (part: Buffer) => void said.push(part))
    const [code] = await once(child, 'close') as [number | null]
    if (code !== 0) writeFileSync(join(folder, `failed-${Date.now()}.txt`), Buffer.concat(said))
    return code === 0
  }
  const trying = ({ name, file, atOnce }: (typeof TRIED)[number]): Part => ({
    name, goal: trials,
    async piece(done) {
      const more = Math.min(atOnce, trials - done.kills)
      const since = performance.now()
      const env = { DUIDING_TRIALS: String(more), ...(existsSync(MEMORY_DISK) ? { TMPDIR: MEMORY_DISK } : {}) } // with another seed each time
      const passed = await passes([file, '--testTimeout=3600000'], env)
      return tried({ ...done, note: `${Math.round((performance.now() - since) / more)} s a thousand` }, more, passed)
    }
  })
  return [
    { name: 'eight programs on one file', goal: kills, piece: killing('file') },
    { name: 'one host, seven guests', goal: kills, piece: killing('host') },
    { name: 'eight programs, disk full', goal: 1, piece: fullDisk(folder) },
    { name: 'faults of files', goal: 1, piece: async () => tried(NOTHING, 1, await passes(['tests/server/faults.test.ts'])) },
    ...TRIED.map(trying)
  ]
}

const tried = (done: Done, more: number, passed: boolean): Done => ({ ...done, kills: done.kills + more, faults: done.faults + (passed ? 0 : 1), note: passed ? done.note : 'failed' })

function added(done: Done, { kills, verdict, complaints }: Round): Done {
  if (complaints) console.error(complaints)
  for (const fault of verdict.faults) console.error(fault)
  return {
    kills: done.kills + kills, acknowledged: verdict.acknowledged, missing: verdict.missing, half: verdict.half, faults: verdict.faults.length + (complaints ? 1 : 0), note: done.note
  }
}

/** On a disk of a few megabytes that fills up, is given room, and fills up again while processes are killed. */
function fullDisk(folder: string): Part['piece'] {
  return async () => {
    let size = 3
    const disk = smallDisk(`${size}m`)
    if (!disk) return { ...NOTHING, kills: 1, note: 'not run: no disk may be mounted here' }
    try {
      let times = 0
      const ackFile = join(folder, `full-${Date.now()}.log`)
      const roomier = (): void => {
        if (times++ % 40 === 39 && size < 12) disk.remount(`size=${++size}m`)
      }
      const round = await killRound('file', disk.folder, 40, { ackFile, told: (why) => { if (why === 'store.disk_full') roomier() } })
      const done = added(NOTHING, round)
      return { ...done, kills: 1, faults: done.faults + (times === 0 ? 1 : 0), note: `${round.kills} kills, full ${times} times, then room up to ${size} MB` }
    } finally {
      disk.gone()
    }
  }
}

function print(parts: readonly Part[], state: Record<string, Done>): void {
  const line = (first: string, ...cells: (string | number)[]): string => first.padEnd(30) + cells.map((cell) => String(cell).padStart(14)).join('')
  console.log(line('', 'done', 'acknowledged', 'missing', 'half', 'check'))
  for (const { name, goal } of parts) {
    const done = state[name]
    console.log(done ? `${line(name, `${done.kills}/${goal}`, done.acknowledged, done.missing, done.half, done.faults === 0 ? 'ok' : done.faults)}  ${done.note}` : line(name, `0/${goal}`))
  }
}
