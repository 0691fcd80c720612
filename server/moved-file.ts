// Another file came to lie in the place of an open project: a synchroniser put one there, somebody renamed or deleted it. What was
// acknowledged may then be in a file without a name, which is gone when we close it. So it gets a name first.
import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { copyStore } from '../db/snapshots.ts'
import type { Store } from '../db/store.ts'
import { harmlessly } from '../db/tidy.ts'
import { momentWords, placeBeside } from './keeping.ts'
import { report } from './report.ts'

/** Where the work of a store that is moved can be found from now on: its file under another name, or a copy made now. Null: nowhere, the disk is away. */
export function keepMoved(store: Store, profile: string): string | null {
  if (store.readonly) return null
  try {
    // First: a renamed file is whole again, and what now lies at its path does not get our log played into it.
    harmlessly(() => store.db.pragma('wal_checkpoint(TRUNCATE)'))
    const renamed = namesNear(store.path).find((path) => isSame(store, path))
    if (renamed) return renamed
    return copyOf(store, store.path, profile) ?? copyOf(store, join(profile, basename(store.path)), profile)
  } catch (error) {
    report(error)
    return null
  }
}

/** Beside that path; null where there is no room for it. */
function copyOf(store: Store, path: string, profile: string): string | null {
  const copy = placeBeside(path, profile, `gered ${momentWords(Date.now())}`)
  try {
    copyStore(store, copy)
    return copy
  } catch (error) {
    report(error)
    return null
  }
}

function isSame(store: Store, path: string): boolean {
  try {
    return store.isAt(path)
  } catch {
    return false // a link to itself, say: not ours
  }
}

function namesNear(path: string): string[] {
  try {
    return readdirSync(dirname(path)).map((name) => join(dirname(path), name))
  } catch {
    return [] // the whole folder is elsewhere
  }
}
