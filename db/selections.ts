// Kept selections: row <-> domain, and what each picks now.
import type { Selection } from '../shared/contract/selection.ts'
import type { Id } from '../shared/domain/ids.ts'
import { StoryFilter } from '../shared/domain/layer.ts'
import { release, type About, type Mode } from '../shared/domain/release.ts'
import { Refusal } from '../shared/errors.ts'
import { toBlob, toId, toIdOrNull } from './ids.ts'
import { Ids, readJson } from './json.ts'
import { isBlind } from './scope.ts'
import type { Store } from './store.ts'
import { storyScope } from './story-scope.ts'

type Raw = { id: Buffer; name: string; rule: string; frozen: string | null; frozen_at: number | null; coder: Buffer | null; at: number }
export type KeptSelection = Omit<Selection, 'stories'>

const SELECT = 'SELECT s.id, s.name, s.rule, s.frozen, s.frozen_at, k.id AS coder, s.at FROM selection s LEFT JOIN coder k ON k.num = s.coder WHERE s.removed = 0'

function fromRaw({ frozen, frozen_at, ...row }: Raw): KeptSelection {
  return {
    id: toId(row.id), name: row.name, rule: readJson(StoryFilter, row.rule), coder: toIdOrNull(row.coder), at: row.at,
    frozen: frozen === null ? null : { at: frozen_at ?? row.at, stories: readJson(Ids, frozen)?.length ?? 0 }
  }
}

export const keptSelections = (store: Store): KeptSelection[] =>
  store.all<Raw>(SELECT).map(fromRaw).toSorted((a, b) => a.name.localeCompare(b.name, 'nl', { numeric: true, sensitivity: 'base' }))

export function findSelection(store: Store, id: Id): KeptSelection | undefined {
  const row = store.get<Raw>(`${SELECT} AND s.id = ?`, [toBlob(id)])
  return row && fromRaw(row)
}

/** Every selection with the number of stories it picks now for this viewer. */
export function listSelections(store: Store, viewer: Id | null, mode: Mode): { about: About; rows: Selection[] } {
  const all = countPicked(store, viewer, {})
  const rows = keptSelections(store).map((kept): Selection => ({ ...kept, stories: countPicked(store, viewer, { selections: [kept.id] }) }))
  return release({ rows }, { n: all ?? 0, layer: { is: 'all' }, viewer, mode, blind: isBlind(store) })
}

/** Null when the rule goes round in a circle, which two coders who change two selections at once can bring about. */
function countPicked(store: Store, viewer: Id | null, filter: StoryFilter): number | null {
  try {
    const { sql, parameters } = storyScope(store, filter, viewer)
    return store.get<{ n: number }>(`SELECT count(*) AS n FROM story s WHERE ${sql}`, parameters)!.n
  } catch (error) {
    if (error instanceof Refusal && error.failure.message === 'selection.too_deep') return null
    throw error
  }
}

/** The stories a filter picks, by id, in the order of their numbers. */
export function pickedStories(store: Store, viewer: Id | null, filter: StoryFilter): Id[] {
  const { sql, parameters } = storyScope(store, filter, viewer)
  return store.all<{ id: Buffer }>(`SELECT s.id FROM story s WHERE ${sql} ORDER BY s.number, s.num`, parameters).map((row) => toId(row.id))
}
