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

/** A Refusal for what we can name; anything else comes back as it was. */
export function translate(error: unknown, path: string): unknown {
  const known = WORDS[sqliteCode(error) ?? '']
  return known ? new Refusal(known.kind, known.message, { file: path }) : error
}
