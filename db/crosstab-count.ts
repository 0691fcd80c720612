// Counting one row of a cross-table: which stories bear it, and how often in each column. A row costs what its codings cost:
// the stories without the code follow from what the columns hold in all.
import type { Unit } from '../shared/contract/crosstab.ts'
import type { ColumnSet } from './crosstab-heads.ts'
import type { CountedStories } from './counted-stories.ts'
import type { RowSource } from './crosstab-rows.ts'
import { Places } from './places.ts'

export type Counting = {
  stories: CountedStories
  columns: ColumnSet
  unit: Unit
  /** By text, for fragments. */
  storyOf: Int32Array
  /** By place of the story: read to the end in the layer; has a value; and by column, where columns are coders, read by that coder. */
  done: Uint8Array
  valid: Uint8Array
  doneBy: Uint8Array[] | null
}

/** How many stories, and how many of them were read to the end. */
export type Sum = { stories: number; done: number }

/** `total`: in the unit, each once. `has`: 1 for each story, by place, with the code; `hasBy`: the same by column, where columns are coders. */
export type CountedRow = { counts: number[]; total: number; with: Sum[]; all: Sum; valid: Sum; has: Uint8Array; hasBy: Uint8Array[] | null }

/** Counts the codings of a row in the unit asked for; a story or fragment counts once, however many of them it bears. */
export function countRow(counting: Counting, source: RowSource): CountedRow {
  const { stories: { size }, columns: { heads, coders } } = counting
  const none = (): Sum => ({ stories: 0, done: 0 })
  const row: CountedRow = {
    counts: heads.map(() => 0), total: 0, with: heads.map(none), all: none(), valid: none(), has: new Uint8Array(size), hasBy: coders ? heads.map(() => new Uint8Array(size)) : null
  }
  if (counting.unit === 'fragment') countFragments(counting, source, row)
  else countStories(counting, source, row)
  countWhole(counting, source, row)
  return row
}

// The loops below run once for every coding of the table, a million times in a large project: no closures, no objects.

function countStories(counting: Counting, source: RowSource, row: CountedRow): void {
  const { stories, columns, unit } = counting
  const each = unit === 'coding'
  for (const { coder, stories: marked } of source.marks()) {
    const column = columns.coders?.get(coder) ?? -1
    for (let i = 0; i < marked.length; i++) {
      const story = stories.place[marked[i]!]!
      if (story < 0) continue
      const isNew = row.has[story] === 0
      if (isNew) noteStory(counting, row, story)
      if (each || isNew) row.total++
      if (column >= 0) {
        const isNewHere = row.hasBy![column]![story] === 0
        if (isNewHere) noteCoder(counting, row, story, column)
        if (each || isNewHere) row.counts[column]!++
      } else if (each || isNew) countColumns(columns, row.counts, story)
    }
  }
}

function countFragments(counting: Counting, source: RowSource, row: CountedRow): void {
  const { stories, columns, storyOf } = counting
  const seen = new Places()
  const seenBy = columns.coders ? columns.heads.map(() => new Places()) : null
  for (const { coder, places } of source.placed()) {
    const column = columns.coders?.get(coder) ?? -1
    for (let i = 0; i < places.length; i += 3) {
      const [text, start, end] = [places[i]!, places[i + 1]!, places[i + 2]!]
      const story = stories.place[storyOf[text]!]!
      if (story < 0) continue
      if (row.has[story] === 0) noteStory(counting, row, story)
      const isNew = seen.add(text, start, end)
      if (isNew) row.total++
      if (column >= 0) {
        if (row.hasBy![column]![story] === 0) noteCoder(counting, row, story, column)
        if (seenBy![column]!.add(text, start, end)) row.counts[column]!++
      } else if (isNew) countColumns(columns, row.counts, story)
    }
  }
}

/** Stories laid on a theme as a whole bear it too; they are no fragment and no coding, and nobody's column. */
function countWhole(counting: Counting, { whole }: RowSource, row: CountedRow): void {
  const { stories, columns, unit } = counting
  for (const num of whole) {
    const story = stories.place[num] ?? -1
    if (story < 0 || row.has[story] === 1) continue
    noteStory(counting, row, story)
    if (unit !== 'story') continue
    row.total++
    countColumns(columns, row.counts, story)
  }
}

/** The first coding of the story in this row. */
function noteStory({ columns: { coders, starts, list }, done, valid }: Counting, row: CountedRow, story: number): void {
  row.has[story] = 1
  const isDone = done[story]!
  row.all.stories++
  row.all.done += isDone
  if (valid[story] === 1) {
    row.valid.stories++
    row.valid.done += isDone
  }
  if (coders !== null) return
  for (let at = starts[story]!; at < starts[story + 1]!; at++) {
    const sum = row.with[list[at]!]!
    sum.stories++
    sum.done += isDone
  }
}

/** The first coding of the story in this row by this coder. */
function noteCoder({ doneBy }: Counting, row: CountedRow, story: number, column: number): void {
  row.hasBy![column]![story] = 1
  row.with[column]!.stories++
  row.with[column]!.done += doneBy![column]![story]!
}

function countColumns({ starts, list }: ColumnSet, counts: number[], story: number): void {
  for (let at = starts[story]!; at < starts[story + 1]!; at++) counts[list[at]!]!++
}
