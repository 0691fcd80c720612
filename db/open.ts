// Opening and making project files. A file is looked at as plain bytes first: SQLite sees only what claims to be ours.
import Database from 'better-sqlite3'
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { basename, dirname } from 'node:path'
import { Refusal } from '../shared/errors.ts'
import { newId } from '../shared/domain/ids.ts'
import { toBlob } from './ids.ts'
import { MIGRATIONS } from './migrations/index.ts'
import { isOurSchema } from './known-schema.ts'
import { snapshotBeforeMigration } from './snapshot.ts'
import { takeUpKept } from './replication/take-up.ts'
import { highestClock } from './stamps.ts'
import { Store } from './store.ts'
import { translate } from './sqlite-errors.ts'

/** 'DUID', in the header of every project file. */
export const APPLICATION_ID = 0x44554944
/** The log is copied into the file whenever it is this many pages long. */
export const LOG_PAGES = 500
const OPENING_TIMEOUT = 15_000
/** KiB. Who only reads goes through whole indexes of tens of megabytes: half as much is as fast, a quarter takes half as long again. */
const READING_CACHE = 8000

export type OpenOptions = {
  readonly?: boolean
  /** Keeps a checked copy before an older file is migrated; without it one is put beside the file. */
  beforeMigration?: () => void
}
export type NewProject = { title: string; question?: string; language?: 'nl' | 'en' }

/**
 * Opens a project file. Throws a Refusal (unsupported_file, not_found) with one clear sentence; never creates a file.
 * An older file is migrated after a verified copy of it was kept.
 */
export function openStore(path: string, options: OpenOptions = {}): Store {
  const version = inspect(path)
  try {
    const db = new Database(path, { fileMustExist: true, timeout: OPENING_TIMEOUT, readonly: options.readonly ?? false })
    try {
      harden(db)
      refuseOddSchema(db, path, version)
      if (!options.readonly) {
        if (version < MIGRATIONS.length) {
          ;(options.beforeMigration ?? (() => snapshotBeforeMigration(db, path, version)))()
          migrate(db, version)
        }
        settle(db)
      } else {
        db.pragma('query_only = ON')
        db.pragma(`cache_size = -${READING_CACHE}`)
      }
      const store = new Store(db, path, options.readonly ?? false)
      if (!options.readonly) takeUpKept(store)
      store.clock = highestClock(store)
      return store
    } catch (error) {
      db.close()
      throw error
    }
  } catch (error) {
    throw translate(error, path)
  }
}

/** Makes a new, empty project file; throws a Refusal (conflict) when something already lies at that path. */
export function createStore(path: string, project: NewProject): Store {
  if (existsSync(path)) throw new Refusal('conflict', 'file.exists', { file: path })
  if (!existsSync(dirname(path))) throw new Refusal('not_found', 'folder.absent', { folder: dirname(path) })
  try {
    const db = new Database(path, { timeout: OPENING_TIMEOUT })
    try {
      harden(db)
      db.pragma('page_size = 4096')
      db.pragma('journal_mode = WAL')
      db.transaction(() => {
        for (const step of MIGRATIONS) db.exec(step)
        db.pragma(`application_id = ${APPLICATION_ID}`)
        db.pragma(`user_version = ${MIGRATIONS.length}`)
        db.prepare('INSERT INTO project (num, id, title, question, language, blind, salt, made_at) VALUES (1, ?, ?, ?, ?, 0, ?, ?)')
          .run(toBlob(newId()), project.title, project.question ?? '', project.language ?? 'nl', randomBytes(32), Date.now())
      })()
      settle(db)
      db.pragma('wal_checkpoint(TRUNCATE)') // the file itself must say what it is: inspect() reads no log
      return new Store(db, path, false)
    } catch (error) {
      db.close()
      throw error
    }
  } catch (error) {
    throw translate(error, path)
  }
}

/** Reads the first 100 bytes: is it SQLite, is it ours, is it not newer than we are? Gives the file's schema version. */
function inspect(path: string): number {
  if (!existsSync(path)) throw new Refusal('not_found', 'file.absent', { file: path })
  if (!statSync(path).isFile()) throw new Refusal('unsupported_file', 'file.not_a_file', { file: path })
  const header = Buffer.alloc(100)
  const handle = openToRead(path)
  const length = readSync(handle, header, 0, 100, 0)
  closeSync(handle)
  if (length === 0) throw new Refusal('unsupported_file', 'file.empty', { file: path })
  const version = length < 100 ? 0 : header.readUInt32BE(60)
  if (version === 0 || header.toString('latin1', 0, 16) !== 'SQLite format 3\0' || header.readUInt32BE(68) !== APPLICATION_ID) {
    throw new Refusal('unsupported_file', 'file.not_a_project', { file: path })
  }
  const isLogged = sizeOf(`${path}-wal`) > 0 // then the file itself may lag behind
  if (!isLogged && header.readUInt32BE(24) === header.readUInt32BE(92) && sizeOf(path) < header.readUInt32BE(28) * pageSize(header)) throw new Refusal('unsupported_file', 'file.cut_short', { file: path })
  // We keep no such journal: SQLite would play a stranger's back into the file.
  if (sizeOf(`${path}-journal`) > 0) throw new Refusal('unsupported_file', 'file.foreign_log', { file: path, log: `${basename(path)}-journal` })
  if (version > MIGRATIONS.length) throw new Refusal('unsupported_file', 'file.newer', { file: path })
  return version
}

/** Throws a Refusal (forbidden) where the rights to read it are missing. */
function openToRead(path: string): number {
  try {
    return openSync(path, 'r')
  } catch (error) {
    if (['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw new Refusal('forbidden', 'store.cannot_open', { file: path })
    throw error
  }
}

/** Only what our own steps made: no trigger, view or table of somebody else runs or is believed. */
function refuseOddSchema(db: Database.Database, path: string, version: number): void {
  if (!isOurSchema(db, version)) throw new Refusal('unsupported_file', 'file.odd_schema', { file: path })
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0
const pageSize = (header: Buffer): number => (header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16))

/** Nothing in a file from elsewhere may run: before any read of the schema. */
function harden(db: Database.Database): void {
  db.pragma('trusted_schema = OFF')
  db.pragma('cell_size_check = ON')
  db.pragma('mmap_size = 0')
  db.pragma('foreign_keys = ON')
  db.pragma('temp_store = MEMORY')
  db.pragma('cache_size = -16000')
}

/** WAL with FULL sync: what is acknowledged is on the disk. A small log keeps idle files whole. */
function settle(db: Database.Database): void {
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('secure_delete = ON')
  db.pragma(`wal_autocheckpoint = ${LOG_PAGES}`)
}

function migrate(db: Database.Database, from: number): void {
  db.transaction(() => {
    for (const step of MIGRATIONS.slice(from)) db.exec(step)
    db.pragma(`user_version = ${MIGRATIONS.length}`)
  }).immediate()
  db.pragma('wal_checkpoint(TRUNCATE)')
}
