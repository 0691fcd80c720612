// Now and then a mirror looks beside its own work: other files of this project next to the shared one, clocks that run ahead, what
// crashes left half.
import { readdir, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Id } from '../../shared/domain/ids.ts'
import { toIdOrNull } from '../ids.ts'
import { projectId } from '../project.ts'
import { heardOf } from '../replication/wire.ts'
import type { Store } from '../store.ts'
import { withCopy } from './base.ts'
import { readOneOf } from './disk.ts'
import type { Team } from './team.ts'

/** Another file of this project, and how many changes it has that are not here. */
export type OtherCopy = { name: string; changes: number }
export type Skew = { coder: Id | null; ahead: number }

/** Our own copies carry their moment ("proef (22-11-2026 14.05).duiding"); nobody waits for what is in them. */
const OUR_COPY = /\([^()]*\d{1,2}-\d{1,2}-\d{4} \d{2}\.\d{2}[^()]*\)/
const HOUR = 3_600_000

/**
 * The team folder, and those that a synchroniser made of it because two people began to share at the same moment ("proef.duiding-team (1)").
 * What is in those counts as well: whoever wrote it sees it under the right name, and takes it for shared.
 */
export async function findFolders({ disk, shared, folder }: Team): Promise<string[]> {
  const names = await disk.list(dirname(shared))
  return [folder, ...names.filter((name) => name.startsWith(basename(folder)) && name !== basename(folder)).map((name) => join(dirname(shared), name))]
}

/** Files beside the shared one that bear its name and more ("proef (conflicted copy).duiding", "Kopie van proef.duiding") and hold what is not here. */
export async function findCopies(team: Team): Promise<OtherCopy[]> {
  const folder = dirname(team.shared)
  const stem = basename(team.shared).replace(/\.duiding$/i, '')
  const names = (await team.disk.list(folder)).filter((name) => /\.duiding$/i.test(name) && name !== basename(team.shared) && name.includes(stem) && !OUR_COPY.test(name))
  const copies: OtherCopy[] = []
  for (const name of names) {
    const changes = await changesIn(team, join(folder, name))
    if (changes > 0) copies.push({ name, changes })
  }
  return copies
}

/** Each state of such a file is read once; what it held is compared anew, because it may come in meanwhile. */
async function changesIn(team: Team, path: string): Promise<number> {
  const mark = await team.disk.mark(path)
  const seen = team.seen.copies.get(path)
  if (mark === null) return 0
  if (seen?.mark !== mark) {
    const bytes = await readOneOf(team.disk, path)
    const heard = new Map<Id, number>()
    const state = bytes && await withCopy(team, bytes, (copy) => {
      if (projectId(copy) !== team.record.project) return 'other_project'
      for (const [replica, last] of heardOf(copy)) heard.set(replica, last)
      return 'read'
    })
    if (state === 'unreadable') return 0 // not whole yet
    team.seen.copies.set(path, { mark, heard })
  }
  const here = heardOf(team.store)
  return [...team.seen.copies.get(path)!.heard].reduce((sum, [replica, last]) => sum + Math.max(0, last - (here.get(replica) ?? 0)), 0)
}

/** The first change that was made later than it is now by this computer's clock; all later ones follow it, whoever made them. */
export function findSkew(store: Store, now: number): Skew | null {
  const limit = (now + HOUR) * 1024
  const first = store.get<{ coder: Buffer | null; hlc: number }>('SELECT coder, hlc FROM op WHERE hlc >= ? ORDER BY hlc LIMIT 1', [limit])
  return first ? { coder: toIdOrNull(first.coder), ahead: Math.floor(first.hlc / 1024) - now } : null
}

/** A shared file that was half put in place when a program was killed. */
export async function clearHalf({ shared }: Team, now: number): Promise<void> {
  const folder = dirname(shared)
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`${basename(shared)}.`) || !/\.\d+\.tmp$/.test(name)) continue
    const path = join(folder, name)
    if (now - (await stat(path)).mtimeMs > HOUR) await rm(path, { force: true })
  }
}
