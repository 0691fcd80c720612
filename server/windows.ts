// The windows a host serves: which project each has open and which coder it speaks for.
import type { Id } from '../shared/domain/ids.ts'
import { Refusal } from '../shared/errors.ts'
import type { Remote } from './lan/remote.ts'
import type { Project, Projects } from './projects.ts'

export type Window = { id: Id; project: Project | null; coder: Id | null; /** Up to which op the coder had been here before entering. */ since: number | null; /** It takes part in a colleague's project instead. */ remote: Remote | null; /** Its open feeds. */ ears: Set<Ear> }
export type Ear = { terminate(): void }
export type Windows = {
  of(id: Id): Window
  /** The project of a window that must have one. */
  projectOf(window: Window): Project
  enter(window: Window, project: Project): Promise<void>
  leave(window: Window): Promise<void>
  all(): Window[]
}

export function createWindows(projects: Projects): Windows {
  const windows = new Map<Id, Window>()
  const leave = async (window: Window): Promise<void> => {
    const { project } = window
    window.project = null
    window.coder = null
    window.since = null
    window.remote = null
    if (project) await projects.release(project)
  }
  return {
    of(id) {
      let window = windows.get(id)
      if (!window) windows.set(id, (window = { id, project: null, coder: null, since: null, remote: null, ears: new Set() }))
      return window
    },
    projectOf(window) {
      if (!window.project) throw new Refusal('not_joined', 'window.unknown')
      return window.project
    },
    async enter(window, project) {
      // First the new one: closing the old one takes a while, and meanwhile the window must not be one without a project.
      const before = window.project
      Object.assign(window, { project, coder: null, since: null, remote: null })
      if (before) await projects.release(before)
    },
    leave,
    all: () => [...windows.values()]
  }
}
