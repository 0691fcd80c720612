// A project file for one command: opened, asked through the one door, closed; and people and codes by their names.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { CallName, Input, Output } from '../../shared/contract/index.ts'
import { codesCalled, unaccented } from '../../shared/domain/code-named.ts'
import { sameName } from '../../shared/domain/names.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { Refusal } from '../../shared/errors.ts'
import { listCoders, type CoderRow } from '../../db/coders.ts'
import type { Store } from '../../db/store.ts'
import { dispatch } from '../dispatch.ts'
import { harmlessly } from '../../db/tidy.ts'
import { defaultProfileFolder, makeProfileFolder } from '../profile.ts'
import { text, type Given } from './arguments.ts'
import { openToWork } from './shared-project.ts'

export type Opened = {
  store: Store
  profile: string
  /** Who looks (--as NAME); null: as nobody in particular. */
  viewer: Id | null
  call: <N extends CallName>(name: N, input: Input<N>, coder?: Id | null) => Promise<Output<N>>
}

export function profileFolder(): string {
  const folder = process.env.DUIDING_PROFILE ?? defaultProfileFolder()
  harmlessly(() => makeProfileFolder(folder))
  return folder
}

/** The same, of a command that changes nothing: also where one may only read. */
export const lookingAt = <T>(given: Given, work: (project: Opened) => Promise<T> | T): Promise<T> => withProject(given, work, true)

/** Opens the file named first, runs `work`, and closes it whatever happens. */
export async function withProject<T>(given: Given, work: (project: Opened) => Promise<T> | T, look = false): Promise<T> {
  const profile = profileFolder()
  const { store, end } = await openToWork(resolve(given.positional[0]!), profile, look)
  try {
    const as = text(given, 'as')
    const viewer = as === undefined ? null : coderNamed(store, as).id
    const call: Opened['call'] = async (name, input, coder = viewer) => {
      const { result } = await dispatch({ store, coder, profile }, name, input)
      if (!result.ok) throw Refusal.from(result.failure)
      return result.value as never
    }
    return await work({ store, profile, viewer, call })
  } finally {
    await end()
  }
}

/** Throws a Refusal (not_found) that lists who there are. */
export function coderNamed(store: Store, name: string): CoderRow {
  const all = listCoders(store)
  const found = all.find((coder) => sameName(coder.name, name)) ?? all.find((coder) => coder.initials.toLowerCase() === name.toLowerCase())
  if (!found) throw new Refusal('not_found', 'coder.no_such_name', { name, names: all.map((coder) => coder.name).join(', ') || '–' })
  return found
}

/** Codes by name or path (`Hulpvraag/Opvoeding`). Throws a Refusal (not_found) for words that name none, or several. */
export async function codesNamed(project: Opened, names: string[]): Promise<{ id: Id; name: string }[]> {
  const codes = await project.call('code.list', {})
  return names.map((name) => {
    const exact = codesCalled(codes, name)
    const found = exact.length > 0 ? exact : codesCalled(codes, name, unaccented)
    if (found.length !== 1) throw new Refusal('not_found', found.length === 0 ? 'code.no_such_name' : 'code.name_twice', { code: name })
    return { id: found[0]!.id, name: found[0]!.name }
  })
}

/** Fails early with a sentence when a file to be read is not there. */
export function mustExist(path: string): string {
  if (!existsSync(path)) throw new Refusal('not_found', 'file.absent', { file: path })
  return path
}
