// The desk's calls about sharing through a team folder: how it stands, choosing it by hand, and a shared file that is broken.
import { existsSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import type { desk, DeskOutput } from '../../shared/contract/desk.ts'
import { Refusal } from '../../shared/errors.ts'
import { lastChanges } from '../../db/coders.ts'
import { makeShared } from '../../db/team-folder/choose.ts'
import { teamFolderOf } from '../../db/team-folder/names.ts'
import { isOurs } from '../../db/team-folder/shared-place.ts'
import type { DoorHandlers } from '../door.ts'
import { momentWords, placeBeside } from '../keeping.ts'
import type { Project, Projects } from '../projects.ts'
import { refuseWithoutRight } from '../rights.ts'
import type { Window, Windows } from '../windows.ts'
import type { Opening } from './opening.ts'
import type { TeamLink } from './team-link.ts'

type Calls = Pick<typeof desk, 'team.read' | 'team.choose' | 'team.look' | 'team.replaceBroken'>
export type TeamCallParts = { profile: string; projects: Projects; windows: Windows; opening: Opening; enter: (window: Window, project: Project) => Promise<DeskOutput<'desk.open'>> }

export function teamCalls({ profile, projects, windows, opening, enter }: TeamCallParts): DoorHandlers<Calls> {
  const steering = (window: Window): Project => {
    const project = windows.projectOf(window)
    if (!window.coder) throw new Refusal('not_joined', 'coder.not_chosen')
    refuseWithoutRight(project.store, window.coder, 'steer')
    return project
  }
  const linkOf = ({ team }: Project): TeamLink => {
    if (!team) throw new Refusal('conflict', 'team.not_shared')
    return team
  }
  return {
    'team.read': (window) => {
      const { store, team, place } = windows.projectOf(window)
      return { place: team?.place ?? null, path: place, folder: team && teamFolderOf(place), canChoose: !team && !store.readonly && !isOurs(place, profile), coders: lastChanges(store) }
    },
    'team.choose': async (window) => {
      const { path, team, store, isHosted } = steering(window)
      if (isOurs(path, profile)) throw new Refusal('conflict', 'team.in_profile')
      if (team || store.readonly) throw new Refusal('conflict', team ? 'team.already' : 'store.read_only', { file: path })
      const { coder } = window
      const others = windows.all().filter((each) => each !== window && each.project?.path === path)
      if (isHosted || others.some(({ ears }) => ears.size > 0)) throw new Refusal('conflict', 'team.in_use', { file: path })
      for (const each of [...others, window]) await windows.leave(each)
      await projects.shutAt(path)
      const refused = refusalOf(() => makeShared(path))
      const opened = await enter(window, await opening.open(path))
      window.coder = coder
      window.ears.forEach((ear) => ear.terminate()) // it hears what was closed; it comes back by itself
      if (refused) throw refused
      return { ...opened, coder }
    },
    'team.look': (window) => {
      linkOf(windows.projectOf(window)).look()
      return null
    },
    'team.replaceBroken': (window) => {
      const team = linkOf(steering(window))
      if (!existsSync(team.shared)) throw new Refusal('not_found', 'file.absent', { file: team.shared })
      const aside = placeBeside(team.shared, dirname(team.shared), `beschadigd ${momentWords(Date.now())}`)
      renameSync(team.shared, aside)
      team.look()
      return { aside }
    }
  }
}

function refusalOf(work: () => void): Refusal | null {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}
