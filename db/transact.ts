// A write transaction: BEGIN IMMEDIATE, taken with short, jittered tries so that no process starves another.
import type { Id } from '../shared/domain/ids.ts'
import { Refusal } from '../shared/errors.ts'
import { sqliteCode, translateWriting } from './sqlite-errors.ts'
import { recordGesture } from './gestures.ts'
import { holdCodes } from './held.ts'
import { keepReplica, takeReplica } from './replica.ts'
import { Writer, type OpHead } from './record.ts'
import type { Store } from './store.ts'

export type Committed<T> = { value: T; ops: OpHead[]; seq: number }
export type Act = {
  coder: Id | null
  /** Can this be undone by the coder? Then it becomes a gesture (of each coder with a part in it). */
  undoable: boolean
  /** Where this installation keeps its replica ids. */
  profile: string
  now?: number
}

const GIVE_UP_AFTER = 10_000

/**
 * Runs `work` in one write transaction: rows, ops and gesture together, or nothing. Waits up to 10 s for the lock
 * without holding up the event loop. Throws a Refusal (busy) after that, or whatever refused inside.
 */
export async function transact<T>(store: Store, act: Act, work: (writer: Writer) => T): Promise<Committed<T>> {
  const deadline = Date.now() + GIVE_UP_AFTER
  for (;;) {
    if (begin(store)) return inside(store, act, work)
    if (Date.now() > deadline) throw new Refusal('busy', 'store.busy', { file: store.path })
    await new Promise((resolve) => setTimeout(resolve, 2 + Math.random() * 23))
  }
}

function begin(store: Store): boolean {
  mustBeThere(store)
  try {
    store.db.pragma('busy_timeout = 0')
    store.sql('BEGIN IMMEDIATE').run()
    return true
  } catch (error) {
    if (sqliteCode(error) === 'SQLITE_BUSY') return false
    throw translateWriting(error, store.path)
  }
}

function inside<T>(store: Store, act: Act, work: (writer: Writer) => T): Committed<T> {
  try {
    if (!store.replica) takeReplica(store, act.profile)
    const writer = new Writer(store, act.coder, act.now ?? Date.now())
    const value = work(writer)
    if (writer.touchesCodes) holdCodes(store)
    if (act.undoable) for (const [coder, kind] of writer.acts) recordGesture(store, coder, writer.tx, kind)
    const seq = lastSeq(store)
    store.sql('COMMIT').run()
    mustBeThere(store) // else it was written into a file that nobody will open again
    if (writer.ops.length > 0) afterwards(store, act.profile)
    return { value, ops: writer.ops, seq }
  } catch (error) {
    if (store.db.inTransaction) store.sql('ROLLBACK').run()
    store.replica = writtenReplica(store)
    throw translateWriting(error, store.path)
  }
}

/** A replica row made in a transaction that rolled back is gone: then it must be made again next time. */
function writtenReplica(store: Store): Store['replica'] {
  return store.replica && store.get('SELECT 1 FROM replica WHERE num = ?', [store.replica.num]) ? store.replica : null
}

/** The last op in the file, in order of arrival. */
export const lastSeq = (store: Store): number => store.get<{ seq: number | null }>('SELECT max(seq) AS seq FROM op')!.seq ?? 0

/** Throws a Refusal (conflict 'store.moved') when another file lies at the store's path, or none: writing on would go nowhere. */
function mustBeThere(store: Store): void {
  if (store.isMoved()) throw new Refusal('conflict', 'store.moved', { file: store.path })
}

const remembering = new WeakMap<Store, NodeJS.Timeout>()
const settling = new WeakMap<Store, NodeJS.Timeout>()

/** After a commit: the profile learns the replica's last number within half a second, and a store left alone for a second empties its log. */
function afterwards(store: Store, profile: string): void {
  if (!remembering.has(store)) remembering.set(store, later(store, 500, () => {
    remembering.delete(store)
    harmlessly(() => keepReplica(store, profile))
  }))
  clearTimeout(settling.get(store))
  settling.set(store, later(store, 900, () => harmlessly(() => store.db.pragma('wal_checkpoint(TRUNCATE)'))))
}

/** Tidying up that can wait: on a full disk, or without rights, it is tried again after the next change. */
export function harmlessly(work: () => void): void {
  try {
    work()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (!(code?.startsWith('SQLITE_') || ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'ENOENT'].includes(code ?? ''))) throw error
  }
}

function later(store: Store, delay: number, work: () => void): NodeJS.Timeout {
  const timer = setTimeout(() => {
    if (store.db.open) work()
  }, delay)
  return timer.unref()
}
