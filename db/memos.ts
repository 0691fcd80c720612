// Memos: row <-> domain. A colleague's private memo never leaves this file.
import type { Id } from '../shared/domain/ids.ts'
import type { Memo, MemoAbout } from '../shared/contract/memo.ts'
import { toBlob, toId, toIdOrNull } from './ids.ts'
import { joined, seesReleasedOnly, veil, visibleCodings, visibleStories, type Condition } from './scope.ts'
import type { Store } from './store.ts'

type Raw = { id: Buffer; about: MemoAbout; aboutId: Buffer; story: Buffer | null; number: number | null; thread: Buffer | null; title: string; body: string; private: number; coder: Buffer; at: number }
const SELECT = `SELECT m.id, m.about, m.about_id AS aboutId, p.id AS story, p.number, t.id AS thread, m.title, m.body, m.private, k.id AS coder, m.at
  FROM memo m JOIN coder k ON k.num = m.coder LEFT JOIN memo t ON t.num = m.thread
  LEFT JOIN story p ON p.num = CASE m.about WHEN 'story' THEN (SELECT num FROM story WHERE id = m.about_id) WHEN 'coding' THEN (SELECT story FROM coding WHERE id = m.about_id) END`

/** Not taken away, not a colleague's private one, and not on a coding or a story that is hidden from the viewer. */
export function allowed(store: Store, viewer: Id | null): Condition {
  const shared: Condition = { sql: 'm.removed = 0 AND (m.private = 0 OR k.id = @reader)', parameters: { reader: viewer && toBlob(viewer) } }
  const seen = visibleStories(store, viewer)
  const released: Condition[] = seesReleasedOnly(store, viewer) ? [{ sql: `(m.about <> 'story' OR m.about_id IN (SELECT s.id FROM story s WHERE ${seen.sql}))`, parameters: {} }] : []
  if (veil(store, viewer).length === 0) return shared
  const visible = visibleCodings(store, viewer)
  return joined([shared, ...released, { sql: `(m.about <> 'coding' OR m.about_id IN (SELECT c.id FROM coding c WHERE ${visible.sql}))`, parameters: visible.parameters }])
}

const fromRaw = (row: Raw): Memo =>
  ({ ...row, id: toId(row.id), aboutId: toId(row.aboutId), story: toIdOrNull(row.story), thread: toIdOrNull(row.thread), coder: toId(row.coder), private: row.private === 1 })

/** Newest first; without `aboutId` all of that sort, without `about` all. */
export function listMemos(store: Store, viewer: Id | null, about?: MemoAbout, aboutId?: Id): Memo[] {
  const rule = joined([
    allowed(store, viewer), ...(about ? [{ sql: 'm.about = @about', parameters: { about } }] : []), ...(aboutId ? [{ sql: 'm.about_id = @aboutId', parameters: { aboutId: toBlob(aboutId) } }] : [])
  ])
  return listed(store, rule)
}

/** Memos on a story and on its codings, newest first. */
export const listMemosOfStory = (store: Store, viewer: Id | null, story: Id): Memo[] =>
  listed(store, joined([allowed(store, viewer), {
    sql: '(m.about_id = @story OR m.about_id IN (SELECT c.id FROM coding c WHERE c.story = (SELECT num FROM story WHERE id = @story)))', parameters: { story: toBlob(story) }
  }]))

/** Those of these memos (local numbers) that this viewer may see. */
export const listMemosByNum = (store: Store, viewer: Id | null, nums: readonly number[]): Memo[] =>
  listed(store, joined([allowed(store, viewer), { sql: 'm.num IN (SELECT value FROM json_each(@nums))', parameters: { nums: JSON.stringify(nums) } }]))

const listed = (store: Store, { sql, parameters }: Condition): Memo[] => store.all<Raw>(`${SELECT} WHERE ${sql} ORDER BY m.at DESC, m.num DESC`, parameters).map(fromRaw)

export function findMemo(store: Store, id: Id): Memo | undefined {
  const row = store.get<Raw>(`${SELECT} WHERE m.id = ? AND m.removed = 0`, [toBlob(id)])
  return row && fromRaw(row)
}

/** Does that thing exist in this project? */
export const isThere = (store: Store, about: MemoAbout, id: Id): boolean =>
  store.get(`SELECT 1 FROM ${about} WHERE id = ?`, [toBlob(id)]) !== undefined
