// Ops between stores: their shape on the wire, what a store has heard of each replica, and its ops after that.
import { z } from 'zod'
import { Id } from '../../shared/domain/ids.ts'
import { ENTITIES } from '../entities.ts'
import { toId, toIdOrNull } from '../ids.ts'
import type { Store } from '../store.ts'

type Value = string | number | boolean | null
const LONGEST = 2_000_000
const NAME = /^(?!__proto__$)[A-Za-z_][A-Za-z0-9_]{0,59}$/
/** Written out: of 50,000 ops each field is looked at. */
const Patch = z.custom<Record<string, Value>>((patch) => isRecord(patch) && Object.keys(patch).every((field) => isName(field) && isValue(patch[field])))

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isValue = (value: unknown): boolean =>
  typeof value === 'string' ? value.length <= LONGEST : typeof value === 'number' ? Number.isFinite(value) : typeof value === 'boolean' || value === null
const FIELDS = new Set(Object.values(ENTITIES).flatMap(({ fields }) => Object.keys(fields)))
const isName = (field: string): boolean => FIELDS.has(field) || NAME.test(field)

const STAMPS = /^\d{1,16}\.[A-Za-z0-9_-]{22}\.\d{1,15}(?: \d{1,16}\.[A-Za-z0-9_-]{22}\.\d{1,15})*$/
const Prev = z.custom<Record<string, string>>((prev) =>
  isRecord(prev) && Object.entries(prev).every(([field, stamps]) => isName(field) && typeof stamps === 'string' && stamps.length <= 4000 && STAMPS.test(stamps)))

/** Clocks run to the year 2218 and no further: what comes after must still fit a safe integer. */
const Hlc = z.number().int().min(1).max(2 ** 53 - 2 ** 50)

/**
 * One op as it travels. rseq counts 1, 2, 3 … per replica; hlc = milliseconds since 1970 * 1024 + counter; tx = rseq of the
 * first op of its transaction. before null: the op made its row. prev: per field the stamps it was written on ('hlc.replica.rseq').
 */
export const WireOp = z.strictObject({
  replica: Id, rseq: z.number().int().min(1).max(2 ** 48), hlc: Hlc, tx: z.number().int().min(1).max(2 ** 48), coder: Id.nullable(),
  kind: z.string().regex(/^[A-Za-z_]{1,40}\.[A-Za-z_]{1,40}$/), entity: z.string().regex(/^[a-z_]{1,40}$/), id: Id,
  patch: Patch, before: Patch.nullable(),
  prev: Prev.nullable()
})
export type WireOp = z.infer<typeof WireOp>

/** Per replica the number of its last op that is here; replicas without any are left out. */
export type Heard = Map<Id, number>

export function heardOf(store: Store): Heard {
  return new Map(store.all<{ id: Buffer; last: number | null }>('SELECT id, (SELECT max(rseq) FROM op WHERE replica = r.num) AS last FROM replica r ORDER BY id')
    .flatMap(({ id, last }) => (last === null ? [] : [[toId(id), last] as const])))
}

export type OpRow = {
  rseq: number; hlc: number; tx: number; coder: Buffer | null; kind: string; entity: string; id: Buffer; patch: string; before: string | null; prev: string | null
}

/** Read at a time: no statement stays open while the caller does other things with the store. */
const PAGE = 1000

/**
 * The store's ops that somebody who heard `heard` lacks, in the order of their stamps: an op stands behind all it was built on.
 * `replica`: of that one only. What is written meanwhile is not among them.
 */
export function* opsAfter(store: Store, heard: Heard, replica?: Id): Generator<WireOp> {
  const replicas = new Map(store.all<{ num: number; id: Buffer }>('SELECT num, id FROM replica').map(({ num, id }) => [num, toId(id)]))
  const after = [...replicas].filter(([, id]) => replica === undefined || id === replica).map(([num, id]) => [num, heard.get(id) ?? 0])
  const seqs = store.all<{ seq: number }>(
    `SELECT o.seq FROM json_each(?) h CROSS JOIN op o ON o.replica = h.value ->> 0 AND o.rseq > h.value ->> 1 CROSS JOIN replica r ON r.num = o.replica
     ORDER BY o.hlc, r.id, o.rseq`, [JSON.stringify(after)]).map(({ seq }) => seq)
  for (let from = 0; from < seqs.length; from += PAGE) {
    const rows = store.all<OpRow & { num: number }>(
      `SELECT o.replica AS num, o.rseq, o.hlc, o.tx, o.coder, o.kind, o.entity, o.entity_id AS id, o.patch, o.before, o.prev
       FROM json_each(?) h CROSS JOIN op o ON o.seq = h.value ORDER BY h.key`, [JSON.stringify(seqs.slice(from, from + PAGE))])
    for (const row of rows) yield toWireOp(row, replicas.get(row.num)!)
  }
}

export const toWireOp = ({ rseq, hlc, tx, coder, kind, entity, id, patch, before, prev }: OpRow, replica: Id): WireOp => ({
  replica, rseq, hlc, tx, coder: toIdOrNull(coder), kind, entity, id: toId(id), patch: JSON.parse(patch) as WireOp['patch'],
  before: before === null ? null : (JSON.parse(before) as WireOp['patch']), prev: prev === null ? null : (JSON.parse(prev) as Record<string, string>)
})

/** Ops from several places into one row, each behind those it was built on. */
export const inStampOrder = (ops: WireOp[]): WireOp[] =>
  ops.toSorted((a, b) => a.hlc - b.hlc || Buffer.compare(Buffer.from(a.replica, 'base64url'), Buffer.from(b.replica, 'base64url')) || a.rseq - b.rseq)
