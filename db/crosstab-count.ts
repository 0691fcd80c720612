// Counting one row of a cross-table: which stories bear its codes, and how often in each column.
import type { Unit } from '../shared/contract/crosstab.ts'
import type { ColumnSet } from './crosstab-heads.ts'
import type { CountedStories } from './counted-stories.ts'
import { readMarks, readPlacedMarks } from './marks.ts'
import { Places } from './places.ts'
import type { Condition } from './scope.ts'
import type { Store } from './store.ts'

export type Counting = {
  store: Store
  stories: CountedStories
  columns: ColumnSet
  unit: Unit
  /** Over `coding c`: the layer as the viewer may see it. */
  codings: Condition
  /** By text, for fragments. */
  storyOf: Int32Array
}

/** `has`: 1 for each story, by place, with the code. `hasBy`: the same by column, where columns are coders. `total`: in the unit, each once. */
export type CountedRow = { counts: number[]; total: number; has: Uint8Array; hasBy: Uint8Array[] | null }

/** Counts the codings of these codes in the unit asked for; a story or fragment counts once, however many of the codes it bears. */
export function countRow(counting: Counting, codes: readonly number[]): CountedRow {
  const { stories, columns } = counting
  const row: CountedRow = {
    counts: columns.heads.map(() => 0), total: 0, has: new Uint8Array(stories.size),
    hasBy: columns.coders ? columns.heads.map(() => new Uint8Array(stories.size)) : null
  }
  if (counting.unit === 'fragment') countFragments(counting, codes, row)
  else countStories(counting, codes, row)
  return row
}

function countStories({ store, stories, columns, unit, codings }: Counting, codes: readonly number[], row: CountedRow): void {
  for (const { coder, stories: marked } of readMarks(store, codings, codes)) {
    const column = columns.coders?.get(coder)
    for (const num of marked) {
      const story = stories.place[num]!
      if (story < 0) continue
      const first = note(row, story, column)
      if (unit === 'coding' || first.ofAll) row.total++
      if (column === undefined) {
        if (unit === 'coding' || first.ofAll) countStory(columns, row.counts, story)
      } else if (unit === 'coding' || first.ofColumn) row.counts[column]!++
    }
  }
}

function countFragments({ store, stories, columns, codings, storyOf }: Counting, codes: readonly number[], row: CountedRow): void {
  const seen = new Places()
  const seenBy = columns.coders ? columns.heads.map(() => new Places()) : null
  for (const { coder, places } of readPlacedMarks(store, codings, codes)) {
    const column = columns.coders?.get(coder)
    for (let i = 0; i < places.length; i += 3) {
      const story = stories.place[storyOf[places[i]!]!]!
      if (story < 0) continue
      note(row, story, column)
      const isNew = seen.add(places[i]!, places[i + 1]!, places[i + 2]!)
      if (isNew) row.total++
      if (column === undefined) {
        if (isNew) countStory(columns, row.counts, story)
      } else if (seenBy![column]!.add(places[i]!, places[i + 1]!, places[i + 2]!)) row.counts[column]!++
    }
  }
}

/** Marks the story as bearing the code; tells whether it was the first time, over all and in the coder's column. */
function note(row: CountedRow, story: number, column: number | undefined): { ofAll: boolean; ofColumn: boolean } {
  const by = column === undefined ? null : row.hasBy![column]!
  const first = { ofAll: row.has[story] === 0, ofColumn: by?.[story] === 0 }
  row.has[story] = 1
  if (by) by[story] = 1
  return first
}

function countStory({ starts, list }: ColumnSet, counts: number[], story: number): void {
  for (let at = starts[story]!; at < starts[story + 1]!; at++) counts[list[at]!]!++
}
