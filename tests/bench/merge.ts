// npm run bench -- --merge: 50,000 changes made in one copy come into another, in the short transactions that a merge takes;
// then the same once more, when all of it is known already; then with a colleague at work on the same file in another program.
// On the disk as it is, synchronous FULL.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checksumOf } from '../../db/codings.ts'
import { createStore, openStore } from '../../db/open.ts'
import { projectSalt } from '../../db/project.ts'
import { mergeFrom } from '../../db/replication/merge-copies.ts'
import { beginImport } from '../../db/staging.ts'
import { listMainTexts } from '../../db/stories.ts'
import type { Store } from '../../db/store.ts'
import { transact } from '../../db/transact.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { colleagueOn } from './colleague.ts'
import { makeStories, SIZES } from './workload.ts'

const CHANGES = 50_000
const ROUNDS = 5

/** Prints milliseconds: median and slowest of five merges into fresh copies, and of five beside a colleague. */
export async function benchMerge(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'duiding-bench-'))
  try {
    const [office, laptop] = [join(folder, 'office.duiding'), join(folder, 'laptop.duiding')]
    await writeOffice(office, join(folder, 'p-office'))
    copyFileSync(office, laptop)
    const other = openStore(laptop)
    await work(other, join(folder, 'p-laptop'))
    const [first, again, locks, waits]: [number[], number[], number[], number[]] = [[], [], [], []]
    const merge = async (round: string, work: (store: Store, into: () => Promise<unknown>) => Promise<number>): Promise<void> => {
      const path = join(folder, `${round}.duiding`)
      copyFileSync(office, path)
      const store = openStore(path)
      const more = await work(store, () => mergeFrom(store, other, { profile: join(folder, `p-${round}`) }))
      const count = (of: Store): number => of.get<{ n: number }>('SELECT count(*) AS n FROM op')!.n
      if (count(store) !== count(other) + more) throw new Error('the merge left something out')
      store.close()
    }
    for (let round = 0; round < ROUNDS; round++) await merge(`alone-${round}`, async (store, into) => {
      const lock = watchLocks(store)
      first.push(await timed(into))
      locks.push(lock())
      again.push(await timed(into))
      return 0
    })
    for (let round = 0; round < ROUNDS; round++) await merge(`beside-${round}`, async (store, into) => {
      const colleague = await colleagueOn(store.path, join(folder, `p-colleague-${round}`))
      await into()
      const took = await colleague.stop()
      waits.push(Math.max(...took))
      return took.length
    })
    other.close()
    console.log(`merge of ${CHANGES} changes, milliseconds        median   slowest`)
    for (const [what, times] of [['into a fresh copy', first], ['when all is known', again], ['longest lock', locks], ['longest a colleague waited', waits]] as const) {
      console.log(`  ${what.padEnd(36)}${figure(times.toSorted((a, b) => a - b)[2]!)}${figure(Math.max(...times))}`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const figure = (value: number): string => value.toFixed(0).padStart(10)

async function timed(run: () => Promise<unknown>): Promise<number> {
  const since = performance.now()
  await run()
  return performance.now() - since
}

/** The longest that a write transaction of this connection took, from its BEGIN to the end of its COMMIT. */
function watchLocks(store: Store): () => number {
  let [since, longest] = [0, 0]
  const sql = store.sql.bind(store)
  store.sql = (text) => {
    const statement = sql(text)
    if (text === 'BEGIN IMMEDIATE') since = performance.now()
    if (text === 'COMMIT') setImmediate(() => { longest = Math.max(longest, performance.now() - since) })
    return statement
  }
  return () => longest
}

async function writeOffice(path: string, profile: string): Promise<void> {
  const store = createStore(path, { title: 'Bench' })
  const coders = Array.from({ length: 4 }, () => newId())
  await transact(store, { coder: coders[0]!, undoable: false, profile }, (write) => {
    coders.forEach((id, at) => write.insert('coder.joined', 'coder', id, { name: `Codeur ${at}`, initials: `C${at}`, colour: at + 1, role: 'coder', background: '', statement: '', removed: false }))
    for (let at = 0; at < 100; at++) write.insert('code.created', 'code', newId(), {
      parent: null, position: at, name: `Code ${at}`, colour: at % 12 + 1, definition: '', include: '', exclude: '', flag: '', retired: false, mergedInto: null, removed: false
    })
  })
  const writer = await beginImport(store, { coder: coders[0]!, profile, files: ['bench.csv'], mapping: '{}', signifiers: [] })
  await writer.add([...makeStories(SIZES.S!)].map((story, at) => ({
    row: at + 2, sourceId: `s${at}`, group: null, teller: null, wave: null, collectedOn: null, language: null, channel: null, consent: null, text: story.body, answers: {}
  })))
  await writer.finish([])
  store.db.pragma('wal_checkpoint(TRUNCATE)')
  store.close()
}

/** Seven in ten are new codings, the others change one. */
async function work(store: Store, profile: string): Promise<void> {
  const [texts, salt] = [listMainTexts(store), projectSalt(store)]
  const ids = (table: string): Id[] => store.all<{ id: Buffer }>(`SELECT id FROM ${table} ORDER BY num`).map(({ id }) => id.toString('base64url'))
  const [coders, codes, made] = [ids('coder'), ids('code'), [] as Id[]]
  for (let from = 0; from < CHANGES; from += 500) {
    await transact(store, { coder: coders[0]!, undoable: false, profile }, (write) => {
      for (let at = from; at < from + 500; at++) {
        const { text, body } = texts[at * 31 % texts.length]!
        const start = at * 17 % (body.length - 40)
        const end = start + 20 + at % 20
        if (at % 10 < 7) write.insert('coding.applied', 'coding', made[made.push(newId()) - 1]!, {
          text, revision: 1, start, end, checksum: checksumOf(salt, body.slice(start, end)), code: codes[at % 100]!, coder: coders[at % 4]!, flag: '', removed: false
        })
        else write.change('coding.flagged', 'coding', made[at * 7 % made.length]!, { flag: `x${at}` })
      }
    })
  }
}
