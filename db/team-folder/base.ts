// The shared `name.duiding` itself: a whole project that people can copy and open. Nobody writes in it; now and then one mirror replaces it
// by a copy of itself. It is never made older than it was, and no op depends on it: those lie in the team folder.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BaseState } from '../../shared/contract/team.ts'
import { openStore } from '../open.ts'
import { projectId } from '../project.ts'
import { applyOps } from '../replication/apply-ops.ts'
import { contentOf } from '../replication/rebuild.ts'
import { heardOf, opsAfter, type Heard } from '../replication/wire.ts'
import { copyProject } from '../snapshots.ts'
import type { Store } from '../store.ts'
import { countsOf, covers } from './record.ts'
import { keepRecord, type Team } from './team.ts'

const DAY = 86_400_000
/** So many ops more than the shared file has are reason enough to replace it. */
const MANY = 2000


/** Takes in what the shared file has and this mirror lacks (a copy from home was put in its place, say). Read from a copy on the own disk. */
export async function readBase(team: Team): Promise<BaseState> {
  const { record, disk, store, profile } = team
  const mark = await disk.mark(team.shared)
  if (mark === null) {
    Object.assign(record, { base: null, baseHeard: {} }) // then it is made again
    return 'absent'
  }
  if (mark === record.base) return 'known'
  const bytes = await disk.read(team.shared)
  if (!bytes) return 'absent'
  return withCopy(team, bytes, async (base) => {
    if (projectId(base) !== record.project) return 'other_project'
    await applyOps({ store, profile, ops: (heard) => opsAfter(base, heard), content: contentOf(base) })
    Object.assign(record, { base: mark, baseHeard: countsOf(heardOf(base)) })
    keepRecord(team)
    return 'read'
  })
}

/** Reads a project file from these bytes, by a copy on the own disk; 'unreadable' where they are none. */
export async function withCopy(team: Team, bytes: Buffer, work: (copy: Store) => BaseState | Promise<BaseState>): Promise<BaseState> {
  const copy = join(team.home, 'base.duiding')
  dropFile(copy)
  let base: Store | null = null
  try {
    writeFileSync(copy, bytes)
    try {
      base = openStore(copy, { beforeMigration: () => undefined }) // an older one is brought to today's form in the copy alone
      if (base.db.pragma('quick_check(1)', { simple: true }) !== 'ok') return 'unreadable' // as long as it should be, with holes in its middle
    } catch {
      return 'unreadable' // half synchronised, or broken: it stays as it is
    }
    return await work(base)
  } finally {
    base?.close()
    dropFile(copy)
  }
}

const dropFile = (path: string): void => {
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })
}

/** Is it time to replace the shared file? `leaving`: whenever it lacks something. */
export function isBaseBehind({ store, record }: Team, now: number, leaving = false): boolean {
  const heard = heardOf(store)
  const lacks = [...heard].reduce((sum, [replica, rseq]) => sum + Math.max(0, rseq - (record.baseHeard[replica] ?? 0)), 0)
  return lacks > 0 && (leaving || record.base === null || lacks >= MANY || now - record.consolidatedAt >= DAY || hasNewWithdrawal(store, record.baseHeard))
}

/** Words that were withdrawn must not stay in the shared file for a day. */
const hasNewWithdrawal = (store: Store, counts: Record<string, number>): boolean =>
  store.all<{ id: Buffer; rseq: number }>(`SELECT r.id, o.rseq FROM op o JOIN replica r ON r.num = o.replica WHERE o.kind = 'story.withdrawn'`)
    .some(({ id, rseq }) => rseq > (counts[id.toString('base64url')] ?? 0))

const LEASE = 60_000
type Lease = { writer: string; until: number }

/**
 * Replaces the shared file by a checked copy of the mirror. 'behind': it has something that could not come in here, so it stays.
 * 'changed': somebody replaced it meanwhile. 'leased': somebody else is at it; that is a hint which spares work, safety does not rest
 * on it. Throws what the disk throws, or a Refusal when the mirror cannot be copied.
 */
export async function consolidate(team: Team, now = Date.now()): Promise<'done' | 'behind' | 'changed' | 'leased' | Exclude<BaseState, 'known' | 'read' | 'absent'>> {
  const { record, disk } = team
  const leaseFile = join(team.folder, 'consolidating.json')
  if (isLeased(await disk.read(leaseFile), record.writer, now)) return 'leased'
  await disk.put(leaseFile, Buffer.from(JSON.stringify({ writer: record.writer, until: now + LEASE } satisfies Lease)))
  const part = join(team.home, 'consolidated.duiding')
  try {
    const state = await readBase(team)
    if (state === 'unreadable' || state === 'other_project') return state
    const mark = state === 'absent' ? null : record.base
    dropFile(part)
    copyProject(team.store.path, part)
    const heard = heardInFile(part)
    if (state !== 'absent' && !covers(heard, record.baseHeard)) return 'behind'
    if ((await disk.mark(team.shared)) !== mark) return 'changed'
    await disk.put(team.shared, readFileSync(part))
    Object.assign(record, { base: await disk.mark(team.shared), baseHeard: countsOf(heard), consolidatedAt: now })
    keepRecord(team)
    return 'done'
  } finally {
    dropFile(part)
    await disk.remove(leaseFile).catch(() => undefined) // it lapses by itself
  }
}

function isLeased(bytes: Buffer | null, writer: string, now: number): boolean {
  try {
    const lease = JSON.parse(bytes?.toString('utf8') ?? 'null') as Lease | null
    return lease !== null && lease.writer !== writer && lease.until > now && lease.until <= now + LEASE
  } catch {
    return false
  }
}

function heardInFile(path: string): Heard {
  const copy = openStore(path, { readonly: true })
  try {
    return heardOf(copy)
  } finally {
    copy.close()
  }
}
