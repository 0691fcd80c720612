// How often each code was used in a layer: codings, fragments, stories, coders; by itself and with the codes below it.
import type { Id } from '../shared/domain/ids.ts'
import type { Layer } from '../shared/domain/layer.ts'
import type { CodeCount } from '../shared/contract/code.ts'
import { codesAbove, readCodeTree } from './code-tree.ts'
import { readCountedStories } from './counted-stories.ts'
import { readPlacedMarks, readTextStories } from './marks.ts'
import { Places } from './places.ts'
import { layerCodings } from './scope.ts'
import type { Store } from './store.ts'

class Tally {
  codings = 0
  stories = 0
  readonly coders = new Set<number>()
  readonly places = new Places()
  readonly #seen: Uint8Array

  constructor(stories: number) {
    this.#seen = new Uint8Array(stories)
  }

  add(story: number, text: number, start: number, end: number): void {
    this.codings++
    if (this.#seen[story] === 0) {
      this.#seen[story] = 1
      this.stories++
    }
    this.places.add(text, start, end)
  }
}

/** One row per code that was not undone, in the order of the codebook; a code that nobody used counts 0. Live stories only. */
export function countCodes(store: Store, viewer: Id | null, layer: Layer): CodeCount[] {
  const tree = readCodeTree(store)
  const stories = readCountedStories(store, {}, viewer)
  const storyOf = readTextStories(store)
  const above = codesAbove(tree)
  const own = new Map(tree.map(({ num }) => [num, new Tally(stories.size)]))
  // Only a code with others below it has a branch that differs from itself.
  const branches = new Map(tree.flatMap(({ parent }) => (parent === null ? [] : [[parent, new Tally(stories.size)] as const])))
  for (const { code, coder, places } of readPlacedMarks(store, layerCodings(store, layer, viewer), null)) {
    if (!own.has(code)) continue // its making was undone
    const tallies = [own.get(code)!, ...[code, ...above.get(code)!].flatMap((num) => branches.get(num) ?? [])]
    let used = false
    for (let i = 0; i < places.length; i += 3) {
      const story = stories.place[storyOf[places[i]!]!]!
      if (story < 0) continue
      used = true
      for (const tally of tallies) tally.add(story, places[i]!, places[i + 1]!, places[i + 2]!)
    }
    if (used) for (const tally of tallies) tally.coders.add(coder)
  }
  return tree.map(({ id, num }) => {
    const self = own.get(num)!
    const branch = branches.get(num) ?? self
    return {
      code: id, codings: self.codings, fragments: self.places.size, stories: self.stories, coders: self.coders.size,
      branch: { codings: branch.codings, fragments: branch.places.size, stories: branch.stories }
    }
  })
}
