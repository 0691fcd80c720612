// Kept views: row <-> domain.
import { ViewKind, type View } from '../shared/contract/view.ts'
import type { Id } from '../shared/domain/ids.ts'
import { toBlob, toId, toIdOrNull } from './ids.ts'
import type { Store } from './store.ts'

type Raw = { id: Buffer; kind: string; name: string; body: string; coder: Buffer | null }
const SELECT = 'SELECT v.id, v.kind, v.name, v.body, k.id AS coder FROM view v LEFT JOIN coder k ON k.num = v.coder WHERE v.removed = 0'

/** Kinds that a newer version made are left out. */
const fromRaw = (row: Raw): View[] => {
  const kind = ViewKind.safeParse(row.kind)
  return kind.success ? [{ id: toId(row.id), kind: kind.data, name: row.name, body: row.body, coder: toIdOrNull(row.coder) }] : []
}

/** By name, then by age. */
export const listViews = (store: Store, kind?: ViewKind): View[] =>
  store.all<Raw>(`${SELECT} AND (@kind IS NULL OR v.kind = @kind) ORDER BY v.id`, { kind: kind ?? null }).flatMap(fromRaw)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'nl', { numeric: true, sensitivity: 'base' }))

export const findView = (store: Store, id: Id): View | undefined => store.all<Raw>(`${SELECT} AND v.id = ?`, [toBlob(id)]).flatMap(fromRaw)[0]
