// Coders: row <-> domain.
import type { Id } from '../shared/domain/ids.ts'
import type { Role } from '../shared/contract/coder.ts'
import { SHARED_LAYER } from '../shared/domain/names.ts'
import { toBlob, toId } from './ids.ts'
import { visibleCodings } from './scope.ts'
import type { Store } from './store.ts'

export type CoderRow = { num: number; id: Id; name: string; initials: string; colour: number; role: Role; background: string; statement: string }

const COLUMNS = 'num, id, name, initials, colour, role, background, statement'
type Raw = Omit<CoderRow, 'id'> & { id: Buffer }
// Files of before had the layer under a name and initials of its own, as if it were somebody.
const fromRaw = (store: Store, row: Raw): CoderRow => ({ ...row, id: toId(row.id), ...(row.role === 'consensus' ? sharedLayer(store) : {}) })

/** The name and sign of the shared layer, in the language of the project. */
export function sharedLayer(store: Store): Pick<CoderRow, 'name' | 'initials'> {
  const { language } = store.get<{ language: 'nl' | 'en' }>('SELECT language FROM project')!
  return { name: SHARED_LAYER[language], initials: SHARED_LAYER.sign }
}

/** Everyone who joined, in order. */
export const listCoders = (store: Store): CoderRow[] => store.all<Raw>(`SELECT ${COLUMNS} FROM coder WHERE removed = 0 ORDER BY num`).map((row) => fromRaw(store, row))

export function findCoder(store: Store, id: Id): CoderRow | undefined {
  const row = store.get<Raw>(`SELECT ${COLUMNS} FROM coder WHERE id = ? AND removed = 0`, [toBlob(id)])
  return row && fromRaw(store, row)
}

/** Who was joined to another; their names stay with what they did. */
export const listFormerCoders = (store: Store): CoderRow[] => store.all<Raw>(`SELECT ${COLUMNS} FROM coder WHERE removed = 1 ORDER BY num`).map((row) => fromRaw(store, row))

/** Also one who takes no part any more. */
export function findAnyCoder(store: Store, id: Id): CoderRow | undefined {
  const row = store.get<Raw>(`SELECT ${COLUMNS} FROM coder WHERE id = ?`, [toBlob(id)])
  return row && fromRaw(store, row)
}

/** Live stories each coder marked done, by coder number: one that was withdrawn is in no count. */
export const countDoneByCoder = (store: Store): Map<number, number> =>
  new Map(store.all<{ coder: number; n: number }>(`SELECT r.coder, count(*) AS n FROM reading r JOIN story s ON s.num = r.story AND s.state = 'live' WHERE r.done = 1 GROUP BY r.coder`).map((row) => [row.coder, row.n]))

/** Standing codings in live stories that this viewer may see, by coder number. */
export function countCodingsByCoder(store: Store, viewer: Id | null): Map<number, number> {
  const visible = visibleCodings(store, viewer)
  const count = (sql: string): { coder: number; n: number }[] => store.all<{ coder: number; n: number }>(sql, visible.parameters)
  // First in the order of the index (code, coder), so that a million codings are counted as they come, without a sort.
  const inOrder = `SELECT c.coder, count(*) AS n FROM coding c WHERE c.removed = 0 AND ${visible.sql} GROUP BY c.code, c.coder`
  const all = new Map(count(`SELECT coder, sum(n) AS n FROM (${inOrder}) GROUP BY coder`).map((row) => [row.coder, row.n]))
  // Those of withdrawn stories stay in the file. They are few: taken off, story by story, so that the walk above needs no look at the story.
  const gone = `SELECT c.coder, count(*) AS n FROM story s CROSS JOIN coding c ON c.story = s.num WHERE s.state <> 'live' AND c.removed = 0 AND ${visible.sql} GROUP BY c.coder`
  for (const { coder, n } of count(gone)) all.set(coder, all.get(coder)! - n)
  return all
}

/** Of everyone who joined the newest change that is here, in milliseconds since 1970 by the clock it was made on; null: none. */
export const lastChanges = (store: Store): { coder: Id; lastAt: number | null }[] =>
  store.all<{ id: Buffer; hlc: number | null }>(
    `SELECT k.id, o.hlc FROM coder k LEFT JOIN (SELECT coder, max(hlc) AS hlc FROM op GROUP BY coder) o ON o.coder = k.id WHERE k.removed = 0 AND k.role <> 'consensus' ORDER BY k.num`)
    .map(({ id, hlc }) => ({ coder: toId(id), lastAt: hlc === null ? null : Math.floor(hlc / 1024) }))
