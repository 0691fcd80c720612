// The projects a host has open, each once however many windows look at it; closed when the last window has left.
import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { openStore } from '../db/open.ts'
import { openOrView } from '../db/viewer.ts'
import { takeSnapshot } from '../db/snapshots.ts'
import { harmlessly } from '../db/tidy.ts'
import { listWithdrawn } from '../db/withdrawal.ts'
import type { Store } from '../db/store.ts'
import { giveBackFor } from './give-back.ts'
import { createHub, type Hub } from './hub.ts'
import { keepMoved } from './moved-file.ts'
import { createKeeper, type Keeper } from './jobs/keeper.ts'
import { createReader, type Reader } from './jobs/reader.ts'
import { createSearcher, type Searcher } from './jobs/searcher.ts'
import { linkTeam, USUAL, type TeamLink, type TeamOptions, type TeamPlace } from './team/team-link.ts'

export type Project = {
  path: string
  /** Where people know it: its path, or that of the shared file it mirrors. */
  place: string
  store: Store; hub: Hub; reader: Reader; keeper: Keeper; searcher: Searcher
  /** Shares the mirror; null: the file itself is the store. */
  team: TeamLink | null
  /** Opened to colleagues on the network. */
  isHosted?: boolean
}
export type Projects = {
  /** `team`: it is the mirror of what is shared there. */
  open(path: string, team?: TeamPlace): Project
  /** Is the file at this path open here already? */
  has(path: string): boolean
  /** Takes over a store that was just made. */
  adopt(store: Store): Project
  release(project: Project): Promise<void>
  /** What was open at this path before another file took its place. */
  replacedAt(path: string): Project[]
  /** Resolves when that is closed: two files must never share one log. Its windows have left. */
  shutReplaced(path: string): Promise<void>
  /** Closes what is open at this path, whoever looks at it. */
  shutAt(path: string): Promise<void>
  close(): Promise<void>
}

export function createProjects(profile: string, teamOptions: TeamOptions = USUAL): Projects {
  type Entry = { project: Project; windows: number }
  const open = new Set<Entry>()
  // One whose file was replaced can be read by its windows until somebody opens the path; then it is shut (shutReplaced).
  const standing = (path: string): Entry | undefined => [...open].find(({ project }) => project.path === path && !project.store.isMoved())
  const replaced = (path: string): Entry[] => {
    const real = existing(path)
    return [...open].filter(({ project }) => project.path === real && project.store.isMoved())
  }
  const take = (path: string, make: () => Store, team?: TeamPlace): Project => {
    const known = standing(path)
    if (known) {
      known.windows++
      return known.project
    }
    const store = make()
    giveBackFor(store)
    const hub = createHub(store, () => keepMoved(store, profile))
    const place = team?.shared ?? path
    const withdrawn = listWithdrawn(store).length
    const project: Project = {
      path, place, store, hub, reader: createReader({ path: store.path, project: place, profile }), keeper: createKeeper(path, profile, { byItself: !store.readonly, hasWithdrawn: withdrawn > 0 }),
      searcher: createSearcher(store, hub, { project: place, profile }),
      team: team ? linkTeam(team, path, profile, hub, teamOptions) : null
    }
    open.add({ project, windows: 1 })
    purgeWhenWithdrawn(project, withdrawn)
    return project
  }
  const closing = new Set<Promise<void>>()
  const shut = async (entry: Entry): Promise<void> => {
    open.delete(entry)
    const done = close(entry.project).finally(() => closing.delete(done))
    closing.add(done)
    await done
  }
  const close = async ({ store, hub, reader, keeper, searcher, team }: Project): Promise<void> => {
    await team?.close()
    hub.close()
    await Promise.all([reader.close(), keeper.close(), searcher.close()])
    if (!store.readonly) harmlessly(() => store.db.pragma('wal_checkpoint(TRUNCATE)')) // also of one that was replaced: its log must not be played into the other file
    store.close()
  }
  return {
    open(path, team) {
      const real = existing(path)
      return take(real, () => openOrView(real, profile, () => openStore(real, { beforeMigration: () => void takeSnapshot(real, profile, 'migration') })), team)
    },
    replacedAt: (path) => replaced(path).map(({ project }) => project),
    async shutReplaced(path) {
      await Promise.all([...replaced(path).map(shut), ...closing]) // another window may have begun it
    },
    has: (path) => standing(existing(path)) !== undefined,
    adopt: (store) => take(store.path, () => store),
    async release(project) {
      const entry = [...open].find((each) => each.project === project)
      if (entry && --entry.windows <= 0) await shut(entry)
    },
    async shutAt(path) {
      const entry = standing(existing(path))
      if (entry) await shut(entry)
    },
    async close() {
      for (const entry of [...open]) await shut(entry)
    }
  }
}

/** A story is withdrawn, here or by a colleague: its words leave what this installation keeps of the project as well. */
function purgeWhenWithdrawn({ store, hub, keeper, team }: Project, before: number): void {
  let known = before
  hub.watch((ops) => {
    if (!ops.some(({ entity }) => entity === 'story')) return // with each coding every story would be looked at
    const now = listWithdrawn(store).length
    if (now > known) {
      keeper.purge()
      team?.look()
    }
    known = now
  })
}

/** Two names of one file are one project; an absent file is told by openStore. */
function existing(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return resolve(path)
  }
}
