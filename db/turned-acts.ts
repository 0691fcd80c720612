// Which acts put back what the same coder had changed just before: an undo, and the redo of one. The log has no mark for them; it
// shows, for such an op is the last one on its fields turned round.
import { toId } from './ids.ts'
import type { Patch } from './rows.ts'
import type { Store } from './store.ts'

export type LoggedOp = { hlc: number; coder: Buffer | null; kind: string; entity_id: Buffer; patch: string; before: string | null }
/** `of`: the op that is turned round; for what was redone that is the undo. */
export type Turned<Op> = { is: 'undone' | 'redone'; of: Op }

/** Going back a phase is a step of the work like going on. */
const GOES_BOTH_WAYS = new Set(['project.phased'])

export function turnedIn(store: Store, op: LoggedOp): Turned<LoggedOp> | null {
  if (op.before === null) return null
  return turnedBy(op, store.all<LoggedOp>('SELECT hlc, coder, kind, entity_id, patch, before FROM op WHERE entity_id = ? AND hlc < ? ORDER BY hlc DESC, replica DESC, rseq DESC', [op.entity_id, op.hlc]))
}

/** `older`: what else happened to its row before, newest first. */
export function turnedBy<Op extends Omit<LoggedOp, 'entity_id'>>(op: Op, older: readonly Op[]): Turned<Op> | null {
  if (op.before === null || GOES_BOTH_WAYS.has(op.kind)) return null
  const fields = Object.keys(JSON.parse(op.patch) as Patch)
  const place = older.findIndex(({ patch }) => fields.some((field) => field in (JSON.parse(patch) as Patch)))
  const last = older[place]
  if (!last || last.before === null || last.kind !== op.kind || !isSame(last.coder, op.coder)) return null
  if (!isAlike(last.before, op.patch) || !isAlike(last.patch, op.before)) return null
  return { is: turnedBy(last, older.slice(place + 1))?.is === 'undone' ? 'redone' : 'undone', of: last }
}

const isSame = (one: Buffer | null, other: Buffer | null): boolean => one !== null && other !== null && toId(one) === toId(other)

function isAlike(one: string, other: string): boolean {
  const [a, b] = [JSON.parse(one) as Patch, JSON.parse(other) as Patch]
  return Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([field, value]) => field in b && b[field] === value)
}
