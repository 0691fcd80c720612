// After a story was withdrawn: its words leave every copy that this installation keeps of the project, and the pages of the file that held them.
// Runs in a worker, because it writes whole files anew.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Id } from '../shared/domain/ids.ts'
import { openStore } from './open.ts'
import { projectId } from './project.ts'
import { forgetSnapshot, listSnapshots, noteWithdrawn, snapshotFile } from './snapshots.ts'
import { purgeIndexes } from './search/index-file.ts'
import type { Store } from './store.ts'
import { sqliteCode } from './sqlite-errors.ts'
import { transact } from './transact.ts'
import { listViewed } from './viewer.ts'
import { isLive, listWithdrawn, withdrawStory } from './withdrawal.ts'

/** How many snapshots lost words, how many indexes of words were emptied, how many could not be opened and were taken away, and whether the file itself was written anew. */
export type Purged = { snapshots: number; indexes: number; /** Copies made to look at. */ viewed: number; removed: number; rewritten: boolean }

/** Milliseconds to wait for the others on the file; later is good as well. */
const PATIENCE = 10_000

/** Everything there is to purge for the project at `path`; cheap when nothing is. Throws a Refusal where the file refuses. */
export async function purgeCopies(path: string, profile: string): Promise<Purged> {
  const store = openStore(path)
  try {
    const withdrawn = listWithdrawn(store)
    const purged: Purged = { snapshots: 0, indexes: purgeIndexes(profile, projectId(store), withdrawnTexts(store)), viewed: 0, removed: 0, rewritten: withdrawn.length > 0 && writeAnew(store, profile, withdrawn.length) }
    for (const { id, withdrawn: known } of listSnapshots(profile, projectId(store))) {
      if (known >= withdrawn.length) continue
      try {
        await purgeSnapshot(snapshotFile(profile, projectId(store), id), profile, withdrawn)
        noteWithdrawn(profile, projectId(store), id, withdrawn.length)
        purged.snapshots++
      } catch {
        forgetSnapshot(profile, projectId(store), id) // words that can't be taken out of it may not stay in it
        purged.removed++
      }
    }
    for (const copy of listViewed(profile)) {
      if (!holdsWords(copy, projectId(store), withdrawn)) continue
      await purgeSnapshot(copy, profile, withdrawn).catch(() => rmSync(copy, { force: true })) // whoever looks at it opens it anew
      purged.viewed++
    }
    return purged
  } finally {
    store.close()
  }
}

const withdrawnTexts = (store: Store): Buffer[] =>
  store.all<{ id: Buffer }>(`SELECT t.id FROM text t JOIN story s ON s.num = t.story WHERE s.state = 'withdrawn'`).map(({ id }) => id)

/** Free space inside pages can still hold words after rows moved about; in a file written anew it can't. False: done before, or not now. */
function writeAnew(store: Store, profile: string, withdrawn: number): boolean {
  const mark = join(profile, 'purged', `${projectId(store)}-${statSync(store.path, { bigint: true }).ino}`)
  if (existsSync(mark) && Number(readFileSync(mark, 'utf8')) >= withdrawn) return false
  try {
    store.db.pragma(`busy_timeout = ${PATIENCE}`)
    store.db.exec('VACUUM')
    const [{ busy }] = store.db.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }]
    if (busy !== 0) return false // somebody reads from the log: the next time
  } catch (error) {
    if (sqliteCode(error)?.startsWith('SQLITE_BUSY')) return false
    throw error
  }
  mkdirSync(join(profile, 'purged'), { recursive: true })
  writeFileSync(mark, String(withdrawn))
  return true
}

/** The snapshot says of the story what the project says: withdrawn. It stays a whole project of its own. */
async function purgeSnapshot(path: string, profile: string, withdrawn: readonly Id[]): Promise<void> {
  const copy = openStore(path, { beforeMigration: () => undefined })
  try {
    const there = withdrawn.filter((story) => isLive(copy, story))
    if (there.length > 0) {
      await transact(copy, { coder: null, undoable: false, profile }, (write) => there.forEach((story) => withdrawStory(write, story)))
      copy.db.exec('VACUUM')
    }
    copy.db.pragma('journal_mode = DELETE') // one file again
  } finally {
    copy.close()
    for (const ending of ['-wal', '-shm']) rmSync(path + ending, { force: true })
  }
}

/** Which project files in these folders, besides its own (`place`: where people know it), are copies of it that hold words of stories withdrawn in it. */
export function findHolders(path: string, place: string, folders: readonly string[]): string[] {
  const own = openStore(path, { readonly: true })
  try {
    const [project, withdrawn] = [projectId(own), listWithdrawn(own)]
    return folders.flatMap(projectsIn).filter((candidate) => candidate !== path && candidate !== place && holdsWords(candidate, project, withdrawn))
  } finally {
    own.close()
  }
}

function projectsIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /\.duiding$/i.test(name)).map((name) => join(folder, name))
  } catch {
    return [] // not there now
  }
}

/** What can't be read as a project holds none. */
function holdsWords(path: string, project: Id, withdrawn: readonly Id[]): boolean {
  try {
    const copy = openStore(path, { readonly: true })
    try {
      return projectId(copy) === project && withdrawn.some((story) => isLive(copy, story))
    } finally {
      copy.close()
    }
  } catch {
    return false
  }
}
