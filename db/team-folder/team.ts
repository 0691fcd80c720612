// A project in a team folder as one process has it in hand: the mirror on the own disk, where it is shared, and who may do the sharing.
import Database from 'better-sqlite3'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { sqliteCode } from '../sqlite-errors.ts'
import type { Store } from '../store.ts'
import { projectId } from '../project.ts'
import { heardOf, type Heard } from '../replication/wire.ts'
import { realDisk, type Disk } from './disk.ts'
import { teamFolderOf } from './names.ts'
import { covers, newRecord, readRecord, writeRecord, type TeamRecord } from './record.ts'

export type Team = {
  /** The mirror. */
  store: Store
  profile: string
  /** The mirror's own folder in the profile. */
  home: string
  /** `name.duiding` where people know it, and `name.duiding-team` beside it. */
  shared: string
  folder: string
  disk: Disk
  record: TeamRecord
  /** Files with another name than we gave that were looked into, content that holds no withdrawn words, and other copies of the project. */
  seen: { /** The team folder, and those that a synchroniser made beside it (look-around.ts). */ folders: string[]; strays: Set<string>; content: Set<string>; withdrawn: number; copies: Map<string, { mark: string; heard: Heard }>; /** Nothing is passed over any more. */ all: boolean }
  close(): void
}

/**
 * Takes the sharing of a mirror in hand; null when another process of this computer has it: that one shares what is saved here too.
 * The lock is SQLite's, so it ends with the process, however that ends.
 */
export function takeTeam(store: Store, profile: string, home: string, shared: string, disk: Disk = realDisk): Team | null {
  const lock = takeLock(home)
  if (!lock) return null
  const project = projectId(store)
  const known = readRecord(home)
  const record = known?.project === project ? known : newRecord(shared, project)
  record.shared = shared
  if (!covers(heardOf(store), record.told)) record.next = {} // a mirror of an earlier day was put back: everything is read again
  writeRecord(home, record)
  return {
    store, profile, home, shared, folder: teamFolderOf(shared), disk, record, seen: { folders: [teamFolderOf(shared)], strays: new Set(), content: new Set(), withdrawn: 0, copies: new Map(), all: false },
    close: () => lock.close()
  }
}

function takeLock(home: string): Database.Database | null {
  mkdirSync(home, { recursive: true })
  const lock = new Database(join(home, 'sharing.lock'), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock.close()
    if (sqliteCode(error)?.startsWith('SQLITE_BUSY')) return null
    throw error
  }
}

export const keepRecord = (team: Team): void => writeRecord(team.home, team.record)
