// The mirror of a shared project: a store of its own on this computer's disk, in the profile, made from the shared file and found again by
// the path at which people know it.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, copyFileSync, renameSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { newId } from '../../shared/domain/ids.ts'
import { Refusal } from '../../shared/errors.ts'
import { openStore } from '../open.ts'
import { projectId } from '../project.ts'
import { heardOf } from '../replication/wire.ts'
import { teamFolderOf } from './names.ts'
import { countsOf, newRecord, readRecord, writeRecord } from './record.ts'

/** `path`: the mirror's file, which is the store to open. `isNew`: it was made just now. */
export type Mirror = { path: string; home: string; isNew: boolean }

const mirrors = (profile: string): string => join(profile, 'mirrors')

/**
 * The mirror of the project shared at `shared`; made when there is none. The shared file is only read, and need not be there when the
 * mirror is. Throws a Refusal: what openStore says of the shared file; unsupported_file 'file.copy_failed' when it is not whole.
 */
export function findMirror(shared: string, profile: string): Mirror {
  const known = knownMirror(shared, profile)
  if (known) return known
  const part = fetchShared(shared, profile)
  try {
    return makeMirror(part, shared, profile)
  } finally {
    dropPart(part)
  }
}

/** Null: this installation has none yet. */
export function knownMirror(shared: string, profile: string): Mirror | null {
  const known = listMirrors(profile).find((mirror) => mirror.shared === shared)
  return known ? { path: known.path, home: known.home, isNew: false } : null
}

/** Every mirror in the profile, with the path under which its project is known. */
export function listMirrors(profile: string): { path: string; home: string; shared: string; project: string }[] {
  if (!existsSync(mirrors(profile))) return []
  return readdirSync(mirrors(profile)).flatMap((name) => {
    const home = join(mirrors(profile), name)
    const record = readRecord(home)
    const path = record && join(home, basename(record.shared))
    const found = path && existsSync(path) ? path : record && readdirSync(home).filter((file) => file.endsWith('.duiding')).map((file) => join(home, file))[0]
    return record && found ? [{ path: found, home, shared: record.shared, project: record.project }] : []
  })
}

/** The shared file as it is now, copied aside into the profile; the path of the copy. Throws a Refusal (not_found 'file.absent'), or what the disk throws. */
export function fetchShared(shared: string, profile: string): string {
  if (!existsSync(shared)) throw new Refusal('not_found', 'file.absent', { file: shared })
  mkdirSync(mirrors(profile), { recursive: true })
  const part = join(mirrors(profile), `${process.pid}-${newId()}.${basename(shared)}`)
  try {
    copyFileSync(shared, part)
    if ((statSync(`${shared}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) copyFileSync(`${shared}-wal`, `${part}-wal`) // saved, not yet in the file itself
    return part
  } catch (error) {
    dropPart(part)
    throw error
  }
}

export const dropPart = (part: string): void => ['', '-wal', '-shm'].forEach((end) => rmSync(part + end, { force: true }))

/** The mirror made of what fetchShared brought, which moves there; or the one there was, where the folder was only moved. */
export function makeMirror(part: string, shared: string, profile: string): Mirror {
  const store = openStore(part, { beforeMigration: () => undefined })
  const [project, heard, isWhole] = [projectId(store), heardOf(store), store.db.pragma('quick_check', { simple: true }) === 'ok']
  store.db.pragma('wal_checkpoint(TRUNCATE)')
  store.close()
  if (!isWhole) throw new Refusal('unsupported_file', 'file.copy_failed', { file: shared })
  const there = knownMirror(shared, profile) ?? takeMoved(shared, project, profile) // another window may have made it just now
  if (there) return there
  const home = freeFolder(join(mirrors(profile), `${project}-${createHash('sha256').update(shared).digest('hex').slice(0, 12)}`))
  const path = join(home, basename(shared))
  mkdirSync(home, { recursive: true })
  renameSync(part, path)
  writeRecord(home, { ...newRecord(shared, project), told: countsOf(heard), baseHeard: countsOf(heard) })
  return { path, home, isNew: true }
}

/** Where a mirror lies of which nothing is remembered, it stays: it may hold what was never shared. */
function freeFolder(home: string): string {
  for (let number = 1; ; number++) {
    const free = number === 1 ? home : `${home}-${number}`
    if (!existsSync(free)) return free
  }
}

/** The folder was renamed or moved: the same project, and at the old path nothing is left. Then the mirror goes along, with all it did not share yet. */
function takeMoved(shared: string, project: string, profile: string): Mirror | null {
  const old = listMirrors(profile).find((mirror) => mirror.project === project && hasLeft(mirror.shared))
  if (!old) return null
  writeRecord(old.home, { ...readRecord(old.home)!, shared, base: null, shown: 0, next: {} })
  return { path: old.path, home: old.home, isNew: false }
}

/** Gone from a place that is there itself. An empty folder is what a share leaves that is not connected now, and so is a missing drive. */
function hasLeft(shared: string): boolean {
  if (existsSync(shared) || existsSync(teamFolderOf(shared))) return false
  const folder = existsSync(dirname(shared)) ? dirname(shared) : dirname(dirname(shared))
  return existsSync(folder) && readdirSync(folder).length > 0
}
