// What a project file may be made of: exactly what the steps up to its version make. Compared as text, before anything runs.
import Database from 'better-sqlite3'
import { MIGRATIONS } from './migrations/index.ts'

const known = new Map<number, string>()

/** Is the schema of an open file that of our own file of this version? What SQLite keeps for itself (sqlite_…) is left out. */
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
  return JSON.stringify(db.prepare(`SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name`).raw().all())
}
