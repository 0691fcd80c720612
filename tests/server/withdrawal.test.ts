// A teller takes a story back: its words leave every file of everybody, and what people made of it stays countable as theirs.
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { checkStore } from '../../db/check.ts'
import { openStore } from '../../db/open.ts'
import { findHolders } from '../../db/purge.ts'
import { viewDigest } from '../../db/replication/view.ts'
import { openViewer } from '../../db/viewer.ts'
import { listMirrors } from '../../db/team-folder/mirror.ts'
import { startHost } from '../../server/start.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { enter } from '../support/enter.ts'
import { BODIES, makeTemplate } from '../support/random-copies.ts'
import { temporaryFolder } from '../support/workbench.ts'

const TOLD = BODIES[1]! // 'Niemand belde terug. Drie weken lang niet.'
const CORRECTED = 'Niemand belde ons terug. Vier weken lang niet, zei Kwadijkstra.'
/** Words that stand in that story alone, as told, as corrected, and among its answers. */
const WORDS = ['Drie weken lang', 'Vier weken lang', 'belde ons terug', 'ook de buurvrouw van 1', 'Kwadijkstra', 'kwadijkstra']

/** Every file below the folder that holds one of these words. */
const filesWith = (folder: string, words: string[]): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => { const bytes = readFileSync(path); return words.some((word) => bytes.includes(word)) }).map((path) => path.slice(folder.length + 1)).toSorted()

test('[Y1] a withdrawn story: its words are in no file of anybody any more, codings and log stay, and it comes back in no copy', async () => {
  const root = temporaryFolder()
  for (const name of ['share', 'maken']) mkdirSync(join(root, name))
  const path = join(root, 'share', 'proef.duiding')
  copyFileSync(await makeTemplate(join(root, 'maken')), path)
  mkdirSync(`${path}-team`)
  const sit = async (name: string) => {
    const host = await startHost({ dataFolder: join(root, name), rendererFolder: root, team: { pace: { poll: 200, thorough: 3 } } })
    onTestFinished(() => host.close())
    const window = await enter(host.url)
    await window.desk('desk.open', { path })
    await window.desk('desk.enter', { coder: (await window.call('coder.list', {})).find((coder) => coder.name.startsWith(name))!.id })
    return { ...window, host }
  }
  const [anna, bram] = [await sit('Anna'), await sit('Bram')]
  const story = (await anna.call('story.list', {})).rows.find(({ opening }) => opening.startsWith('Niemand'))!.id
  const { texts: [main] } = await anna.call('story.read', { story })
  const code = (await anna.call('code.list', {}))[0]!.id
  const coding = newId()
  await anna.call('coding.apply', { fragment: { text: main!.id, revision: 1, start: 0, end: 13, quote: TOLD.slice(0, 13) }, codes: [{ coding, code }] })
  await anna.call('text.revise', { texts: [{ text: main!.id, revision: newId(), from: 1, body: CORRECTED }], reason: 'other' })
  const [memo, other] = [newId(), newId()]
  await anna.call('memo.write', { id: memo, about: 'project', aboutId: (await anna.call('project.read', {})).id, title: 'Wachten', body: 'Ze zei: drie weken lang niet!' })
  await anna.call('memo.write', { id: other, about: 'code', aboutId: code, body: 'Drie dagen later nog eens gelezen.' })
  const hasRevision = async () => (await bram.call('story.read', { story })).texts[0]!.body === CORRECTED
  await expect.poll(hasRevision, { timeout: 8000 }).toBe(true)
  // The index of words as well: made once somebody searched.
  for (const each of [anna, bram]) await expect.poll(async () => (await each.call('search.find', { words: 'Kwadijkstra' })).stories.length, { timeout: 15_000 }).toBe(1)
  for (const each of [anna, bram]) await each.desk('snapshot.take', {}) // unless the one of opening has it all
  await anna.desk('desk.saveCopy', { folder: join(root, 'share'), name: 'kopie' })
  openViewer(path, join(root, 'Anna')).close() // a copy to look at, as of a file one may not write
  expect(filesWith(root, WORDS).some((file) => file.startsWith('Anna/lezen/'))).toBe(true)
  expect(filesWith(root, WORDS).length).toBeGreaterThan(5) // there is something to look for

  expect(await anna.call('story.withdrawal', { story })).toMatchObject({ codings: 1, quoting: [{ is: 'memo', id: memo, name: 'Wachten' }] })
  expect(await bram.send('story.withdraw', { stories: [story] })).toMatchObject({ ok: false, failure: { kind: 'forbidden' } })
  const seq = (await anna.desk('desk.read', {})).opened!.seq
  await anna.call('story.withdraw', { stories: [story] })
  expect(await anna.send('story.read', { story })).toMatchObject({ ok: false, failure: { message: 'story.absent' } })

  // A copy that somebody made is theirs: it is named. The memo is for a person to look at; the file all was made of is no part of it.
  const left = () => filesWith(root, WORDS).filter((file) => !file.startsWith('maken/'))
  await expect.poll(left, { timeout: 15_000, interval: 100 }).toEqual(['share/kopie.duiding'])
  const [mirror, theirs] = [listMirrors(join(root, 'Anna'))[0]!.path, listMirrors(join(root, 'Bram'))[0]!.path]
  expect(findHolders(mirror, path, [join(root, 'share'), dirname(mirror), dirname(theirs), join(root, 'nergens')])).toEqual([join(root, 'share', 'kopie.duiding')])
  expect(await anna.desk('privacy.copies', {})).toEqual({ paths: [join(root, 'share', 'kopie.duiding')], silent: [] })

  const then = await anna.desk('snapshot.openAt', { seq })
  expect((await anna.call('story.list', {})).total).toBe(3)
  const snapshot = (await bram.desk('snapshot.list', {})).snapshots[0]!.id
  const kept = await bram.desk('snapshot.open', { snapshot })
  await anna.host.close()
  await bram.host.close()
  expect(left()).toEqual(['share/kopie.duiding'])
  const stores = [mirror, theirs, path, then.path, kept.path].map((file) => openStore(file))
  expect(stores.map((store) => checkStore(store))).toEqual([[], [], [], [], []])
  expect(stores.slice(1, 3).map(viewDigest)).toEqual([viewDigest(stores[0]!), viewDigest(stores[0]!)])
  const row = stores[0]!.get<{ start: number; end: number; checksum: string }>('SELECT start, "end", checksum FROM coding WHERE id = ?', [Buffer.from(coding satisfies Id, 'base64url')])
  expect(row).toMatchObject({ start: 0, end: 13 })
  for (const store of stores) store.close()
}, 90_000)

test('[Y1] what a program that was killed had uploaded, or was looking at, goes when the next one starts; what another still needs stays', async () => {
  const profile = temporaryFolder()
  const gone = spawnSync(process.execPath, ['-e', '']).pid
  const [theirs, others] = [gone, process.pid].map((program) => [...['kijken', 'samenvoegen'].map((what) => join(profile, `${what}-${program}-Ab12Cd`)), join(tmpdir(), `duiding-parcels-${program}-Ab12Cd`)])
  onTestFinished(() => others!.forEach((folder) => rmSync(folder, { recursive: true })))
  for (const folder of [...theirs!, ...others!]) {
    mkdirSync(folder)
    writeFileSync(join(folder, 'verhalen.csv'), TOLD)
  }
  const host = await startHost({ dataFolder: profile, rendererFolder: profile })
  onTestFinished(() => host.close())
  expect([...theirs!, ...others!].map((folder) => existsSync(folder))).toEqual([false, false, false, true, true, true])
})
