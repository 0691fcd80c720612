// Tables of others: row <-> domain.
import { z } from 'zod'
import { RegisterBody, RegisterSource, type Register } from '../shared/contract/register.ts'
import type { Id } from '../shared/domain/ids.ts'
import { toBlob, toId, toIdOrNull } from './ids.ts'
import { readJson } from './json.ts'
import type { Store } from './store.ts'

type Raw = { id: Buffer; kind: string; name: string; source: string; origin: string; from: string; to: string; unit: string; base: number | null; body: string; settings: string; coder: Buffer | null; at: number }

/** In the order in which they were made; those a newer version made in a form of its own are left out. */
export const listRegisters = (store: Store): Register[] =>
  store.all<Raw>(
    `SELECT r.id, r.kind, r.name, r.source, r.origin, r.period_from AS "from", r.period_to AS "to", r.unit, r.base, r.body, r.settings, k.id AS coder, r.at
     FROM register r LEFT JOIN coder k ON k.num = r.coder WHERE r.removed = 0 ORDER BY r.at, r.id`).flatMap(({ kind, body, settings, ...row }) => {
    const [source, table] = [RegisterSource.safeParse(row.source), RegisterBody.safeParse({ kind, body: readJson(z.unknown(), body), ...(kind === 'log' ? { settings: readJson(z.unknown(), settings) } : {}) })]
    return source.success && table.success ? [{ ...row, id: toId(row.id), source: source.data, coder: toIdOrNull(row.coder), table: table.data }] : []
  })

/** What kind of table stands under this id; undefined where none does. `removed`: also those that were taken away. */
export const registerKind = (store: Store, id: Id, removed: 'also' | 'not' = 'not'): string | undefined =>
  store.get<{ kind: string }>(`SELECT kind FROM register WHERE id = ?${removed === 'also' ? '' : ' AND removed = 0'}`, [toBlob(id)])?.kind
