// Packs of session material: row <-> domain. Their cards are cards.ts' work.
import type { Pack } from '../shared/contract/pack.ts'
import type { Id } from '../shared/domain/ids.ts'
import { Counted, PackLook, PackMethod, PackSource } from '../shared/domain/pack.ts'
import { toBlob, toId, toIdOrNull } from './ids.ts'
import { readJson } from './json.ts'
import { seenCards } from './scope.ts'
import type { Store } from './store.ts'

type Raw = Omit<Pack, 'id' | 'source' | 'method' | 'look' | 'tone' | 'counted' | 'coder'> & { id: Buffer; source: string; method: string; look: string; tone: Buffer | null; counted: string; coder: Buffer | null }

function selectPacks(store: Store, viewer: Id | null, more: string, parameters: Record<string, unknown> = {}): Pack[] {
  const seen = seenCards(store, viewer)
  return store.all<Raw>(`SELECT p.id, p.number, p.name, p.question, p.source, p.method, p.look, p.tables, g.id AS tone, p.counted, k.id AS coder, p.at,
    (SELECT count(*) FROM card c JOIN story s ON s.num = c.story WHERE c.pack = p.num AND c.removed = 0 AND ${seen.sql}) AS cards
    FROM pack p LEFT JOIN signifier g ON g.num = p.tone LEFT JOIN coder k ON k.num = p.coder WHERE p.removed = 0 ${more}`, { ...seen.parameters, ...parameters }).map(fromRaw)
}

function fromRaw(row: Raw): Pack {
  return {
    ...row, id: toId(row.id), tone: toIdOrNull(row.tone), coder: toIdOrNull(row.coder), source: readJson(PackSource, row.source), method: readJson(PackMethod, row.method),
    look: readJson(PackLook, row.look) ?? PackLook.parse({}), counted: readJson(Counted, row.counted) ?? []
  }
}

/** Newest first, each with the number of cards this viewer may see. */
export const listPacks = (store: Store, viewer: Id | null): Pack[] =>
  selectPacks(store, viewer, 'ORDER BY p.at DESC, p.num DESC')

export const findPack = (store: Store, viewer: Id | null, id: Id): Pack | undefined => selectPacks(store, viewer, 'AND p.id = @id', { id: toBlob(id) })[0]

/** Was there ever a pack or card of this id, removed ones too? For a retry of a call. */
export const isKnown = (store: Store, table: 'pack' | 'card' | 'session' | 'harvest' | 'lesson', id: Id): boolean =>
  store.get(`SELECT 1 FROM ${table} WHERE id = ?`, [toBlob(id)]) !== undefined

/** Numbers of packs, and of the cards of one pack, removed ones too: none is given out twice. */
export const packNumbers = (store: Store): Set<number> => new Set(store.all<{ number: number }>('SELECT number FROM pack').map(({ number }) => number))
export const cardNumbers = (store: Store, pack: Id): Set<number> =>
  new Set(store.all<{ number: number }>('SELECT number FROM card WHERE pack = (SELECT num FROM pack WHERE id = ?)', [toBlob(pack)]).map(({ number }) => number))
