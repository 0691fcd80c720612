// What a cross-table is counted on: the stories, who read them, the codings of the layer, and the columns laid over them.
import type { CrosstabQuestion } from '../shared/contract/crosstab.ts'
import type { About } from '../shared/domain/release.ts'
import type { Id } from '../shared/domain/ids.ts'
import { readCodeTree } from './code-tree.ts'
import { readColumns } from './crosstab-columns.ts'
import type { ColumnSet } from './crosstab-heads.ts'
import type { Counting, Sum } from './crosstab-count.ts'
import type { Looking } from './crosstab-rows.ts'
import { readCountedStories, readDone, type CountedStories } from './counted-stories.ts'
import { readTextStories } from './marks.ts'
import { isBlind, layerCodings } from './scope.ts'
import type { Store } from './store.ts'

/** What every table of a layer, a filter and a viewer is counted in; `done` is by place of the story. */
export type Ground = { stories: CountedStories; done: Uint8Array; looking: Looking; about: About }
/** A question with everything that is the same for all its rows. `sums`: what its columns, its stories and those with a value hold. */
export type Laid = { counting: Counting; sums: { columns: Sum[]; all: Sum; valid: Sum }; looking: Looking; about: About }

export function readGround(store: Store, viewer: Id | null, { layer, filter, mode }: Pick<CrosstabQuestion, 'layer' | 'filter' | 'mode'>): Ground {
  const stories = readCountedStories(store, filter, viewer)
  return {
    stories, done: readDone(store, stories, layer, viewer), looking: { store, viewer, layer, codings: layerCodings(store, layer, viewer), tree: readCodeTree(store) },
    about: { n: stories.size, layer, viewer, mode, blind: isBlind(store) }
  }
}

/** Throws a Refusal (not_found) for a question or stone that is gone, (invalid_input) for columns that make no table. */
export function layOn({ stories, done, looking, about }: Ground, { columns: by, unit }: Pick<CrosstabQuestion, 'columns' | 'unit'>): Laid {
  const { store, viewer, layer } = looking
  const columns = readColumns(store, by, stories, layer)
  const counting: Counting = {
    stories, columns, unit, storyOf: unit === 'fragment' ? readTextStories(store) : new Int32Array(0), done, valid: validOf(columns, stories.size),
    doneBy: columns.coders ? columns.heads.map((head) => readDone(store, stories, { is: 'coder', coder: head.key }, viewer)) : null
  }
  return { counting, sums: sumsOf(counting), looking, about }
}

export const layOut = (store: Store, viewer: Id | null, question: Omit<CrosstabQuestion, 'rows'>): Laid => layOn(readGround(store, viewer, question), question)

/** 1 for each story that stands in a column of values; where columns are coders every story may. */
function validOf({ coders, heads, starts, list }: ColumnSet, size: number): Uint8Array {
  const valid = new Uint8Array(size)
  for (let story = 0; story < size; story++) {
    if (coders !== null) valid[story] = 1
    for (let at = starts[story]!; at < starts[story + 1]!; at++) if (heads[list[at]!]!.value) valid[story] = 1
  }
  return valid
}

function sumsOf({ stories, columns: { heads, starts, list }, done, valid, doneBy }: Counting): Laid['sums'] {
  const columns = heads.map((_, at): Sum => (doneBy ? { stories: stories.size, done: doneBy[at]!.reduce((sum, mark) => sum + mark, 0) } : { stories: 0, done: 0 }))
  const [all, withValue]: [Sum, Sum] = [{ stories: stories.size, done: 0 }, { stories: 0, done: 0 }]
  for (let story = 0; story < stories.size; story++) {
    all.done += done[story]!
    if (valid[story] === 1) {
      withValue.stories++
      withValue.done += done[story]!
    }
    for (let at = starts[story]!; at < starts[story + 1]!; at++) {
      columns[list[at]!]!.stories++
      columns[list[at]!]!.done += done[story]!
    }
  }
  return { columns, all, valid: withValue }
}
