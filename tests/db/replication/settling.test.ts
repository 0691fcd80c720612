// What copies disagree about: each disagreement is there for people to settle, costs nobody's work, and stays settled.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { checkStore } from '../../../db/check.ts'
import { copyAt } from '../../../db/copy-at.ts'
import { ENTITIES } from '../../../db/entities.ts'
import { openStore } from '../../../db/open.ts'
import type { Store } from '../../../db/store.ts'
import { applyOps } from '../../../db/replication/apply-ops.ts'
import { openBundle, sealBundle } from '../../../db/replication/bundle.ts'
import { exportBundle, listImports } from '../../../db/replication/export-content.ts'
import { contentOf, rebuild } from '../../../db/replication/rebuild.ts'
import { canonicalView } from '../../../db/replication/view.ts'
import { opsAfter, type WireOp } from '../../../db/replication/wire.ts'
import { projectId } from '../../../db/project.ts'
import { clearStaged } from '../../../db/staging.ts'
import { lastSeq, transact } from '../../../db/transact.ts'
import { newId, type Id } from '../../../shared/domain/ids.ts'
import { BODIES, bring, callIn, importStories, makeTemplate, withdraw, world, type Copy, type World } from '../../support/random-copies.ts'

let [folder, template] = ['', '']
let here: World
let [a, b, c] = [] as unknown as [Copy, Copy, Copy]
let [anna, bram] = [] as unknown as [Id, Id]
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duiding-template-'))
  template = await makeTemplate(folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeEach(async () => {
  here = await world(template, [0, 0, 0]);
  [a, b, c] = here.copies as [Copy, Copy, Copy];
  [anna, bram] = here.coders as [Id, Id]
})
afterEach(() => here.close())

const same = (...copies: Copy[]): void => copies.forEach((copy) => expect([...canonicalView(copy.store)]).toEqual([...canonicalView(copies[0]!.store)]))
const codes = async (copy: Copy) => callIn(copy, anna, 'code.list', {})
const codeNamed = async (copy: Copy, name: string): Promise<Id> => (await codes(copy)).find((code) => code.name === name)!.id
const toSettle = (copy: Copy, viewer = anna) => callIn(copy, viewer, 'conflict.list', {})
/** All of each into each. */
async function meet(...copies: Copy[]): Promise<void> {
  for (const to of copies) for (const from of copies) if (to !== from) expect((await bring(from, to)).waiting).toEqual([])
  same(...copies)
}
async function applied(copy: Copy, coder: Id, code: Id): Promise<Id> {
  const { texts } = await callIn(copy, coder, 'story.read', { story: (await callIn(copy, coder, 'story.list', {})).rows[0]!.id })
  const coding = newId()
  await callIn(copy, coder, 'coding.apply', { fragment: { text: texts[0]!.id, revision: 1, start: 0, end: 3, quote: texts[0]!.body.slice(0, 3) }, codes: [{ coding, code }] })
  return coding
}

test('[N4] two people change one definition apart: the newer stands, both are listed, and the choice holds in every copy', async () => {
  const klik = await codeNamed(a, 'Klik')
  await callIn(a, anna, 'code.change', { code: klik, definition: 'Als het meteen goed zat.' })
  await callIn(b, bram, 'code.change', { code: klik, definition: 'Als iemand zich gezien voelt.', name: 'De klik' })
  await meet(a, b)
  const [found] = (await toSettle(b)).conflicts
  expect((await toSettle(b)).conflicts).toHaveLength(1)
  expect({ ...found, choices: found!.choices.map(({ coder, stands, quote, values }) => ({ coder, stands, quote, values })) }).toEqual({
    entity: 'code', id: klik, name: 'De klik', story: null, mayISettle: true,
    choices: [
      { coder: bram, stands: true, quote: null, values: [{ field: 'definition', value: 'Als iemand zich gezien voelt.', name: null }] },
      { coder: anna, stands: false, quote: null, values: [{ field: 'definition', value: 'Als het meteen goed zat.', name: null }] }
    ]
  })
  await callIn(b, bram, 'conflict.settle', { entity: 'code', id: klik, stamp: found!.choices[1]!.stamp })
  await meet(a, b, c)
  for (const copy of [a, b, c]) {
    expect((await codes(copy)).find(({ id }) => id === klik)!.definition).toBe('Als het meteen goed zat.')
    expect((await toSettle(copy)).conflicts).toEqual([])
    expect(checkStore(copy.store)).toEqual([])
  }
})

test('[N4] keeping the value that stands settles it as well; a third copy that changed it too is listed anew', async () => {
  const klik = await codeNamed(a, 'Klik')
  await callIn(a, anna, 'code.change', { code: klik, name: 'Klik A' })
  await callIn(b, bram, 'code.change', { code: klik, name: 'Klik B' })
  await callIn(c, bram, 'code.change', { code: klik, name: 'Klik C' })
  await meet(a, b)
  const [found] = (await toSettle(a)).conflicts
  await callIn(a, anna, 'conflict.settle', { entity: 'code', id: klik, stamp: found!.choices.find(({ stands }) => stands)!.stamp })
  await meet(a, b)
  expect((await toSettle(b)).conflicts).toEqual([])
  await meet(a, b, c)
  expect((await toSettle(c)).conflicts.map(({ choices }) => choices.map(({ values, stands }) => [values[0]!.value, stands]))).toEqual([[['Klik B', true], ['Klik C', false]]])
})

test('[N4] a coding moved on two computers is one choice with both places, and is its coder’s alone to make', async () => {
  const coding = await applied(a, bram, await codeNamed(a, 'Klik'))
  await bring(a, b)
  const story = (await callIn(a, bram, 'story.list', {})).rows[0]!.id
  const { texts: [text] } = await callIn(a, bram, 'story.read', { story })
  for (const [copy, start, end] of [[a, 0, 6], [b, 3, 6]] as const) {
    await callIn(copy, bram, 'coding.move', { coding, fragment: { text: text!.id, revision: 1, start, end, quote: text!.body.slice(start, end) } })
  }
  await meet(a, b)
  expect(checkStore(a.store)).toEqual([]) // never one computer's start with the other's end
  const list = await toSettle(a, bram)
  expect(list.conflicts.map(({ choices }) => choices.map(({ quote }) => quote))).toEqual([[text!.body.slice(3, 6), text!.body.slice(0, 6)]])
  const call = { entity: 'coding', id: coding, stamp: list.conflicts[0]!.choices[1]!.stamp }
  await expect(callIn(a, anna, 'conflict.settle', call)).rejects.toThrow('conflict.not_yours')
  await callIn(a, bram, 'conflict.settle', call)
  await meet(a, b)
  expect((await callIn(b, bram, 'story.read', { story })).codings.map(({ start, end }) => [start, end])).toEqual([[0, 6]])
})

test('[N5] two codes put under each other: the newer edge is cut and listed; moving either heals it', async () => {
  const [klik, tijd] = [await codeNamed(a, 'Klik'), await codeNamed(a, 'Tijd')]
  await callIn(a, anna, 'code.move', { code: klik, parent: tijd, before: null })
  await callIn(b, bram, 'code.move', { code: tijd, parent: klik, before: null })
  await meet(a, b)
  expect((await codes(a)).map(({ name, parent }) => [name, parent])).toEqual([['Tijd', null], ['Klik', tijd], ['Regie', null]])
  expect((await toSettle(a)).circles).toEqual([{ code: tijd, name: 'Tijd', under: 'Klik' }])
  expect(checkStore(a.store)).toEqual([])
  await callIn(a, anna, 'code.move', { code: klik, parent: null, before: null })
  await meet(a, b)
  expect((await codes(b)).map(({ name, parent }) => [name, parent])).toEqual([['Regie', null], ['Klik', null], ['Tijd', klik]])
  expect((await toSettle(b)).circles).toEqual([])
})

test('[N5] a code taken away while a colleague used it stays, out of use, with the coding; gone when the coding is', async () => {
  const code = newId()
  await callIn(a, anna, 'code.create', { id: code, name: 'Toeval' })
  await bring(a, b)
  const coding = await applied(b, bram, code)
  await callIn(a, anna, 'history.undo', {})
  expect((await codes(a)).some(({ id }) => id === code)).toBe(false)
  await meet(a, b)
  expect((await codes(a)).find(({ id }) => id === code)).toMatchObject({ name: 'Toeval', retired: true })
  expect((await toSettle(a)).inUse).toEqual([{ id: code, name: 'Toeval', by: anna, codings: 1 }])
  expect(checkStore(a.store)).toEqual([])
  await callIn(b, bram, 'coding.remove', { codings: [coding] })
  await meet(a, b)
  expect((await codes(a)).some(({ id }) => id === code)).toBe(false)
  expect((await toSettle(b)).inUse).toEqual([])
})

test('[N5] equal names, equal codings and codings left on a merged code are listed, and nothing of them is changed', async () => {
  const [klik, tijd] = [await codeNamed(a, 'Klik'), await codeNamed(a, 'Tijd')]
  const [one, two] = [newId(), newId()]
  await callIn(a, anna, 'code.create', { id: one, name: 'Vertrouwen' })
  await callIn(b, bram, 'code.create', { id: two, name: 'vertrouwen' })
  const twins = [await applied(a, anna, klik), await applied(b, anna, klik)].toSorted()
  await callIn(a, anna, 'code.merge', { code: tijd, into: klik })
  await applied(b, bram, tijd)
  await meet(a, b)
  const { sameName, twice, leftBehind } = await toSettle(a)
  expect(sameName.map((group) => Object.fromEntries(group.map(({ id, codings }) => [id, codings])))).toEqual([{ [one]: 0, [two]: 0 }])
  expect(twice.map(({ codings, code, coder }) => ({ codings, code, coder }))).toEqual([{ codings: twins, code: 'Klik', coder: anna }])
  expect(leftBehind).toEqual([{ id: tijd, name: 'Tijd', codings: 1, into: klik, intoName: 'Klik' }])
  await callIn(a, anna, 'code.merge', { code: tijd, into: klik })
  await meet(a, b)
  expect((await toSettle(b)).leftBehind).toEqual([])
})

test('[N6] a story withdrawn here takes no words back from a copy that still has them, or from a bundle that comes late', async () => {
  await importStories(b, anna, 4, 1, 1)
  const late = { ops: [...opsAfter(b.store, new Map())], content: new Map(listImports(b.store).map((id) => [id, exportBundle(b.store, id)!])) }
  await importStories(a, anna, 4, 1, 1)
  const gone = (await callIn(a, anna, 'story.list', {})).rows.find(({ opening }) => opening.startsWith(BODIES[4]!.slice(0, 8)))!.id
  await withdraw(a, anna, gone)
  await applyOps({ store: a.store, profile: a.profile, ops: () => late.ops, content: { importBundle: (id) => late.content.get(id) ?? null, revision: () => null } })
  expect(JSON.stringify([...canonicalView(a.store)])).not.toContain(BODIES[4])
  await bring(a, b)
  expect(JSON.stringify([...canonicalView(b.store)])).not.toContain(BODIES[4])
  same(a, b)
  const again = await rebuild(a.store, `${a.path}.again`, a.profile)
  expect([...canonicalView(again.store)]).toEqual([...canonicalView(a.store)])
  again.store.close()
})

test('[8.11] a story whose words left its bundle before its withdrawal arrives is there and empty, what was coded in it waits, and nothing is a fault', async () => {
  await importStories(a, anna, 4, 1, 1)
  await bring(a, b)
  const [story] = (await callIn(b, bram, 'story.list', {})).rows.filter(({ opening }) => opening.startsWith(BODIES[4]!.slice(0, 8)))
  const { texts } = await callIn(b, bram, 'story.read', { story: story!.id })
  await callIn(b, bram, 'coding.apply', { fragment: { text: texts[0]!.id, revision: 1, start: 0, end: 3, quote: texts[0]!.body.slice(0, 3) }, codes: [{ coding: newId(), code: await codeNamed(b, 'Klik') }] })
  await withdraw(a, anna, story!.id)
  await bring(b, a)
  const early = [...opsAfter(a.store, new Map())].filter(({ kind }) => kind !== 'story.withdrawn')
  await applyOps({ store: c.store, profile: c.profile, ops: () => early, content: contentOf(a.store) })
  expect(c.store.get('SELECT s.content, s.state, count(*) AS codings FROM coding g JOIN story s ON s.num = g.story WHERE s.id = ?', [Buffer.from(story!.id, 'base64url')])).toEqual({ content: '', state: 'live', codings: 1 })
  expect(checkStore(c.store)).toEqual([])
  // Until then one goes on: the story lists, opens and counts as one without words.
  expect((await callIn(c, anna, 'story.list', {})).rows.filter(({ id }) => id === story!.id)).toHaveLength(1)
  await callIn(c, anna, 'story.read', { story: story!.id })
  await callIn(c, anna, 'coding.list', {})
  await callIn(c, anna, 'code.counts', {})
  await bring(a, c)
  same(a, c)
})

test('[I1] [N3] an import that was taken for abandoned while its program slept, and whose number another got, puts nothing under that one', async () => {
  await importStories(b, bram, 4, 30, 1)
  let time = 0
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (time += 7)) // so that it takes several locks
  const other = openStore(a.path)
  try {
    const coming = bring(b, a)
    await vi.waitUntil(() => other.get(`SELECT 1 FROM story WHERE state = 'staged'`) !== undefined, { interval: 1 })
    await transact(other, { coder: anna, undoable: false, profile: a.profile }, () => {
      const { num } = other.get<{ num: number }>(`SELECT num FROM import WHERE state = 'staged'`)!
      clearStaged(other, num)
      other.run(`INSERT INTO import (num, id, state, files, mapping, at, added, changed, unchanged, absent) VALUES (?, x'01', 'staged', '[]', '{}', ?, 0, 0, 0, 0)`, [num, Date.now()])
    })
    expect((await coming).waiting.map(({ why }) => why)).toContain('importing')
    expect(other.get(`SELECT 1 FROM story WHERE state = 'staged'`)).toBe(undefined)
    other.run(`DELETE FROM import WHERE state = 'staged'`)
  } finally {
    clock.mockRestore()
    other.close()
  }
  expect((await bring(b, a)).waiting).toEqual([])
  same(a, b)
})

test('[N3] two imports that drew the same numbers: the older one keeps its own, in every copy', async () => {
  const number = a.store.get<{ number: number }>('SELECT max(number) AS number FROM story')!.number + 1
  await importStories(a, anna, 4, 2, 1)
  await importStories(b, bram, 6, 2, 1)
  for (const { store } of [a, b]) {
    const mine = store.all<{ num: number }>(`SELECT num FROM story WHERE import = (SELECT max(num) FROM import) ORDER BY num`)
    mine.forEach(({ num }, at) => store.run('UPDATE story SET number = ? WHERE num = ?', [number + at, num])) // as if both had drawn them
  }
  await meet(a, b)
  expect(a.store.all(`SELECT number FROM story WHERE source_id IN ('v-4', 'v-5') ORDER BY number`)).toEqual([{ number }, { number: number + 1 }])
  expect(new Set(a.store.all<{ number: number }>('SELECT number FROM story').map((row) => row.number)).size).toBe(8)
})

test('[N7] ops of a newer Duiding are kept and passed on; nonsense stops its own writer alone and leaves nothing', async () => {
  await applied(b, bram, await codeNamed(b, 'Klik'))
  const [replica, clock] = [newId(), Date.now() * 1024]
  const op = (rseq: number, more: Partial<WireOp>): WireOp => ({ replica, rseq, hlc: clock + rseq, tx: rseq, coder: anna, kind: 'quilt.sewn', entity: 'quilt', id: newId(), patch: { squares: 12 }, before: null, prev: null, ...more })
  const klik = await codeNamed(a, 'Klik')
  const newer = [op(1, {}), op(2, { kind: 'code.changed', entity: 'code', id: klik, patch: { definition: 'Nieuw', scent: 'munt' }, before: { definition: '' } })]
  const [bad, far] = [newId(), newId()]
  const nonsense: unknown[] = [
    op(1, { replica: bad, kind: 'code.changed', entity: 'code', id: klik, patch: { position: 'vooraan' }, before: { position: 1 } }),
    op(1, { replica: far, kind: 'code.changed', entity: 'code', id: klik, patch: { parent: newId() }, before: { parent: null } }),
    { replica: 'nobody', patch: '; DROP TABLE op' }, null, 7
  ]
  const { waiting, ops } = await applyOps({ store: a.store, profile: a.profile, ops: (heard) => [...nonsense, ...newer, ...opsAfter(b.store, heard)], content: contentOf(b.store) })
  expect(ops).toBe(3)
  expect(Object.fromEntries(waiting.map(({ replica: who, why }) => [who, why]))).toEqual({ [bad]: 'damaged', [far]: 'row', nobody: 'damaged' })
  expect((await codes(a)).find(({ id }) => id === klik)!.definition).toBe('Nieuw')
  expect(checkStore(a.store)).toEqual([])
  expect((await bring(a, c)).waiting).toEqual([])
  expect([...opsAfter(c.store, new Map())].filter((one) => one.replica === replica)).toEqual(newer)
  expect(c.store.all('SELECT seq FROM kept_op')).toHaveLength(2)
})

test('[N7] what a newer Duiding wrote comes into effect in the version that knows it, as if that had known it all along', async () => {
  const write = (copy: Copy, coder: Id, fields: Record<string, string>) =>
    transact(copy.store, { coder, undoable: false, profile: copy.profile }, (pen) => pen.change('project.changed', 'project', projectId(copy.store), fields))
  const theme = newId()
  await callIn(a, anna, 'theme.create', { id: theme, name: 'Gezien worden', codes: [await codeNamed(a, 'Klik')] })
  await meet(a, b)
  // Side by side, so that there is something that lost as well.
  await callIn(a, anna, 'theme.change', { theme, name: 'Gehoord worden' })
  await callIn(b, bram, 'theme.change', { theme, name: 'Erkend worden', concept: 'Dat iemand je ziet.' })
  await write(a, anna, { phase: 'reviewing', title: 'Proef A' })
  await write(b, bram, { phase: 'naming' })
  const { theme: its, theme_part: parts, project } = ENTITIES
  const older = ENTITIES as Partial<typeof ENTITIES>
  const phase = project.fields.phase!
  delete older.theme
  delete older.theme_part
  delete project.fields.phase
  try {
    await bring(b, c)
    await bring(a, c)
  } finally {
    Object.assign(ENTITIES, { theme: its, theme_part: parts })
    project.fields.phase = phase
  }
  expect(c.store.get('SELECT (SELECT count(*) FROM kept_op) AS kept, (SELECT count(*) FROM theme) AS themes, title FROM project')).toEqual({ kept: 6, themes: 0, title: 'Proef A' })
  openStore(c.path).close()
  expect(c.store.all('SELECT * FROM kept_op')).toEqual([])
  for (const [from, to] of [[a, b], [b, a]] as const) await bring(from, to)
  same(a, b, c)
  expect((await toSettle(c)).conflicts).toEqual((await toSettle(a)).conflicts)
  expect((await toSettle(c)).conflicts.length).toBeGreaterThan(0)
})

test('[N10] one person who joined on two computers is offered to be joined; all work goes to the one that stays, in every copy', async () => {
  const [here, there] = [newId(), newId()]
  for (const [copy, id] of [[a, here], [b, there]] as const) await callIn(copy, anna, 'coder.join', { id, name: 'Noor Bakker' })
  const klik = await codeNamed(a, 'Klik')
  const [one, two] = [await applied(a, here, klik), await applied(b, there, klik)]
  const [first, second] = (await callIn(b, there, 'story.list', {})).rows.map(({ id }) => id) as [Id, Id]
  const memo = newId()
  await callIn(b, there, 'memo.write', { id: memo, about: 'code', aboutId: klik, body: 'Op de laptop bedacht.' })
  await callIn(a, here, 'reading.mark', { story: first, done: true })
  await callIn(b, there, 'reading.mark', { story: second, done: true })
  await meet(a, b, c)
  expect((await toSettle(c)).sameCoder.map((group) => group.map(({ id, codings }) => [id, codings]))).toEqual([[[here, 1], [there, 1]]])
  const whose = (store: Store) => ['coding', 'memo', 'reading'].map((table) => store.all(
    `SELECT t.id, k.id AS coder${table === 'reading' ? ' FROM reading t JOIN coder k ON k.num = t.coder WHERE t.done = 1' : `, t.removed FROM ${table} t JOIN coder k ON k.num = t.coder`} ORDER BY t.id`))
  const apart = whose(c.store)
  expect(await callIn(c, anna, 'coder.merge', { coder: there, into: here })).toBe(null)
  const joined = whose(c.store)
  // A mistake is undone like any other act, and done again.
  expect((await callIn(c, anna, 'history.undo', {}))?.kind).toBe('coder.merged')
  expect(whose(c.store)).toEqual(apart)
  expect((await callIn(c, anna, 'coder.list', {})).filter(({ name }) => name === 'Noor Bakker').map(({ id }) => id)).toEqual([here, there])
  await callIn(c, anna, 'history.redo', {})
  expect(whose(c.store)).toEqual(joined)
  // Work on a computer that has not heard of it yet comes in under the name that is gone, and is offered again.
  const late = await applied(b, there, await codeNamed(b, 'Tijd'))
  await meet(a, b, c)
  expect((await toSettle(a)).sameCoder.map((group) => group.map(({ id, codings }) => [id, codings]))).toEqual([[[here, 1], [there, 1]]])
  await callIn(a, anna, 'coder.merge', { coder: there, into: here })
  await meet(a, b, c)
  expect((await toSettle(b)).sameCoder).toEqual([])
  expect((await callIn(a, anna, 'coder.list', {})).filter(({ name }) => name === 'Noor Bakker').map(({ id }) => id)).toEqual([here])
  expect((await callIn(a, anna, 'coder.work', {})).find(({ id }) => id === here)).toEqual({ id: here, codings: 2, done: 2 }) // the same passage with the same code: one stays
  expect(a.store.all<{ id: Buffer }>('SELECT id FROM coding WHERE removed = 0 ORDER BY num').map(({ id }) => id.toString('base64url'))).toEqual([one, late])
  expect((await callIn(a, anna, 'memo.list', { about: 'code' })).map(({ id, coder }) => [id, coder])).toEqual([[memo, here]])
  expect((await callIn(a, anna, 'coder.former', {})).map(({ id }) => id)).toEqual([there])
  for (const { store } of [a, b, c]) expect(checkStore(store)).toEqual([])
  expect(two).not.toBe(one)
})

test('[U1] what was undone on one computer is passed over by undo and redo on the other, and no later act is taken for it', async () => {
  const [first, second] = [await codeNamed(a, 'Tijd'), newId()]
  await callIn(a, anna, 'code.change', { code: first, definition: 'Als het om tijd gaat.' })
  await callIn(a, anna, 'code.create', { id: second, name: 'Rust' })
  const laptop = here.duplicate(a)
  expect(await callIn(laptop, anna, 'history.undo', {})).toMatchObject({ kind: 'code.created' })
  await bring(laptop, a)
  expect(await callIn(a, anna, 'history.undo', {})).toMatchObject({ kind: 'code.changed' })
  expect(await callIn(a, anna, 'history.redo', {})).toMatchObject({ kind: 'code.changed' })
  await bring(a, laptop)
  await callIn(laptop, anna, 'history.undo', {})
  await bring(laptop, a)
  await callIn(a, anna, 'history.undo', {})
  const story = (await callIn(a, anna, 'story.list', {})).rows[0]!.id
  await callIn(a, anna, 'story.withdraw', { stories: [story] })
  await callIn(a, anna, 'history.redo', {})
  expect(a.store.get('SELECT state FROM story WHERE id = ?', [Buffer.from(story, 'base64url')])).toEqual({ state: 'withdrawn' })
  expect(checkStore(a.store)).toEqual([])
})

test('[N7] an import whose question is another kind of question here stays out, in words, with nothing half done', async () => {
  await importStories(b, bram, 4, 1, 1)
  b.store.run(`UPDATE signifier SET kind = 'number' WHERE key = 'invloed'`)
  const before = [...canonicalView(a.store)]
  const { waiting } = await bring(b, a)
  expect(waiting.map(({ why, on }) => [why, on])).toEqual([['kind_differs', 'invloed']])
  expect([...canonicalView(a.store)]).toEqual(before)
})

test('[N3] a story whose source told other words in the second copy keeps the words of the older import; a coding on the others is looked at', async () => {
  await importStories(a, anna, 4, 1, 1)
  BODIES[4] = 'Eerst kwam er niemand. De brief kwam te laat.'
  await importStories(b, anna, 4, 1, 1)
  BODIES[4] = 'De brief kwam te laat.'
  const told = async (copy: Copy) => callIn(copy, bram, 'story.read', { story: (await callIn(copy, bram, 'story.list', {})).rows.find(({ opening }) => opening.includes('De brief'))!.id })
  const { texts: [text] } = await told(b)
  const klik = await codeNamed(b, 'Klik')
  await callIn(b, bram, 'coding.apply', { fragment: { text: text!.id, revision: 1, start: 23, end: 31, quote: 'De brief' }, codes: [{ coding: newId(), code: klik }] })
  await meet(a, b)
  for (const copy of [a, b]) {
    expect((await told(copy)).texts[0]!.body).toBe('De brief kwam te laat.')
    expect((await callIn(copy, bram, 'coding.toLook', {})).map(({ code }) => code)).toEqual([klik])
    expect(checkStore(copy.store)).toEqual([])
  }
})

test('[K4] a merged project as it was before the merge is a whole project, what a later export changed included', async () => {
  const klik = await codeNamed(a, 'Klik')
  await callIn(a, anna, 'code.change', { code: klik, name: 'Klik A' })
  await callIn(b, bram, 'code.change', { code: klik, name: 'Klik B' })
  await importStories(b, anna, 2, 4, 2)
  const [seq, codebook] = [lastSeq(a.store), await codes(a)]
  await bring(b, a)
  expect((await toSettle(a)).conflicts).toHaveLength(1)
  expect(await copyAt(a.path, `${a.path}.toen`, seq, a.profile)).toEqual({ answersOfLater: 2 })
  const then = openStore(`${a.path}.toen`)
  expect(checkStore(then)).toEqual([])
  const copy: Copy = { store: then, path: `${a.path}.toen`, profile: a.profile }
  expect(await codes(copy)).toEqual(codebook)
  expect((await toSettle(copy)).conflicts).toEqual([])
  then.close()
})

test('a bundle is what its name says, or nothing', () => {
  const bundle = exportBundle(a.store, listImports(a.store)[0]!)!
  const { json, sha256 } = sealBundle(bundle)
  expect(openBundle(json, sha256)).toEqual(bundle)
  expect(openBundle(json.replace('Gezinnen', 'Gezinnnn'), sha256)).toBeNull()
  expect(openBundle('{}', sealBundle({} as never).sha256)).toBeNull()
  expect(sealBundle(exportBundle(b.store, bundle.import.id)!)).toEqual({ json, sha256 })
})
