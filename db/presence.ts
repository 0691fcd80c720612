// Who is here now, told through the file itself, because processes on one file share nothing else for certain; and up to where each
// coder has been here to see. Neither is content: no ops, nothing to undo, and what is not renewed lapses.
import type { Id } from '../shared/domain/ids.ts'
import type { Here } from '../shared/contract/feed.ts'
import { toBlob, toId, toIdOrNull } from './ids.ts'
import { sqliteCode, translate } from './sqlite-errors.ts'
import type { Store } from './store.ts'

/** Milliseconds after which a row that was not renewed says nothing any more; nor does one from later than now, by a clock that was set back since. */
export const LAPSES = 40_000

export type Beat = { /** Names the process for as long as it lives. */ process: Id; here: readonly Here[]; /** Coders who were here to see what there is. */ saw: readonly Id[]; now: number }

/**
 * Writes what this process knows, in place of what it said before. False: somebody else was writing, so try again soon.
 * Without waiting for the disk: what is lost in a power cut has lapsed anyway.
 */
export function writePresence(store: Store, { process, here, saw, now }: Beat): boolean {
  if (store.readonly || store.db.inTransaction) return store.readonly
  try {
    store.db.pragma('busy_timeout = 0')
    store.db.pragma('synchronous = NORMAL')
    store.sql('BEGIN IMMEDIATE').run()
    store.run('DELETE FROM presence WHERE process = ? OR at NOT BETWEEN ? AND ?', [toBlob(process), now - LAPSES, now + LAPSES])
    for (const { coder, story } of here) store.run('INSERT INTO presence (process, coder, story, at) VALUES (?, ?, ?, ?)', [toBlob(process), toBlob(coder), story && toBlob(story), now])
    for (const coder of saw) store.run('INSERT OR REPLACE INTO visit (coder, seq) SELECT num, coalesce((SELECT max(seq) FROM op), 0) FROM coder WHERE id = ?', [toBlob(coder)])
    store.sql('COMMIT').run()
    return true
  } catch (error) {
    if (store.db.inTransaction) store.sql('ROLLBACK').run()
    if (sqliteCode(error) === 'SQLITE_BUSY') return false
    throw translate(error, store.path)
  } finally {
    store.db.pragma('synchronous = FULL')
  }
}

/** What other processes say. */
export const readPresence = (store: Store, process: Id, now: number): Here[] =>
  store.all<{ coder: Buffer; story: Buffer | null }>('SELECT DISTINCT coder, story FROM presence WHERE process <> ? AND at BETWEEN ? AND ? ORDER BY coder, story', [toBlob(process), now - LAPSES, now + LAPSES])
    .map(({ coder, story }) => ({ coder: toId(coder), story: toIdOrNull(story) }))

/** Up to which op (seq of this file) the coder has been here; null: never. */
export const readVisit = (store: Store, coder: Id): number | null =>
  store.get<{ seq: number }>('SELECT v.seq FROM visit v JOIN coder k ON k.num = v.coder WHERE k.id = ?', [toBlob(coder)])?.seq ?? null
