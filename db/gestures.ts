// Undo and redo: a gesture is turned by writing the inverse of the transaction that last brought it about.
// Refused as soon as a colleague built on it, by name; the log is never rewritten.
import type { Id } from '../shared/domain/ids.ts'
import { Refusal } from '../shared/errors.ts'
import { ENTITIES, type EntityName } from './entities.ts'
import { toBlob, toId } from './ids.ts'
import type { Writer } from './record.ts'
import { readFields, type Patch } from './rows.ts'
import type { Store } from './store.ts'

type Gesture = { num: number; replica: number; tx: number; kind: string }
/** Not undone from the history: what people read, and what has its own way back. */
const NOT_UNDONE = new Set<EntityName>(['story', 'text', 'revision', 'import', 'coder', 'teller'])

/** Taken away by hand whatever rests on them: parts of themes, sessions, harvests. What a colleague put there from another copy comes back with them. */
const GOES_BY_HAND = new Set<EntityName>(['coding', 'memo', 'pack', 'session', 'theme'])

type OpRow = { replica: number; rseq: number; kind: string; entity: EntityName; entity_id: Buffer; patch: string; before: string | null }

/** Puts a fresh transaction on top of the coder's undo pile; what was undone before it can't be redone any more. */
export function recordGesture(store: Store, coder: Id, tx: number, kind: string): void {
  const num = coderNum(store, coder)
  store.run(`UPDATE gesture SET state = 'dropped' WHERE coder = ? AND state = 'undone'`, [num])
  store.run(`INSERT INTO gesture (coder, replica, tx, kind, state) VALUES (?, ?, ?, ?, 'done')`, [num, store.replica!.num, tx, kind])
}

/** The kinds of op that the next undo and redo would turn; null when there is none. */
export function nextGestures(store: Store, coder: Id): { undo: string | null; redo: string | null } {
  const num = coderNum(store, coder)
  return { undo: top(store, num, 'undo')?.kind ?? null, redo: top(store, num, 'redo')?.kind ?? null }
}

/**
 * Undoes or redoes the coder's last gesture; gives its kind, null when there is nothing left.
 * Throws a Refusal (conflict, 'undo.built_on' or 'undo.in_use', with the name of who did).
 */
export function turnGesture(writer: Writer, coder: Id, way: 'undo' | 'redo'): { kind: string; story: Id | null } | null {
  const { store } = writer
  const num = coderNum(store, coder)
  for (let gesture = top(store, num, way); gesture; gesture = top(store, num, way)) {
    const ops = opsOf(store, gesture, coder)
    for (const op of ops) invert(writer, coder, op)
    if (writer.ops.length === 0) {
      // The coder turned it already in another copy. No op bears this number now, but the next act's first one will: it must not be taken for it.
      store.run(`UPDATE gesture SET state = 'dropped' WHERE num = ?`, [gesture.num])
      continue
    }
    store.run('UPDATE gesture SET state = ?, replica = ?, tx = ? WHERE num = ?', [way === 'undo' ? 'undone' : 'done', store.replica!.num, writer.tx, gesture.num])
    return { kind: gesture.kind, story: storyOf(store, ops) }
  }
  return null
}

/**
 * Undoes the transaction that the op `seq` belongs to, however long ago: a gesture of its own, so that it can be undone in turn.
 * Throws a Refusal: not_found, forbidden ('undo.not_yours'), conflict (as turnGesture; 'undo.no_way' for what is not undone here,
 * 'undo.done' when nothing of it stands).
 */
export function undoPast(writer: Writer, coder: Id, seq: number): { kind: string; story: Id | null } {
  const { store } = writer
  const op = store.get<{ replica: number; tx: number; kind: string; entity: EntityName; coder: Buffer | null }>('SELECT replica, tx, kind, entity, coder FROM op WHERE seq = ?', [seq])
  if (!op) throw new Refusal('not_found', 'undo.absent')
  if (!op.coder?.equals(toBlob(coder))) throw new Refusal('forbidden', 'undo.not_yours', { name: store.get<{ name: string }>('SELECT name FROM coder WHERE id = ?', [op.coder])?.name ?? '?' })
  const ops = opsOf(store, { num: 0, ...op }, coder)
  if (ops.some(({ entity }) => NOT_UNDONE.has(entity))) throw new Refusal('conflict', 'undo.no_way')
  for (const each of ops) invert(writer, coder, each)
  if (writer.ops.length === 0) throw new Refusal('conflict', 'undo.done')
  store.run(`UPDATE gesture SET state = 'dropped' WHERE replica = ? AND tx = ? AND coder = ?`, [op.replica, op.tx, coderNum(store, coder)])
  recordGesture(store, coder, writer.tx, writer.acts.get(coder)!)
  return { kind: op.kind, story: storyOf(store, ops) }
}

/** Is the op the viewer's own, of a sort that can be undone later, and does the row still stand as it left it? */
export function mayStillUndo(store: Store, viewer: Id | null, op: { coder: Buffer | null; kind: string; entity: string; entity_id: Buffer; patch: string; before: string | null }): boolean {
  const entity = op.entity as EntityName
  if (viewer === null || !op.coder?.equals(toBlob(viewer)) || !Object.hasOwn(ENTITIES, entity) || NOT_UNDONE.has(entity) || op.kind === 'project.hosted') return false
  if (op.before === null && !ENTITIES[entity].fields.removed) return false
  const patch = JSON.parse(op.patch) as Patch
  const today = readFields(store, entity, toId(op.entity_id), op.before === null ? ['removed'] : Object.keys(patch))
  return today !== undefined && Object.entries(today).every(([field, value]) => value === patch[field])
}

/** The coder's ops of a gesture, last one first. They stand together under their replica, from the one that gave the tx its number. */
function opsOf(store: Store, gesture: Gesture, coder: Id): OpRow[] {
  const mine = toBlob(coder)
  const ops: OpRow[] = []
  const rows = store.sql('SELECT replica, rseq, tx, coder, kind, entity, entity_id, patch, before FROM op WHERE replica = ? AND rseq >= ? ORDER BY rseq').iterate(gesture.replica, gesture.tx)
  for (const row of rows as Iterable<OpRow & { tx: number; coder: Buffer | null }>) {
    if (row.tx !== gesture.tx) break
    if (row.coder?.equals(mine)) ops.push(row)
  }
  return ops.toReversed()
}

function top(store: Store, coder: number, way: 'undo' | 'redo'): Gesture | undefined {
  return way === 'undo'
    ? store.get<Gesture>(`SELECT num, replica, tx, kind FROM gesture WHERE coder = ? AND state = 'done' ORDER BY num DESC LIMIT 1`, [coder])
    : store.get<Gesture>(`SELECT num, replica, tx, kind FROM gesture WHERE coder = ? AND state = 'undone' ORDER BY num LIMIT 1`, [coder])
}

function invert(writer: Writer, coder: Id, op: OpRow): void {
  const id = toId(op.entity_id)
  const made = op.before === null
  if (made && !ENTITIES[op.entity].fields.removed) return // that a story was opened is not taken back
  const patch = JSON.parse(op.patch) as Patch
  const inverse: Patch = made ? { removed: true } : withoutOnce(op.entity, JSON.parse(op.before!) as Patch)
  const today = readFields(writer.store, op.entity, id, Object.keys(inverse))!
  if (Object.keys(inverse).every((field) => today[field] === inverse[field])) return // in another copy it was taken back before
  if (made) refuseIfTouched(writer.store, coder, op.entity_id)
  else refuseIfChanged(writer.store, coder, op, id, patch)
  // Taken away by hand it went although something rests on it, and so it does again.
  if (inverse.removed === true && (made || !GOES_BY_HAND.has(op.entity))) refuseIfUsed(writer.store, coder, op.entity, op.entity_id)
  writer.change(inverseKind(op.kind, inverse), op.entity, id, inverse, storyHint(writer.store, op))
}

/** What happened once has happened: colleagues' codings that were seen are not unseen. */
export const withoutOnce = (entity: EntityName, patch: Patch): Patch =>
  Object.fromEntries(Object.entries(patch).filter(([field]) => !ENTITIES[entity].fields[field]?.once))

/** Kinds that say which way a field went, by that field: [true, false]. */
const BOTH_WAYS: Record<string, { field: string; kinds: [string, string] }> = Object.fromEntries(
  ([['done', 'reading.marked', 'reading.unmarked'], ['retired', 'code.retired', 'code.restored'], ['released', 'story.released', 'story.recalled'],
    ['done', 'reading.discussed', 'reading.undiscussed'], ['outcome', 'talk.settled', 'talk.reopened']] as const)
    .flatMap(([field, ...kinds]) => kinds.map((kind) => [kind, { field, kinds }])))

/** coding.applied -> coding.removed; a removal -> coding.restored; reading.marked -> reading.unmarked; else the same kind of change. */
function inverseKind(kind: string, inverse: Patch): string {
  if (inverse.removed !== undefined) return `${kind.split('.')[0]!}.${inverse.removed ? 'removed' : 'restored'}`
  const ways = BOTH_WAYS[kind]
  return ways && inverse[ways.field] !== undefined ? ways.kinds[inverse[ways.field] ? 0 : 1] : kind
}

function refuseIfTouched(store: Store, coder: Id, entity: Buffer): void {
  const other = store.get<{ name: string }>(
    `SELECT k.name FROM cell c JOIN op o ON o.replica = c.replica AND o.rseq = c.rseq JOIN coder k ON k.id = o.coder
     WHERE c.entity_id = ? AND o.coder <> ? LIMIT 1`, [entity, toBlob(coder)])
  if (other) throw new Refusal('conflict', 'undo.built_on', { name: other.name })
}

function refuseIfChanged(store: Store, coder: Id, op: OpRow, id: Id, patch: Patch): void {
  const today = readFields(store, op.entity, id, Object.keys(patch))!
  const field = Object.keys(patch).find((name) => today[name] !== patch[name])
  if (field === undefined) return
  const other = store.get<{ name: string; id: Buffer }>(
    `SELECT k.name, k.id FROM cell c JOIN op o ON o.replica = c.replica AND o.rseq = c.rseq JOIN coder k ON k.id = o.coder
     WHERE c.entity_id = ? AND c.field = ?`, [op.entity_id, field])
  if (other?.id.equals(toBlob(coder))) throw new Refusal('conflict', 'undo.built_on_yourself')
  throw new Refusal('conflict', 'undo.built_on', { name: other?.name ?? '?' })
}

/** A row that others' rows point at stays: their work would hang in the air. */
function refuseIfUsed(store: Store, coder: Id, entity: EntityName, id: Buffer): void {
  for (const [name, { table, fields }] of Object.entries(ENTITIES)) {
    if (!fields.removed) continue
    for (const [field, { ref, column }] of Object.entries(fields)) {
      if (ref !== entity) continue
      const maker = fields.coder ? 'JOIN coder k ON k.num = e.coder' : 'JOIN op o ON o.entity_id = e.id AND o.before IS NULL JOIN coder k ON k.id = o.coder'
      const user = store.get<{ name: string; id: Buffer }>(
        `SELECT k.name, k.id FROM ${table} e ${maker} WHERE e.removed = 0 AND e.${column ?? field} = (SELECT num FROM ${ENTITIES[entity].table} WHERE id = ?) LIMIT 1`, [id])
      if (user) throw new Refusal('conflict', 'undo.in_use', { name: user.name, entity: name, own: toId(user.id) === coder ? 1 : 0 })
    }
  }
}

/** The story a row belongs to, for entities that belong to one. */
const STORY_OF: Partial<Record<EntityName, string>> = {
  card: 'SELECT s.id FROM card c JOIN story s ON s.num = c.story WHERE c.id = ?',
  coding: 'SELECT s.id FROM coding c JOIN story s ON s.num = c.story WHERE c.id = ?',
  talk: 'SELECT s.id FROM talk a JOIN story s ON s.num = a.story WHERE a.id = ?',
  revision: 'SELECT s.id FROM revision r JOIN text t ON t.num = r.text JOIN story s ON s.num = t.story WHERE r.id = ?',
  reading: 'SELECT s.id FROM reading r JOIN story s ON s.num = r.story WHERE r.id = ?',
  theme_part: 'SELECT s.id FROM theme_part p LEFT JOIN coding c ON c.num = p.coding JOIN story s ON s.num = coalesce(p.story, c.story) WHERE p.id = ?',
  theme_verdict: 'SELECT s.id FROM theme_verdict v LEFT JOIN coding c ON c.num = v.coding JOIN story s ON s.num = coalesce(v.story, c.story) WHERE v.id = ?',
  memo: `SELECT s.id FROM memo m JOIN story s ON s.id = m.about_id WHERE m.id = ? AND m.about = 'story'`
}

function storyHint(store: Store, op: OpRow): { story?: Id } {
  const sql = STORY_OF[op.entity]
  const row = sql && store.get<{ id: Buffer }>(sql, [op.entity_id])
  return row ? { story: toId(row.id) } : {}
}

/** The one story it happened in; null when it touched none or more than one (a merge of codes goes through many). */
function storyOf(store: Store, ops: OpRow[]): Id | null {
  let only: Id | null = null
  for (const op of ops) {
    const { story } = storyHint(store, op)
    if (story && only !== null && story !== only) return null
    only = story ?? only
  }
  return only
}

function coderNum(store: Store, coder: Id): number {
  const row = store.get<{ num: number }>('SELECT num FROM coder WHERE id = ?', [toBlob(coder)])
  if (!row) throw new Refusal('not_joined', 'coder.unknown')
  return row.num
}
