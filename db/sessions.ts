// Sessions, harvests and lessons: row <-> domain.
import { z } from 'zod'
import { Reading, type Harvest, type Lesson, type Session } from '../shared/contract/session.ts'
import { Id } from '../shared/domain/ids.ts'
import { toBlob, toId, toIdOrNull } from './ids.ts'
import { readJson } from './json.ts'
import type { Store } from './store.ts'

/** Latest first; those without a date stand where they were written down. */
export function listSessions(store: Store): Session[] {
  type Row = { id: Buffer; pack: Buffer | null; name: string; heldOn: string | null; notes: string; coder: Buffer | null; at: number; harvests: number }
  return store.all<Row>(
    `SELECT e.id, p.id AS pack, e.name, e.held_on AS heldOn, e.notes, k.id AS coder, e.at, (SELECT count(*) FROM harvest h WHERE h.session = e.num AND h.removed = 0) AS harvests
     FROM session e LEFT JOIN pack p ON p.num = e.pack LEFT JOIN coder k ON k.num = e.coder WHERE e.removed = 0 ORDER BY coalesce(e.held_on, date(e.at / 1000, 'unixepoch')) DESC, e.at DESC`)
    .map((row) => ({ ...row, id: toId(row.id), pack: toIdOrNull(row.pack), coder: toIdOrNull(row.coder) }))
}

/** Of sessions that stand; of one of them, or of all. */
export function listHarvests(store: Store, session?: Id): Harvest[] {
  type Row = Omit<Harvest, 'id' | 'session' | 'cards' | 'readings' | 'about' | 'coder'> & { id: Buffer; session: Buffer; cards: string; readings: string; about: string; about_id: Buffer | null; coder: Buffer | null }
  return store.all<Row>(
    `SELECT h.id, e.id AS session, h.table_number AS "table", h.observation, h.cards, h.readings, h.action, h.owner, h.due, h.signal, h.about, h.about_id, k.id AS coder, h.at
     FROM harvest h JOIN session e ON e.num = h.session LEFT JOIN coder k ON k.num = h.coder WHERE h.removed = 0 AND e.removed = 0 ${session ? 'AND e.id = @session' : ''} ORDER BY h.at, h.num`, session ? { session: toBlob(session) } : {})
    .map(({ about_id, ...row }) => ({
      ...row, id: toId(row.id), session: toId(row.session), coder: toIdOrNull(row.coder), cards: readJson(z.array(Id), row.cards) ?? [], readings: readJson(z.array(Reading), row.readings) ?? [],
      about: about_id === null ? null : row.about === 'theme' ? { is: 'theme', theme: toId(about_id) } : row.about === 'code' ? { is: 'code', code: toId(about_id) } : null
    }))
}

export function listLessons(store: Store): Lesson[] {
  type Row = { id: Buffer; name: string; questions: string; harvests: string; coder: Buffer | null; at: number }
  return store.all<Row>('SELECT l.id, l.name, l.questions, l.harvests, k.id AS coder, l.at FROM lesson l LEFT JOIN coder k ON k.num = l.coder WHERE l.removed = 0 ORDER BY l.position, l.num')
    .map((row) => ({ ...row, id: toId(row.id), questions: readJson(z.array(z.string()), row.questions) ?? [], harvests: readJson(z.array(Id), row.harvests) ?? [], coder: toIdOrNull(row.coder) }))
}

/** Behind all lessons. */
export const lastPosition = (store: Store): number => (store.get<{ position: number | null }>('SELECT max(position) AS position FROM lesson')!.position ?? 0) + 1

/** Does such a row stand? */
export const stands = (store: Store, table: 'session' | 'harvest' | 'lesson', id: Id): boolean => store.get(`SELECT 1 FROM ${table} WHERE id = ? AND removed = 0`, [toBlob(id)]) !== undefined
