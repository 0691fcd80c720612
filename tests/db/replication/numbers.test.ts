// Who numbers ops, in whatever state a file is found: copied, put back to an earlier hour, opened by two programs or two people, left by a
// program that was killed, shared through a folder. What went out once under a number is never followed by something else under it.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openStore } from '../../../db/open.ts'
import { findMirror } from '../../../db/team-folder/mirror.ts'
import { opsAfter } from '../../../db/replication/wire.ts'
import { newId, type Id } from '../../../shared/domain/ids.ts'
import { bring, callIn, makeTemplate, TRIALS, trials, type Copy } from '../../support/random-copies.ts'

if (TRIALS > 0) vi.setConfig({ testTimeout: 3_600_000 })

let [folder, template] = ['', '']
let anna: Id
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duiding-numbers-'))
  template = await makeTemplate(folder)
  const store = openStore(template)
  anna = store.get<{ id: Buffer }>('SELECT id FROM coder ORDER BY num')!.id.toString('base64url')
  store.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Act = { what: number; picks: [number, number, number] }
const histories = fc.array(fc.record({ what: fc.nat(99), picks: fc.tuple(fc.nat(997), fc.nat(997), fc.nat(997)) }), { minLength: 20, maxLength: 40, size: 'max' })
type Kept = { path: string; bytes: Buffer; log: Buffer | null }

/** One history: files on two people's computers, the programs that have them open, and every op that was ever acknowledged. */
function world(here: string) {
  const programs: Copy[] = []
  const paths: string[] = []
  const kept: Kept[] = []
  /** By replica and number what was said under it. */
  const said = new Map<string, string>()
  const profile = (pick: number): string => join(here, `profile-${pick % 2}`)
  const fresh = (): string => join(here, `file-${paths.length}.duiding`)
  const open = (path: string, pick: number): Copy => {
    const store = openStore(path)
    store.db.pragma('synchronous = OFF') // what is tested here is the log, not the disk
    programs.push({ store, path, profile: profile(pick) })
    return programs.at(-1)!
  }
  /** As a kill leaves it: nothing is said goodbye to. */
  const end = (program: Copy): void => {
    program.store.close()
    programs.splice(programs.indexOf(program), 1)
  }
  const endAll = (path: string): void => programs.filter((program) => program.path === path).forEach(end)
  const listen = ({ store }: Copy): void => {
    for (const op of opsAfter(store, new Map())) {
      const [name, words] = [`${op.replica} ${op.rseq}`, JSON.stringify(op)]
      if (said.has(name)) expect(words).toBe(said.get(name))
      said.set(name, words)
    }
  }
  const read = (path: string): Kept => ({ path, bytes: readFileSync(path), log: existsSync(`${path}-wal`) ? readFileSync(`${path}-wal`) : null })
  const put = (path: string, { bytes, log }: Kept, inPlace: boolean): void => {
    if (inPlace) writeFileSync(path, bytes)
    else {
      writeFileSync(`${path}.new`, bytes)
      renameSync(`${path}.new`, path)
    }
    for (const ending of ['-wal', '-shm']) rmSync(path + ending, { force: true })
    if (log) writeFileSync(`${path}-wal`, log)
  }
  copyFileSync(template, fresh())
  paths.push(fresh())
  open(paths[0]!, 0)

  async function happen({ what, picks: [p, q, r] }: Act): Promise<void> {
    const program = programs[p % Math.max(1, programs.length)] ?? open(paths[p % paths.length]!, q)
    const path = paths[q % paths.length]!
    if (what < 45) {
      await callIn(program, anna, 'code.create', { id: newId(), name: newId() })
      listen(program)
    } else if (what < 55) open(path, r) // a second program on a file, of the same or of another person
    else if (what < 65) end(program)
    else if (what < 73) kept.push(read(path))
    else if (what < 83) {
      const earlier = kept[r % Math.max(1, kept.length)]
      if (!earlier) return
      endAll(earlier.path)
      put(earlier.path, earlier, p % 3 > 0) // over itself, or another file under its name
    } else if (what < 88) {
      put(fresh(), read(path), true)
      paths.push(fresh())
    } else if (what < 92) {
      // Out of the own disk, into a folder that is shared: from now on each works in a mirror.
      const shared = join(here, `shared-${paths.length}`, 'proef.duiding')
      mkdirSync(join(shared, '..'))
      put(shared, read(path), true)
      paths.push(findMirror(shared, profile(r)).path)
    } else {
      const other = programs[q % programs.length]!
      if (other.path === program.path) return
      expect((await bring(other, program)).waiting).toEqual([])
      listen(program)
    }
  }

  /** Nothing under a number twice, no number left out, and what one file still has comes into all. */
  async function prove(): Promise<void> {
    const all = paths.map((path) => programs.find((program) => program.path === path) ?? open(path, 0))
    for (const one of all) {
      listen(one)
      for (const { last, n } of one.store.all<{ last: number; n: number }>('SELECT max(rseq) AS last, count(*) AS n FROM op GROUP BY replica')) expect(n).toBe(last)
    }
    const [first, ...others] = all as [Copy, ...Copy[]]
    const there = new Set(all.flatMap(({ store }) => [...opsAfter(store, new Map())].map(({ replica, rseq }) => `${replica} ${rseq}`)))
    for (const other of others) expect((await bring(other, first)).waiting).toEqual([])
    expect(new Set([...opsAfter(first.store, new Map())].map(({ replica, rseq }) => `${replica} ${rseq}`))).toEqual(there)
  }

  return { happen, prove, close: () => programs.slice().forEach(end) }
}

test('[8.7] [8.6] numbers run without a gap and none is used twice, whenever a file is copied, put back, killed or shared', () =>
  fc.assert(fc.asyncProperty(histories, async (acts) => {
    const here = mkdtempSync(join(folder, 'trial-'))
    const { happen, prove, close } = world(here)
    try {
      for (const act of acts) await happen(act)
      await prove()
    } finally {
      close()
      rmSync(here, { recursive: true, force: true })
    }
  }), trials(8)))
