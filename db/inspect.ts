// A project file from elsewhere: whole, ours, and with a write-ahead log beside it that is really its own. Looked at on copies,
// because SQLite plays a log that lies beside a file into it without asking.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Refusal } from '../shared/errors.ts'
import { openStore } from './open.ts'
import { projectId } from './project.ts'
import { headOf } from './snapshots.ts'
import { translate } from './sqlite-errors.ts'
import { passing } from './tidy.ts'
import { lastSeq } from './transact.ts'
import { mayOnlyRead } from './viewer.ts'

type Head = { seq: number; head: string }

/** A colleague's program may be writing while we copy: then the next copy is a good one. */
const TRIES = 3

/** Throws a Refusal (unsupported_file): what openStore says, 'file.damaged', or 'file.foreign_log' where the file is fine without it. */
export function inspectFile(path: string, profile: string): void {
  const log = `${path}-wal`
  const isLogged = existsSync(log) && statSync(log).size > 0
  if (!isLogged && !mayOnlyRead(path)) return void mustBeWhole(path)
  mkdirSync(profile, { recursive: true })
  const folder = mkdtempSync(join(profile, passing('kijken')))
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        const alone = isLogged ? onItsOwn(path, folder) : null
        const seen = mustBeWhole(copied(path, folder, ['', '-wal']), alone?.seq)
        if (alone && seen.head !== alone.head) throw foreign(path)
        return
      } catch (error) {
        if (attempt === TRIES) throw isLogged && onItsOwn(path, folder) ? foreign(path) : renamed(error, path)
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Gives its last op, or the last one up to `seq`. */
function mustBeWhole(path: string, seq?: number): Head {
  try {
    const store = openStore(path, { readonly: true })
    try {
      if (store.db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new Refusal('unsupported_file', 'file.damaged', { file: path })
      return { seq: lastSeq(store), head: `${projectId(store)} ${headOf(store, seq)}` } // two projects without an op differ too
    } finally {
      store.close()
    }
  } catch (error) {
    throw translate(error, path)
  }
}

/** The file without its log: null when it can't be read so, which a crash in the middle of writing the log back brings about. */
function onItsOwn(path: string, folder: string): Head | null {
  try {
    return mustBeWhole(copied(path, folder, ['']))
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

/** With its own log a file goes on from where it stands; with another's it becomes something else, be it ever so whole. */
const foreign = (path: string): Refusal => new Refusal('unsupported_file', 'file.foreign_log', { file: path, log: `${basename(path)}-wal` })

/** The file, with what is asked of that beside it, under its name in another folder. */
function copied(path: string, folder: string, endings: string[]): string {
  const copy = join(folder, basename(path))
  for (const ending of ['', '-wal', '-shm']) rmSync(copy + ending, { force: true })
  for (const ending of endings) if (existsSync(path + ending)) copyFileSync(path + ending, copy + ending)
  return copy
}

/** The refusal names the file one chose, not our copy of it. */
function renamed(error: unknown, path: string): unknown {
  return error instanceof Refusal ? new Refusal(error.failure.kind, error.failure.message, { ...error.failure.values, file: path }) : error
}
