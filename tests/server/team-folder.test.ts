// Projects in a team folder through real hosts, each with a profile of its own: what one saves, the others see; the shared file is never a store.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { checkStore } from '../../db/check.ts'
import { createStore, openStore } from '../../db/open.ts'
import { viewDigest } from '../../db/replication/view.ts'
import { listMirrors } from '../../db/team-folder/mirror.ts'
import { startHost, type Host } from '../../server/start.ts'
import type { TeamState } from '../../shared/contract/team.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { enter, type Entered } from '../support/enter.ts'
import { temporaryFolder } from '../support/workbench.ts'

const POLL = 250
type Person = Entered & { host: Host; coder: Id; profile: string; /** How the sharing stands, as the feed told last. */ state(): TeamState | null; opsHeard(kind: string): Id[] }

/** A project at `share/proef.duiding`, and its team folder beside it. */
function shared(): { folder: string; path: string } {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'share'))
  const path = join(folder, 'share', 'proef.duiding')
  createStore(path, { title: 'Proef' }).close()
  mkdirSync(`${path}-team`)
  return { folder, path }
}

async function person(folder: string, path: string, name: string): Promise<Person> {
  const profile = join(folder, name)
  const host = await startHost({ dataFolder: profile, rendererFolder: folder, team: { pace: { poll: POLL, thorough: 3 }, patience: 2 * POLL } })
  onTestFinished(() => host.close())
  const window = await enter(host.url)
  await window.desk('desk.open', { path })
  const known = (await window.call('coder.list', {})).find((coder) => coder.name === name)
  const coder = known?.id ?? newId()
  if (!known) await window.call('coder.join', { id: coder, name })
  await window.desk('desk.enter', { coder })
  const heard = await window.listen()
  return {
    ...window, host, coder, profile, state: () => heard.findLast((message) => message.is === 'team')?.team ?? null,
    opsHeard: (kind) => heard.flatMap((message) => (message.is === 'ops' ? message.ops : [])).filter((op) => op.kind === kind).map(({ id }) => id)
  }
}

const addCode = async (by: Person, name: string): Promise<Id> => {
  const id = newId()
  await by.call('code.create', { id, name })
  return id
}
const mirrorOf = (by: Person): string => listMirrors(by.profile)[0]!.path
const isShared = async (...people: Person[]): Promise<void> => { for (const by of people) await expect.poll(() => by.state()?.unshared, { timeout: 8000, interval: 20 }).toBe(0) }

test('[T8] two people on one team folder see each other within two looks, as any other writer’s work; nobody opens the shared file', async () => {
  const { folder, path } = shared()
  const [anna, bram] = [await person(folder, path, 'Anna'), await person(folder, path, 'Bram')]
  expect((await anna.desk('desk.read', {})).opened).toMatchObject({ path, place: { kind: 'chosen' } })
  await isShared(anna, bram)
  const [klik, regie] = [await addCode(anna, 'Klik'), await addCode(bram, 'Regie')]
  const since = performance.now()
  await expect.poll(() => [bram.opsHeard('code.created').includes(klik), anna.opsHeard('code.created').includes(regie)], { timeout: 8000, interval: 10 }).toEqual([true, true])
  expect(performance.now() - since).toBeLessThan(2 * POLL + 1500) // and what a machine under a full test run takes
  await isShared(anna, bram)
  const names = async (by: Person) => (await by.call('code.list', {})).map(({ name }) => name).toSorted()
  expect([await names(anna), await names(bram)]).toEqual([['Klik', 'Regie'], ['Klik', 'Regie']])
  expect(readdirSync(join(folder, 'share')).toSorted()).toEqual(['proef.duiding', 'proef.duiding-team'])
  await anna.host.close()
  await bram.host.close() // the last one to leave leaves a shared file that has everything
  const file = openStore(path, { readonly: true })
  const mirrors = [anna, bram].map((by) => openStore(mirrorOf(by)))
  expect(mirrors.map(viewDigest)).toEqual([viewDigest(file), viewDigest(file)])
  expect(mirrors.map((store) => checkStore(store))).toEqual([[], []])
  for (const store of [file, ...mirrors]) store.close()
}, 60_000)

test('[T8] two programs of one person share one mirror: one publishes, both know that it is shared, and the other takes over', async () => {
  const { folder, path } = shared()
  const anna = await person(folder, path, 'Anna')
  await isShared(anna)
  const again = await person(folder, path, 'Anna')
  expect(listMirrors(anna.profile).length).toBe(1)
  await expect.poll(() => again.state()?.byOther, { timeout: 8000 }).toBe(true)
  const klik = await addCode(again, 'Klik')
  await expect.poll(() => anna.opsHeard('code.created'), { timeout: 8000 }).toEqual([klik])
  await isShared(anna, again)
  await anna.host.close()
  await expect.poll(() => again.state()?.byOther, { timeout: 8000 }).toBe(false)
  await addCode(again, 'Regie')
  await isShared(again)
  expect(readdirSync(`${path}-team`).filter((name) => !name.endsWith('.json')).length).toBe(1)
}, 60_000)

test('[T9] a project on the own disk is shared through a team folder by hand, once nobody else has it open', async () => {
  const { folder, path } = shared()
  rmSync(`${path}-team`, { recursive: true })
  const anna = await person(folder, path, 'Anna')
  const other = openStore(path)
  expect(await anna.send('team.choose', {})).toMatchObject({ ok: false, failure: { kind: 'conflict', message: 'team.in_use' } })
  expect((await anna.desk('desk.read', {})).opened).toMatchObject({ path, place: null, coder: anna.coder })
  other.close()
  expect(await anna.desk('team.choose', {})).toMatchObject({ path, place: { kind: 'chosen' }, coder: anna.coder })
  await addCode(anna, 'Klik')
  expect(await anna.desk('team.read', {})).toMatchObject({ place: { kind: 'chosen' }, path, folder: `${path}-team`, canChoose: false })
  await expect.poll(() => readdirSync(`${path}-team`, { recursive: true }).filter((name) => String(name).endsWith('.ops')).length, { timeout: 8000 }).toBe(1)
  expect([existsSync(`${path}-wal`), listMirrors(anna.profile).map((mirror) => mirror.shared)]).toEqual([false, [path]])
}, 60_000)

test('[T10] the folder is away, the shared file broken, a file stays away: each is told, and work goes on', async () => {
  const { folder, path } = shared()
  const anna = await person(folder, path, 'Anna')
  await isShared(anna)
  renameSync(join(folder, 'share'), join(folder, 'elders'))
  await expect.poll(() => [anna.state()!.receiving, anna.state()!.publishing], { timeout: 8000 }).toEqual(['unreachable', 'unreachable'])
  await addCode(anna, 'Regie')
  await expect.poll(() => anna.state()!.unshared, { timeout: 8000 }).toBe(1)
  renameSync(join(folder, 'elders'), join(folder, 'share'))
  await isShared(anna)
  expect([anna.state()!.receiving, anna.state()!.publishing]).toEqual([null, null])

  writeFileSync(path, 'geen project')
  const writer = newId()
  mkdirSync(join(`${path}-team`, writer))
  writeFileSync(join(`${path}-team`, writer, '00000009.ops'), 'half')
  await expect.poll(() => [anna.state()!.base, anna.state()!.late.map((file) => [file.writer, file.number, file.why])], { timeout: 8000 }).toEqual(['unreadable', [[writer, 1, 'missing']]])
  const { aside } = await anna.desk('team.replaceBroken', {})
  expect(existsSync(aside)).toBe(true)
  await expect.poll(() => anna.state()!.base, { timeout: 8000 }).toBe('known')
  const store = openStore(path, { readonly: true })
  expect(checkStore(store)).toEqual([])
  store.close()
}, 60_000)
