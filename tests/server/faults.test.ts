// Faults of real files: each is told by its own sentence, harms nothing, and leaves a way on.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test, vi } from 'vitest'
import { checkStore } from '../../db/check.ts'
import { inspectFile } from '../../db/inspect.ts'
import { createStore, openStore } from '../../db/open.ts'
import { listViewed } from '../../db/viewer.ts'
import { dispatch } from '../../server/dispatch.ts'
import { createHub } from '../../server/hub.ts'
import { look } from '../../server/inspect.ts'
import { createProjects } from '../../server/projects.ts'
import { startHost } from '../../server/start.ts'
import { Refusal } from '../../shared/errors.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { duiding, duidingJson } from '../support/cli.ts'
import { enter } from '../support/enter.ts'
import { smallDisk, type SmallDisk } from '../support/small-disk.ts'
import { temporaryFolder, workbench, type Workbench } from '../support/workbench.ts'

function refused(work: () => void): string {
  try {
    work()
  } catch (error) {
    if (error instanceof Refusal) return error.failure.message
    throw error
  }
  throw new Error('it went through')
}

/** A project with some codes, open and not yet checkpointed: its log lies beside it. */
async function written(codes: number): Promise<Workbench & { anna: Id }> {
  const bench = workbench()
  const anna = await bench.join('Anna de Boer')
  for (let nth = 0; nth < codes; nth++) await bench.call(anna, 'code.create', { id: newId(), name: `Code ${nth}` })
  return Object.assign(bench, { anna })
}

test('[F4] a journal of unknown origin beside a file is not played into it', async () => {
  const path = join(temporaryFolder(), 'proef.duiding')
  createStore(path, { title: 'Proef' }).close()
  writeFileSync(`${path}-journal`, Buffer.concat([Buffer.from('d9d505f920a163d7', 'hex'), Buffer.alloc(512, 1)]))
  const before = readFileSync(path)
  expect(refused(() => openStore(path))).toBe('file.foreign_log')
  expect(readFileSync(path).equals(before)).toBe(true)
})

test('[F4] another project’s log beside a file is told, and the file opens without it; its own log is believed', async () => {
  const [mine, other] = [await written(3), await written(60)]
  const folder = temporaryFolder()
  const [own, foreign] = [join(folder, 'eigen.duiding'), join(folder, 'vreemd.duiding')]
  for (const ending of ['', '-wal']) copyFileSync(mine.path + ending, own + ending)
  inspectFile(own, folder)
  const store = openStore(own)
  expect(store.get<{ n: number }>('SELECT count(*) AS n FROM code')).toEqual({ n: 3 })
  store.close()

  mine.store.db.pragma('wal_checkpoint(TRUNCATE)')
  copyFileSync(mine.path, foreign)
  copyFileSync(`${other.path}-wal`, `${foreign}-wal`)
  const before = readFileSync(foreign)
  const host = await startHost({ dataFolder: join(folder, 'profiel'), rendererFolder: folder })
  onTestFinished(() => host.close())
  const window = await enter(host.url)
  expect(await window.send('desk.open', { path: foreign })).toMatchObject({ ok: false, failure: { kind: 'unsupported_file', message: 'file.foreign_log', values: { file: foreign, log: 'vreemd.duiding-wal' } } })
  expect(readFileSync(foreign).equals(before)).toBe(true)
  const opened = await window.desk('desk.openAlone', { path: foreign })
  expect(opened.path).not.toBe(foreign)
  expect(await window.call('code.list', {})).toHaveLength(3)
})

test.each([
  ['a trigger', 'CREATE TRIGGER leeg AFTER INSERT ON op BEGIN DELETE FROM coding; END'],
  ['a view', 'CREATE VIEW eindeloos AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n'],
  ['a table', 'CREATE TABLE extra (a)'],
  ['a column that works something out', 'ALTER TABLE code ADD COLUMN vol TEXT GENERATED ALWAYS AS (upper(name)) VIRTUAL']
])('[F5] [8.15] a file with %s that is not ours is refused before anything of it runs', (_, sql) => {
  const path = join(temporaryFolder(), 'proef.duiding')
  createStore(path, { title: 'Proef' }).close()
  const db = new Database(path)
  db.exec(sql)
  db.close()
  expect(refused(() => openStore(path))).toBe('file.odd_schema')
})

test('[F5] a file from elsewhere is looked at in a process that is ended when it takes too long', async () => {
  const { path, profile, store } = await written(1)
  store.db.pragma('wal_checkpoint(TRUNCATE)')
  expect(await look(path, profile, 60_000)).toEqual({})
  expect(await look(path, profile, 1)).toEqual({ failure: { kind: 'unsupported_file', message: 'file.takes_too_long', values: { file: path } } })
})

test('[F6] another file in its place: nothing more is acknowledged, every window is told, and the new one opens', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'proef.duiding')
  createStore(path, { title: 'Oud' }).close()
  createStore(join(folder, 'nieuw.duiding'), { title: 'Nieuw' }).close()
  const host = await startHost({ dataFolder: join(folder, 'profiel'), rendererFolder: folder })
  onTestFinished(() => host.close())
  const window = await enter(host.url)
  await window.desk('desk.open', { path })
  const anna = newId()
  await window.call('coder.join', { id: anna, name: 'Anna de Boer' })
  await window.desk('desk.enter', { coder: anna })
  const heard = await window.listen()
  renameSync(join(folder, 'nieuw.duiding'), path)
  expect(await window.send('code.create', { id: newId(), name: 'Klik' })).toMatchObject({ ok: false, failure: { kind: 'conflict', message: 'store.moved' } })
  await expect.poll(() => heard.filter(({ is }) => is === 'file')).toEqual([{ is: 'file', moved: true, kept: expect.stringMatching(/proef \(gered .+\)\.duiding$/) }])
  // Closing what was there takes a while; who asks meanwhile where the window is gets an answer.
  const opening = window.desk('desk.open', { path })
  const asked: unknown[] = []
  while (await Promise.race([opening.then(() => false), window.send('desk.read', {}).then((read) => asked.push(read))]));
  for (const read of asked) expect(read).toMatchObject({ ok: true })
  expect(await opening).toMatchObject({ title: 'Nieuw' })
  expect(await window.call('code.list', {})).toEqual([])
})

test('[F6] what was acknowledged before another file took the place of the project stands beside it, also when the program is closed at once', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'proef.duiding')
  createStore(path, { title: 'Proef' }).close()
  for (const [way, name] of [['replaced', /^proef \(gered .+\)\.duiding$/], ['renamed', /^anders\.duiding$/]] as const) {
    const earlier = readFileSync(path)
    const projects = createProjects(join(folder, 'profiel'))
    const { store } = projects.open(path)
    const code = newId()
    const anna = newId()
    await dispatch({ store, coder: null, profile: join(folder, 'profiel') }, 'coder.join', { id: anna, name: `Anna ${way}` })
    expect((await dispatch({ store, coder: anna, profile: join(folder, 'profiel') }, 'code.create', { id: code, name: 'Klik' })).result.ok).toBe(true)
    if (way === 'renamed') renameSync(path, join(folder, 'anders.duiding'))
    else {
      writeFileSync(join(folder, 'van-elders'), earlier)
      renameSync(join(folder, 'van-elders'), path) // as a synchroniser does it
    }
    await projects.close()
    const kept = openStore(join(folder, readdirSync(folder).find((each) => name.test(each))!))
    expect([kept.get('SELECT count(*) AS n FROM code WHERE id = ?', [Buffer.from(code, 'base64url')]), checkStore(kept)]).toEqual([{ n: 1 }, []])
    kept.close()
  }
})

test('[F6] a place that cannot be looked at while a project is open, or a file that cannot be read, ends nothing; what came meanwhile is told once it can', async () => {
  const { store, path, anna, call } = await written(1)
  const told: string[] = []
  const hub = createHub(store)
  onTestFinished(() => hub.close())
  const silent = vi.spyOn(console, 'error').mockReturnValue()
  hub.listen({ viewer: () => anna, send: (message) => { if (message.is === 'ops') told.push(...message.ops.map(({ kind }) => kind)) } })
  renameSync(path, `${path}.weg`)
  symlinkSync(path, path) // a link to itself: asking what lies there is an error of its own, as with a disk that is gone
  expect(store.isMoved()).toBe(false)
  rmSync(path)
  renameSync(`${path}.weg`, path)
  await call(anna, 'code.create', { id: newId(), name: 'Klik' })
  const other = new Database(path)
  onTestFinished(() => { other.close() })
  other.exec('ALTER TABLE op RENAME TO onleesbaar')
  await expect.poll(() => silent.mock.calls.length).toBe(1)
  await new Promise((resolve) => { setTimeout(resolve, 300) }) // another look of the hub's, of which nothing is written down
  other.exec('ALTER TABLE onleesbaar RENAME TO op')
  await expect.poll(() => told).toEqual(['code.created'])
  expect(silent.mock.calls).toEqual([[expect.stringContaining('no such table')]])
})

test('[F6] rights that are lost while one works: told as such, and the same change goes through when they are back', async () => {
  const { store, anna, call, refused: refusal } = await written(1)
  const change = { id: newId(), name: 'Klik' }
  store.db.pragma('query_only = ON') // SQLite then answers what it answers on a folder without rights
  expect(await refusal(anna, 'code.create', change)).toMatchObject({ kind: 'busy', message: 'store.rights_lost' })
  store.db.pragma('query_only = OFF')
  await call(anna, 'code.create', change)
  expect(await call(anna, 'code.list', {})).toHaveLength(2)
})

const disk = smallDisk('1m')
disk?.gone()
const mounted = (size: string): SmallDisk => {
  const made = smallDisk(size)!
  onTestFinished(() => made.gone())
  return made
}

test.skipIf(!disk)('[F6] a full disk: what was acknowledged stands, nothing half, and the same change goes through once there is room', async () => {
  const { folder, remount } = mounted('2m')
  const [path, profile] = [join(folder, 'proef.duiding'), join(folder, 'profiel')]
  const store = createStore(path, { title: 'Proef' })
  onTestFinished(() => store.close())
  const anna = newId()
  const send = async (name: string, input: object) => (await dispatch({ store, coder: anna, profile }, name, input)).result
  await send('coder.join', { id: anna, name: 'Anna de Boer' })
  const acknowledged: Id[] = []
  let last: { id: Id; name: string; definition: string }
  for (;;) {
    const id = newId()
    last = { id, name: `Code ${acknowledged.length}`, definition: '' }
    const made = await send('code.create', { id, name: last.name, parent: null })
    const told = made.ok ? await send('code.change', { code: id, definition: 'Als iemand zegt dat het klikte. '.repeat(60) }) : made
    if (made.ok) acknowledged.push(id)
    if (!told.ok) {
      expect(told.failure).toMatchObject({ kind: 'busy', message: 'store.disk_full' })
      break
    }
  }
  expect(acknowledged.length).toBeGreaterThan(8)
  // Tidying up runs by itself while the disk is still full, and must not bring the program down.
  await new Promise((resolve) => setTimeout(resolve, 1500))
  const standing = (): string[] => store.all<{ id: Buffer }>('SELECT id FROM code ORDER BY num').map(({ id }) => id.toString('base64url'))
  expect(standing()).toEqual(acknowledged)
  expect(checkStore(store)).toEqual([])
  remount('size=8m')
  expect(await send('code.create', { id: newId(), name: 'Er is weer plaats', parent: null })).toMatchObject({ ok: true })
  expect(checkStore(store)).toEqual([])
})

test.skipIf(!disk)('[F6] no room left for what an installation remembers: a project opens, one sits down, works and leaves all the same', async () => {
  const { folder: profile } = mounted('400k')
  const folder = temporaryFolder()
  const path = join(folder, 'proef.duiding')
  createStore(path, { title: 'Proef' }).close()
  const host = await startHost({ dataFolder: profile, rendererFolder: folder })
  onTestFinished(() => host.close())
  expect(() => { for (let nth = 0; ; nth++) writeFileSync(join(profile, `vol-${nth}`), Buffer.alloc(4096)) }).toThrow('ENOSPC')
  const window = await enter(host.url)
  const anna = newId()
  await window.desk('desk.open', { path })
  await window.call('coder.join', { id: anna, name: 'Anna de Boer' })
  expect(await window.desk('desk.enter', { coder: anna })).toMatchObject({ title: 'Proef', coder: anna })
  await window.call('code.create', { id: newId(), name: 'Klik' })
  expect(await window.call('code.list', {})).toHaveLength(1)
  await window.desk('desk.remember', { preferences: { taal: 'en' } })
  await window.desk('desk.leave', {})
})

test.skipIf(!disk)('[F6] a folder one may only read: the project opens to look at, and says so', async () => {
  const { folder, remount } = mounted('4m')
  const { path: source, anna, store } = await written(2)
  store.db.pragma('wal_checkpoint(TRUNCATE)')
  const path = join(folder, 'proef.duiding')
  copyFileSync(source, path)
  remount('ro')
  const own = temporaryFolder()
  mkdirSync(join(own, 'profiel'))
  const projects = createProjects(join(own, 'profiel'))
  const project = projects.open(path)
  onTestFinished(() => projects.close())
  const ask = async (name: string, input: object) => (await dispatch({ store: project.store, coder: anna, profile: own }, name, input, (...question) => project.reader.ask(...question))).result
  expect(await ask('code.list', {})).toMatchObject({ ok: true, value: [{ name: 'Code 0' }, { name: 'Code 1' }] })
  expect(await ask('project.read', {})).toMatchObject({ ok: true, value: { readonly: true } })
  expect(await ask('frequency.table', { by: 'coder', fragments: false })).toMatchObject({ ok: true }) // in the worker
  expect(await ask('code.create', { id: newId(), name: 'Klik' })).toMatchObject({ ok: false, failure: { kind: 'forbidden', message: 'store.read_only' } })
  // By command as well: what only looks is answered, what writes is refused, and nothing is left of the looking.
  expect(await duidingJson(own, 'codes', path)).toMatchObject([{ name: 'Code 0' }, { name: 'Code 1' }])
  writeFileSync(join(own, 'c.csv'), 'story,start,end,code,coder\n')
  for (const wish of [['code-import', path, 'c.csv'], ['undo', path, '--coder', 'Anna de Boer']]) {
    expect(await duiding(own, ...wish)).toEqual({ code: 1, out: '', err: 'Dit project is alleen te lezen. Bewaar een kopie op een plek waar je mag schrijven, en werk daarin.\n' })
  }
  const out = join(folder, 'verhalen.csv')
  expect(await duiding(own, 'data', path, '--rows', 'stories', '--out', out, '--as', 'Anna de Boer')).toEqual({ code: 1, out: '', err: `Duiding mag dit bestand niet openen: ${out}\n` })
  expect(listViewed(join(own, 'profiel')).filter((copy) => !copy.includes(`-${process.pid}-`))).toEqual([])
  expect(existsSync(`${path}-wal`)).toBe(false)
  rmSync(own, { recursive: true, force: true })
})
