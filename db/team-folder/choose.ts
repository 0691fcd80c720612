// A project file becomes a shared file: nobody may have it open, its log goes into it, and its team folder is made beside it, by which
// everybody who opens it from then on knows it as shared.
import Database from 'better-sqlite3'
import { existsSync, mkdirSync } from 'node:fs'
import { Refusal } from '../../shared/errors.ts'
import { sqliteCode, translate } from '../sqlite-errors.ts'
import { teamFolderOf } from './names.ts'

/** Throws a Refusal: conflict 'team.in_use' while a program has the file open, and what the disk says. Nothing is changed then. */
export function makeShared(path: string): void {
  try {
    const db = new Database(path, { fileMustExist: true, timeout: 0 })
    try {
      // Only a connection that is alone can end the log.
      if (db.pragma('journal_mode = DELETE', { simple: true }) !== 'delete') throw new Refusal('conflict', 'team.in_use', { file: path })
    } finally {
      db.close()
    }
    if (!existsSync(teamFolderOf(path))) mkdirSync(teamFolderOf(path))
  } catch (error) {
    if (sqliteCode(error)?.startsWith('SQLITE_BUSY')) throw new Refusal('conflict', 'team.in_use', { file: path })
    throw translate(error, path)
  }
}
