// The stories a count is about, as places 0 … n − 1, and which of them were read to the end.
import type { Id } from '../shared/domain/ids.ts'
import type { Layer, StoryFilter } from '../shared/domain/layer.ts'
import { isBlind, layerCoders, numsOf, viewerNum } from './scope.ts'
import type { Store } from './store.ts'
import { storyScope } from './story-scope.ts'

/** Live stories a filter picks, in the order of their numbers (`nums`), and the place of each by local number; −1: not in scope. */
export type CountedStories = { nums: Int32Array; place: Int32Array; size: number }

export function readCountedStories(store: Store, filter: StoryFilter, viewer: Id | null): CountedStories {
  const { sql, parameters } = storyScope(store, filter, viewer)
  const nums = Int32Array.from(store.firsts(`SELECT s.num FROM story s WHERE ${sql} ORDER BY s.number, s.num`).all(parameters) as number[])
  const place = new Int32Array((store.get<{ last: number | null }>('SELECT max(num) AS last FROM story')!.last ?? 0) + 1).fill(-1)
  nums.forEach((num, at) => { place[num] = at })
  return { nums, place, size: nums.length }
}

/** The group of each of these stories by the story's local number; 0: none. Of other stories: -1. */
export function readGroups(store: Store, { place }: CountedStories): Int32Array {
  const groups = new Int32Array(place.length).fill(-1)
  for (const [num, group] of store.tuples('SELECT num, story_group FROM story').iterate() as Iterable<[number, number | null]>) if (place[num]! >= 0) groups[num] = group ?? 0
  return groups
}

/** A group as readGroups writes it; one that is not there is the group of no story. */
export const groupNum = (store: Store, group: Id | null): number => (group === null ? 0 : numsOf(store, 'story_group', [group])[0] ?? -2)

/** 1 for each story, by place, that counts as read in the layer (readInLayer of scope.ts, as a list). */
export function readDone(store: Store, stories: CountedStories, layer: Layer, viewer: Id | null): Uint8Array {
  const done = markedBy(store, stories, layerCoders(store, layer))
  if (!isBlind(store)) return done
  const mine = markedBy(store, stories, [viewerNum(store, viewer)], 'revealed')
  return done.map((mark, at) => mark & mine[at]!)
}

/** How many of the stories each of these coders marked done, in their order; under blind coding of those that the viewer knows it of. */
export function countDone(store: Store, stories: CountedStories, coders: readonly number[], viewer: Id | null): number[] {
  const mine = isBlind(store) ? markedBy(store, stories, [viewerNum(store, viewer)], 'revealed') : null
  return coders.map((coder) => storiesOf(store, coder, 'done').reduce((sum, story) => {
    const at = stories.place[story] ?? -1
    return sum + (at >= 0 ? mine?.[at] ?? 1 : 0)
  }, 0))
}

/** 1 for each story, by place, that one of these coders marked done, or has seen revealed. */
export function markedBy(store: Store, { place, size }: CountedStories, coders: readonly number[], mark: 'done' | 'revealed' = 'done'): Uint8Array {
  const marks = new Uint8Array(size)
  for (const coder of coders) {
    for (const story of storiesOf(store, coder, mark)) {
      const at = place[story] ?? -1
      if (at >= 0) marks[at] = 1
    }
  }
  return marks
}

const storiesOf = (store: Store, coder: number, mark: 'done' | 'revealed'): number[] =>
  JSON.parse(store.firsts(`SELECT json_group_array(story) FROM reading WHERE coder = ? AND ${mark} = 1`).get(coder) as string) as number[]
