// The desk's calls about snapshots: what was kept of a project, opening it as a copy, going back to it, and getting a project
// back whose file is broken.
import { accessSync, constants, existsSync, renameSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { desk, DeskOutput } from '../shared/contract/desk.ts'
import type { SnapshotInList } from '../shared/contract/snapshot.ts'
import type { Id } from '../shared/domain/ids.ts'
import { Refusal } from '../shared/errors.ts'
import { goBackTo, momentOf } from '../db/moments.ts'
import { projectId, readProject } from '../db/project.ts'
import { copyProject, findSnapshot, headOf, listSnapshots, listSnapshotsOfPath, snapshotFile, snapshotFolder, type Snapshot } from '../db/snapshots.ts'
import type { Store } from '../db/store.ts'
import type { DoorHandlers } from './door.ts'
import type { Project, Projects } from './projects.ts'
import { refuseWithoutRight } from './rights.ts'
import type { Window, Windows } from './windows.ts'

type Calls = Pick<typeof desk, 'snapshot.list' | 'snapshot.take' | 'snapshot.open' | 'snapshot.openAt' | 'snapshot.restore' | 'snapshot.ofFile' | 'snapshot.recover'>
export type KeepingParts = { /** The folder of this installation. */ profile: string; projects: Projects; windows: Windows; enter: (window: Window, project: Project) => Promise<DeskOutput<'desk.open'>> }

export function keepingCalls({ profile, projects, windows, enter }: KeepingParts): DoorHandlers<Calls> {
  /** A copy to look into is of this computer alone, so not beside a shared file. */
  const besideOf = ({ path, place, team }: Project): string => (team ? join(profile, basename(place)) : path)
  const found = (store: Store, id: string): Snapshot => findSnapshot(profile, projectId(store), id)
  return {
    'snapshot.list': (window) => {
      const { store } = windows.projectOf(window)
      const { blind } = readProject(store)
      const kept = listSnapshots(profile, projectId(store))
      return { folder: snapshotFolder(profile, projectId(store)), snapshots: kept.map((snapshot) => shown(snapshot, blind, isOfThisLine(store, snapshot))) }
    },
    'snapshot.take': async (window) => ({ made: (await windows.projectOf(window).keeper.take('asked')) !== null }),
    'snapshot.open': async (window, { snapshot }) => {
      const project = windows.projectOf(window)
      const { store, keeper } = project
      const target = placeBeside(besideOf(project), profile, momentWords(found(store, snapshot).at))
      await keeper.copy(target, snapshotFile(profile, projectId(store), snapshot))
      return enter(window, projects.open(target))
    },
    'snapshot.openAt': async (window, { seq }) => {
      const project = windows.projectOf(window)
      const { store, keeper } = project
      const at = momentOf(store, seq)
      if (at === null) throw new Refusal('not_found', 'undo.absent')
      const target = placeBeside(besideOf(project), profile, momentWords(at))
      const { answersOfLater } = await keeper.copyAt(target, seq)
      return { ...(await enter(window, projects.open(target))), answersOfLater }
    },
    'snapshot.restore': async (window, { snapshot }) => {
      const { store, keeper, hub } = windows.projectOf(window)
      if (!window.coder) throw new Refusal('not_joined', 'coder.not_chosen')
      refuseWithoutRight(store, window.coder, 'steer')
      if (store.readonly) throw new Refusal('forbidden', 'store.read_only', { file: store.path })
      const then = found(store, snapshot)
      if (!isOfThisLine(store, then)) throw new Refusal('conflict', 'snapshot.other_line')
      await keeper.take('restore')
      const changes = await goBackTo(store, { coder: window.coder, profile }, then.seq)
      hub.nudge()
      return { changes }
    },
    'snapshot.ofFile': (_, { path }) => {
      const kept = listSnapshotsOfPath(profile, resolve(path))
      return { folder: kept[0] ? snapshotFolder(profile, kept[0].project) : '', snapshots: kept.map((snapshot) => shown(snapshot, true, false)) }
    },
    'snapshot.recover': async (window, { path, snapshot }) => {
      const place = resolve(path)
      const kept = listSnapshotsOfPath(profile, place).find(({ id }) => id === snapshot)
      if (!kept) throw new Refusal('not_found', 'snapshot.gone')
      if (windows.all().some(({ project }) => project?.path === place)) throw new Refusal('conflict', 'snapshot.still_open')
      copyProject(snapshotFile(profile, kept.project, kept.id), `${place}.nieuw`)
      setAside(place)
      renameSync(`${place}.nieuw`, place)
      return enter(window, projects.open(place))
    }
  }
}

/** Only a file that still holds the snapshot's last op at its place grew out of it. */
function isOfThisLine(store: Store, { seq, head }: Snapshot): boolean {
  return headOf(store, seq) === head
}

function shown({ id, at, why, size, stories, codes, codings }: Snapshot & { project?: Id }, hidesCodings: boolean, canRestore: boolean): SnapshotInList {
  return { id, at, why, size, stories, codes, codings: hidesCodings ? null : codings, canRestore }
}

/** `name (22-11-2026 14.05).duiding` beside the project, or in this installation's own folder where one may not write; a free name. */
export function placeBeside(path: string, profile: string, words: string): string {
  const folder = mayWrite(dirname(path)) ? dirname(path) : profile
  const stem = basename(path).replace(/\.duiding$/i, '')
  for (let nth = 1; ; nth++) {
    const place = join(folder, `${stem} (${words}${nth > 1 ? `, ${nth}` : ''}).duiding`)
    if (!existsSync(place)) return place
  }
}

/** `22-11-2026 14.05`, by the clock of this computer; a colon can't stand in a file name everywhere. */
export function momentWords(at: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const day = new Date(at)
  return `${two(day.getDate())}-${two(day.getMonth() + 1)}-${day.getFullYear()} ${two(day.getHours())}.${two(day.getMinutes())}`
}

function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** The broken file keeps all it has, its log and journal beside it, under another name. */
function setAside(path: string): void {
  const aside = placeBeside(path, dirname(path), `beschadigd ${momentWords(Date.now())}`)
  for (const ending of ['', '-wal', '-shm', '-journal']) if (existsSync(path + ending)) renameSync(path + ending, aside + ending)
}
