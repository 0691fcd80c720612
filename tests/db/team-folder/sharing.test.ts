// Two mirrors and one shared folder: what goes wrong with it, and that nothing is lost, doubled or said too early.
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { newId, type Id } from '../../../shared/domain/ids.ts'
import { openStore } from '../../../db/open.ts'
import { applyOps } from '../../../db/replication/apply-ops.ts'
import { contentOf } from '../../../db/replication/rebuild.ts'
import { heardOf, opsAfter } from '../../../db/replication/wire.ts'
import { viewDigest } from '../../../db/replication/view.ts'
import { consolidate } from '../../../db/team-folder/base.ts'
import { realDisk, type Disk } from '../../../db/team-folder/disk.ts'
import { findMirror } from '../../../db/team-folder/mirror.ts'
import { opFileName } from '../../../db/team-folder/names.ts'
import { openOps } from '../../../db/team-folder/op-file.ts'
import { sharedPlace } from '../../../db/team-folder/shared-place.ts'
import { keepSharing, shareOnce, type Sharing } from '../../../db/team-folder/sharing.ts'
import { takeTeam, type Team } from '../../../db/team-folder/team.ts'
import { callIn, importStories, makeTemplate } from '../../support/random-copies.ts'

let [root, template, here, shared]: string[] = []
let teams: Team[] = []
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'duiding-team-'))
  template = await makeTemplate(root)
})
afterAll(() => rmSync(root!, { recursive: true, force: true }))
beforeEach(() => {
  here = mkdtempSync(join(root!, 'case-'))
  shared = join(here, 'share', 'proef.duiding')
  mkdirSync(join(here, 'share'))
  copyFileSync(template!, shared)
})
afterEach(() => {
  for (const team of teams) {
    team.close()
    team.store.close()
  }
  teams = []
})

function open(who: string, disk: Disk = realDisk): Team {
  const mirror = findMirror(shared!, join(here!, who))
  const team = takeTeam(openStore(mirror.path), join(here!, who), mirror.home, shared!, disk)!
  teams.push(team)
  return team
}
const coderOf = ({ store }: Team): Id => store.get<{ id: Buffer }>('SELECT id FROM coder ORDER BY num')!.id.toString('base64url')
const addCode = (team: Team, name: string): Promise<unknown> => callIn({ store: team.store, path: team.store.path, profile: team.profile }, coderOf(team), 'code.create', { id: newId(), name })
const names = ({ store }: Team): string[] => store.all<{ name: string }>('SELECT name FROM code WHERE removed = 0 ORDER BY name').map(({ name }) => name)
const BOTH = ['Klik', 'Regie', 'Tijd']
const fails = (code: string): never => { throw Object.assign(new Error(code), { code }) }

test('[T2] a crash between writing and renaming: the file is shown after it, once, with the bytes it was sealed with', async () => {
  let broken = true
  const anna = open('anna', { ...realDisk, put: (path, bytes) => (broken && path.endsWith('.ops') ? (writeFileSync(`${path}.tmp`, bytes.subarray(0, 90)), fails('EIO')) : realDisk.put(path, bytes)) })
  const bram = open('bram')
  await addCode(anna, 'Buurt')
  mkdirSync(join(anna.folder, anna.record.writer), { recursive: true })
  expect(await shareOnce(anna, false)).toMatchObject({ unshared: 1, publishing: 'failing' })
  const sealed = readFileSync(join(anna.home, 'outbox', anna.record.writer, opFileName(1)))
  await addCode(anna, 'School')
  expect((await shareOnce(bram, true)).came).toBe(0)
  broken = false
  expect(await shareOnce(anna, false)).toMatchObject({ unshared: 0, publishing: null })
  const file = (number: number): Buffer => readFileSync(join(anna.folder, anna.record.writer, opFileName(number)))
  expect(file(1)).toEqual(sealed)
  expect([openOps(file(1))!.lines.length, openOps(file(2))!.lines.length]).toEqual([1, 1])
  expect((await shareOnce(bram, false)).came).toBe(2)
  expect(names(bram)).toEqual([...BOTH, 'Buurt', 'School'].toSorted())
  expect(viewDigest(bram.store)).toBe(viewDigest(anna.store))
  expect((await shareOnce(bram, true)).unshared).toBe(0) // what came from a colleague is not published again
})

test('[T1] a team folder that a synchroniser gave another name, because two began to share at once, is read all the same', async () => {
  const [anna, bram] = [open('anna'), open('bram')]
  await addCode(anna, 'Buurt')
  await importStories({ store: anna.store, path: anna.store.path, profile: anna.profile }, coderOf(anna), 4, 1, 1)
  await shareOnce(anna, true)
  renameSync(anna.folder, `${anna.folder} (1)`) // as it looks on Bram's computer
  await addCode(bram, 'School')
  expect((await shareOnce(bram, true)).came).toBe(2)
  expect(names(bram)).toEqual([...BOTH, 'Buurt', 'School'].toSorted())
  renameSync(bram.folder, `${bram.folder} (2)`)
  renameSync(`${anna.folder} (1)`, anna.folder) // and on Anna's
  expect((await shareOnce(anna, true)).came).toBe(1)
  expect(viewDigest(bram.store)).toBe(viewDigest(anna.store))
})

test('[T3] a damaged and a missing file hold up their writer alone, and it is said which; they are put back by their writer', async () => {
  const [anna, bram, chantal] = [open('anna'), open('bram'), open('chantal')] as const
  for (const name of ['Een', 'Twee', 'Drie']) {
    await addCode(anna, name)
    await shareOnce(anna, false)
  }
  await addCode(bram, 'Vier')
  await shareOnce(bram, false)
  const second = join(anna.folder, anna.record.writer, opFileName(2))
  const whole = readFileSync(second)
  writeFileSync(second, whole.subarray(0, whole.length - 5))
  const first = await shareOnce(chantal, true)
  expect([first.files, names(chantal)]).toEqual([[{ writer: anna.record.writer, number: 2, why: 'damaged' }], [...BOTH, 'Een', 'Vier'].toSorted()])
  rmSync(second)
  expect((await shareOnce(chantal, true)).files).toEqual([{ writer: anna.record.writer, number: 2, why: 'missing' }])
  await shareOnce(anna, true)
  expect(readFileSync(second)).toEqual(whole)
  expect((await shareOnce(chantal, true)).files).toEqual([])
  expect(names(chantal)).toEqual([...BOTH, 'Een', 'Twee', 'Drie', 'Vier'].toSorted())
})

test('[T3] a file that nobody here may read holds up its writer alone, and so do words that lie where they cannot be read', async () => {
  const locked = new Set<string>()
  const [anna, bram, chantal] = [open('anna'), open('bram'), open('chantal', { ...realDisk, read: (path) => (locked.has(path) ? fails('EACCES') : realDisk.read(path)) })] as const
  await addCode(anna, 'Een')
  await shareOnce(anna, false)
  await importStories({ store: bram.store, path: bram.store.path, profile: bram.profile }, coderOf(bram), 9, 2, 1)
  await shareOnce(bram, false)
  const first = join(anna.folder, anna.record.writer, opFileName(1))
  const content = join(bram.folder, bram.record.writer, 'content')
  const words = join(content, readdirSync(content)[0]!)
  locked.add(first).add(words)
  const looked = await shareOnce(chantal, true)
  expect([looked.receiving, looked.files, looked.waiting.map(({ why }) => why)]).toEqual([null, [{ writer: anna.record.writer, number: 1, why: 'damaged' }], ['content']])
  await addCode(chantal, 'Twee')
  expect(await shareOnce(chantal, false)).toMatchObject({ unshared: 0, publishing: null })
  mkdirSync(join(anna.folder, anna.record.writer, opFileName(2))) // a folder of that name
  expect((await shareOnce(bram, true)).files).toEqual([{ writer: anna.record.writer, number: 2, why: 'damaged' }])
  expect(names(bram)).toContain('Twee')
  locked.delete(words)
  await shareOnce(chantal, true)
  expect(chantal.store.get<{ n: number }>(`SELECT count(*) AS n FROM story WHERE state = 'live'`)).toEqual(bram.store.get(`SELECT count(*) AS n FROM story WHERE state = 'live'`))
})

test('[T3] a file whose ops can not come in yet is read again, and only behind it its writer goes on', async () => {
  const [anna, bram] = [open('anna'), open('bram')] as const
  await importStories({ store: anna.store, path: anna.store.path, profile: anna.profile }, coderOf(anna), 9, 2, 1)
  await shareOnce(anna, false)
  await addCode(anna, 'Buurt')
  await shareOnce(anna, false)
  const content = join(anna.folder, anna.record.writer, 'content')
  renameSync(content, join(here!, 'later')) // the words are still on their way
  for (const thorough of [false, true]) {
    const { came, waiting } = await shareOnce(bram, thorough)
    expect([came, waiting.map(({ why }) => why), bram.record.next[anna.record.writer] ?? 1, names(bram)]).toEqual([0, ['content'], 1, BOTH])
  }
  renameSync(join(here!, 'later'), content)
  await shareOnce(bram, false)
  expect(bram.record.next[anna.record.writer]).toBe(3)
  expect(viewDigest(bram.store)).toBe(viewDigest(anna.store))
})

test('[T4] folder away, read only, full: work goes on, counts as not shared, and is shared when the folder is back', async () => {
  let refuses: string | null = null
  const anna = open('anna', { ...realDisk, put: (path, bytes) => (refuses ? fails(refuses) : realDisk.put(path, bytes)) })
  renameSync(join(here!, 'share'), join(here!, 'away'))
  mkdirSync(join(here!, 'share')) // an empty mount point
  await addCode(anna, 'Buurt')
  const seen: unknown[] = []
  const look = async (): Promise<void> => {
    const { unshared, publishing, receiving } = await shareOnce(anna, true)
    seen.push([unshared, receiving, publishing])
  }
  await look()
  expect(readdirSync(join(here!, 'share'))).toEqual([])
  rmSync(join(here!, 'share'), { recursive: true })
  renameSync(join(here!, 'away'), join(here!, 'share'))
  for (refuses of ['EROFS', 'ENOSPC']) await look()
  refuses = null
  await look()
  expect(seen).toEqual([[1, 'unreachable', 'unreachable'], [1, null, 'read_only'], [1, null, 'full'], [0, null, null]])
  const bram = open('bram')
  await shareOnce(bram, false)
  expect(names(bram)).toContain('Buurt')
})

test('[T5] the shared file is replaced by one that has everything; when it is gone it is made again', async () => {
  const [anna, bram] = [open('anna'), open('bram')] as const
  await addCode(anna, 'Buurt')
  await shareOnce(anna, true)
  await addCode(bram, 'School')
  expect(await consolidate(bram)).toBe('done') // without having heard of Anna's code
  await shareOnce(bram, true)
  expect(await consolidate(anna)).toBe('done')
  const inFile = (): unknown => {
    const copy = join(here!, 'look.duiding')
    copyFileSync(shared!, copy)
    const store = openStore(copy)
    const heard = [...heardOf(store)]
    store.close()
    return heard
  }
  expect(inFile()).toEqual([...heardOf(anna.store)])
  rmSync(shared!)
  await shareOnce(bram, true)
  expect(existsSync(shared!)).toBe(true)
  expect(inFile()).toEqual([...heardOf(bram.store)])
  const late = open('chantal')
  await shareOnce(late, true)
  expect([viewDigest(late.store), viewDigest(bram.store)]).toEqual([viewDigest(anna.store), viewDigest(anna.store)])
})

test('[T11] a new mirror reads a handful of the many files that the shared file already holds, and misses nothing', async () => {
  const anna = open('anna')
  for (let at = 0; at < 16; at++) {
    await addCode(anna, `Code ${at}`)
    await shareOnce(anna, false)
  }
  expect(await consolidate(anna)).toBe('done')
  for (const name of ['Later', 'Laatst']) {
    await addCode(anna, name)
    await shareOnce(anna, false)
  }
  const read: string[] = []
  const chantal = open('chantal', { ...realDisk, read: (path) => { if (path.endsWith('.ops')) read.push(path); return realDisk.read(path) } })
  expect((await shareOnce(chantal, true)).came).toBe(2)
  expect(read.length).toBeLessThan(10) // of 18
  expect(viewDigest(chantal.store)).toBe(viewDigest(anna.store))
  // And one whose shared file is older than a file in the middle: everything after it is read.
  await addCode(anna, 'Na haar')
  await shareOnce(anna, false)
  expect((await shareOnce(chantal, false)).came).toBe(1)
})

test('[T10] a shared file with holes in its middle, as a synchroniser can leave it, is told; nothing of it is taken, and all else goes on', async () => {
  const [anna, bram] = [open('anna'), open('bram')] as const
  // A copy from home was put in its place, with work that is in no file of the folder.
  const home = join(here!, 'thuis.duiding')
  copyFileSync(template!, home)
  const laptop = openStore(home)
  for (let at = 0; at < 60; at++) await callIn({ store: laptop, path: home, profile: join(here!, 'laptop') }, coderOf(anna), 'code.create', { id: newId(), name: `Code ${at}` })
  const page = laptop.get<{ page: number }>(`SELECT pageno AS page FROM dbstat WHERE name = 'op' AND pagetype = 'leaf' ORDER BY path LIMIT 1 OFFSET 2`)!.page
  laptop.close()
  const whole = readFileSync(home)
  writeFileSync(shared!, Buffer.from(whole).fill(0, (page - 1) * 4096, page * 4096)) // as long as it was
  await addCode(anna, 'Buurt')
  const { around, came, unshared, publishing } = await shareOnce(anna, true)
  expect([around!.base, came, unshared, publishing, names(anna)]).toEqual(['unreadable', 0, 0, null, [...BOTH, 'Buurt'].toSorted()])
  expect(await consolidate(anna)).toBe('unreadable') // it may still be on its way: nobody writes over it
  expect((await shareOnce(bram, false)).came).toBe(1)
  writeFileSync(shared!, whole)
  expect((await shareOnce(bram, true)).around!.base).toBe('read')
  expect(names(bram)).toHaveLength(64)
})

test('[T1] many files are asked for several at once, in the order of their numbers all the same; a look at which nothing is new asks for one of each writer', async () => {
  const anna = open('anna')
  for (let at = 0; at < 40; at++) {
    await addCode(anna, `Code ${at}`)
    await shareOnce(anna, false)
  }
  const waits: (() => void)[] = []
  let [asked, most] = [0, 0]
  /** The last one asked for answers first. */
  const slow: Disk = { ...realDisk, read: async (path) => {
    asked += path.endsWith('.ops') ? 1 : 0
    await new Promise<void>((resolve) => { most = Math.max(most, waits.push(resolve)); setTimeout(() => waits.pop()?.(), 2) })
    return realDisk.read(path)
  } }
  const bram = open('bram', slow)
  bram.record.next = { [anna.record.writer]: 1 } // no halving: all of them are read
  expect(await shareOnce(bram, false)).toMatchObject({ came: 40, files: [], waiting: [] })
  expect(viewDigest(bram.store)).toBe(viewDigest(anna.store))
  expect(most).toBeGreaterThan(8)
  asked = 0
  await shareOnce(bram, false)
  expect(asked).toBe(1)
})

test('[T10] another file of the project beside the shared one, and a clock that runs ahead, are found; what came in is no news any more', async () => {
  const anna = open('anna')
  const ahead = Date.now() + 5 * 3_600_000
  const copy = join(here!, 'share', 'proef (conflicted copy of Noor).duiding')
  copyFileSync(template!, copy)
  copyFileSync(template!, join(here!, 'share', 'proef (22-11-2026 14.05).duiding')) // one of ours, to look into
  writeFileSync(join(here!, 'share', 'proef-half.duiding'), 'half')
  const noor = openStore(copy)
  const now = vi.spyOn(Date, 'now').mockReturnValue(ahead)
  await callIn({ store: noor, path: copy, profile: join(here!, 'noor') }, coderOf(anna), 'code.create', { id: newId(), name: 'Noor' })
  noor.db.pragma('wal_checkpoint(TRUNCATE)')
  now.mockRestore()
  const around = async () => (await shareOnce(anna, true)).around
  expect(await around()).toEqual({ base: 'read', copies: [{ name: 'proef (conflicted copy of Noor).duiding', changes: 1 }], skew: null })
  await applyOps({ store: anna.store, profile: anna.profile, ops: (heard) => opsAfter(noor, heard), content: contentOf(noor) })
  noor.close()
  const { skew, copies } = (await around())!
  expect(copies).toEqual([])
  expect(skew).toEqual({ coder: coderOf(anna), ahead: expect.closeTo(5 * 3_600_000, -5) as number })
})

test('[T4] a folder that was renamed takes its mirror along; one that is only away does not', async () => {
  const anna = open('anna')
  await addCode(anna, 'Buurt') // not shared yet
  const [old, elsewhere, renamed] = [shared!, join(here!, 'kopie', 'proef.duiding'), join(here!, 'samen', 'proef.duiding')]
  anna.close()
  mkdirSync(join(here!, 'kopie'))
  copyFileSync(template!, elsewhere)
  renameSync(join(here!, 'share'), join(here!, 'samen'))
  mkdirSync(join(here!, 'share')) // what an unconnected share leaves
  expect([sharedPlace(old, join(here!, 'anna')), sharedPlace(elsewhere, join(here!, 'anna'))]).toEqual([{ kind: 'chosen' }, null]) // it opens all the same
  expect(findMirror(elsewhere, join(here!, 'anna'))).toMatchObject({ isNew: true })
  rmSync(join(here!, 'share'), { recursive: true })
  expect(findMirror(renamed, join(here!, 'anna'))).toEqual({ path: anna.store.path, home: anna.home, isNew: false })
  expect([findMirror(renamed, join(here!, 'anna')).path, existsSync(old)]).toEqual([anna.store.path, false])
})

test('[T7] of two processes one shares; a mirror put back to an earlier day hears everything again and doubles nothing', async () => {
  const [anna, bram] = [open('anna'), open('bram')] as const
  expect(takeTeam(anna.store, anna.profile, anna.home, shared!)).toBe(null)
  const earlier = join(here!, 'earlier.duiding')
  anna.store.db.prepare('VACUUM INTO ?').run(earlier)
  await addCode(anna, 'Buurt')
  await addCode(bram, 'School')
  for (const team of [anna, bram, anna]) await shareOnce(team, true)
  const view = viewDigest(anna.store)
  anna.close()
  anna.store.close()
  for (const end of ['-wal', '-shm']) rmSync(anna.store.path + end, { force: true })
  renameSync(earlier, anna.store.path)
  teams = [bram]
  const again = open('anna')
  expect(names(again)).toEqual(BOTH)
  await shareOnce(again, true)
  expect(viewDigest(again.store)).toBe(view)
  await addCode(again, 'Sport')
  await shareOnce(again, true)
  await shareOnce(bram, true)
  expect(viewDigest(bram.store)).toBe(viewDigest(again.store))
  expect(names(bram)).toEqual([...BOTH, 'Buurt', 'School', 'Sport'].toSorted())
})

test('[T7] a profile that was copied writes under a name of its own as soon as the two meet', async () => {
  const anna = open('anna')
  await shareOnce(anna, true)
  anna.store.db.pragma('wal_checkpoint(TRUNCATE)')
  cpSync(join(here!, 'anna'), join(here!, 'twin'), { recursive: true })
  const twin = open('twin')
  expect(twin.record.writer).toBe(anna.record.writer)
  await addCode(anna, 'Buurt')
  await addCode(twin, 'School')
  for (const team of [anna, twin, anna, twin]) await shareOnce(team, true)
  expect(twin.record.writer).not.toBe(anna.record.writer)
  expect([names(anna), names(twin)]).toEqual([[...BOTH, 'Buurt', 'School'].toSorted(), [...BOTH, 'Buurt', 'School'].toSorted()])
  expect(viewDigest(twin.store)).toBe(viewDigest(anna.store))
})

test('[T1] a code made here is with a colleague within two looks', async () => {
  const [anna, bram] = [open('anna'), open('bram')] as const
  const poll = 400
  const heard: Sharing[] = []
  const running = [anna, bram].map((team) => keepSharing(team, (sharing) => { if (team === bram && sharing.came > 0) heard.push(sharing) }, (error) => { throw error }, { poll, thorough: 8 }))
  await new Promise((resolve) => setTimeout(resolve, 2 * poll))
  await addCode(anna, 'Buurt')
  const since = performance.now()
  running[0]!.touch()
  while (heard.length === 0 && performance.now() - since < 10 * poll) await new Promise((resolve) => setTimeout(resolve, 10))
  const took = performance.now() - since
  for (const { stop } of running) await stop()
  for (const { store } of teams) store.close()
  expect(heard.length).toBe(1)
  expect(took).toBeLessThan(2 * poll + 400) // and a slow disk under a full test run
})
