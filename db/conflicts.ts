// Values that were written side by side: the one that stands, those that lost, and what a person's choice has to name.
import type { Conflict, ConflictChoice } from '../shared/contract/conflict.ts'
import type { Id } from '../shared/domain/ids.ts'
import { ENTITIES, type EntityName } from './entities.ts'
import { toBlob, toId, toIdOrNull } from './ids.ts'
import { hiddenFromViewer } from './log.ts'
import type { Patch } from './rows.ts'
import { cellOf, writeStamp, type Stamp } from './stamps.ts'
import type { Store } from './store.ts'

type Head = Stamp & { coder: Buffer | null; patch: string }
/** One thing to settle: the fields of a row that belong together, and every change of them that no other change knew of. */
export type Dispute = { entity: EntityName; id: Id; fields: string[]; heads: { stamp: string; head: Head; patch: Patch; stands: boolean }[] }

/** Disputes whose values differ, newest first. `entity`, `id`: of that row only. */
export function listDisputes(store: Store, only?: { entity: EntityName; id: Id }): Dispute[] {
  const rows = store.all<{ entity: EntityName; entity_id: Buffer; field: string }>(
    `SELECT DISTINCT v.entity, v.entity_id, v.field FROM rival v ${only ? 'WHERE v.entity_id = @id' : ''} ORDER BY v.entity_id, v.field`, only ? { id: toBlob(only.id) } : {})
  const disputes = new Map<string, Dispute>()
  for (const { entity, entity_id, field } of rows) {
    const fields = [...(ENTITIES[entity].together ?? []).find((group) => group.includes(field)) ?? [field]]
    const key = `${toId(entity_id)} ${fields.join()}`
    if (!disputes.has(key)) disputes.set(key, { entity, id: toId(entity_id), fields, heads: headsOf(store, entity_id, fields) })
  }
  return [...disputes.values()].filter(({ fields, heads }) => new Set(heads.map(({ patch }) => JSON.stringify(fields.map((field) => patch[field] ?? null)))).size > 1)
    .toSorted((a, b) => b.heads[0]!.head.hlc - a.heads[0]!.head.hlc)
}

/** Newest first: the first one stands. */
function headsOf(store: Store, id: Buffer, fields: string[]): Dispute['heads'] {
  const stamps = new Map<string, Stamp>()
  for (const field of fields) {
    const cell = cellOf(store, id, field)
    const rivals = store.all<Stamp>(
      'SELECT o.hlc, r.id AS replica, v.replica AS num, v.rseq FROM rival v JOIN op o ON o.replica = v.replica AND o.rseq = v.rseq JOIN replica r ON r.num = v.replica WHERE v.entity_id = ? AND v.field = ?', [id, field])
    for (const stamp of [...(cell ? [cell] : []), ...rivals]) stamps.set(writeStamp(stamp), stamp)
  }
  return [...stamps.values()].toSorted((a, b) => b.hlc - a.hlc || Buffer.compare(b.replica, a.replica) || b.rseq - a.rseq).map((stamp, place) => {
    const op = store.get<{ coder: Buffer | null; patch: string }>('SELECT coder, patch FROM op WHERE replica = ? AND rseq = ?', [stamp.num, stamp.rseq])!
    return { stamp: writeStamp(stamp), head: { ...stamp, ...op }, patch: JSON.parse(op.patch) as Patch, stands: place === 0 }
  })
}

/** By field all the stamps that a choice settles, as Writer.settle wants them. */
export function stampsToSettle(store: Store, { id, fields }: Dispute): Record<string, string> {
  return Object.fromEntries(fields.flatMap((field) => {
    const stamps = headsOf(store, toBlob(id), [field]).map(({ stamp }) => stamp)
    return stamps.length === 0 ? [] : [[field, stamps.join(' ')]]
  }))
}

/** As this viewer may see them; `maySettle` says whether it is theirs to choose. */
export function listConflicts(store: Store, viewer: Id | null, maySettle: (entity: EntityName, id: Id) => boolean): Conflict[] {
  const hidden = hiddenFromViewer(store, viewer)
  return listDisputes(store).filter((dispute) => !hidden(dispute)).map((dispute) => ({
    entity: dispute.entity, id: dispute.id, ...nameOf(store, dispute.entity, dispute.id), mayISettle: maySettle(dispute.entity, dispute.id),
    choices: dispute.heads.map((head) => choiceOf(store, dispute, head))
  }))
}

function choiceOf(store: Store, { entity, fields, id }: Dispute, { stamp, head, patch, stands }: Dispute['heads'][number]): ConflictChoice {
  const told = fields.filter((field) => field in patch && !['text', 'revision', 'checksum'].includes(field))
  return {
    stamp, coder: toIdOrNull(head.coder), at: Math.floor(head.hlc / 1024), stands,
    values: told.map((field) => ({ field, value: patch[field]!, name: nameOfValue(store, entity, field, patch[field]!) })),
    quote: entity === 'coding' && fields.includes('start') ? quoteOf(store, id, patch) : null
  }
}

function nameOfValue(store: Store, entity: EntityName, field: string, value: Patch[string]): string | null {
  const ref = ENTITIES[entity].fields[field]?.ref
  return ref && typeof value === 'string' ? nameOf(store, ref, value).name : null
}

function quoteOf(store: Store, coding: Id, { revision, start, end }: Patch): string | null {
  const row = store.get<{ body: string | null }>('SELECT r.body FROM coding c JOIN revision r ON r.text = c.text AND r.number = ? WHERE c.id = ?', [revision ?? 1, toBlob(coding)])
  return row?.body?.slice(Number(start), Number(end)) ?? null
}

/** What a row is called, and the story it is in. */
function nameOf(store: Store, entity: EntityName, id: Id): { name: string; story: Id | null } {
  const row = store.get<{ name: string; story?: Buffer | null }>(NAMES[entity] ?? `SELECT '' AS name`, NAMES[entity] ? [toBlob(id)] : [])
  return { name: row?.name ?? '', story: toIdOrNull(row?.story ?? null) }
}

const NAMES: Partial<Record<EntityName, string>> = {
  project: 'SELECT title AS name FROM project WHERE id = ?', coder: 'SELECT name FROM coder WHERE id = ?', story_group: 'SELECT name FROM story_group WHERE id = ?',
  wave: 'SELECT name FROM wave WHERE id = ?', signifier: 'SELECT title AS name FROM signifier WHERE id = ?', option: 'SELECT name FROM option WHERE id = ?',
  stone: 'SELECT name FROM stone WHERE id = ?', code: 'SELECT name FROM code WHERE id = ?', view: 'SELECT name FROM view WHERE id = ?', register: 'SELECT name FROM register WHERE id = ?', memo: 'SELECT title AS name FROM memo WHERE id = ?',
  theme: 'SELECT name FROM theme WHERE id = ?', theme_part: 'SELECT t.name FROM theme_part p JOIN theme t ON t.num = p.theme WHERE p.id = ?',
  theme_verdict: 'SELECT t.name FROM theme_verdict v JOIN theme t ON t.num = v.theme WHERE v.id = ?',
  coding: 'SELECT k.name, s.id AS story FROM coding c JOIN code k ON k.num = c.code JOIN story s ON s.num = c.story WHERE c.id = ?',
  story: 'SELECT CAST(number AS TEXT) AS name, id AS story FROM story WHERE id = ?',
  talk: 'SELECT a.question AS name, s.id AS story FROM talk a JOIN story s ON s.num = a.story WHERE a.id = ?'
}

/** The change that a stamp names within a dispute. */
export const headNamed = (dispute: Dispute, stamp: string): Dispute['heads'][number] | undefined => dispute.heads.find((head) => head.stamp === stamp)
