// What a project file may be made of: exactly what the steps up to its version make. Compared as text, before anything runs.
import Database from 'better-sqlite3'
import { MIGRATIONS } from './migrations/index.ts'

/** What ANALYZE of another program leaves: numbers for the planner, which nothing runs. */
const STATISTICS: Partial<Record<string, string>> = { sqlite_stat1: 'CREATE TABLE sqlite_stat1(tbl,idx,stat)', sqlite_stat4: 'CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)' }
const known = new Map<number, string>()

/** Is the schema of an open file that of our own file of this version? Names that SQLite keeps for itself (sqlite_…) too: a file can be written with a trigger of such a name. */
export function isOurSchema(db: Database.Database, version: number): boolean {
  if (!known.has(version)) known.set(version, schemaAfter(version))
  return schemaOf(db) === known.get(version)
}

function schemaAfter(version: number): string {
  const model = new Database(':memory:')
  try {
    for (const step of MIGRATIONS.slice(0, version)) model.exec(step)
    return schemaOf(model)
  } finally {
    model.close()
  }
}

function schemaOf(db: Database.Database): string {
  const rows = db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name').raw().all() as string[][]
  return JSON.stringify(rows.filter(([type, name, , sql]) => !(type === 'table' && STATISTICS[name!] === sql)))
}
