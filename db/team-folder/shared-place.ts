// Is the project at a path shared through a folder? By where it lies, or because people chose so: then its team folder stands beside it.
import { existsSync, realpathSync } from 'node:fs'
import { dirname, isAbsolute, relative } from 'node:path'
import type { SharedPlace } from '../../shared/contract/team.ts'
import { knownMirror } from './mirror.ts'
import { teamFolderOf } from './names.ts'
import { placeOf, thisComputer, type Probe } from './place-of.ts'

/** Null: the file itself is the store. `path`: absolute; nothing need lie there yet. What lies in the profile is ours alone, wherever that is. */
export function sharedPlace(path: string, profile: string, probe: Probe = thisComputer): SharedPlace | null {
  if (isOurs(path, profile)) return null
  const place = placeOf(path, probe)
  if (place.kind !== 'local') return place
  // A mirror is known by the path also while the share is away, or when somebody took the team folder: its work is not split off.
  return existsSync(teamFolderOf(path)) || knownMirror(path, profile) ? { kind: 'chosen' } : null
}

/** In the installation's own folder: the sample, and copies to look into. */
export const isOurs = (path: string, profile: string): boolean => isWithin(profile, path)

/** The same by its name alone, for a path that is not to be touched. */
export const isOursByName = (path: string, profile: string): boolean => isBelow(profile, path)

const isWithin = (folder: string, path: string): boolean => isBelow(real(folder), real(path))

const isBelow = (folder: string, path: string): boolean => {
  const way = relative(folder, path)
  return way !== '' && !way.startsWith('..') && !isAbsolute(way)
}

function real(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path === dirname(path) ? path : real(dirname(path)) + path.slice(dirname(path).length)
  }
}
