// The words of a text, revision by revision: which is the newest, and where its codings stand in it. Both follow from the
// revisions that are there and the places at which codings were made, so every copy of a project comes to the same.
import { createHash } from 'node:crypto'
import { diffTexts, type Edit } from '../shared/anchoring/differences.ts'
import { placeSpan, type Fit, type Placed } from '../shared/anchoring/revise.ts'
import type { Span } from '../shared/anchoring/span.ts'
import type { Id } from '../shared/domain/ids.ts'
import { saltedDigest, toBlob } from './ids.ts'
import type { Store } from './store.ts'

/** `fit` as the file keeps it. */
export const FITS: readonly Fit[] = ['same', 'corrected', 'look']

export const sha256 = (body: string): string => createHash('sha256').update(body).digest('hex')

/**
 * The words of a correction whose row is there. Throws when they are not the words of its op. Its text gets a newest
 * revision again, and the codings in it their places.
 */
export function storeBody(store: Store, revision: Id, body: string): void {
  const row = store.get<{ text: number; sha256: Buffer }>('SELECT text, sha256 FROM revision WHERE id = ?', [toBlob(revision)])
  if (!row) throw new Error(`no revision ${revision}`)
  if (row.sha256.toString('hex') !== sha256(body)) throw new Error(`revision ${revision}: these are not its words`)
  store.run('UPDATE revision SET body = ? WHERE id = ?', [body, toBlob(revision)])
  settleText(store, row.text)
}

/** After a change of its revisions. `text`: its local number. */
export function settleText(store: Store, text: number): void {
  const { newest } = store.get<{ newest: number }>('SELECT max(number) AS newest FROM revision WHERE text = ? AND removed = 0 AND body IS NOT NULL', [text])!
  store.run('UPDATE text SET newest = ? WHERE num = ?', [newest, text])
  store.run(`UPDATE story SET length = ? WHERE num = (SELECT story FROM text WHERE num = ? AND kind = 'main')`, [readBody(store, text, newest)!.length, text])
  const codings = store.all<Made>('SELECT num, revision, start, "end", checksum FROM coding WHERE story = (SELECT story FROM text WHERE num = @text) AND text = @text', { text })
  place(store, text, codings)
}

/** After a coding was made or moved: its place in the newest revision. */
export function settleCoding(store: Store, coding: Id): void {
  const row = store.get<Made & { text: number; settled: number }>(
    `SELECT c.num, c.text, c.revision, c.start, c."end", c.checksum,
       c.revision = t.newest AND c.at_start = c.start AND c.at_end = c."end" AND c.fit = 0 AND NOT ${TOLD_TWICE} AS settled
     FROM coding c JOIN text t ON t.num = c.text JOIN story s ON s.num = t.story WHERE c.id = ?`, [toBlob(coding)])!
  if (row.settled === 0) place(store, row.text, [row])
}

/** As a coding was made: local number, revision, UTF-16 units, and the checksum of its words. */
type Made = Span & { num: number; revision: number; checksum: string }

function place(store: Store, text: number, codings: readonly Made[]): void {
  const placed = placesOfCodings(store, text)
  for (const coding of codings) {
    const [{ num }, { start, end, fit }] = [coding, placed(coding)]
    store.run('UPDATE coding SET at_start = ?, at_end = ?, fit = ? WHERE num = ?', [start, end, FITS.indexOf(fit), num])
  }
}

/** Over text t and story s: more than one import had it. Two copies can each have imported it, in other words. */
export const TOLD_TWICE = '(s.content_import IS NOT NULL OR t.import IS NOT NULL)'

/**
 * Where codings of a text stand in its newest revision. One that was made, in another copy, on other words than its revision has
 * here (the source told them differently) has no place of its own: empty, for a person to look at.
 */
export function placesOfCodings(store: Store, text: number): (made: Omit<Made, 'num'>) => Placed {
  const carry = placesIn(store, text)
  const twice = store.get<{ salt: Buffer }>(`SELECT p.salt FROM text t JOIN story s ON s.num = t.story, project p WHERE t.num = ? AND ${TOLD_TWICE}`, [text])
  return ({ revision, checksum, start, end }) => {
    const body = twice ? readBody(store, text, revision) : null
    const isOther = body !== null && saltedDigest(twice!.salt, body.slice(start, end)).toString('hex', 0, 8) !== checksum
    return isOther ? { start: 0, end: 0, fit: 'look' } : carry(revision, { start, end })
  }
}

/**
 * Places in the newest revision of a text, of spans of any revision of it. Where the words of that revision are not here a
 * span has no place yet: empty, for a person to look at.
 */
export function placesIn(store: Store, text: number): (revision: number, span: Span) => Placed {
  const newest = store.get<{ newest: number }>('SELECT newest FROM text WHERE num = ?', [text])?.newest ?? 0
  const bodies = new Map<number, string | null>()
  const edits = new Map<number, Edit[]>()
  const bodyOf = (number: number): string | null => {
    if (!bodies.has(number)) bodies.set(number, readBody(store, text, number))
    return bodies.get(number)!
  }
  return (revision, span) => {
    if (revision === newest) return { ...span, fit: 'same' }
    const [before, after] = [bodyOf(revision), bodyOf(newest)]
    if (before === null || after === null) return { start: 0, end: 0, fit: 'look' }
    if (!edits.has(revision)) edits.set(revision, diffTexts(before, after))
    return placeSpan(before, after, edits.get(revision)!, span)
  }
}

/** The words of one revision of a text (its local number); null when they are not here. */
export const readBody = (store: Store, text: number, number: number): string | null =>
  store.get<{ body: string | null }>('SELECT body FROM revision WHERE text = ? AND number = ?', [text, number])?.body ?? null
