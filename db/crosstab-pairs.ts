// Codes against codes: in one story, over the same words, at the very same place.
import type { z } from 'zod'
import type { CodePairs, CodeRow } from '../shared/contract/crosstab.ts'
import type { contract } from '../shared/contract/index.ts'
import type { Id } from '../shared/domain/ids.ts'
import { release } from '../shared/domain/release.ts'
import { readCodeTree } from './code-tree.ts'
import { readCountedStories, readDone } from './counted-stories.ts'
import { codesOf, findNode } from './crosstab-rows.ts'
import { readPlacedMarks, readTextStories } from './marks.ts'
import { Places } from './places.ts'
import { isBlind, layerCodings } from './scope.ts'
import type { Store } from './store.ts'

type Question = z.output<(typeof contract)['crosstab.pairs']['input']>
/** A distinct place with the code of a row. start, end: UTF-16 units of the newest revision, end exclusive. */
type Mark = { row: number; text: number; start: number; end: number }

/** Throws a Refusal (not_found) for a code that is gone. */
export function countPairs(store: Store, viewer: Id | null, { rows, layer, filter, mode }: Question): CodePairs {
  const tree = readCodeTree(store)
  const wanted = rows ?? tree.filter(({ retired }) => !retired).map(({ id }): CodeRow => ({ code: id, branch: false }))
  const stories = readCountedStories(store, filter, viewer)
  const done = readDone(store, stories, layer, viewer)
  const codings = layerCodings(store, layer, viewer)
  const storyOf = readTextStories(store)
  const marks: Mark[] = []
  const inStory: number[][] = Array.from({ length: stories.size }, () => [])
  const codes: CodePairs['codes'] = []
  for (const by of wanted) {
    const node = findNode(tree, by.code)
    const row = codes.length
    const seen = new Places()
    const before = marks.length
    for (const { places } of readPlacedMarks(store, codings, codesOf(tree, by, node))) {
      for (let i = 0; i < places.length; i += 3) {
        const at = stories.place[storyOf[places[i]!]!]!
        if (at < 0 || !seen.add(places[i]!, places[i + 1]!, places[i + 2]!)) continue
        marks.push({ row, text: places[i]!, start: places[i + 1]!, end: places[i + 2]! })
        if (inStory[at]!.at(-1) !== row) inStory[at]!.push(row)
      }
    }
    if (marks.length === before) continue
    const bearing = inStory.flatMap((list, at) => (list.at(-1) === row ? [at] : []))
    codes.push({ ...by, name: node.name, colour: node.colour, stories: bearing.length, read: bearing.filter((at) => done[at] === 1).length, fragments: marks.length - before })
  }
  const [both, read] = [createSums(codes.length), createSums(codes.length)]
  inStory.forEach((list, at) => {
    for (let i = 0; i < list.length; i++) {
      for (let j = i + 1; j < list.length; j++) {
        both.add(list[i]!, list[j]!)
        if (done[at] === 1) read.add(list[i]!, list[j]!)
      }
    }
  })
  const { overlap, same } = countPlaces(marks, codes.length)
  const pairs: CodePairs['pairs'] = []
  for (let first = 0; first < codes.length; first++) {
    for (let second = first + 1; second < codes.length; second++) {
      const met = both.of(first, second)
      if (met > 0) pairs.push({ first, second, stories: met, read: read.of(first, second), overlap: overlap.of(first, second), same: same.of(first, second) })
    }
  }
  return release({ read: done.reduce((sum, mark) => sum + mark, 0), codes, pairs }, { n: stories.size, layer, viewer, mode, blind: isBlind(store) })
}

/** Pairs of marks that share a character, and those at the very same place: one walk along each text, with the marks that are still open. */
function countPlaces(marks: Mark[], size: number): { overlap: Sums; same: Sums } {
  const [overlap, same] = [createSums(size), createSums(size)]
  let open: Mark[] = []
  for (const mark of marks.toSorted((a, b) => a.text - b.text || a.start - b.start || a.end - b.end)) {
    open = open.filter(({ text, end }) => text === mark.text && end > mark.start)
    for (const other of open) {
      if (other.row === mark.row) continue
      overlap.add(other.row, mark.row)
      if (other.start === mark.start && other.end === mark.end) same.add(other.row, mark.row)
    }
    open.push(mark)
  }
  return { overlap, same }
}

type Sums = { add(a: number, b: number): void; of(a: number, b: number): number }

function createSums(size: number): Sums {
  const sums = new Int32Array(size * size)
  const place = (a: number, b: number): number => Math.min(a, b) * size + Math.max(a, b)
  return { add: (a, b) => { sums[place(a, b)]!++ }, of: (a, b) => sums[place(a, b)]! }
}
