// How long anybody has to wait: bulk work takes its locks in pieces, and whoever reads holds up nobody. What a lock takes is told by the
// processor time of its thread, which a busy machine does not lengthen.
import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { checksumOf } from '../../../db/codings.ts'
import { openStore } from '../../../db/open.ts'
import { projectSalt } from '../../../db/project.ts'
import { sqliteCode } from '../../../db/sqlite-errors.ts'
import { listMainTexts } from '../../../db/stories.ts'
import type { Store } from '../../../db/store.ts'
import { transact } from '../../../db/transact.ts'
import { newId, type Id } from '../../../shared/domain/ids.ts'
import { bring, histories, importStories, live, templateOfFile, TRIALS, trials, world, type Copy } from '../../support/random-copies.ts'

if (TRIALS > 0) vi.setConfig({ testTimeout: 3_600_000 })

const template = templateOfFile()
afterEach(() => vi.restoreAllMocks())

/** Hears of every lock that was asked for, and of each that was had, after its COMMIT. */
function watchLocks(store: Store): { refused: number; milliseconds: number[] } {
  const seen = { refused: 0, milliseconds: [] as number[] }
  const sql = store.sql.bind(store)
  let since = process.threadCpuUsage()
  const around = (text: string, run: () => void): void => {
    if (text === 'BEGIN IMMEDIATE') since = process.threadCpuUsage()
    run()
    const { user, system } = process.threadCpuUsage(since)
    if (text === 'COMMIT') seen.milliseconds.push((user + system) / 1000)
  }
  store.sql = (text) => {
    const statement = sql(text)
    if (text !== 'BEGIN IMMEDIATE' && text !== 'COMMIT') return statement
    const run = (): unknown => around(text, () => {
      try {
        statement.run()
      } catch (error) {
        if (sqliteCode(error) === 'SQLITE_BUSY') seen.refused++
        throw error
      }
    })
    return { run } as typeof statement
  }
  return seen
}

/** So many changes of codings, seven in ten of them new ones. */
async function work({ store, profile }: Copy, coder: Id, changes: number): Promise<void> {
  const [texts, salt, made] = [listMainTexts(store), projectSalt(store), [] as Id[]]
  const codes = store.all<{ id: Buffer }>('SELECT id FROM code').map(({ id }) => id.toString('base64url'))
  await transact(store, { coder, undoable: false, profile }, (write) => {
    for (let at = 0; at < changes; at++) {
      const { text, body } = texts[at % texts.length]!
      const end = 1 + at % (body.length - 1)
      if (at % 10 < 7) write.insert('coding.applied', 'coding', made[made.push(newId()) - 1]!, {
        text, revision: 1, start: 0, end, checksum: checksumOf(salt, body.slice(0, end)), code: codes[at % codes.length]!, coder, flag: '', removed: false
      })
      else write.change('coding.flagged', 'coding', made[at * 7 % made.length]!, { flag: `x${at}` })
    }
  })
}

const LONGEST = 100
const bulk = fc.record({ changes: fc.integer({ min: 3500, max: 5500 }), stories: fc.integer({ min: 1, max: 300 }), again: fc.boolean() })

test('[8.14] a merge of thousands of changes and of imports takes no lock of more than 100 ms', () =>
  fc.assert(fc.asyncProperty(bulk, async ({ changes, stories, again }) => {
    const here = await world(template(), [0, 0, 0])
    try {
      const [from, to] = here.copies as [Copy, Copy]
      await work(from, here.coders[0]!, changes)
      await importStories(from, here.coders[0]!, 4, stories, 1)
      if (again) await importStories(from, here.coders[0]!, 0, 4 + stories, 3) // others' answers, of all of them
      const { milliseconds } = watchLocks(to.store)
      expect((await bring(from, to)).waiting).toEqual([])
      expect(milliseconds.length).toBeGreaterThan(2)
      expect(Math.max(...milliseconds)).toBeLessThan(LONGEST)
    } finally {
      here.close()
    }
  }), trials(1)))

test('[8.14] who is in the middle of reading holds up no writer, and reads on in what stood there', () =>
  fc.assert(fc.asyncProperty(histories(16), async ({ acts, skew }) => {
    const here = await world(template(), skew)
    const readers = here.copies.map(({ path }) => openStore(path, { readonly: true }))
    try {
      const reading = readers.map((reader) => reader.db.prepare('SELECT seq FROM op ORDER BY seq').pluck().iterate() as IterableIterator<number>)
      const before = here.copies.map(({ store }) => store.firsts('SELECT seq FROM op ORDER BY seq').all() as number[])
      const firsts = reading.map((rows) => rows.next().value as number)
      const locks = here.copies.map(({ store }) => watchLocks(store))
      await live(here, acts, (now) => void vi.spyOn(Date, 'now').mockReturnValue(now))
      expect(locks.map(({ refused }) => refused)).toEqual([0, 0, 0])
      expect(reading.map((rows, at) => [firsts[at]!, ...rows])).toEqual(before)
    } finally {
      vi.restoreAllMocks()
      for (const reader of readers) reader.close()
      here.close()
    }
  }), trials(4)))
