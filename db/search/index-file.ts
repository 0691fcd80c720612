// The index of words of one project: a file of its own in this installation's folder, never in the project. It holds words of
// stories and memos, so it goes when the project is forgotten, and is made anew when a story is withdrawn. Losing it costs time only.
import Database from 'better-sqlite3'
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Raised whenever what stands in an index, or how words are cut and stemmed, changes: older ones are made anew. */
export const VERSION = 1

/**
 * piece: one searchable text. num: twice the local number of its text, or twice that of its memo plus one. revision: the number of
 * the words indexed (of a memo: a checksum). stems: the search itself, over numbers of stems, so that it holds no words.
 */
const SCHEMA = /* sql */ `
CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE stem (num INTEGER PRIMARY KEY, stem TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE form (num INTEGER PRIMARY KEY, form TEXT NOT NULL UNIQUE, stem INTEGER NOT NULL) STRICT;
CREATE INDEX form_stem ON form (stem);
CREATE TABLE piece (num INTEGER PRIMARY KEY, id BLOB NOT NULL, kind INTEGER NOT NULL, story INTEGER, revision INTEGER NOT NULL) STRICT;
CREATE TABLE tokens (num INTEGER PRIMARY KEY, count INTEGER NOT NULL, forms BLOB NOT NULL, places BLOB NOT NULL) STRICT;
CREATE VIRTUAL TABLE stems USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE VIRTUAL TABLE stem_texts USING fts5vocab (stems, 'row');
`
const TABLES = ['stem_texts', 'fact', 'stem', 'form', 'piece', 'tokens', 'stems']

/** Sorts of piece, by the number the file keeps. */
export const KINDS = ['main', 'answer', 'memo'] as const
export type PieceKind = (typeof KINDS)[number]

const folderOf = (profile: string): string => join(profile, 'zoeken')
/** By the project's path: two copies of a project hold different words. */
export const indexPath = (profile: string, project: string): string => join(folderOf(profile), `${createHash('sha256').update(project).digest('hex').slice(0, 32)}.woorden`)

/** An open index, with the few things kept in memory as long as it does not change. */
export class SearchIndex {
  readonly db: Database.Database
  #statements = new Map<string, Database.Statement>()
  #kept = new Map<string, unknown>()
  #version = -1

  constructor(db: Database.Database) {
    this.db = db
  }

  sql(text: string, shape: 'rows' | 'firsts' = 'rows'): Database.Statement {
    const key = `${shape} ${text}`
    let statement = this.#statements.get(key)
    if (!statement) {
      statement = this.db.prepare(text)
      if (shape === 'firsts') statement.pluck()
      this.#statements.set(key, statement)
    }
    return statement
  }

  /** What `make` gives, made anew only after another connection wrote. */
  kept<T>(name: string, make: () => T): T {
    const version = this.db.pragma('data_version', { simple: true }) as number
    if (version !== this.#version) this.#kept.clear()
    this.#version = version
    if (!this.#kept.has(name)) this.#kept.set(name, make())
    return this.#kept.get(name) as T
  }

  fact(name: string): string | null {
    return (this.sql('SELECT value FROM fact WHERE name = ?', 'firsts').get(name) as string | undefined) ?? null
  }

  /** Was every text and memo taken up once? Before that it finds some of what there is. */
  get isWhole(): boolean {
    return this.fact('whole') === '1'
  }

  close(): void {
    this.#statements.clear()
    this.db.close()
  }
}

/** To search in; null while there is none of today's version. */
export function openIndex(profile: string, project: string): SearchIndex | null {
  const path = indexPath(profile, project)
  if (!existsSync(path)) return null
  const db = new Database(path, { readonly: true, fileMustExist: true, timeout: 2000 })
  if (db.pragma('user_version', { simple: true }) === VERSION) return new SearchIndex(db)
  db.close()
  return null
}

/** To write in; made when it is not there, emptied when it is of another version or cannot be read. One connection writes at a time. */
export function openIndexToWrite(profile: string, project: string): SearchIndex {
  const path = indexPath(profile, project)
  mkdirSync(folderOf(profile), { recursive: true })
  try {
    return prepared(path)
  } catch (error) {
    if (!['SQLITE_NOTADB', 'SQLITE_CORRUPT'].includes((error as { code?: string }).code ?? '')) throw error
    forgetIndex(profile, project)
    return prepared(path)
  }
}

function prepared(path: string): SearchIndex {
  const db = new Database(path, { timeout: 30_000 })
  try {
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = NORMAL') // what a crash takes is read again
    db.pragma('secure_delete = ON')
    db.pragma('temp_store = MEMORY')
    const index = new SearchIndex(db)
    if (db.pragma('user_version', { simple: true }) !== VERSION) emptyIndex(index)
    return index
  } catch (error) {
    db.close()
    throw error
  }
}

/** Takes every word out, and out of the file: freed pages are overwritten. */
export function emptyIndex({ db }: SearchIndex): void {
  db.transaction(() => {
    for (const table of TABLES) db.exec(`DROP TABLE IF EXISTS ${table}`)
    db.exec(SCHEMA)
    // Who was filling it notices that it was emptied meanwhile.
    db.prepare(`INSERT INTO fact (name, value) VALUES ('made', ?)`).run(randomUUID())
    db.pragma(`user_version = ${VERSION}`)
  }).immediate()
  db.pragma('wal_checkpoint(TRUNCATE)')
}

/** Takes the index of a project away; harmless when there is none. */
export function forgetIndex(profile: string, project: string): void {
  for (const ending of ['', '-wal', '-shm']) rmSync(indexPath(profile, project) + ending, { force: true })
}

/**
 * Empties every index of this project that holds one of these texts (ids of withdrawn stories' texts); it is filled again without them.
 * One that cannot be read is taken away. Gives how many.
 */
export function purgeIndexes(profile: string, project: string, texts: readonly Buffer[]): number {
  const folder = folderOf(profile)
  if (!existsSync(folder)) return 0
  return readdirSync(folder).filter((name) => name.endsWith('.woorden') && purgeIndex(join(folder, name), project, texts)).length
}

function purgeIndex(path: string, project: string, texts: readonly Buffer[]): boolean {
  try {
    const index = prepared(path)
    try {
      const held = index.sql('SELECT 1 FROM piece WHERE id = ? LIMIT 1')
      // Not yet whole: it does not say whose it is.
      if ((index.fact('project') ?? project) !== project || !texts.some((id) => held.get(id) !== undefined)) return false
      emptyIndex(index)
      return true
    } finally {
      index.close()
    }
  } catch {
    for (const ending of ['', '-wal', '-shm']) rmSync(path + ending, { force: true }) // words that can't be taken out of it may not stay in it
    return true
  }
}

/** Indexes of projects that nobody opened here for so long (milliseconds) are taken away. */
const UNUSED = 60 * 86_400_000

export function clearUnusedIndexes(profile: string, now = Date.now()): void {
  const folder = folderOf(profile)
  for (const name of readdirSync(folder)) if (now - statSync(join(folder, name)).mtimeMs > UNUSED) rmSync(join(folder, name), { force: true })
}
