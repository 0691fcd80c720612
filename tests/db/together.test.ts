// Calls that wait at the same moment share a transaction: each is done whole or not at all, whatever happens to the others.
import { expect, test } from 'vitest'
import { checkStore } from '../../db/check.ts'
import { commits } from '../../db/transact.ts'
import { dispatch } from '../../server/dispatch.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { workbench } from '../support/workbench.ts'

async function eight() {
  const bench = workbench()
  const coders: Id[] = []
  for (const letter of 'ABCDEFGH') coders.push(await bench.join(`${letter.repeat(5)} Jansen`))
  const send = async (nth: number, name: string) => (await dispatch({ store: bench.store, coder: coders[nth]!, profile: bench.profile }, 'code.create', { id: newId(), name, parent: null })).result
  return { bench, coders, send, names: async () => (await bench.call(coders[0]!, 'code.list', {})).map(({ name }) => name) }
}

test('[N9] calls at the same moment are saved by one sync; a refused one takes no other along; each can be undone by itself', async () => {
  const { bench, coders, send, names } = await eight()
  const before = { ...commits }
  const results = await Promise.all(['Een', 'Twee', 'twee', 'Drie', 'een', 'Vier', 'Vijf', 'Zes'].map((name, nth) => send(nth, name)))
  expect(results.map((result) => (result.ok ? 'saved' : result.failure.message))).toEqual(['saved', 'saved', 'code.same_name', 'saved', 'code.same_name', 'saved', 'saved', 'saved'])
  expect(await names()).toEqual(['Een', 'Twee', 'Drie', 'Vier', 'Vijf', 'Zes'])
  expect(commits.batches - before.batches).toBe(1)
  expect(commits.calls - before.calls).toBe(6)
  const seqs = results.flatMap((result) => (result.ok ? [result.seq] : []))
  expect(seqs).toEqual(seqs.toSorted((a, b) => a - b))
  expect(new Set(seqs).size).toBe(6)
  await bench.call(coders[1]!, 'history.undo', {})
  expect(await names()).toEqual(['Een', 'Drie', 'Vier', 'Vijf', 'Zes'])
  expect(checkStore(bench.store)).toEqual([])
})

test('[N9] when the disk is full in the middle of a batch, whoever fits is saved and the others are told; nothing is half', async () => {
  const { bench, send, names } = await eight()
  bench.store.db.pragma('wal_checkpoint(TRUNCATE)')
  const pages = bench.store.db.pragma('page_count', { simple: true }) as number
  const long = 'Een naam die veel plaats inneemt '.repeat(5)
  const saved: string[] = []
  bench.store.db.pragma(`max_page_count = ${pages + 4}`) // SQLite then says what it says of a full disk
  for (let round = 0; round < 12; round++) {
    const named = Array.from({ length: 8 }, (_, nth) => `${round}.${nth} ${long}`.trim())
    const results = await Promise.all(named.map((name, nth) => send(nth, name)))
    results.forEach((result, nth) => {
      if (result.ok) saved.push(named[nth]!)
      else expect(result.failure).toMatchObject({ kind: 'busy', message: 'store.disk_full' })
    })
  }
  expect(saved.length).toBeGreaterThan(8)
  expect(saved.length).toBeLessThan(96)
  expect(await names()).toEqual(saved)
  expect(checkStore(bench.store)).toEqual([])
  bench.store.db.pragma('max_page_count = 100000')
  expect(await send(0, 'Er is weer plaats')).toMatchObject({ ok: true })
})
