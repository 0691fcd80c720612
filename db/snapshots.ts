// Snapshots: whole copies of a project in this installation's own folder, each opened and checked before it counts.
// Made on a connection of their own, so in a worker they hold up nobody.
import { closeSync, constants, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Id } from '../shared/domain/ids.ts'
import { SnapshotWhy } from '../shared/contract/snapshot.ts'
import { Refusal } from '../shared/errors.ts'
import { APPLICATION_ID, openStore } from './open.ts'
import { projectId, projectTitle } from './project.ts'
import { translate } from './sqlite-errors.ts'
import type { Store } from './store.ts'
import { lastSeq } from './transact.ts'

const Facts = z.object({
  at: z.number(), why: SnapshotWhy, origin: z.string(), title: z.string(), size: z.number(), stories: z.number(), codes: z.number(), codings: z.number(), coders: z.number(),
  /** The last op in it: its place in the file, and its replica and number, which tell whether a file is of the same line. */
  seq: z.number(), head: z.string(),
  /** So many stories are withdrawn in it: as many as in the project, or it still holds words that have to go (db/purge.ts). */
  withdrawn: z.number().default(0)
})
/** `id`: its name in the folder. `at`: milliseconds since 1970. `size`: bytes. `origin`: the path of the project it was made of. */
export type Snapshot = z.infer<typeof Facts> & { id: string }

/** The newest so many stay, whatever their day. */
const NEWEST = 10
/** Of so many days the last of the day stays. */
const DAYS = 14
const HOUR = 3_600_000

export const snapshotFolder = (profile: string, project: Id): string => join(profile, 'snapshots', project)
export const snapshotFile = (profile: string, project: Id, id: string): string => join(snapshotFolder(profile, project), `${id}.duiding`)

/**
 * Copies the project at `path` into the profile; null when nothing changed since the last snapshot. Old ones are cleared away.
 * Throws a Refusal: what openStore says, or internal 'file.copy_failed' when the copy is not whole.
 */
export function takeSnapshot(path: string, profile: string, why: SnapshotWhy, now = Date.now()): Snapshot | null {
  const store = openStore(path, { readonly: true })
  try {
    return snapshotOf(store, profile, why, now)
  } catch (error) {
    throw translate(error, path)
  } finally {
    store.close()
  }
}

function snapshotOf(store: Store, profile: string, why: SnapshotWhy, now: number): Snapshot | null {
  const project = projectId(store)
  const head = headOf(store)
  const last = listSnapshots(profile, project)[0]
  if (last && last.head === head && last.origin === store.path) return null
  const folder = snapshotFolder(profile, project)
  mkdirSync(folder, { recursive: true })
  const id = `${new Date(now).toISOString().replace(/[-:.Z]/g, '')}-${why}`
  const part = join(folder, `${id}.${process.pid}.part`)
  rmSync(part, { force: true })
  try {
    store.db.pragma('query_only = OFF') // it would forbid writing the copy as well
    store.db.prepare('VACUUM INTO ?').run(part)
    const facts = { at: now, why, origin: store.path, ...lookInto(part, project) }
    syncFile(part)
    writeFileSync(join(folder, `${id}.json`), JSON.stringify(facts))
    renameSync(part, snapshotFile(profile, project, id))
    clearOld(profile, project, now)
    return { id, ...facts }
  } finally {
    rmSync(part, { force: true })
  }
}

/** Opens the copy as anyone would, and reads from it what the list says of it: so what is told is what is in it. */
function lookInto(part: string, project: Id): Omit<Snapshot, 'id' | 'at' | 'why' | 'origin'> {
  const copy = openStore(part, { readonly: true })
  try {
    const isWhole = copy.db.pragma('quick_check', { simple: true }) === 'ok' && copy.db.pragma('application_id', { simple: true }) === APPLICATION_ID
    if (!isWhole || projectId(copy) !== project) throw new Refusal('internal', 'file.copy_failed', { file: part })
    const count = (sql: string): number => copy.get<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`)!.n
    return {
      title: projectTitle(copy), size: statSync(part).size, stories: count(`story WHERE state = 'live'`), codes: count('code WHERE removed = 0 AND retired = 0'),
      codings: count('coding WHERE removed = 0'), coders: count(`coder WHERE removed = 0 AND role <> 'consensus'`), seq: lastSeq(copy), head: headOf(copy), withdrawn: count(`story WHERE state = 'withdrawn'`)
    }
  } finally {
    copy.close()
  }
}

/** Names the last op of a store over all copies of it; '' without ops. `seq`: the last one up to there. */
export function headOf(store: Store, seq = Number.MAX_SAFE_INTEGER): string {
  const row = store.get<{ id: Buffer; rseq: number }>('SELECT r.id, o.rseq FROM op o JOIN replica r ON r.num = o.replica WHERE o.seq <= ? ORDER BY o.seq DESC LIMIT 1', [seq])
  return row ? `${row.id.toString('base64url')}.${row.rseq}` : ''
}

/** Newest first. */
export function listSnapshots(profile: string, project: Id): Snapshot[] {
  const folder = snapshotFolder(profile, project)
  if (!existsSync(folder)) return []
  return readdirSync(folder).filter((name) => name.endsWith('.duiding')).flatMap((name) => {
    const id = name.slice(0, -'.duiding'.length)
    const facts = readFacts(join(folder, `${id}.json`))
    return facts ? [{ id, ...facts }] : []
  }).toSorted((a, b) => b.at - a.at)
}

/** The snapshots of every project that were made of the file at this path, newest first: for a file that no longer opens. */
export function listSnapshotsOfPath(profile: string, path: string): (Snapshot & { project: Id })[] {
  const folder = join(profile, 'snapshots')
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((project) => listSnapshots(profile, project).filter(({ origin }) => origin === path).map((snapshot) => ({ ...snapshot, project })))
    .toSorted((a, b) => b.at - a.at)
}

/** Throws a Refusal (not_found) when it was cleared away. */
export function findSnapshot(profile: string, project: Id, id: string): Snapshot {
  const found = listSnapshots(profile, project).find((snapshot) => snapshot.id === id)
  if (!found) throw new Refusal('not_found', 'snapshot.gone')
  return found
}

/** Those that stay: the ten newest, and the last of each of the last fourteen days that have one (days of this computer). */
export function staying<S extends { at: number }>(snapshots: readonly S[], now: number): S[] {
  const newestFirst = snapshots.toSorted((a, b) => b.at - a.at)
  const lastOfDay = new Map<string, S>()
  for (const snapshot of newestFirst) {
    const day = new Date(snapshot.at).toDateString()
    if (!lastOfDay.has(day) && now - snapshot.at < DAYS * 24 * HOUR) lastOfDay.set(day, snapshot)
  }
  return newestFirst.filter((snapshot, place) => place < NEWEST || lastOfDay.get(new Date(snapshot.at).toDateString()) === snapshot)
}

function clearOld(profile: string, project: Id, now: number): void {
  const folder = snapshotFolder(profile, project)
  const all = listSnapshots(profile, project)
  const stay = new Set(staying(all, now).map(({ id }) => id))
  for (const { id } of all) if (!stay.has(id)) forgetSnapshot(profile, project, id)
  for (const name of readdirSync(folder).filter((part) => part.endsWith('.part'))) {
    if (now - statSync(join(folder, name)).mtimeMs > HOUR) rmSync(join(folder, name), { force: true }) // of a program that was killed
  }
}

export function forgetSnapshot(profile: string, project: Id, id: string): void {
  for (const ending of ['duiding', 'json']) rmSync(join(snapshotFolder(profile, project), `${id}.${ending}`), { force: true })
}

/** The words of that many withdrawn stories are out of it. */
export function noteWithdrawn(profile: string, project: Id, id: string, withdrawn: number): void {
  const file = join(snapshotFolder(profile, project), `${id}.json`)
  const facts = readFacts(file)
  if (facts) writeFileSync(file, JSON.stringify({ ...facts, withdrawn }))
}

function readFacts(file: string): z.infer<typeof Facts> | null {
  try {
    return Facts.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null // cut short by a crash: the copy is not counted
  }
}

/** What SQLite writes as a vacuumed copy is not synced by it. */
function syncFile(path: string): void {
  const handle = openSync(path, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}

/** The file alone, without what lies beside it, under another name: for a log beside it that is not its own. */
export function copyAlone(path: string, target: string): void {
  copyFileSync(path, target, constants.COPYFILE_EXCL)
  syncFile(target)
}

/** A whole, checked and synced copy of the file at `path`, which may be a snapshot. Throws a Refusal (conflict) when `target` exists. */
export function copyProject(path: string, target: string): void {
  if (existsSync(target)) throw new Refusal('conflict', 'file.exists', { file: target })
  const store = openStore(path, { readonly: true }) // which looks at what the file is made of before anything of it is read
  try {
    copyStore(store, target)
  } finally {
    store.close()
  }
}

/** The same of an open store, whatever lies at its path by now. */
export function copyStore(store: Store, target: string): void {
  if (existsSync(target)) throw new Refusal('conflict', 'file.exists', { file: target })
  try {
    store.db.pragma('query_only = OFF') // it would forbid writing the copy as well
    store.db.prepare('VACUUM INTO ?').run(target)
    const copy = openStore(target, { readonly: true })
    const isWhole = copy.db.pragma('quick_check', { simple: true }) === 'ok'
    copy.close()
    if (!isWhole) throw new Refusal('internal', 'file.copy_failed', { file: target })
    syncFile(target)
  } catch (error) {
    rmSync(target, { force: true })
    throw translate(error, target)
  }
}
