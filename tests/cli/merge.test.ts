// duiding merge, as a real process: two copies that people worked in apart, brought together.
import { copyFileSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createStore, openStore } from '../../db/open.ts'
import { viewDigest } from '../../db/replication/view.ts'
import { opsAfter } from '../../db/replication/wire.ts'
import { dispatch } from '../../server/dispatch.ts'
import { newId } from '../../shared/domain/ids.ts'
import { duiding } from '../support/cli.ts'
import { bring, callIn, importStories, makeTemplate, type Copy } from '../support/random-copies.ts'
import { temporaryFolder } from '../support/workbench.ts'

async function twoCopies() {
  const folder = temporaryFolder()
  const template = await makeTemplate(folder)
  const open = (name: string): Copy => {
    copyFileSync(template, join(folder, name))
    return { store: openStore(join(folder, name)), path: join(folder, name), profile: join(folder, `profile-${name}`) }
  }
  const [kantoor, laptop] = [open('kantoor.duiding'), open('laptop.duiding')]
  const [anna, bram] = kantoor.store.all<{ id: Buffer }>('SELECT id FROM coder ORDER BY num').map(({ id }) => id.toString('base64url')) as [string, string]
  await callIn(kantoor, anna, 'code.create', { id: newId(), name: 'Vertrouwen' })
  await callIn(laptop, bram, 'code.create', { id: newId(), name: 'vertrouwen' })
  const code = (await callIn(laptop, bram, 'code.list', {}))[0]!.id
  const story = await callIn(laptop, bram, 'story.read', { story: (await callIn(laptop, bram, 'story.list', {})).rows[0]!.id })
  const { id: text, body } = story.texts[0]!
  await callIn(laptop, bram, 'coding.apply', { fragment: { text, revision: 1, start: 0, end: 4, quote: body.slice(0, 4) }, codes: [{ coding: newId(), code }] })
  await importStories(laptop, bram, 4, 2, 1)
  for (const { store } of [kantoor, laptop]) store.close()
  return { folder, kantoor, laptop }
}

const digest = (path: string): string => {
  const store = openStore(path)
  try { return viewDigest(store) } finally { store.close() }
}

test('[N8] merge brings in what the copy has, says whose and what to settle, keeps what was there, and leaves the copy alone', async () => {
  const { folder, kantoor, laptop } = await twoCopies()
  const before = readFileSync(laptop.path)
  const dry = await duiding(folder, 'merge', 'kantoor.duiding', 'laptop.duiding', '--dry-run', '--json')
  expect(JSON.parse(dry.out)).toMatchObject({ changes: 3, codings: 1, codes: 1, memos: 0, stories: 2, coders: [{ name: 'Bram Visser', changes: 3, codings: 1 }], onlyHere: 1 })
  const into = await duiding(folder, 'merge', 'laptop.duiding', 'kantoor.duiding', '--into', 'samen.duiding', '--json')
  expect([into.code, into.err]).toEqual([0, ''])
  expect(readFileSync(laptop.path).equals(before)).toBe(true)
  const ran = await duiding(folder, 'merge', 'kantoor.duiding', 'laptop.duiding', '--json')
  expect([ran.code, ran.err]).toEqual([0, ''])
  expect(JSON.parse(ran.out)).toEqual({
    changes: 3, stories: 2, coders: [{ name: 'Bram Visser', changes: 3, codings: 1 }], waiting: [], conflicts: 0, circles: 0, inUse: 0, leftBehind: 0, sameName: 1, sameCoder: 0, twice: 0
  })
  expect(readFileSync(laptop.path).equals(before)).toBe(true)
  expect(digest(join(folder, 'samen.duiding'))).toBe(digest(kantoor.path))
  const kept = join(folder, 'profiel', 'snapshots')
  expect(readdirSync(join(kept, readdirSync(kept)[0]!)).filter((name) => name.endsWith('-merge.duiding'))).toHaveLength(1)
  const again = await duiding(folder, 'merge', 'kantoor.duiding', 'laptop.duiding', '--json')
  expect(JSON.parse(again.out)).toMatchObject({ changes: 0, waiting: [] })
  expect((await duiding(folder, 'check', 'kantoor.duiding')).out).toBe('ok\n')
})

test('[N8] another project, a damaged file and a log that is not the file’s own are refused in one sentence, and nothing is written', async () => {
  const { folder, kantoor, laptop } = await twoCopies()
  createStore(join(folder, 'ander.duiding'), { title: 'Ander onderzoek' }).close()
  const store = openStore(laptop.path)
  store.run(`UPDATE coding SET code = (SELECT max(num) FROM code)`)
  store.close()
  const before = digest(kantoor.path)
  const refused = async (copy: string): Promise<string> => {
    const { code, err } = await duiding(folder, 'merge', 'kantoor.duiding', copy)
    expect(code).toBe(1)
    return err.trim()
  }
  expect(await refused('ander.duiding')).toBe('Dit bestand is geen kopie van dit project, maar een ander project: “Ander onderzoek”.')
  expect(await refused('laptop.duiding')).toMatch(/^Er is iets mis met dit bestand\. Er is niets samengevoegd\./)
  const other = createStore(join(folder, 'bezig.duiding'), { title: 'Bezig' })
  await dispatch({ store: other, coder: null, profile: join(folder, 'profile-bezig') }, 'coder.join', { id: newId(), name: 'Dewi Jansen' })
  copyFileSync(join(folder, 'template.duiding'), join(folder, 'vreemd.duiding'))
  copyFileSync(join(folder, 'bezig.duiding-wal'), join(folder, 'vreemd.duiding-wal'))
  other.close()
  expect(await refused('vreemd.duiding')).toContain('vreemd.duiding-wal')
  expect(digest(kantoor.path)).toBe(before)
  expect(readdirSync(join(folder, 'profiel')).filter((name) => /^(?:samenvoegen|kijken)-/.test(name))).toEqual([])
})

test('[F4] a log that a killed program left is not played into another version of its file; into its own it is', async () => {
  const { folder, kantoor, laptop } = await twoCopies()
  const killed = openStore(kantoor.path)
  const anna = killed.get<{ id: Buffer }>('SELECT id FROM coder ORDER BY num')!.id.toString('base64url')
  await callIn({ ...kantoor, store: killed }, anna, 'code.create', { id: newId(), name: 'Net gemaakt' })
  for (const ending of ['', '-wal']) copyFileSync(kantoor.path + ending, join(folder, `rest.duiding${ending}`))
  killed.close()
  const [log, longAgo] = [join(folder, 'rest.duiding-wal'), new Date(Date.now() - 60_000)]
  utimesSync(log, longAgo, longAgo)
  expect((await duiding(folder, 'merge', 'laptop.duiding', 'rest.duiding', '--dry-run', '--json')).code).toBe(0)
  const whole = readFileSync(join(folder, 'rest.duiding'))
  copyFileSync(laptop.path, join(folder, 'rest.duiding')) // as a synchroniser brings it
  const refused = await duiding(folder, 'codes', 'rest.duiding')
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('rest.duiding-wal')])
  expect(readFileSync(join(folder, 'rest.duiding')).equals(readFileSync(laptop.path))).toBe(true)
  writeFileSync(join(folder, 'rest.duiding'), whole)
  expect((await duiding(folder, 'codes', 'rest.duiding')).out).toContain('Net gemaakt')
})

test('[8.7] a file put back to an earlier state numbers nothing twice: what was written after it comes back by merging', async () => {
  const { folder, kantoor, laptop } = await twoCopies()
  const earlier = readFileSync(kantoor.path)
  const open = (copy: Copy): Copy => ({ ...copy, store: openStore(copy.path) })
  const [first, other] = [open(kantoor), open(laptop)]
  const anna = first.store.get<{ id: Buffer }>('SELECT id FROM coder ORDER BY num')!.id.toString('base64url')
  await callIn(first, anna, 'code.create', { id: newId(), name: 'Na de kopie' })
  await bring(first, other)
  first.store.close()
  writeFileSync(kantoor.path, earlier)
  const back = open(kantoor)
  await callIn(back, anna, 'code.create', { id: newId(), name: 'Na het terugzetten' })
  expect((await bring(other, back)).waiting).toEqual([])
  expect((await bring(back, other)).waiting).toEqual([])
  const names = (await callIn(back, anna, 'code.list', {})).map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['Na de kopie', 'Na het terugzetten']))
  expect([...opsAfter(back.store, new Map())].length).toBe([...opsAfter(other.store, new Map())].length)
  for (const { store } of [back, other]) store.close()
  expect(digest(join(folder, 'kantoor.duiding'))).toBe(digest(join(folder, 'laptop.duiding')))
})
