// The parts a pattern is told in: all stories, those of each group, wave, period or answer, or those with and without a code.
import type { PartFace, Split } from '../shared/contract/pattern.ts'
import type { Id } from '../shared/domain/ids.ts'
import type { Layer } from '../shared/domain/layer.ts'
import { Refusal } from '../shared/errors.ts'
import { branchOf, readCodeTree } from './code-tree.ts'
import { readColumns } from './crosstab-columns.ts'
import { sideOf } from './crosstab.ts'
import { findNode } from './crosstab-rows.ts'
import { readDone, type CountedStories } from './counted-stories.ts'
import { readMarks } from './marks.ts'
import { layerCodings } from './scope.ts'
import type { Store } from './store.ts'

/** `has`: 1 for each story, by place, in the part. */
export type Part = { key: string; face: PartFace; has: Uint8Array }

/** More pictures side by side than this nobody compares. */
const MOST_PARTS = 24

/** Throws a Refusal (not_found) for what is gone, (invalid_input) for more than MOST_PARTS parts. */
export function readParts(store: Store, viewer: Id | null, stories: CountedStories, layer: Layer, split: Split | null): { parts: Part[]; overlapping: boolean } {
  if (split === null) return { parts: [{ key: 'all', face: { is: 'all' }, has: new Uint8Array(stories.size).fill(1) }], overlapping: false }
  if (split.is === 'code') return { parts: codeParts(store, viewer, stories, layer, split), overlapping: false }
  const { heads, starts, list, columnsAre } = readColumns(store, split, stories, layer)
  const parts = heads.map(({ key, face }): Part => ({ key, face, has: new Uint8Array(stories.size) }))
  for (let story = 0; story < stories.size; story++) {
    for (let at = starts[story]!; at < starts[story + 1]!; at++) parts[list[at]!]!.has[story] = 1
  }
  // What is no value of the splitting question is told only where stories stand there.
  const told = parts.filter((part, at) => heads[at]!.value || part.has.includes(1))
  if (told.length > MOST_PARTS) throw new Refusal('invalid_input', 'pattern.too_many_parts', { parts: told.length, most: MOST_PARTS })
  return { parts: told, overlapping: columnsAre === 'several' }
}

/** [X2] Without the code are the stories that a coder of the layer marked done; the unread ones are a part of their own. */
function codeParts(store: Store, viewer: Id | null, stories: CountedStories, layer: Layer, { code, branch }: Extract<Split, { is: 'code' }>): Part[] {
  const tree = readCodeTree(store)
  const node = findNode(tree, code)
  const has = new Uint8Array(stories.size)
  for (const marks of readMarks(store, layerCodings(store, layer, viewer), branch ? branchOf(tree, node.num) : [node.num])) {
    for (const num of marks.stories) {
      const story = stories.place[num]!
      if (story >= 0) has[story] = 1
    }
  }
  const done = readDone(store, stories, layer, viewer)
  const sides = (['with', 'without', 'unread'] as const).map((side, at): Part =>
    ({ key: side, face: { is: 'code', id: code, name: node.name, side }, has: has.map((mark, story) => Number(sideOf(mark, done[story]!) === at)) }))
  return sides.filter(({ face, has: stand }) => face.is !== 'code' || face.side !== 'unread' || stand.includes(1))
}
