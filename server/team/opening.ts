// Opening a project wherever it lies: a file on this computer's disk as it is, one on a share or in a synchronised folder by its mirror.
import { mkdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { createStore, type NewProject } from '../../db/open.ts'
import { dropPart, knownMirror } from '../../db/team-folder/mirror.ts'
import { newId } from '../../shared/domain/ids.ts'
import { Refusal } from '../../shared/errors.ts'
import { inspectStranger } from '../inspect.ts'
import type { Project, Projects } from '../projects.ts'
import { mirrorOf, putApart } from './mirror-apart.ts'
import { whereIs } from './where.ts'

export type Opening = {
  /** Throws a Refusal. */
  open(path: string): Promise<Project>
  /** Makes an empty project at `path` and opens it. Throws a Refusal (conflict) when something lies there. */
  create(path: string, project: NewProject): Promise<Project>
  /** A copy made by `write` at `path`, also where no store may be opened. */
  writeCopy(path: string, write: (target: string) => Promise<void>): Promise<void>
}

export function createOpening(profile: string, projects: Projects): Opening {
  let turn: Promise<unknown> = Promise.resolve()
  /** One after the other: two windows on one shared file make one mirror. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work, work)
    turn = mine.catch(() => undefined)
    return mine
  }
  const aside = async (path: string, make: (target: string) => void | Promise<void>): Promise<void> => {
    const folder = join(profile, 'mirrors')
    mkdirSync(folder, { recursive: true })
    const part = join(folder, `${process.pid}-${newId()}.${basename(path)}`)
    try {
      await make(part)
      await putApart(part, path)
    } finally {
      dropPart(part)
    }
  }
  const open = async (path: string): Promise<Project> => {
    const real = resolve(path)
    const place = await whereIs(real, profile)
    if (!place) {
      if (!projects.has(real)) await inspectStranger(real, profile)
      return projects.open(real)
    }
    const { path: mirror, home } = await inTurn(() => mirrorOf(real, profile))
    return projects.open(mirror, { shared: real, home, place })
  }
  return {
    open,
    async create(path, project) {
      if (knownMirror(path, profile)) throw new Refusal('conflict', 'file.exists', { file: path }) // what was shared there still lives in it
      if (!(await whereIs(path, profile))) return projects.adopt(createStore(path, project))
      await aside(path, (part) => createStore(part, project).close())
      return open(path)
    },
    async writeCopy(path, write) {
      const place = await whereIs(path, profile)
      if (place?.kind === 'chosen') throw new Refusal('conflict', 'file.exists', { file: path }) // its team folder stands there
      if (place) await aside(path, write)
      else await write(path)
    }
  }
}
