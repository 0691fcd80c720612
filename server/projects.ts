// The projects a host has open, each once however many windows look at it; closed when the last window has left.
import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { openStore } from '../db/open.ts'
import { takeSnapshot } from '../db/snapshots.ts'
import { keepReplica } from '../db/replica.ts'
import type { Store } from '../db/store.ts'
import { createHub, type Hub } from './hub.ts'
import { createKeeper, type Keeper } from './jobs/keeper.ts'
import { createReader, type Reader } from './jobs/reader.ts'

export type Project = { path: string; store: Store; hub: Hub; reader: Reader; keeper: Keeper }
export type Projects = {
  open(path: string): Project
  /** Takes over a store that was just made. */
  adopt(store: Store): Project
  release(project: Project): Promise<void>
  close(): Promise<void>
}

export function createProjects(profile: string): Projects {
  const open = new Map<string, { project: Project; windows: number }>()
  const take = (path: string, make: () => Store): Project => {
    const known = open.get(path)
    if (known) {
      known.windows++
      return known.project
    }
    const store = make()
    const project = { path, store, hub: createHub(store), reader: createReader(path), keeper: createKeeper(path, profile, !store.readonly) }
    open.set(path, { project, windows: 1 })
    return project
  }
  const shut = async ({ path, store, hub, reader, keeper }: Project): Promise<void> => {
    open.delete(path)
    hub.close()
    await Promise.all([reader.close(), keeper.close()])
    if (!store.readonly) {
      keepReplica(store, profile)
      store.db.pragma('wal_checkpoint(TRUNCATE)')
    }
    store.close()
  }
  return {
    open(path) {
      const real = existing(path)
      return take(real, () => openStore(real, { beforeMigration: () => void takeSnapshot(real, profile, 'migration') }))
    },
    adopt: (store) => take(store.path, () => store),
    async release(project) {
      const entry = open.get(project.path)
      if (entry && --entry.windows <= 0) await shut(entry.project)
    },
    async close() {
      for (const { project } of [...open.values()]) await shut(project)
    }
  }
}

/** Two names of one file are one project; an absent file is told by openStore. */
function existing(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return resolve(path)
  }
}
