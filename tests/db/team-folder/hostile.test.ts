// Four mirrors that see each other only through folders that a hostile synchroniser keeps more or less equal, on disks that forget for a while
// what is there.
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { checkStore } from '../../../db/check.ts'
import { canonicalView } from '../../../db/replication/view.ts'
import { openStore } from '../../../db/open.ts'
import { realDisk, type Disk } from '../../../db/team-folder/disk.ts'
import { findMirror } from '../../../db/team-folder/mirror.ts'
import { shareOnce } from '../../../db/team-folder/sharing.ts'
import { takeTeam, type Team } from '../../../db/team-folder/team.ts'
import { hostileSync, seeded, type Happened } from '../../support/hostile-sync.ts'
import { live, makeTemplate, trials, type World } from '../../support/random-copies.ts'

const REPLICAS = 4
let folder: string
let template: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duiding-hostile-'))
  template = await makeTemplate(folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterEach(() => vi.restoreAllMocks())

const history = fc.record({
  seed: fc.nat(2 ** 31 - 1), skew: fc.array(fc.integer({ min: -24, max: 24 }), { minLength: REPLICAS, maxLength: REPLICAS }),
  // No bringing of one copy to another (190 and up): here ops travel through the folders alone.
  acts: fc.array(fc.record({ copy: fc.nat(REPLICAS - 1), coder: fc.nat(2), what: fc.nat(191), picks: fc.array(fc.nat(997), { minLength: 5, maxLength: 5 }) }), { minLength: 30, maxLength: 60, size: 'max' })
})

/** A share as its client remembers it: for a while of a file that it is not there, or a folder without its newest. */
function forgetful(random: () => number, happened: Happened & { unseen: number }): { disk: Disk; is: { forgetful: boolean } } {
  const is = { forgetful: true }
  const forgets = (): boolean => is.forgetful && random() < 0.1 && ++happened.unseen > 0
  const disk: Disk = {
    ...realDisk, read: async (path) => (forgets() ? null : realDisk.read(path)), mark: async (path) => (forgets() ? null : realDisk.mark(path)),
    list: async (path) => (await realDisk.list(path)).filter(() => !forgets())
  }
  return { disk, is }
}

function mirrors(here: string, disk: Disk): { teams: Team[]; folders: string[]; world: World; close(): void } {
  const folders = Array.from({ length: REPLICAS }, (_, at) => join(here, `synced-${at}`))
  const teams = folders.map((synced, at) => {
    mkdirSync(synced)
    const shared = join(synced, 'proef.duiding')
    copyFileSync(template, shared)
    const profile = join(here, `profile-${at}`)
    const mirror = findMirror(shared, profile)
    const store = openStore(mirror.path)
    store.db.pragma('synchronous = OFF')
    return takeTeam(store, profile, mirror.home, shared, disk)!
  })
  const copies = teams.map(({ store, profile }) => ({ store, path: store.path, profile }))
  const coders = copies[0]!.store.all<{ id: Buffer }>('SELECT id FROM coder ORDER BY num').map(({ id }) => id.toString('base64url'))
  return {
    teams, folders,
    world: { copies, coders, clock: { now: Date.UTC(2026, 10, 22), skew: [] }, duplicate: () => { throw new Error('not here') }, close: () => undefined },
    close() {
      for (const team of teams) {
        team.close()
        team.store.close()
      }
    }
  }
}

test('[T1] [8.11] four mirrors through a hostile synchroniser hold the same in the end, byte for byte', async () => {
  const happened = { late: 0, twice: 0, partly: 0, conflicted: 0, deleted: 0, unseen: 0 }
  await fc.assert(fc.asyncProperty(history, async ({ seed, skew, acts }) => {
    const here = mkdtempSync(join(folder, 'trial-'))
    const random = seeded(seed)
    const { disk, is } = forgetful(random, happened)
    const { teams, folders, world, close } = mirrors(here, disk)
    world.clock.skew = skew
    const sync = hostileSync(folders, random)
    try {
      for (let at = 0; at < acts.length; at += 3) {
        await live(world, acts.slice(at, at + 3), (now) => void vi.spyOn(Date, 'now').mockReturnValue(now))
        sync.step()
        for (const team of teams) if (random() < 0.5) await shareOnce(team, random() < 0.4)
      }
      is.forgetful = false
      const rounds = await untilQuiet(teams, sync)
      expect(rounds).toBeLessThan(40)
      const views = teams.map(({ store }) => [...canonicalView(store)])
      for (const view of views) expect(view).toEqual(views[0])
      for (const { store } of teams) expect(checkStore(store)).toEqual([])
      expectNoWithdrawnWords(teams[0]!, folders)
      expect(await seenByLatecomer(here, folders[0]!)).toEqual(views[0])
    } finally {
      vi.restoreAllMocks()
      close()
      rmSync(here, { recursive: true, force: true })
      for (const what of Object.keys(sync.happened) as (keyof Happened)[]) happened[what] += sync.happened[what]
    }
  }), trials(3))
  // The synchroniser was hostile in every way. That something of ours was taken away, which it then carried on, does not come in every three trials.
  for (const [way, times] of Object.entries(happened)) if (way !== 'deleted' || process.env.DUIDING_TRIALS) expect({ way, times }).not.toEqual({ way, times: 0 })
}, 120_000 + (Number(process.env.DUIDING_TRIALS ?? 0)) * 5000)

/** Everything arrives, and everybody looks, until nobody has anything to say or to hear; gives how many rounds that took. */
async function untilQuiet(teams: readonly Team[], sync: ReturnType<typeof hostileSync>): Promise<number> {
  for (let round = 1; ; round++) {
    sync.settle()
    const all = []
    for (const team of teams) all.push(await shareOnce(team, true))
    if (round >= 40 || (round > 2 && all.every(({ came, unshared, files, waiting }) => came === 0 && unshared === 0 && files.length === 0 && waiting.length === 0))) return round
  }
}

/** Who opens the project only now, from the shared file as somebody consolidated it and the files that it lacks. */
async function seenByLatecomer(here: string, synced: string): Promise<string[]> {
  const [shared, profile] = [join(synced, 'proef.duiding'), join(here, 'profile-late')]
  const mirror = findMirror(shared, profile)
  const store = openStore(mirror.path)
  store.db.pragma('synchronous = OFF')
  const team = takeTeam(store, profile, mirror.home, shared)!
  try {
    await shareOnce(team, true)
    return [...canonicalView(store)]
  } finally {
    team.close()
    store.close()
  }
}

/** The words of a withdrawn story are in no content file any more, in nobody's folder. */
function expectNoWithdrawnWords({ store }: Team, folders: readonly string[]): void {
  const withdrawn = new Set(store.all<{ id: Buffer }>(`SELECT id FROM story WHERE state = 'withdrawn'`).map(({ id }) => id.toString('base64url')))
  const texts = folders.flatMap((synced) => readdirSync(synced, { recursive: true }).map(String).filter((path) => /\.import$/.test(path)).map((path) => readFileSync(join(synced, path), 'utf8')))
    .flatMap((body) => (JSON.parse(body) as { texts: { story: string; body: string | null }[] }).texts)
  expect(texts.filter(({ story, body }) => withdrawn.has(story) && body !== null)).toEqual([])
}
