// Memos: row <-> domain. A colleague's private memo never leaves this file.
import type { Id } from '../shared/domain/ids.ts'
import type { Memo, MemoAbout } from '../shared/contract/memo.ts'
import { toBlob, toId, toIdOrNull } from './ids.ts'
import type { Store } from './store.ts'

type Raw = { id: Buffer; about: MemoAbout; aboutId: Buffer; story: Buffer | null; thread: Buffer | null; title: string; body: string; private: number; coder: Buffer; at: number }
const STORY = `CASE m.about WHEN 'story' THEN m.about_id WHEN 'coding' THEN (SELECT s.id FROM coding c JOIN story s ON s.num = c.story WHERE c.id = m.about_id) END`
const SELECT = `SELECT m.id, m.about, m.about_id AS aboutId, ${STORY} AS story, t.id AS thread, m.title, m.body, m.private, k.id AS coder, m.at
  FROM memo m JOIN coder k ON k.num = m.coder LEFT JOIN memo t ON t.num = m.thread`
const ALLOWED = 'm.removed = 0 AND (m.private = 0 OR k.id = @viewer)'

const fromRaw = (row: Raw): Memo =>
  ({ ...row, id: toId(row.id), aboutId: toId(row.aboutId), story: toIdOrNull(row.story), thread: toIdOrNull(row.thread), coder: toId(row.coder), private: row.private === 1 })

/** Newest first; without `aboutId` all of that sort, without `about` all. */
export function listMemos(store: Store, viewer: Id | null, about?: MemoAbout, aboutId?: Id): Memo[] {
  const rule = `${ALLOWED}${about ? ' AND m.about = @about' : ''}${aboutId ? ' AND m.about_id = @aboutId' : ''}`
  return store.all<Raw>(`${SELECT} WHERE ${rule} ORDER BY m.at DESC, m.num DESC`,
    { viewer: viewer && toBlob(viewer), ...(about ? { about } : {}), ...(aboutId ? { aboutId: toBlob(aboutId) } : {}) }).map(fromRaw)
}

/** Memos on a story and on its codings, newest first. */
export const listMemosOfStory = (store: Store, viewer: Id | null, story: Id): Memo[] =>
  store.all<Raw>(
    `${SELECT} WHERE ${ALLOWED} AND (m.about_id = @story OR m.about_id IN (SELECT c.id FROM coding c WHERE c.story = (SELECT num FROM story WHERE id = @story)))
     ORDER BY m.at DESC, m.num DESC`, { viewer: viewer && toBlob(viewer), story: toBlob(story) }).map(fromRaw)

export function findMemo(store: Store, id: Id): Memo | undefined {
  const row = store.get<Raw>(`${SELECT} WHERE m.id = ? AND m.removed = 0`, [toBlob(id)])
  return row && fromRaw(row)
}

/** Does that thing exist in this project? */
export const isThere = (store: Store, about: MemoAbout, id: Id): boolean =>
  store.get(`SELECT 1 FROM ${about} WHERE id = ?`, [toBlob(id)]) !== undefined
