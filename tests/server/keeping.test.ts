// Snapshots through the host: made by itself, opened as a copy, gone back to, and a broken file replaced.
import { existsSync, readdirSync, readFileSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { checkStore } from '../../db/check.ts'
import { MIGRATIONS } from '../../db/migrations/index.ts'
import { APPLICATION_ID, createStore, openStore } from '../../db/open.ts'
import { startHost } from '../../server/start.ts'
import type { SnapshotList } from '../../shared/contract/snapshot.ts'
import { newId } from '../../shared/domain/ids.ts'
import { enter } from '../support/enter.ts'
import { temporaryFolder } from '../support/workbench.ts'
import type { z } from 'zod'

async function hosted() {
  const folder = temporaryFolder()
  const path = join(folder, 'proef.duiding')
  createStore(path, { title: 'Proef' }).close()
  const host = await startHost({ dataFolder: join(folder, 'profiel'), rendererFolder: folder })
  onTestFinished(() => host.close())
  const window = await enter(host.url)
  await window.desk('desk.open', { path })
  const join_ = async (name: string) => {
    const coder = newId()
    await window.call('coder.join', { id: coder, name })
    await window.desk('desk.enter', { coder })
    return coder
  }
  return { folder, path, host, window, join: join_ }
}

const whys = ({ snapshots }: z.infer<typeof SnapshotList>): string[] => snapshots.map(({ why }) => why)

test('[K1] one comes by itself soon after opening, one on request, and none when nothing changed', async () => {
  const { window, join: joinIn, folder } = await hosted()
  await joinIn('Anna de Boer')
  await expect.poll(async () => whys(await window.desk('snapshot.list', {})), { timeout: 15_000 }).toEqual(['open'])
  expect(await window.desk('snapshot.take', {})).toEqual({ made: false })
  await window.call('code.create', { id: newId(), name: 'Klik' })
  expect(await window.desk('snapshot.take', {})).toEqual({ made: true })
  const list = await window.desk('snapshot.list', {})
  expect(list.folder.startsWith(join(folder, 'profiel'))).toBe(true)
  expect(list.snapshots.map(({ why, codes, codings, stories, canRestore }) => ({ why, codes, codings, stories, canRestore }))).toEqual([
    { why: 'asked', codes: 1, codings: 0, stories: 0, canRestore: true }, { why: 'open', codes: 0, codings: 0, stories: 0, canRestore: true }
  ])
  await window.call('project.change', { blind: true })
  expect((await window.desk('snapshot.list', {})).snapshots.map(({ codings }) => codings)).toEqual([null, null])
})

test('[K3] going back: the present is kept first, colleagues hear of it, and one can return', async () => {
  const { window, join: joinIn } = await hosted()
  const anna = await joinIn('Anna de Boer')
  await expect.poll(async () => whys(await window.desk('snapshot.list', {})), { timeout: 15_000 }).toEqual(['open']) // then none comes by itself any more
  const code = newId()
  await window.call('code.create', { id: code, name: 'Klik' })
  await window.desk('snapshot.take', {})
  await window.call('code.change', { code, name: 'Band' })
  const then = (await window.desk('snapshot.list', {})).snapshots.find(({ why }) => why === 'asked')!
  const heard = await window.listen()
  expect(await window.desk('snapshot.restore', { snapshot: then.id })).toEqual({ changes: 1 })
  expect((await window.call('code.list', {})).map(({ name }) => name)).toEqual(['Klik'])
  await expect.poll(() => heard.flatMap((message) => (message.is === 'ops' ? message.ops : []))).toEqual([{ kind: 'project.restored', entity: 'code', id: code, coder: anna, story: null }])
  const [before] = (await window.desk('snapshot.list', {})).snapshots
  expect(before!.why).toBe('restore')
  await window.desk('snapshot.restore', { snapshot: before!.id })
  expect((await window.call('code.list', {})).map(({ name }) => name)).toEqual(['Band'])

  await joinIn('Bram Visser') // codes, and steers nothing
  expect(await window.send('snapshot.restore', { snapshot: then.id })).toMatchObject({ ok: false, failure: { kind: 'forbidden', message: 'coder.no_right' } })
  expect(await window.send('snapshot.restore', { snapshot: '../../x' })).toMatchObject({ ok: false, failure: { kind: 'invalid_input' } })
})

test('a snapshot opens as a file of its own; the project stays as it is', async () => {
  const { window, join: joinIn, folder, path } = await hosted()
  await joinIn('Anna de Boer')
  await window.desk('snapshot.take', {})
  await window.call('code.create', { id: newId(), name: 'Klik' })
  const [then] = (await window.desk('snapshot.list', {})).snapshots
  const opened = await window.desk('snapshot.open', { snapshot: then!.id })
  expect(opened.path).toMatch(/proef \(\d\d-\d\d-\d{4} \d\d\.\d\d\)\.duiding$/)
  expect(await window.call('code.list', {})).toEqual([])
  await window.desk('desk.open', { path })
  expect((await window.call('code.list', {})).map(({ name }) => name)).toEqual(['Klik'])
  expect(readdirSync(folder).filter((name) => name.endsWith('.duiding'))).toHaveLength(2)
})

test('[K5] a file cut short is set aside and the newest snapshot takes its place', async () => {
  const { window, join: joinIn, folder, path } = await hosted()
  await joinIn('Anna de Boer')
  await window.call('code.create', { id: newId(), name: 'Klik' })
  await window.desk('snapshot.take', {})
  await window.desk('desk.leave', {})
  truncateSync(path, 4096 * 5)
  const broken = readFileSync(path)
  expect(await window.send('desk.open', { path })).toMatchObject({ ok: false, failure: { kind: 'unsupported_file' } })
  const { snapshots } = await window.desk('snapshot.ofFile', { path })
  await window.desk('snapshot.recover', { path, snapshot: snapshots[0]!.id })
  expect((await window.call('code.list', {})).map(({ name }) => name)).toEqual(['Klik'])
  const aside = readdirSync(folder).find((name) => name.includes('beschadigd'))!
  expect(readFileSync(join(folder, aside)).equals(broken)).toBe(true)
  await window.desk('desk.leave', {})
  const store = openStore(path)
  expect(checkStore(store)).toEqual([])
  store.close()
  expect(existsSync(`${path}.nieuw`)).toBe(false)
})

test('[K1] an older project is kept as it was before it is brought up to date', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'oud.duiding')
  const old = new Database(path)
  old.exec(`${MIGRATIONS[0]!}; PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = 1`)
  old.prepare(`INSERT INTO project (num, id, title, question, language, blind, salt, made_at) VALUES (1, randomblob(16), 'Oud', '', 'nl', 0, randomblob(32), 0)`).run()
  old.close()
  const host = await startHost({ dataFolder: join(folder, 'profiel'), rendererFolder: folder })
  onTestFinished(() => host.close())
  const window = await enter(host.url)
  expect(await window.desk('desk.open', { path })).toMatchObject({ title: 'Oud' })
  const { folder: kept, snapshots } = await window.desk('snapshot.list', {})
  expect(snapshots.map(({ why }) => why)).toEqual(['migration'])
  const copy = new Database(join(kept, `${snapshots[0]!.id}.duiding`), { readonly: true })
  expect(copy.pragma('user_version', { simple: true })).toBe(1)
  copy.close()
})
