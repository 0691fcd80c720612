// Which project files near an open project are copies of it that hold words of stories withdrawn in it. A folder that may lie on a share is
// looked into by a worker of its own, for a few seconds: one that does not answer is named, and holds up nobody.
import { dirname } from 'node:path'
import type { DeskOutput } from '../../shared/contract/desk.ts'
import { reachOf } from '../../db/team-folder/reach.ts'
import { apart } from './apart.ts'
import { answerOf, type Asking } from './where.ts'

type Search = { /** Of the store. */ path: string; /** Where people know it. */ place: string; profile: string; /** Files opened before, links among them. */ recent: readonly string[] }
/** Looks into folders, where it may take for ever. */
type Look = (folders: string[]) => Promise<string[]>

/** In the folders where this installation opened projects. */
export async function holdersNear({ path, place, profile, recent }: Search, { probe, patience, look = lookApart(path, place) }: Asking & { look?: Look } = {}): Promise<DeskOutput<'privacy.copies'>> {
  const folders = [...new Set([profile, ...[place, ...recent].filter((each) => !each.startsWith('https://')).map((each) => dirname(each))])]
  const isHere = (folder: string): boolean => reachOf(folder, probe).is === 'here'
  const away = folders.filter((folder) => !isHere(folder))
  const [here, ...there] = await Promise.all([look(folders.filter(isHere)), ...away.map((folder) => answerOf(look([folder]), patience))])
  return {
    paths: [...here, ...there.flatMap((found) => (found === 'silent' ? [] : found))],
    silent: away.filter((_, at) => there[at] === 'silent')
  }
}

const lookApart = (path: string, place: string): Look => async (folders) => await apart({ is: 'holders', path, place, folders }) as string[]
