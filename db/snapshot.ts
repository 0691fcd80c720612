// Copies of a project file that are known to be good: made by SQLite itself and opened once before they count.
import Database from 'better-sqlite3'
import { existsSync, rmSync } from 'node:fs'
import { dirname, basename, join } from 'node:path'
import { Refusal } from '../shared/errors.ts'

/** Writes a whole, checked copy to `target`, which must not exist. Throws a Refusal (conflict, internal). */
export function copyWhole(db: Database.Database, target: string): void {
  if (existsSync(target)) throw new Refusal('conflict', 'file.exists', { file: target })
  db.prepare('VACUUM INTO ?').run(target)
  if (!isSound(target)) {
    rmSync(target, { force: true })
    throw new Refusal('internal', 'file.copy_failed', { file: target })
  }
}

/** The copy beside the file that a migration starts from: `name.voor-versie-2.duiding`. An earlier one stays. */
export function snapshotBeforeMigration(db: Database.Database, path: string, version: number): void {
  const stem = basename(path).replace(/\.duiding$/, '')
  const target = join(dirname(path), `${stem}.voor-versie-${version + 1}.duiding`)
  if (!existsSync(target)) copyWhole(db, target)
}

function isSound(path: string): boolean {
  const copy = new Database(path, { fileMustExist: true, readonly: true })
  try {
    return copy.pragma('quick_check', { simple: true }) === 'ok'
  } finally {
    copy.close()
  }
}
