// Mirrors are made, and files put on a share, in a worker: a share may answer slowly or not at all.
import type { Mirror } from '../../db/team-folder/mirror.ts'
import { dropPart, knownMirror } from '../../db/team-folder/mirror.ts'
import { Refusal } from '../../shared/errors.ts'
import { inspectStranger } from '../inspect.ts'
import { apart } from './apart.ts'
import { whereIs } from './where.ts'

/** The mirror of what is shared at that path; made when there is none, after the shared file was looked into as any stranger's. Throws a Refusal. */
export async function mirrorOf(shared: string, profile: string): Promise<Mirror> {
  const known = knownMirror(shared, profile)
  if (known) return known
  const part = await apart({ is: 'fetch', shared, profile }) as string
  try {
    await inspectStranger(part, profile)
    return await apart({ is: 'make', part, shared, profile }) as Mirror
  } catch (error) {
    throw named(error, part, shared)
  } finally {
    dropPart(part)
  }
}

/** Works with a file that may lie on a network drive, where no store is opened: then with a copy of it. It is looked into as any stranger's. Throws a Refusal. */
export async function withLocalCopy<T>(path: string, profile: string, work: (local: string) => Promise<T>): Promise<T> {
  if ((await whereIs(path, profile))?.kind !== 'network') {
    await inspectStranger(path, profile)
    return work(path)
  }
  const part = await apart({ is: 'fetch', shared: path, profile }) as string
  try {
    await inspectStranger(part, profile)
    return await work(part)
  } catch (error) {
    throw named(error, part, path)
  } finally {
    dropPart(part)
  }
}

/** The refusal names the file one chose, not our copy of it. */
const named = (error: unknown, part: string, path: string): unknown =>
  error instanceof Refusal && error.failure.values.file === part ? Refusal.from({ ...error.failure, values: { ...error.failure.values, file: path } }) : error

/** Puts a copy of a file on a share, whole or not at all. Throws a Refusal (conflict) when something lies there. */
export const putApart = async (from: string, to: string): Promise<void> => void await apart({ is: 'put', from, to })
