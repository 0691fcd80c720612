// SQLite's codes in our words: the one place where they are read.
import { Refusal } from '../shared/errors.ts'

const WORDS: Record<string, { kind: 'busy' | 'unsupported_file' | 'forbidden' | 'internal'; message: string }> = {
  SQLITE_BUSY: { kind: 'busy', message: 'store.busy' },
  SQLITE_LOCKED: { kind: 'busy', message: 'store.busy' },
  SQLITE_CORRUPT: { kind: 'unsupported_file', message: 'file.damaged' },
  SQLITE_NOTADB: { kind: 'unsupported_file', message: 'file.not_a_project' },
  SQLITE_FULL: { kind: 'busy', message: 'store.disk_full' },
  SQLITE_READONLY: { kind: 'forbidden', message: 'store.read_only' },
  SQLITE_CANTOPEN: { kind: 'forbidden', message: 'store.cannot_open' },
  SQLITE_IOERR: { kind: 'busy', message: 'store.disk_error' }
}

/** The code of a SQLite error without its extension ('SQLITE_BUSY_SNAPSHOT' -> 'SQLITE_BUSY'), else null. */
export function sqliteCode(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && code.startsWith('SQLITE_') ? code.split('_').slice(0, 2).join('_') : null
}

/** While a project is open: rights that were there are gone, or the file itself is. */
export function translateWriting(error: unknown, path: string): unknown {
  if ((error as { code?: unknown } | null)?.code === 'SQLITE_READONLY_DBMOVED') return new Refusal('conflict', 'store.moved', { file: path })
  return sqliteCode(error) === 'SQLITE_READONLY' || sqliteCode(error) === 'SQLITE_CANTOPEN' ? new Refusal('busy', 'store.rights_lost', { file: path }) : translate(error, path)
}

/** A Refusal for what we can name; anything else comes back as it was. */
export function translate(error: unknown, path: string): unknown {
  const known = WORDS[sqliteCode(error) ?? '']
  return known ? new Refusal(known.kind, known.message, { file: path }) : error
}
