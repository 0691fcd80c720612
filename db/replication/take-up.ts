// What a newer Duiding wrote and this file only kept comes into effect once the program that opens it knows what it is about: as if it had
// arrived now, in the order of the stamps, and nothing of it twice.
import { ENTITIES, type EntityName } from '../entities.ts'
import { toBlob, toId } from '../ids.ts'
import { holdCodes } from '../held.ts'
import type { Store } from '../store.ts'
import { waitsForRows, writeEffect } from './apply-op.ts'
import { beginRun, type Run } from './run.ts'
import { toWireOp, type OpRow, type WireOp } from './wire.ts'

type Kept = { seq: number; unknown: string | null }

/** When a file is opened to write. Gives how many ops came into effect, whole or in part. Costs nothing where nothing was kept. */
export function takeUpKept(store: Store): number {
  if (!store.all<Kept & { entity: string }>('SELECT k.seq, k.unknown, o.entity FROM kept_op k JOIN op o ON o.seq = k.seq').some(isKnownNow)) return 0
  return store.db.transaction(() => {
    const run = beginRun(store)
    const rows = store.all<OpRow & Kept & { num: number; replica: Buffer }>(
      `SELECT k.seq, k.unknown, r.num, r.id AS replica, o.rseq, o.hlc, o.tx, o.coder, o.kind, o.entity, o.entity_id AS id, o.patch, o.before, o.prev
       FROM kept_op k JOIN op o ON o.seq = k.seq JOIN replica r ON r.num = o.replica ORDER BY o.hlc, r.id, o.rseq`)
    const taken = rows.filter((row) => isKnownNow(row) && takeUp(run, row, toWireOp(row, toId(row.replica))))
    if (taken.some(({ entity }) => entity === 'code' || entity === 'coding')) holdCodes(store)
    return taken.length
  }).immediate()
}

/** Does this program know anything of it that the one that kept it did not? */
function isKnownNow({ unknown, entity }: { unknown: string | null; entity: string }): boolean {
  if (!Object.hasOwn(ENTITIES, entity)) return false
  return unknown === null || (JSON.parse(unknown) as string[]).some((field) => Object.hasOwn(ENTITIES[entity as EntityName].fields, field))
}

/** False: what it points at is not here yet, so it waits for the next time. */
function takeUp(run: Run, { seq, unknown, num }: Kept & { num: number }, op: WireOp): boolean {
  if (waitsForRows(run, op)) return false
  const stamp = { hlc: op.hlc, replica: toBlob(op.replica), num, rseq: op.rseq }
  const left = writeEffect(run, op, stamp, unknown === null ? Object.keys(op.patch) : JSON.parse(unknown) as string[])
  if (left === null) run.store.run('DELETE FROM kept_op WHERE seq = ?', [seq])
  else run.store.run('UPDATE kept_op SET unknown = ? WHERE seq = ?', [JSON.stringify(left), seq])
  return true
}
