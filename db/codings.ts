// Codings: row <-> domain. Counting them is counts.ts' work; who may see them is scope.ts'.
import type { Id } from '../shared/domain/ids.ts'
import type { Coding, Fragment } from '../shared/contract/coding.ts'
import { Refusal } from '../shared/errors.ts'
import type { Span } from '../shared/anchoring/span.ts'
import { saltedDigest, toBlob, toId } from './ids.ts'
import { visibleCodings } from './scope.ts'
import type { Store } from './store.ts'
import { FITS, placesIn } from './text-bodies.ts'

export type CodingRow = { id: Id; story: Id; text: Id; revision: number; start: number; end: number; code: Id; coder: Id; flag: Coding['flag']; removed: boolean }
type Raw = Record<'id' | 'story' | 'text' | 'code' | 'coder', Buffer> & { revision: number; start: number; end: number; flag: Coding['flag']; removed: number }

/** One coding, removed ones too. */
export function findCoding(store: Store, id: Id): CodingRow | undefined {
  const row = store.get<Raw>(
    `SELECT c.id, s.id AS story, t.id AS text, c.revision, c.at_start AS start, c.at_end AS "end", k.id AS code, p.id AS coder, c.flag, c.removed
     FROM coding c JOIN story s ON s.num = c.story JOIN text t ON t.num = c.text JOIN code k ON k.num = c.code JOIN coder p ON p.num = c.coder
     WHERE c.id = ?`, [toBlob(id)])
  return row && { ...row, id: toId(row.id), story: toId(row.story), text: toId(row.text), code: toId(row.code), coder: toId(row.coder), removed: row.removed === 1 }
}

/** The same when it stands and this viewer may see it. */
export function findVisibleCoding(store: Store, viewer: Id | null, id: Id): CodingRow | undefined {
  const visible = visibleCodings(store, viewer)
  return store.get(`SELECT 1 FROM coding c WHERE c.id = @id AND ${visible.sql}`, { ...visible.parameters, id: toBlob(id) }) ? findCoding(store, id) : undefined
}

/** The coding of that coder and code at exactly that place, if it stands. */
export function findSameCoding(store: Store, coder: Id, code: Id, text: Id, start: number, end: number): Id | undefined {
  const row = store.get<{ id: Buffer }>(
    `SELECT c.id FROM coding c JOIN text t ON t.num = c.text WHERE t.id = ? AND c.story = t.story AND c.removed = 0 AND c.text = t.num
       AND c.at_start = ? AND c.at_end = ? AND c.code = (SELECT num FROM code WHERE id = ?) AND c.coder = (SELECT num FROM coder WHERE id = ?)`,
    [toBlob(text), start, end, toBlob(code), toBlob(coder)])
  return row && toId(row.id)
}

/** Did anybody write a memo about it, lay it on a theme or judge it there? */
export const bearsWork = (store: Store, coding: Id): boolean => store.get(
  `SELECT 1 FROM coding c WHERE c.id = ? AND (EXISTS (SELECT 1 FROM memo m WHERE m.about_id = c.id AND m.removed = 0)
     OR EXISTS (SELECT 1 FROM theme_part p WHERE p.coding = c.num AND p.removed = 0) OR EXISTS (SELECT 1 FROM theme_verdict v WHERE v.coding = c.num AND v.removed = 0))`, [toBlob(coding)]) !== undefined

/** Codings of a code that stand, of every coder, in the order they were made. */
export const listCodingsOfCode = (store: Store, code: Id): Id[] =>
  store.all<{ id: Buffer }>('SELECT id FROM coding WHERE code = (SELECT num FROM code WHERE id = ?) AND removed = 0 ORDER BY num', [toBlob(code)]).map((row) => toId(row.id))

/** How many of them, in live stories, this viewer may see. `visible`: SQL of scope.ts over the alias c. */
export const countCodingsOfCode = (store: Store, code: Id, visible: { sql: string; parameters: Record<string, unknown> }): number =>
  store.get<{ n: number }>(
    `SELECT count(*) AS n FROM coding c WHERE c.code = (SELECT num FROM code WHERE id = @code) AND c.story NOT IN (SELECT num FROM story WHERE state <> 'live') AND ${visible.sql}`,
    { ...visible.parameters, code: toBlob(code) })!.n

/**
 * A fragment whose words were checked at their place: its story, the checksum of its words, and its place in the newest
 * revision. Throws a Refusal: not_found (no such text, or its story is not live), stale ([C2] the quote does not stand there,
 * or was corrected since the revision that the coder reads).
 */
export function checkFragment(store: Store, fragment: Fragment): { story: Id; checksum: string; at: Span } {
  const row = store.get<{ num: number; story: Buffer; salt: Buffer; body: string | null }>(
    `SELECT t.num, s.id AS story, p.salt, r.body FROM text t JOIN story s ON s.num = t.story AND s.state = 'live'
     LEFT JOIN revision r ON r.text = t.num AND r.number = ?, project p WHERE t.id = ?`, [fragment.revision, toBlob(fragment.text)])
  if (!row) throw new Refusal('not_found', 'text.absent')
  const { start, end, quote, revision } = fragment
  if (row.body === null || start >= end || end > row.body.length || row.body.slice(start, end) !== quote || cutsCharacter(row.body, start) || cutsCharacter(row.body, end)) {
    throw new Refusal('stale', 'fragment.moved')
  }
  const { fit, ...at } = placesIn(store, row.num)(revision, { start, end })
  if (fit !== 'same') throw new Refusal('stale', 'fragment.moved')
  return { story: toId(row.story), checksum: checksumOf(row.salt, quote), at }
}

/** 64 bits of a salted SHA-256 of the quote, in hex: tells whether words changed without telling the words. */
export const checksumOf = (salt: Uint8Array, quote: string): string => saltedDigest(salt, quote).toString('hex', 0, 8)

/** Would an offset fall between the two halves of a surrogate pair? */
const cutsCharacter = (body: string, at: number): boolean => /[\uD800-\uDBFF]/.test(body.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(body.charAt(at))

/** Codings of one story that this viewer may see, in reading order. `visible`: SQL of scope.ts over the alias c. */
export function listCodingsOfStory(store: Store, story: Id, visible: { sql: string; parameters: Record<string, unknown> }): Coding[] {
  type Row = Record<'id' | 'text' | 'code' | 'coder', Buffer> & { start: number; end: number; flag: Coding['flag']; fit: number; memos: number }
  return store.all<Row>(
    `SELECT c.id, t.id AS text, c.at_start AS start, c.at_end AS "end", k.id AS code, p.id AS coder, c.flag, c.fit,
       (SELECT count(*) FROM memo m WHERE m.about_id = c.id AND m.removed = 0) AS memos
     FROM coding c JOIN text t ON t.num = c.text JOIN code k ON k.num = c.code JOIN coder p ON p.num = c.coder
     WHERE c.story = (SELECT num FROM story WHERE id = @story) AND c.removed = 0 AND ${visible.sql}
     ORDER BY t.num, c.at_start, c.at_end DESC, c.num`, { ...visible.parameters, story: toBlob(story) })
    .map((row) => ({ ...row, fit: FITS[row.fit]!, id: toId(row.id), text: toId(row.text), code: toId(row.code), coder: toId(row.coder) }))
}
