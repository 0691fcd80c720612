// Where a project lies, without ever holding up the host's own thread: what only a touch would tell is asked in a worker, for a few seconds.
import { existsSync } from 'node:fs'
import { knownMirror } from '../../db/team-folder/mirror.ts'
import { thisComputer, type Probe } from '../../db/team-folder/place-of.ts'
import { reachOf } from '../../db/team-folder/reach.ts'
import { isOursByName, sharedPlace } from '../../db/team-folder/shared-place.ts'
import type { SharedPlace } from '../../shared/contract/team.ts'
import { Refusal } from '../../shared/errors.ts'
import { apart } from './apart.ts'

/** Milliseconds. */
const PATIENCE = 5000

export type Asking = { probe?: Probe; /** Asks where it may take for ever. */ ask?: (path: string, profile: string) => Promise<SharedPlace | null>; patience?: number }

/**
 * As sharedPlace (db/team-folder). A place that does not answer counts as a network's where a mirror of the project is here; else
 * throws a Refusal (busy, 'team.silent').
 */
export async function whereIs(path: string, profile: string, { probe = thisComputer, ask = askApart, patience }: Asking = {}): Promise<SharedPlace | null> {
  if (isOursByName(path, profile)) return null
  const reach = reachOf(path, probe)
  if (reach.is === 'here') return sharedPlace(path, profile, probe)
  if (reach.is === 'network') return reach.place
  const answer = await answerOf(ask(path, profile), patience)
  if (answer !== 'silent') return answer
  if (knownMirror(path, profile)) return { kind: 'network', system: 'silent' }
  throw new Refusal('busy', 'team.silent', { file: path })
}

/** What asking a place gives, or 'silent' after these milliseconds. */
export async function answerOf<T>(asking: Promise<T>, patience = PATIENCE): Promise<T | 'silent'> {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<'silent'>((resolve) => { timer = setTimeout(resolve, patience, 'silent') })
  return await Promise.race([asking, silence]).finally(() => clearTimeout(timer))
}

const askApart = async (path: string, profile: string): Promise<SharedPlace | null> => await apart({ is: 'place', path, profile }) as SharedPlace | null

/** For a list of projects: one on a share is not asked for, it may be there. */
export const mayBeThere = (path: string, profile: string): boolean =>
  path.startsWith('https://') || reachOf(path).is !== 'here' || existsSync(path) || knownMirror(path, profile) !== null
