// What left the project: row <-> domain.
import { ExportKind } from '../shared/contract/export.ts'
import type { Output } from '../shared/contract/index.ts'
import { toId, toIdOrNull } from './ids.ts'
import type { Store } from './store.ts'

/** Newest first; kinds that a newer version made are left out. */
export function listExports(store: Store, limit: number): Output<'export.list'> {
  const rows = store.all<{ id: Buffer; kind: string; name: string; coder: Buffer | null; at: number }>(
    'SELECT e.id, e.kind, e.name, k.id AS coder, e.at FROM export e LEFT JOIN coder k ON k.num = e.coder ORDER BY e.at DESC, e.id DESC LIMIT ?', [limit])
  return {
    total: store.get<{ n: number }>('SELECT count(*) AS n FROM export')!.n,
    rows: rows.flatMap((row) => { const kind = ExportKind.safeParse(row.kind); return kind.success ? [{ id: toId(row.id), kind: kind.data, name: row.name, coder: toIdOrNull(row.coder), at: row.at }] : [] })
  }
}

/** By kind, the most first; kinds that a newer version made are left out. */
export const countExports = (store: Store): { kind: ExportKind; count: number }[] =>
  store.all<{ kind: string; count: number }>('SELECT kind, count(*) AS count FROM export GROUP BY kind ORDER BY count(*) DESC, kind')
    .flatMap(({ kind, count }) => { const known = ExportKind.safeParse(kind); return known.success ? [{ kind: known.data, count }] : [] })
