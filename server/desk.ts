// The desk: everything a window does before and around a project. Same door rules as the core: zod in, values out.
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { desk, type DeskOutput } from '../shared/contract/desk.ts'
import { Refusal } from '../shared/errors.ts'
import { findCoder } from '../db/coders.ts'
import { readVisit } from '../db/presence.ts'
import { copyAlone } from '../db/snapshots.ts'
import { projectId, projectTitle } from '../db/project.ts'
import { forgetIndex } from '../db/search/index-file.ts'
import { lastSeq } from '../db/transact.ts'
import { browse } from './browse.ts'
import { createDoor, type Door } from './door.ts'
import { keepingCalls, momentWords, placeBeside } from './keeping.ts'
import { mergingCalls } from './merging.ts'
import { openMemberships } from './lan/memberships.ts'
import type { Remote } from './lan/remote.ts'
import { VERSION } from './version.ts'
import type { Profile, Remembered } from './profile.ts'
import type { Project, Projects } from './projects.ts'
import { sampleFile } from './sample.ts'
import { holdersNear } from './team/holders.ts'
import type { Opening } from './team/opening.ts'
import { teamCalls } from './team/team-calls.ts'
import { mayBeThere } from './team/where.ts'
import type { Window, Windows } from './windows.ts'

const RECENT = 12

export type DeskParts = { profile: Profile; projects: Projects; windows: Windows; opening: Opening }

export function createDesk({ profile, projects, windows, opening }: DeskParts, options: { nativeDialogs: boolean; start: string | null }): Door {
  const opened = (window: Window): DeskOutput<'desk.open'> => {
    const { project, since } = window
    const { store, place: path, team } = project!
    if (window.coder && !findCoder(store, window.coder)) window.coder = null // joined to another: who sits here chooses anew
    const { coder } = window
    const last = profile.read().lastCoder[projectId(store)]
    return { path, place: team?.place ?? null, title: projectTitle(store), coder, lastCoder: last && findCoder(store, last) ? last : null, seq: lastSeq(store), since }
  }
  const enter = async (window: Window, project: Project): Promise<DeskOutput<'desk.open'>> => {
    await windows.enter(window, project)
    remember(profile, project)
    return opened(window)
  }
  const memberships = openMemberships(profile.folder)
  /** A colleague's project in this window; what it is called is that host's word. */
  const theirs = async ({ id, remote }: Window): Promise<DeskOutput<'desk.read'>> => {
    const read = await remote!.send(id, 'desk.read', {})
    if (!read.ok) throw Refusal.from(read.failure)
    const { opened: there, guest, ...rest } = desk['desk.read'].output.parse(read.value)
    return { ...rest, opened: there && { ...there, path: remote!.url }, guest: guest && { ...guest, leaves: true } }
  }
  const takePart = async (window: Window, remote: Remote): Promise<DeskOutput<'desk.open'>> => {
    await windows.leave(window)
    window.remote = remote
    const { opened: there } = await theirs(window)
    profile.change((remembered) => { remembered.recent = recentFirst({ path: remote.url, title: there!.title, openedAt: Date.now() }, remembered.recent) })
    return there!
  }
  return createDoor(desk, {
    'desk.join': async (window, { link, ...person }) => takePart(window, await memberships.join(link, person)),
    'desk.read': async (window) => {
      if (window.remote) return theirs(window)
      const { recent, preferences } = profile.read()
      // A title may have changed since its project was opened.
      const titles = new Map(windows.all().flatMap(({ project }) => (project ? [[project.place, projectTitle(project.store)]] : [])))
      return {
        recent: recent.map((entry) => ({ ...entry, title: titles.get(entry.path) ?? entry.title, there: mayBeThere(entry.path, profile.folder) })), opened: window.project ? opened(window) : null,
        start: options.start, preferences, version: VERSION, nativeDialogs: options.nativeDialogs, guest: null
      }
    },
    'desk.remember': (_, { preferences }) => {
      profile.change((remembered) => Object.assign(remembered.preferences, preferences))
      return null
    },
    'desk.browse': (_, { folder, show }) => browse(folder, show),
    'desk.create': async (window, { folder, name, title, question, language }) => {
      const path = fileIn(folder, name)
      await mkdir(folder, { recursive: true })
      return enter(window, await opening.create(path, { title, question, language }))
    },
    'desk.open': async (window, { path }) => {
      if (path.startsWith('https://')) return takePart(window, memberships.open(path))
      const replaced = projects.replacedAt(path)
      for (const each of windows.all()) if (each.project && replaced.includes(each.project)) await windows.leave(each)
      await projects.shutReplaced(path)
      return enter(window, await opening.open(path))
    },
    'desk.openAlone': async (window, { path }) => {
      const place = placeBeside(resolve(path), profile.folder, momentWords(Date.now()))
      copyAlone(resolve(path), place)
      return enter(window, await opening.open(place))
    },
    'desk.openSample': async (window, { fresh }) => enter(window, projects.open(await sampleFile(profile.folder, fresh))),
    'desk.enter': (window, { coder }) => {
      const { store } = windows.projectOf(window)
      if (!findCoder(store, coder)) throw new Refusal('not_joined', 'coder.unknown')
      window.since = readVisit(store, coder)
      window.coder = coder
      profile.change((remembered) => { remembered.lastCoder[projectId(store)] = coder })
      return opened(window)
    },
    'desk.leave': async (window) => {
      if (window.project) remember(profile, window.project) // its title may have changed since it was opened
      await windows.leave(window)
      return null
    },
    'desk.saveCopy': async (window, { folder, name }) => {
      const path = fileIn(folder, name)
      const { keeper } = windows.projectOf(window)
      await opening.writeCopy(path, (target) => keeper.copy(target))
      return { path }
    },
    'desk.forget': (_, { path }) => {
      forgetIndex(profile.folder, path) // it holds words
      profile.change((remembered) => { remembered.recent = remembered.recent.filter((entry) => entry.path !== path) })
      return null
    },
    ...mergingCalls(profile.folder, windows),
    ...keepingCalls({ profile: profile.folder, projects, windows, enter }),
    'privacy.copies': (window) => {
      const { path, place } = windows.projectOf(window)
      return holdersNear({ path, place, profile: profile.folder, recent: profile.read().recent.map((entry) => entry.path) })
    },
    ...teamCalls({ profile: profile.folder, projects, windows, opening, enter })
  })
}

/** A project file of that name in that folder; a name never leaves the folder. */
function fileIn(folder: string, name: string): string {
  const plain = name.replace(/\.duiding$/i, '').replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').replace(/\s+/g, ' ').trim()
  if (!plain || /^\.+$/.test(plain)) throw new Refusal('invalid_input', 'file.name_unfit', { name })
  return join(resolve(folder), `${plain}.duiding`)
}

function remember(profile: Profile, { place: path, store }: Project): void {
  profile.change((remembered) => {
    remembered.recent = recentFirst({ path, title: projectTitle(store), openedAt: Date.now() }, remembered.recent)
  })
}

type Recent = Remembered['recent']
const recentFirst = (entry: Recent[number], recent: Recent): Recent => [entry, ...recent.filter(({ path }) => path !== entry.path)].slice(0, RECENT)
