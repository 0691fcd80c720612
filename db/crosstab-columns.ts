// The columns of a cross-table: where each story in scope falls, and the scales that have a mean.
import type { ColumnsBy } from '../shared/contract/crosstab.ts'
import type { Layer } from '../shared/domain/layer.ts'
import { signifierColumns } from './crosstab-answers.ts'
import { inOne, periodHeads, periodOf, type ColumnHead, type ColumnSet } from './crosstab-heads.ts'
import type { CountedStories } from './counted-stories.ts'
import { toId } from './ids.ts'
import { layerCoders } from './scope.ts'
import type { Store } from './store.ts'

/** Throws a Refusal (not_found, invalid_input) for a question that is gone or has no columns. */
export function readColumns(store: Store, by: ColumnsBy, stories: CountedStories, layer: Layer): ColumnSet {
  switch (by.is) {
    case 'signifier': return signifierColumns(store, by, stories)
    case 'group': return placeColumns(store, 'story_group', stories)
    case 'wave': return placeColumns(store, 'wave', stories)
    case 'period': return periodColumns(store, by.by, stories)
    case 'coder': return coderColumns(store, stories, layer)
  }
}

function placeColumns(store: Store, table: 'story_group' | 'wave', stories: CountedStories): ColumnSet {
  const rows = store.all<{ num: number; id: Buffer; name: string }>(
    `SELECT p.num, p.id, p.name FROM ${table} p LEFT JOIN import i ON i.num = p.import WHERE p.removed = 0 AND coalesce(i.state, 'live') = 'live' ORDER BY p.position, p.num`)
  const heads: ColumnHead[] = rows.map((row) => ({ key: toId(row.id), face: { is: table === 'wave' ? 'wave' : 'group', id: toId(row.id), name: row.name }, value: true }))
  const columnOf = new Map(rows.map((row, at) => [row.num, at]))
  const unknown = heads.length
  const found = new Int16Array(stories.size).fill(unknown)
  // One list for each place: a row for each story would cost more than all the counting.
  for (const { place, list } of store.all<{ place: number; list: string }>(`SELECT ${table} AS place, json_group_array(num) AS list FROM story WHERE ${table} IS NOT NULL GROUP BY ${table}`)) {
    for (const num of JSON.parse(list) as number[]) {
      const at = stories.place[num] ?? -1
      if (at >= 0) found[at] = columnOf.get(place) ?? unknown
    }
  }
  const columns = inOne(stories.size, (at) => found[at]!)
  if (columns.list.includes(unknown)) heads.push({ key: 'unknown', face: { is: 'unknown' }, value: false })
  return { heads, ...columns, columnsAre: 'single', coders: null, measures: [] }
}

function periodColumns(store: Store, by: 'month' | 'quarter' | 'year', stories: CountedStories): ColumnSet {
  const days = new Map(store.all<{ num: number; day: string | null }>('SELECT num, collected_on AS day FROM story').map((row) => [row.num, row.day]))
  const periods = Array.from(stories.nums, (num) => periodOf(days.get(num) ?? null, by))
  return { ...periodHeads(periods, 'unknown'), coders: null, measures: [] }
}

function coderColumns(store: Store, stories: CountedStories, layer: Layer): ColumnSet {
  const inLayer = new Set(layerCoders(store, layer))
  const rows = store.all<{ num: number; id: Buffer; name: string }>('SELECT num, id, name FROM coder WHERE removed = 0 ORDER BY num').filter((row) => inLayer.has(row.num))
  return {
    heads: rows.map((row) => ({ key: toId(row.id), face: { is: 'coder', id: toId(row.id), name: row.name }, value: true })),
    starts: new Int32Array(stories.size + 1), list: new Int16Array(0), columnsAre: 'none', coders: new Map(rows.map((row, at) => [row.num, at])), measures: []
  }
}
