// A write transaction: BEGIN IMMEDIATE, taken with short, jittered tries so that no process starves another.
import type { Id } from '../shared/domain/ids.ts'
import { Refusal } from '../shared/errors.ts'
import { sqliteCode, translateWriting } from './sqlite-errors.ts'
import { recordGesture } from './gestures.ts'
import { holdCodes } from './held.ts'
import { takeReplica, tellNumbers } from './replica.ts'
import { Writer, type OpHead } from './record.ts'
import type { Store } from './store.ts'
import { tidyAfter } from './tidy.ts'

export type Committed<T> = { value: T; ops: OpHead[]; seq: number }
export type Act = {
  coder: Id | null
  /** Can this be undone by the coder? Then it becomes a gesture (of each coder with a part in it). */
  undoable: boolean
  /** Where this installation keeps its replica ids. */
  profile: string
  now?: number
}

/** Milliseconds. Longer than any lock of ours: a file of a million codings is written anew, after a withdrawal, in some seconds. */
const GIVE_UP_AFTER = 30_000
/** At most this long a lock for the calls of several coders together (milliseconds). */
const TOGETHER = 60
/** So many turns of the event loop at most, while more calls keep arriving: they are saved by one sync of the disk. */
const TURNS = 4

type Waiting = { act: Act; work: (writer: Writer) => unknown; deadline: number; /** Was in a batch that was lost. */ alone: boolean; resolve: (committed: Committed<unknown>) => void; reject: (error: unknown) => void }
const lines = new WeakMap<Store, Waiting[]>()
/** Of this process: for measuring how many calls share a sync of the disk. */
export const commits = { batches: 0, calls: 0, largest: 0 }

/**
 * Runs `work` in a write transaction: rows, ops and gesture together, or nothing. Calls that wait at the same moment share one
 * transaction, each behind a savepoint of its own, so that one that is refused takes no other along. Waits up to 30 s for the
 * lock without holding up the event loop. Throws a Refusal (busy) after that, or whatever refused inside. `work` may run a
 * second time, when the batch it was in was lost.
 */
export function transact<T>(store: Store, act: Act, work: (writer: Writer) => T): Promise<Committed<T>> {
  return new Promise<Committed<T>>((resolve, reject) => {
    const line = lines.get(store)
    const waiting: Waiting = { act, work, deadline: Date.now() + GIVE_UP_AFTER, alone: false, resolve: resolve as Waiting['resolve'], reject }
    if (line) return void line.push(waiting)
    const fresh = [waiting]
    lines.set(store, fresh)
    void workOff(store, fresh)
  })
}

/** Until nobody waits any more. Never throws. */
async function workOff(store: Store, line: Waiting[]): Promise<void> {
  await turn()
  while (line.length > 0) {
    for (let turns = 1, before = 0; turns < TURNS && line.length > before; turns++) {
      before = line.length
      await turn()
    }
    try {
      if (begin(store)) commitTogether(store, line)
      else {
        giveUpLate(store, line)
        await new Promise((resolve) => setTimeout(resolve, 2 + Math.random() * 8)) // db/replication/pace.ts counts on it
      }
    } catch (error) {
      line.splice(0).forEach(({ reject }) => reject(error))
    }
  }
  lines.delete(store) // in the same turn as the last look: whoever comes now begins a new line
}

const turn = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve) })

function giveUpLate(store: Store, line: Waiting[]): void {
  const now = Date.now()
  for (const late of line.filter(({ deadline }) => now > deadline)) {
    line.splice(line.indexOf(late), 1)
    late.reject(new Refusal('busy', 'store.busy', { file: store.path }))
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

type Done = { waiting: Waiting; committed: Committed<unknown> }

/** In a transaction that has begun: takes calls from the line, commits, and tells each how it went. */
function commitTogether(store: Store, line: Waiting[]): void {
  const done: Done[] = []
  const refused: { waiting: Waiting; error: unknown }[] = []
  const until = Date.now() + TOGETHER
  try {
    if (!store.replica) takeReplica(store, line[0]!.act.profile)
    const isAlone = line.length === 1 || line[0]!.alone
    for (let left = isAlone ? 1 : line.length; left > 0 && line.length > 0 && store.db.inTransaction && Date.now() < until; left--) {
      if (line[0]!.alone && !isAlone) break
      const waiting = line.shift()!
      try {
        done.push({ waiting, committed: isAlone ? runOne(store, waiting) : behindSavepoint(store, waiting) })
      } catch (error) {
        refused.push({ waiting, error: translateWriting(error, store.path) })
        // Some faults (a full disk) end the whole transaction: who went before goes again, each alone.
        if (!store.db.inTransaction) line.unshift(...done.splice(0).map((each) => ({ ...each.waiting, alone: true })))
      }
    }
    if (done.length > 0) commit(store, done)
    else if (store.db.inTransaction) store.sql('ROLLBACK').run()
  } catch (error) {
    if (store.db.inTransaction) store.sql('ROLLBACK').run()
    refused.push(...done.splice(0).map(({ waiting }) => ({ waiting, error: translateWriting(error, store.path) })))
  }
  if (done.length === 0) store.replica = writtenReplica(store)
  for (const { waiting, committed } of done) waiting.resolve(committed)
  for (const { waiting, error } of refused) waiting.reject(error)
}

function commit(store: Store, done: readonly Done[]): void {
  tellNumbers(store)
  store.sql('COMMIT').run()
  mustBeThere(store) // else it was written into a file that nobody will open again
  commits.batches++
  commits.calls += done.length
  commits.largest = Math.max(commits.largest, done.length)
  if (done.some(({ committed }) => committed.ops.length > 0)) tidyAfter(store)
}

function behindSavepoint(store: Store, waiting: Waiting): Committed<unknown> {
  store.sql('SAVEPOINT act').run()
  try {
    return runOne(store, waiting)
  } catch (error) {
    if (store.db.inTransaction) store.sql('ROLLBACK TO act').run()
    throw error
  } finally {
    if (store.db.inTransaction) store.sql('RELEASE act').run()
  }
}

function runOne(store: Store, { act, work }: Waiting): Committed<unknown> {
  const writer = new Writer(store, act.coder, act.now ?? Date.now())
  const value = work(writer)
  if (writer.touchesCodes) holdCodes(store)
  if (act.undoable) for (const [coder, kind] of writer.acts) recordGesture(store, coder, writer.tx, kind)
  return { value, ops: writer.ops, seq: lastSeq(store) }
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
