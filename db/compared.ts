// Which stories can be compared for some coders: two or more of them marked it done and, in a blind project, the viewer may know.
import type { Id } from '../shared/domain/ids.ts'
import type { StoryFilter } from '../shared/domain/layer.ts'
import { markedBy, readCountedStories, type CountedStories } from './counted-stories.ts'
import { isBlind, joined, numsOf, viewerNum, visibleCodings, type Condition } from './scope.ts'
import type { Store } from './store.ts'

/** `coders`: local numbers, each a bit: 1, 2, 4, … `readers`: by place the bits of those who finished it; 0 where it is not compared. */
export type Compared = { stories: CountedStories; coders: number[]; readers: Uint8Array; /** Compared. */ total: number; /** Read by two, and shut to the viewer. */ waiting: number }

export function readCompared(store: Store, viewer: Id | null, ids: readonly Id[], filter: StoryFilter): Compared {
  const stories = readCountedStories(store, filter, viewer)
  const coders = comparedCoders(store, ids)
  const readers = new Uint8Array(stories.size)
  coders.forEach((coder, at) => markedBy(store, stories, [coder]).forEach((mark, place) => { readers[place]! |= mark << at }))
  const open = isBlind(store) ? markedBy(store, stories, [viewerNum(store, viewer)], 'revealed') : null
  let [total, waiting] = [0, 0]
  readers.forEach((bits, place) => {
    if (bitsIn(bits) < 2) readers[place] = 0
    else if (open?.[place] === 0) {
      waiting++
      readers[place] = 0
    } else total++
  })
  return { stories, coders, readers, total, waiting }
}

/** Local numbers of people among these, each once; the shared layer is nobody's reading. */
export const comparedCoders = (store: Store, ids: readonly Id[]): number[] => {
  const people = new Set(store.all<{ num: number }>(`SELECT num FROM coder WHERE role <> 'consensus'`).map(({ num }) => num))
  return [...new Set(numsOf(store, 'coder', ids))].filter((num) => people.has(num))
}

/** Codings over `coding c` of these coders that the viewer may see. */
export const codingsOf = (store: Store, viewer: Id | null, coders: readonly number[]): Condition =>
  joined([visibleCodings(store, viewer), { sql: 'c.coder IN (SELECT value FROM json_each(@compared))', parameters: { compared: JSON.stringify(coders) } }])

export function bitsIn(bits: number): number {
  let count = 0
  for (let rest = bits; rest > 0; rest &= rest - 1) count++
  return count
}
