// One foreign op into the store, inside a transaction: kept in the log, and its fields written where it wins.
// First everything is looked at, then written: an op that has to wait leaves nothing behind.
import { ENTITIES, type Entity, type EntityName, type Field } from '../entities.ts'
import { toBlob, toId } from '../ids.ts'
import { makeRow, updateRow, type Patch } from '../rows.ts'
import { compareStamps, madeAt, readStamps, type Stamp } from '../stamps.ts'
import type { Store } from '../store.ts'
import { TOLD_TWICE } from '../text-bodies.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { contend } from './rivals.ts'
import { winnerOf, type Run } from './run.ts'
import type { WireOp } from './wire.ts'

/**
 * Why an op is not in yet; it holds up its own replica's later ops and no one else's.
 * gap: an earlier one of this replica is missing · built_on: it was written on an op that is not here · row: what it is about, or
 * points at, is not here · content: the import or the words it makes visible are not here · importing: another import is under way ·
 * kind_differs: the same question is another kind of question here · damaged: no op that this program or an older one wrote.
 */
export type Waiting = { replica: Id; rseq: number; why: 'gap' | 'built_on' | 'row' | 'content' | 'importing' | 'kind_differs' | 'damaged'; on: string }
export type Outcome = 'applied' | 'known' | Waiting

/** Applies an op whose content, if it needs any, is in place. Throws what SQLite throws for values no column takes: then it is damaged. */
export function applyOp(run: Run, op: WireOp): Outcome {
  const { store } = run
  const last = run.heard.get(op.replica)
  if (last && op.rseq <= last.rseq) return 'known'
  const wait = waitsForOps(run, op) ?? waitsForRows(run, op)
  if (wait) return wait
  const stamp: Stamp = { hlc: op.hlc, replica: toBlob(op.replica), num: last?.num ?? replicaNum(store, op.replica), rseq: op.rseq }
  const unknown = writeEffect(run, op, stamp)
  if (op.entity === 'revision' || op.entity === 'import') run.newest.clear()
  keep(store, op, stamp, unknown)
  run.heard.set(op.replica, stamp)
  return 'applied'
}

/** Is it this op's turn: its writer's last one is here, and what it was written on? */
export function waitsForOps(run: Run, op: WireOp): Waiting | null {
  const waits = (why: Waiting['why'], on = ''): Waiting => ({ replica: op.replica, rseq: op.rseq, why, on })
  const last = run.heard.get(op.replica)
  if (op.rseq !== (last?.rseq ?? 0) + 1) return waits('gap')
  if ((last && op.hlc <= last.hlc) || op.tx > op.rseq) return waits('damaged')
  if (op.prev) for (const stamps of Object.values(op.prev)) {
    const missing = readStamps(stamps).find(({ replica, rseq }) => (run.heard.get(toId(replica))?.rseq ?? 0) < rseq)
    if (missing) return waits('built_on', toId(missing.replica))
  }
  return null
}

/** Is what it is about, and all it points at, here? */
export function waitsForRows(run: Run, op: WireOp): Waiting | null {
  const waits = (why: Waiting['why'], on = ''): Waiting => ({ replica: op.replica, rseq: op.rseq, why, on })
  if (!Object.hasOwn(ENTITIES, op.entity)) return null
  const pointsAt = targetsOf(ENTITIES[op.entity as EntityName], op.patch)
  if (!pointsAt) return waits('damaged')
  if (op.before !== null && !isThere(run, op.entity as EntityName, op.id)) return waits('row', `${op.entity} ${op.id}`)
  for (const { ref, id } of pointsAt) if (!isThere(run, ref, id)) return waits('row', `${ref} ${id}`)
  const { text, revision } = op.patch
  if (op.entity === 'coding' && typeof text === 'string' && typeof revision === 'number' && revision > 1 &&
    !run.store.get('SELECT 1 FROM revision WHERE text = (SELECT num FROM text WHERE id = ?) AND number = ?', [toBlob(text), revision])) return waits('row', `revision ${revision}`)
  return null
}

const ID = /^[A-Za-z0-9_-]{21}[AQgw]$/

/** What the values of a patch point at; null when one has not the form that its column takes. SQLite's own checks do the rest. */
function targetsOf({ fields }: Entity, patch: WireOp['patch']): { ref: EntityName; id: Id }[] | null {
  const targets: { ref: EntityName; id: Id }[] = []
  for (const name in patch) {
    const field: Field | undefined = Object.hasOwn(fields, name) ? fields[name] : undefined
    const value = patch[name]
    if (!field || value === undefined || value === null) continue
    if (!fitsField(field, value)) return null
    if (field.ref) targets.push({ ref: field.ref, id: value as Id })
  }
  return targets
}

function fitsField({ ref, id, bool, hex }: Field, value: string | number | boolean): boolean {
  if (ref || id) return typeof value === 'string' && ID.test(value)
  if (hex) return typeof value === 'string' && /^(?:[0-9a-f]{2})+$/.test(value)
  return bool ? typeof value === 'boolean' : typeof value !== 'boolean'
}

const isThere = (run: Run, name: EntityName, id: Id): boolean => run.numbers(name, id) !== null

/** What of an op is beyond this program and waits for a newer one: nothing (null), some fields, or all of it. */
export type Unknown = readonly string[] | 'all' | null

/** Writes the fields that the op wins. `only`: of these fields alone, the others were written before. */
export function writeEffect(run: Run, op: WireOp, stamp: Stamp, only: readonly string[] = Object.keys(op.patch)): Unknown {
  if (!Object.hasOwn(ENTITIES, op.entity)) return 'all'
  const name = op.entity as EntityName
  const known = only.filter((field) => Object.hasOwn(ENTITIES[name].fields, field))
  if (op.before === null) make(run, name, op.id, pick(op.patch, known), stamp)
  else {
    const id = toBlob(op.id)
    const wins = known.filter((field) => !comesWithContent(name, field) && contend(run, name, op.id, id, field, stamp, op.prev?.[field]))
    if (wins.length > 0) updateRow(run.store, name, op.id, pick(op.patch, wins), run.numbers)
  }
  return known.length < only.length ? only.filter((field) => !known.includes(field)) : null
}

const pick = (patch: WireOp['patch'], fields: readonly string[]): Patch => Object.fromEntries(fields.map((field) => [field, patch[field]!]))

/** A story's content stamp is written with its answers, which travel apart from the log (apply-content.ts). */
const comesWithContent = (entity: EntityName, field: string): boolean => entity === 'story' && field === 'content'

/** Makes the row; where another copy made it too, its first values are those of the newer making, and changes stand above both. */
function make(run: Run, name: EntityName, id: Id, patch: Patch, stamp: Stamp): void {
  const number = makeRow(run.store, name, id, patch, run.numbers, name === 'coding' && isOnNewest(run, patch))
  if (number !== null) {
    run.remember(name, id, number)
    run.made.add(id)
    return
  }
  const blob = toBlob(id)
  const other = madeAt(run.store, blob)
  if (other && compareStamps(stamp, other) < 0) return
  const untouched = Object.keys(patch).filter((field) => !winnerOf(run, id, blob, field))
  if (untouched.length > 0) updateRow(run.store, name, id, pick(patch, untouched), run.numbers)
}

/** Then it stands where it was made: nothing to work out, for most of 50,000. */
function isOnNewest({ store, newest }: Run, { text, revision }: Patch): boolean {
  const id = text as Id
  if (!newest.has(id)) newest.set(id, store.get<{ newest: number }>(`SELECT t.newest FROM text t JOIN story s ON s.num = t.story WHERE t.id = ? AND NOT ${TOLD_TWICE}`, [toBlob(id)])?.newest ?? 0)
  return newest.get(id) === revision
}

function replicaNum(store: Store, id: Id): number {
  store.run('INSERT INTO replica (id) VALUES (?) ON CONFLICT DO NOTHING', [toBlob(id)])
  return store.get<{ num: number }>('SELECT num FROM replica WHERE id = ?', [toBlob(id)])!.num
}

function keep(store: Store, op: WireOp, stamp: Stamp, unknown: Unknown): void {
  const { lastInsertRowid } = store.run(
    'INSERT INTO op (replica, rseq, hlc, tx, coder, kind, entity, entity_id, patch, before, prev) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [stamp.num, op.rseq, op.hlc, op.tx, op.coder && toBlob(op.coder), op.kind, op.entity, toBlob(op.id), JSON.stringify(op.patch),
      op.before && JSON.stringify(op.before), op.prev && JSON.stringify(op.prev)])
  if (unknown) store.run('INSERT INTO kept_op (seq, unknown) VALUES (?, ?)', [lastInsertRowid, unknown === 'all' ? null : JSON.stringify(unknown)])
}
