// How often each coder used each code, in the stories that coder finished: a count beside what it is a share of. By coder, or by coders
// of the same background together; small codes in one row when asked.
import type { z } from 'zod'
import type { contract } from '../shared/contract/index.ts'
import type { Id } from '../shared/domain/ids.ts'
import { release, type About } from '../shared/domain/release.ts'
import { readCodeTree } from './code-tree.ts'
import { listCoders } from './coders.ts'
import { codingsOf, comparedCoders } from './compared.ts'
import { markedBy, readCountedStories, type CountedStories } from './counted-stories.ts'
import { readMarks, type Marks } from './marks.ts'
import { isBlind, viewerNum } from './scope.ts'
import type { Store } from './store.ts'

type Question = z.output<(typeof contract)['compare.often']['input']>
type Answer = z.output<(typeof contract)['compare.often']['output']>
type Part = { coders: Id[]; name: string; nums: number[] }
/** By coder: the stories that coder finished, as far as the viewer may know, by place. */
type Finished = Map<number, Uint8Array>

export function countOften(store: Store, viewer: Id | null, { coders, by, filter, lump, mode }: Question): Answer & { about: About } {
  const stories = readCountedStories(store, filter, viewer)
  const people = comparedCoders(store, coders)
  const known = isBlind(store) ? markedBy(store, stories, [viewerNum(store, viewer)], 'revealed') : null
  const finished: Finished = new Map(people.map((num) => [num, markedBy(store, stories, [num]).map((mark, at) => mark & (known?.[at] ?? 1))]))
  const parts = partsOf(store, people, by)
  const tree = readCodeTree(store)
  const sheet = new Sheet(stories, parts, finished)
  const scope = codingsOf(store, viewer, people)
  const counted = tree.flatMap((node) => {
    const cells = sheet.count(readMarks(store, scope, [node.num]))
    const codings = cells.reduce((sum, cell) => sum + cell.codings, 0)
    return codings === 0 ? [] : [{ node, cells, codings }]
  })
  const [small, large] = [counted.filter(({ codings }) => codings <= lump), counted.filter(({ codings }) => codings > lump)]
  const rows: Answer['rows'] = large.map(({ node, cells }) => ({ code: node.id, name: node.name, colour: node.colour, lumped: [], cells }))
  if (small.length > 0) rows.push({ code: null, name: '', colour: null, lumped: small.map(({ node }) => node.id), cells: sheet.count(readMarks(store, scope, small.map(({ node }) => node.num))) })
  return release(
    { parts: parts.map(({ coders: ids, name, nums }) => ({ coders: ids, name, stories: readBy(finished, nums, stories.size) })), rows },
    { n: stories.size, layer: { is: 'all' }, viewer, mode, blind: known !== null })
}

function partsOf(store: Store, people: readonly number[], by: Question['by']): Part[] {
  const rows = listCoders(store).filter(({ num }) => people.includes(num))
  const key = (row: (typeof rows)[number]): string => (by === 'coder' ? row.id : row.background.trim().toLocaleLowerCase('nl'))
  return [...Map.groupBy(rows, key).values()].map((list) => ({
    coders: list.map(({ id }) => id), name: by === 'coder' ? list[0]!.name : list[0]!.background.trim(), nums: list.map(({ num }) => num)
  }))
}

/** Stories that one of them finished. */
function readBy(finished: Finished, nums: readonly number[], size: number): number {
  let stories = 0
  for (let at = 0; at < size; at++) if (nums.some((num) => finished.get(num)![at] === 1)) stories++
  return stories
}

class Sheet {
  readonly #place: Int32Array
  readonly #finished: Finished
  readonly #partOf: Map<number, number>
  readonly #parts: number
  /** By part and place: the count in which a story was last seen. */
  readonly #seen: Uint32Array[]
  #turn = 0

  constructor({ place, size }: CountedStories, parts: readonly Part[], finished: Finished) {
    this.#place = place
    this.#finished = finished
    this.#parts = parts.length
    this.#partOf = new Map(parts.flatMap(({ nums }, at) => nums.map((num): [number, number] => [num, at])))
    this.#seen = parts.map(() => new Uint32Array(size))
  }

  /** These marks together: a story counts once in a part, a coding each. */
  count(marks: Iterable<Marks>): Answer['rows'][number]['cells'] {
    const cells = Array.from({ length: this.#parts }, () => ({ stories: 0, codings: 0 }))
    this.#turn++
    for (const { coder, stories } of marks) {
      const part = this.#partOf.get(coder)!
      const [cell, seen, finished] = [cells[part]!, this.#seen[part]!, this.#finished.get(coder)!]
      for (const num of stories) {
        const at = this.#place[num]!
        if (at < 0 || finished[at] === 0) continue
        cell.codings++
        if (seen[at] === this.#turn) continue
        seen[at] = this.#turn
        cell.stories++
      }
    }
    return cells
  }
}
