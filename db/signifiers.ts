// Signifiers with their options, anchors, stones and wordings: row <-> domain.
import type { Id } from '../shared/domain/ids.ts'
import type { SignifierKind } from '../shared/domain/signifier.ts'
import type { Signifier } from '../shared/contract/signifier.ts'
import { toId, toIdOrNull } from './ids.ts'
import type { Store } from './store.ts'

type Raw = { num: number; id: Buffer; key: string; kind: SignifierKind; title: string; high_last: number | null; linked: Buffer | null }
type Named = { signifier: number; id: Buffer; name: string }

/** Every question of a live import, in questionnaire order. */
export function listSignifiers(store: Store): Signifier[] {
  const options = bySignifier(store.all<Named>('SELECT signifier, id, name FROM option ORDER BY position, num'))
  const stones = bySignifier(store.all<Named>('SELECT signifier, id, name FROM stone ORDER BY position, num'))
  const anchors = bySignifier(store.all<{ signifier: number; name: string }>('SELECT signifier, name FROM anchor ORDER BY signifier, position'))
  const wordings = bySignifier(store.all<{ signifier: number; id: Buffer; title: string }>(
    'SELECT w.signifier, g.id, w.title FROM wording w JOIN story_group g ON g.num = w.story_group ORDER BY g.position, g.num'))
  return store.all<Raw>(
    `SELECT s.num, s.id, s.key, s.kind, s.title, s.high_last, l.id AS linked FROM signifier s LEFT JOIN signifier l ON l.num = s.linked_to
     LEFT JOIN import i ON i.num = s.import WHERE s.removed = 0 AND coalesce(i.state, 'live') = 'live' ORDER BY s.position, s.num`)
    .map((row) => ({
      id: toId(row.id), key: row.key, kind: row.kind, title: row.title, highLast: row.high_last === null ? null : row.high_last === 1, linkedTo: toIdOrNull(row.linked),
      options: named(options.get(row.num)), stones: named(stones.get(row.num)), anchors: (anchors.get(row.num) ?? []).map((anchor) => anchor.name),
      wordings: (wordings.get(row.num) ?? []).map((wording) => ({ group: toId(wording.id), title: wording.title }))
    }))
}

const named = (rows: Named[] = []): { id: Id; name: string }[] => rows.map((row) => ({ id: toId(row.id), name: row.name }))

function bySignifier<Row extends { signifier: number }>(rows: Row[]): Map<number, Row[]> {
  const map = new Map<number, Row[]>()
  for (const row of rows) (map.get(row.signifier) ?? map.set(row.signifier, []).get(row.signifier)!).push(row)
  return map
}
