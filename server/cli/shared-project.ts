// A project on a share or in a synchronised folder, for one command: worked on in this computer's mirror, with colleagues' news taken
// in before and the own work put in the folder after. What can't be put there now is saved here and goes out the next time.
import { mkdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { newId } from '../../shared/domain/ids.ts'
import { inspectFile } from '../../db/inspect.ts'
import { createStore, openStore, type NewProject } from '../../db/open.ts'
import { purgeCopies } from '../../db/purge.ts'
import type { Store } from '../../db/store.ts'
import { closeViewer, openOrView } from '../../db/viewer.ts'
import { realDisk } from '../../db/team-folder/disk.ts'
import { dropPart, findMirror, knownMirror } from '../../db/team-folder/mirror.ts'
import { countUnshared } from '../../db/team-folder/outbox.ts'
import { sharedPlace } from '../../db/team-folder/shared-place.ts'
import { shareOnce } from '../../db/team-folder/sharing.ts'
import { takeTeam, type Team } from '../../db/team-folder/team.ts'
import { Refusal } from '../../shared/errors.ts'
import { failureSentence } from '../../shared/failures/words.ts'
import { language } from './speech.ts'

export type Worked = { store: Store; /** After the work: what is new goes out. */ end(): Promise<void> }

/** The store behind a path: the file itself, or its mirror. `look`: where one may not write, one may still read. Throws a Refusal. */
export async function openToWork(path: string, profile: string, look = false): Promise<Worked> {
  if (!sharedPlace(path, profile)) {
    if (isLeftLog(`${path}-wal`)) inspectFile(path, profile)
    const store = openOrView(path, profile, () => openStore(path))
    if (store.readonly && !look) {
      closeViewer(store)
      throw new Refusal('forbidden', 'store.read_only', { file: path })
    }
    return { store, end: () => Promise.resolve(store.readonly ? closeViewer(store) : store.close()) }
  }
  const mirror = findMirror(path, profile)
  const store = openStore(mirror.path)
  const team = takeTeam(store, profile, mirror.home, path) // null: the app has it open, and shares what is saved here too
  if (team) await share(team)
  return {
    store,
    async end() {
      try {
        if (team && countUnshared(team) > 0) await share(team)
        await purgeCopies(store.path, profile) // a colleague may have withdrawn a story
        const left = team ? countUnshared(team) : 0
        if (left > 0) complain('team.unshared', left, team!)
      } finally {
        team?.close()
        store.close()
      }
    }
  }
}

/** Milliseconds. Who has a project open puts the log into the file within a second. */
const IN_USE = 5000

/** A killed program left it. Another version of the file may lie beside it by now, into which it must not be played. */
function isLeftLog(log: string): boolean {
  const found = statSync(log, { throwIfNoEntry: false })
  return found !== undefined && found.size > 0 && Date.now() - found.mtimeMs > IN_USE
}

async function share(team: Team): Promise<void> {
  const { files } = await shareOnce(team, true)
  if (files.length > 0) complain('team.late', files.length, team)
}

const complain = (message: string, count: number, { folder }: Team): void => console.error(failureSentence({ kind: 'busy', message, values: { count, folder } }, language()))

/** An empty project at the path. Throws a Refusal (conflict) when something lies there. */
export async function createToWork(path: string, profile: string, project: NewProject): Promise<void> {
  if (knownMirror(path, profile)) throw new Refusal('conflict', 'file.exists', { file: path })
  if (!sharedPlace(path, profile) || (await realDisk.mark(path)) !== null) return createStore(path, project).close()
  mkdirSync(join(profile, 'mirrors'), { recursive: true })
  const part = join(profile, 'mirrors', `${process.pid}-${newId()}.${basename(path)}`)
  try {
    createStore(part, project).close()
    await realDisk.put(path, readFileSync(part))
  } finally {
    dropPart(part)
  }
}
