// Revisions: row <-> domain, and the codings that a correction left for a person to look at.
import type { CodingToLook, Revision, RevisionReason } from '../shared/contract/text.ts'
import type { Id } from '../shared/domain/ids.ts'
import { AS_MADE, wordsAt, type Quoted } from './coding-list.ts'
import { toBlob, toId, toIdOrNull } from './ids.ts'
import { joined, visibleCodings, visibleStories } from './scope.ts'
import type { Store } from './store.ts'

export type TextRow = { num: number; story: Id; newest: number }

/** A text of a story that this viewer may see. */
export function findText(store: Store, viewer: Id | null, text: Id): TextRow | undefined {
  const seen = visibleStories(store, viewer)
  const row = store.get<{ num: number; story: Buffer; newest: number }>(
    `SELECT t.num, s.id AS story, t.newest FROM text t JOIN story s ON s.num = t.story AND ${seen.sql} WHERE t.id = @text`, { ...seen.parameters, text: toBlob(text) })
  return row && { ...row, story: toId(row.story) }
}

export type RevisionRow = { id: Id | null; number: number; coder: Id | null; removed: boolean; sha256: string }

/** One revision of a text, by its local number and the revision's; one that was taken back too. */
export function findRevision(store: Store, text: number, number: number): RevisionRow | undefined {
  const row = store.get<{ id: Buffer | null; number: number; coder: Buffer | null; removed: number; sha256: Buffer }>(
    'SELECT r.id, r.number, k.id AS coder, r.removed, r.sha256 FROM revision r LEFT JOIN coder k ON k.num = r.coder WHERE r.text = ? AND r.number = ?', [text, number])
  return row && { ...row, id: toIdOrNull(row.id), coder: toIdOrNull(row.coder), removed: row.removed === 1, sha256: row.sha256.toString('hex') }
}

/** The number of a correction by its id, whether it stands or was taken back. */
export const numberOfRevision = (store: Store, revision: Id): number | undefined =>
  store.get<{ number: number }>('SELECT number FROM revision WHERE id = ?', [toBlob(revision)])?.number

/** The revisions of a text that stand and whose words are here, newest first. */
export function listRevisions(store: Store, text: Id): Revision[] {
  type Row = { number: number; from: number | null; reason: RevisionReason | ''; coder: Buffer | null; at: number | null; stands: number }
  const rows = store.all<Row>(
    `SELECT r.number, CASE WHEN r.number > 1 THEN coalesce(f.number, 1) END AS "from", r.reason, k.id AS coder, r.at, r.removed = 0 AND r.body IS NOT NULL AS stands
     FROM revision r LEFT JOIN revision f ON f.num = r.made_from LEFT JOIN coder k ON k.num = r.coder
     WHERE r.text = (SELECT num FROM text WHERE id = ?) ORDER BY r.number`, [toBlob(text)])
  const madeFrom = new Map(rows.map((row) => [row.number, row.from]))
  const standing = rows.filter((row) => row.stands === 1)
  const line = new Set<number>()
  for (let at = standing.at(-1)?.number ?? null; at !== null; at = madeFrom.get(at) ?? null) line.add(at)
  return standing.map((row, place) => ({
    number: row.number, from: row.from, at: row.at, reason: row.reason === '' ? null : row.reason, coder: toIdOrNull(row.coder), version: place + 1, newest: place === standing.length - 1, aside: !line.has(row.number)
  })).toReversed()
}

/** Codings whose words a correction changed so much that a person must look; in reading order, of one story or of all. */
export function listToLook(store: Store, viewer: Id | null, story: Id | undefined): CodingToLook[] {
  const scope = joined([visibleCodings(store, viewer), visibleStories(store, viewer), { sql: story ? 's.id = @story' : '1', parameters: story ? { story: toBlob(story) } : {} }])
  type Row = Record<'id' | 'story' | 'text' | 'code' | 'coder', Buffer> & Quoted & { story_group: Buffer | null; number: number; revision: number; old: string }
  return store.all<Row>(
    `SELECT c.id, s.id AS story, s.number, g.id AS story_group, t.id AS text, c.revision, c.at_start AS start, c.at_end AS "end", k.id AS code, p.id AS coder, v.body, o.body AS old, ${AS_MADE}
     FROM coding c JOIN story s ON s.num = c.story LEFT JOIN story_group g ON g.num = s.story_group JOIN text t ON t.num = c.text
     JOIN revision v ON v.text = t.num AND v.number = t.newest JOIN revision o ON o.text = t.num AND o.number = c.revision AND o.body IS NOT NULL
     JOIN code k ON k.num = c.code JOIN coder p ON p.num = c.coder WHERE c.fit = 2 AND c.removed = 0 AND ${scope.sql} ORDER BY s.number, s.num, t.num, c.at_start, c.num`, scope.parameters)
    .map((row) => ({
      id: toId(row.id), story: toId(row.story), number: row.number, group: toIdOrNull(row.story_group), text: toId(row.text), revision: row.revision, start: row.start, end: row.end,
      code: toId(row.code), coder: toId(row.coder), was: row.old.slice(row.madeStart, row.madeEnd), ...wordsAt(row.body, row.start, row.end)
    }))
}
