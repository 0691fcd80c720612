// Snapshots and moments on real files: what is kept, what stays, going back, and the project as it was.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkStore } from '../../db/check.ts'
import { copyAt } from '../../db/copy-at.ts'
import { goBackTo } from '../../db/moments.ts'
import { openStore } from '../../db/open.ts'
import { projectId } from '../../db/project.ts'
import { headOf, listSnapshots, snapshotFile, snapshotFolder, staying, takeSnapshot } from '../../db/snapshots.ts'
import { lastSeq } from '../../db/transact.ts'
import { runImport } from '../../server/jobs/import-run.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { plainStories } from '../support/plain-stories.ts'
import { dumpStore, workbench, type Workbench } from '../support/workbench.ts'

const BODY = 'Wij kregen hulp van Sanne en dat klikte meteen.'

async function project() {
  const bench = workbench()
  const [anna, bram] = [await bench.join('Anna de Boer'), await bench.join('Bram Visser')]
  const [first] = plainStories(bench.store, [BODY])
  const code = newId()
  await bench.call(anna, 'code.create', { id: code, name: 'Klik' })
  const apply = async (coder: Id, start: number, end: number, to = code): Promise<Id> => {
    const coding = newId()
    await bench.call(coder, 'coding.apply', { fragment: { text: first!.text, revision: 1, start, end, quote: BODY.slice(start, end) }, codes: [{ coding, code: to }] })
    return coding
  }
  return { bench, anna, bram, code, story: first!, apply }
}

async function bringIn({ path, store, profile }: Workbench, coder: Id, csv: string): Promise<void> {
  const file = `${path}.csv`
  writeFileSync(file, csv)
  const report = await runImport(store, { inputs: [{ path: file, name: 'bron.csv' }], mapping: null, definition: null, group: null }, { coder, profile, rehearse: false })
  if (!report.ok) throw new Error(JSON.stringify(report.problems))
}

const standing = async (bench: Workbench, viewer: Id): Promise<Id[]> => (await bench.call(viewer, 'coding.list', {})).rows.map(({ id }) => id).toSorted()

test('[K1] a snapshot is a whole project with what was there; the same state is kept once', async () => {
  const { bench, anna, apply } = await project()
  await apply(anna, 0, 3)
  const made = takeSnapshot(bench.path, bench.profile, 'open')!
  expect(made).toMatchObject({ why: 'open', origin: bench.path, title: 'Proef', stories: 1, codes: 1, codings: 1, coders: 2, seq: lastSeq(bench.store), head: headOf(bench.store) })
  expect(takeSnapshot(bench.path, bench.profile, 'hourly')).toBeNull()
  const copy = openStore(snapshotFile(bench.profile, projectId(bench.store), made.id))
  try {
    expect(checkStore(copy)).toEqual([])
    expect(dumpStore(copy)).toEqual(dumpStore(bench.store))
  } finally {
    copy.close()
  }
  await apply(anna, 4, 10)
  expect(takeSnapshot(bench.path, bench.profile, 'hourly')).toMatchObject({ why: 'hourly', codings: 2 })
})

test('[K1] what a crash left half is no snapshot, and is cleared away later', async () => {
  const { bench, anna, apply } = await project()
  const made = takeSnapshot(bench.path, bench.profile, 'open')!
  const folder = snapshotFolder(bench.profile, projectId(bench.store))
  writeFileSync(join(folder, '20260101T000000000-open.duiding'), 'half') // without facts
  writeFileSync(join(folder, '20260102T000000000-open.json'), '{"at":') // without a copy
  writeFileSync(join(folder, '20260103T000000000-open.1.part'), 'half')
  expect(listSnapshots(bench.profile, projectId(bench.store)).map(({ id }) => id)).toEqual([made.id])
  await apply(anna, 0, 3)
  takeSnapshot(bench.path, bench.profile, 'hourly', Date.now() + 2 * 3_600_000)
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('[K1] a copy of a damaged project does not count', async () => {
  const { bench } = await project()
  bench.store.close()
  writeFileSync(bench.path, readFileSync(bench.path).fill(7, 4096 * 3, 4096 * 9))
  expect(() => takeSnapshot(bench.path, bench.profile, 'open')).toThrow(expect.objectContaining({ failure: expect.objectContaining({ message: 'file.damaged' }) }))
  expect(existsSync(join(bench.profile, 'snapshots'))).toBe(false)
})

test('[K2] the ten newest stay and the last of each of fourteen days, nothing else', () => {
  const now = new Date(2026, 10, 22, 15, 0).getTime()
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 40 * 86_400_000 }), { maxLength: 80 }), (ages) => {
    const all = ages.map((age, id) => ({ id, at: now - age })).toSorted((a, b) => b.at - a.at)
    const stay = staying(all, now)
    const dayOf = ({ at }: { at: number }): string => new Date(at).toDateString()
    for (const [place, snapshot] of all.entries()) {
      const isLastOfDay = all.findIndex((other) => dayOf(other) === dayOf(snapshot)) === place
      expect(stay.includes(snapshot)).toBe(place < 10 || (isLastOfDay && now - snapshot.at < 14 * 86_400_000))
    }
    expect(stay.length).toBeLessThanOrEqual(10 + 14)
  }), { seed: 22, numRuns: 200 })
})

test('[K3] going back puts back what stood and takes away nothing that came since', async () => {
  const { bench, anna, bram, code, apply } = await project()
  const [mine, hers, moved] = [await apply(bram, 0, 3), await apply(anna, 4, 10), await apply(bram, 11, 15)]
  const other = newId()
  await bench.call(anna, 'code.create', { id: other, name: 'Contact' })
  const then = { seq: lastSeq(bench.store), codes: await bench.call(anna, 'code.list', {}), codings: await standing(bench, anna) }

  await bench.call(anna, 'code.merge', { code, into: other })
  await bench.call(anna, 'code.change', { code: other, name: 'Band' })
  await bench.call(bram, 'coding.remove', { codings: [mine] })
  await bench.call(bram, 'coding.move', { coding: moved, fragment: { text: (await bench.call(bram, 'coding.list', {})).rows[0]!.text, revision: 1, start: 20, end: 25, quote: BODY.slice(20, 25) } })
  const later = await apply(bram, 26, 30, other)
  const replacement = await apply(bram, 0, 3, other)

  const changes = await goBackTo(bench.store, { coder: anna, profile: bench.profile }, then.seq)
  expect(await bench.call(anna, 'code.list', {})).toEqual(then.codes)
  expect(await standing(bench, anna)).toEqual([...then.codings, later, replacement].toSorted())
  expect((await bench.call(anna, 'coding.list', { code })).rows.map(({ id, start, end }) => [id, start, end])).toEqual([[mine, 0, 3], [hers, 4, 10], [moved, 11, 15]])
  expect(changes).toBeGreaterThanOrEqual(5)
  expect(checkStore(bench.store)).toEqual([])
  expect(await goBackTo(bench.store, { coder: anna, profile: bench.profile }, then.seq)).toBe(0)
})

test('[K3] a coding that was removed and made again does not come back twice', async () => {
  const { bench, anna, apply } = await project()
  const first = await apply(anna, 0, 3)
  const seq = lastSeq(bench.store)
  await bench.call(anna, 'coding.remove', { codings: [first] })
  const again = await apply(anna, 0, 3)
  await goBackTo(bench.store, { coder: anna, profile: bench.profile }, seq)
  expect(await standing(bench, anna)).toEqual([again])
})

test('[K4] the project as it was at any moment is whole, equal to what stood then', { timeout: 120_000 }, async () => {
  const { bench, anna, bram, code, story, apply } = await project()
  const moments: { seq: number; rows: Record<string, unknown[]> }[] = []
  const rows = (dump: Record<string, unknown[]>): Record<string, unknown[]> => Object.fromEntries(Object.entries(dump).filter(([table]) => !['gesture', 'presence', 'visit'].includes(table)))
  const remember = (): void => void moments.push({ seq: lastSeq(bench.store), rows: rows(bench.dump()) })
  remember()
  const one = await apply(anna, 0, 3)
  const two = await apply(bram, 4, 10)
  remember()
  const other = newId()
  await bench.call(bram, 'code.create', { id: other, name: 'Contact', parent: code })
  await bench.call(anna, 'coding.recode', { coding: one, code: other })
  await bench.call(bram, 'reading.mark', { story: story.story, done: true })
  remember()
  await bench.call(bram, 'text.revise', { texts: [{ text: story.text, revision: newId(), from: 1, body: BODY.replace('Wij', 'Wij allemaal') }], reason: 'spelling' })
  remember()
  await bringIn(bench, anna, 'bron;verhaal;groep\na;Het ging goed bij ons thuis.;Gezin\nb;Het ging minder goed op school.;Gezin\n')
  remember()
  await bringIn(bench, anna, 'bron;verhaal;groep;Wie hielp?\nc;Zij hielp ons met de brieven.;Gezin;coach\nd;Hij luisterde naar ons.;Gezin;school\n')
  remember()
  await bench.call(anna, 'code.merge', { code: other, into: code })
  await bench.call(bram, 'coding.remove', { codings: [two] })
  await bench.call(bram, 'history.undo', {})
  await bench.call(anna, 'memo.write', { id: newId(), about: 'code', aboutId: other, body: 'Waarom samen?' })
  remember()
  await bench.call(anna, 'project.change', { title: 'Later' })
  for (const [nth, { seq, rows: then }] of moments.entries()) {
    const target = join(bench.path, '..', `toen-${nth}.duiding`)
    expect(await copyAt(bench.path, target, seq, bench.profile)).toEqual({ answersOfLater: 0 })
    const copy = openStore(target)
    expect({ nth, ...rows(dumpStore(copy)) }).toEqual({ nth, ...then })
    copy.close()
  }
})
