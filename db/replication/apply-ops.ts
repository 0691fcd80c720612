// Foreign ops into a store: in short transactions with pauses, each op once, in its writer's order, and after what it was built on.
import type { Id } from '../../shared/domain/ids.ts'
import { holdCodes } from '../held.ts'
import { sqliteCode } from '../sqlite-errors.ts'
import type { Store } from '../store.ts'
import { transact } from '../transact.ts'
import { applyContent, listMissingBodies, stageContent, takeBody, type ContentSource, type Staged } from './apply-content.ts'
import { applyOp, type Waiting } from './apply-op.ts'
import { createPace, type Pace } from './pace.ts'
import { goOn, leave, type Run } from './run.ts'
import { heardOf, WireOp, type Heard } from './wire.ts'

/** Read and looked at before each lock: time in which others write. */
const BATCH = 2000

export type Incoming = {
  store: Store
  profile: string
  /**
   * The ops that are to be had beyond `heard`, hostile until parsed; asked again as long as that brings something on. In the
   * order of their stamps (inStampOrder) one round is enough. An op that is here already is passed over.
   */
  ops: (heard: Heard) => Iterable<unknown>
  content: ContentSource
  onProgress?: (applied: number) => void
  signal?: AbortSignal
}
export type Applied = {
  /** How many ops came in, and of which coder (null: nobody's). */
  ops: number
  byCoder: Map<Id | null, number>
  /** Per replica the op that could not come in yet. */
  waiting: Waiting[]
}

/** Never throws for what is in the ops; throws a Refusal when the store itself refuses (busy, disk full, read only). */
export async function applyOps(incoming: Incoming): Promise<Applied> {
  const applied: Applied = { ops: 0, byCoder: new Map(), waiting: [] }
  const staged: Staged = new Map()
  const pace = createPace(incoming.store)
  try {
    for (;;) {
      const blocked = new Map<Id, Waiting>()
      const before = applied.ops
      await oneRound(incoming, { blocked, staged, applied, pace, run: null })
      if (incoming.signal?.aborted || blocked.size === 0 || applied.ops === before) {
        await fetchBodies(incoming)
        return { ...applied, waiting: [...blocked.values()] }
      }
    }
  } finally {
    pace.close()
  }
}

/** Words of corrections that came without them, now or at an earlier time. */
async function fetchBodies({ store, profile, content, signal }: Incoming): Promise<void> {
  for (const revision of listMissingBodies(store)) {
    if (signal?.aborted) return
    if (content.revision(revision) !== null) await transact(store, { coder: null, undoable: false, profile }, () => takeBody(store, revision, content))
  }
}

type Round = { blocked: Map<Id, Waiting>; staged: Staged; applied: Applied; pace: Pace; run: Run | null }

async function oneRound(incoming: Incoming, round: Round): Promise<void> {
  const { blocked, applied } = round
  let batch: WireOp[] = []
  const flush = async (): Promise<void> => {
    for (let next = 0; next < batch.length && !incoming.signal?.aborted;) {
      await round.pace.turn()
      next = await applyBatch(incoming, batch, next, round)
      round.pace.end()
      incoming.onProgress?.(applied.ops)
    }
    batch = []
  }
  for (const raw of incoming.ops(heardOf(incoming.store))) {
    if (incoming.signal?.aborted) return
    const parsed = WireOp.safeParse(raw)
    if (!parsed.success) {
      const replica = (raw as { replica?: unknown } | null)?.replica
      if (typeof replica === 'string' && !blocked.has(replica)) {
        await flush() // what came before it stands
        blocked.set(replica, { replica, rseq: 0, why: 'damaged', on: '' })
      }
      continue
    }
    batch.push(parsed.data)
    if (batch.length === BATCH) await flush()
  }
  await flush()
}

/** One transaction: from `next` as far as the time goes; gives where to go on. */
async function applyBatch(incoming: Incoming, batch: WireOp[], next: number, round: Round): Promise<number> {
  const [{ store, content }, { blocked, staged, applied }] = [incoming, round]
  const act = { coder: null, undoable: false, profile: incoming.profile }
  const first = batch[next]!
  if (needsContent(store, first) && !isStopped(blocked, first.replica)) {
    const waits = await stageContent(store, act, first, content, staged)
    if (waits) blocked.set(first.replica, waits)
  }
  let came: WireOp[] = []
  let reached = next
  try {
    await transact(store, act, () => {
      came = []
      const [until, run] = [round.pace.begin(), goOn(store, round.run)]
      round.run = null // whatever goes wrong from here on takes back what it knows
      for (reached = next; reached < batch.length && performance.now() < until; reached++) {
        const op = batch[reached]!
        if (isStopped(blocked, op.replica)) continue
        if (reached > next && needsContent(store, op)) break // its content is staged first, in transactions of its own
        const outcome = applyWithContent(run, op, staged, content)
        if (outcome === 'applied') came.push(op)
        else if (outcome !== 'known' && (blocked.get(op.replica)?.rseq ?? Infinity) > op.rseq) blocked.set(op.replica, outcome)
      }
      if (came.some(({ entity }) => entity === 'code' || entity === 'coding' || entity === 'theme_part')) holdCodes(store)
      leave(run)
      round.run = run
    })
  } catch (error) {
    // A value no column takes: this op is none of ours. All of the batch was taken back; it is done again without that replica.
    if (!isConstraint(error)) throw error
    const bad = batch[reached]!
    blocked.set(bad.replica, { replica: bad.replica, rseq: bad.rseq, why: 'damaged', on: '' })
    return next
  }
  applied.ops += came.length
  for (const { coder } of came) applied.byCoder.set(coder, (applied.byCoder.get(coder) ?? 0) + 1)
  return reached
}

/** Nothing more of this replica in this round; a gap may be filled by what comes later in it. */
const isStopped = (blocked: Map<Id, Waiting>, replica: Id): boolean => blocked.has(replica) && blocked.get(replica)!.why !== 'gap'

function applyWithContent(run: Run, op: WireOp, staged: Staged, content: ContentSource): ReturnType<typeof applyOp> {
  const outcome = applyOp(run, op)
  if (outcome === 'applied') applyContent(run, op, staged, content)
  return outcome
}

const needsContent = (store: Store, op: WireOp): boolean => op.kind === 'story.imported' && op.entity === 'import' &&
  store.get(`SELECT 1 FROM import WHERE id = ? AND state = 'live'`, [Buffer.from(op.id, 'base64url')]) === undefined

const isConstraint = (error: unknown): boolean => sqliteCode(error) === 'SQLITE_CONSTRAINT' || sqliteCode(error) === 'SQLITE_MISMATCH' || error instanceof TypeError || error instanceof RangeError
