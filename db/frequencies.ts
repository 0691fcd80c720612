// How often each code was used, by coder or by group: codings, fragments and stories side by side, small codes taken together.
import type { z } from 'zod'
import type { contract } from '../shared/contract/index.ts'
import type { Frequency, FrequencyRow } from '../shared/contract/frequency.ts'
import { release, type About } from '../shared/domain/release.ts'
import type { Id } from '../shared/domain/ids.ts'
import { readCodeTree } from './code-tree.ts'
import { readCountedStories, readDone, type CountedStories } from './counted-stories.ts'
import { toIdOrNull } from './ids.ts'
import { readMarks, readPlacedMarks, readTextStories } from './marks.ts'
import { Places } from './places.ts'
import { isBlind, layerCoders, layerCodings, type Condition } from './scope.ts'
import type { Store } from './store.ts'

type Question = z.output<(typeof contract)['frequency.table']['input']>
type Answer = z.output<(typeof contract)['frequency.table']['output']>
type Part = { id: Id | null; name: string; stories: number }
/** Which part a coding belongs to, by its coder or by its story's place. */
type Parts = { list: Part[]; of: (coder: number, story: number) => number }
/** `storyOf` null: fragments are left out. The tallies are used anew for every code. */
type Counting = { store: Store; stories: CountedStories; parts: Parts; codings: Condition; storyOf: Int32Array | null; all: Tally; byPart: Tally[] }

export function countFrequencies(store: Store, viewer: Id | null, question: Question): Answer & { about: About } {
  const { layer, filter, mode, lump } = question
  const stories = readCountedStories(store, filter, viewer)
  const parts = question.by === 'coder' ? coderParts(store, stories, question, viewer) : question.by === 'group' ? groupParts(store, stories) : { list: [], of: () => -1 }
  const counting: Counting = {
    store, stories, parts, codings: layerCodings(store, layer, viewer), storyOf: question.fragments ? readTextStories(store) : null,
    all: new Tally(stories.size, question.fragments), byPart: parts.list.map(() => new Tally(stories.size, question.fragments))
  }
  const tree = readCodeTree(store)
  const counted = tree.map((node) => ({ node, ...countCodes(counting, [node.num]) })).filter(({ node, all }) => !node.retired || all.codings > 0)
  const small = counted.filter(({ all }) => all.codings <= lump)
  const large = lump === 0 ? counted : counted.filter(({ all }) => all.codings > lump)
  const rows = large.map(({ node, ...counts }): FrequencyRow => ({ code: node.id, name: node.name, colour: node.colour, lumped: [], ...counts }))
  if (lump > 0 && small.length > 0) {
    rows.push({ code: null, name: '', colour: null, lumped: small.map(({ node }) => node.id), ...countCodes(counting, small.map(({ node }) => node.num)) })
  }
  return release({ parts: parts.list, stories: stories.size, rows }, { n: stories.size, layer, viewer, mode, blind: isBlind(store) })
}

/** These codes taken together: a story or a fragment counts once. */
function countCodes(counting: Counting, codes: readonly number[]): Pick<FrequencyRow, 'coders' | 'all' | 'parts'> {
  const { store, stories, codings, storyOf, all, byPart } = counting
  for (const tally of [all, ...byPart]) tally.clear()
  const coders = new Set<number>()
  const add = (coder: number, story: number, text: number, start: number, end: number): void => {
    if (story < 0) return
    coders.add(coder)
    all.add(story, text, start, end)
    byPart[counting.parts.of(coder, story)]?.add(story, text, start, end)
  }
  if (storyOf === null) {
    for (const { coder, stories: marked } of readMarks(store, codings, codes)) for (const num of marked) add(coder, stories.place[num]!, -1, 0, 0)
  } else {
    for (const { coder, places } of readPlacedMarks(store, codings, codes)) {
      for (let i = 0; i < places.length; i += 3) add(coder, stories.place[storyOf[places[i]!]!]!, places[i]!, places[i + 1]!, places[i + 2]!)
    }
  }
  return { coders: coders.size, all: all.counts(), parts: byPart.map((part) => part.counts()) }
}

class Tally {
  #codings = 0
  #stories = 0
  readonly #seen: Uint8Array
  #places: Places | null = null
  readonly #withPlaces: boolean

  constructor(stories: number, withPlaces: boolean) {
    this.#seen = new Uint8Array(stories)
    this.#withPlaces = withPlaces
  }

  clear(): void {
    this.#codings = this.#stories = 0
    this.#seen.fill(0)
    this.#places = this.#withPlaces ? new Places() : null
  }

  add(story: number, text: number, start: number, end: number): void {
    this.#codings++
    if (this.#seen[story] === 0) {
      this.#seen[story] = 1
      this.#stories++
    }
    this.#places?.add(text, start, end)
  }

  counts(): Frequency {
    return { codings: this.#codings, fragments: this.#places?.size ?? null, stories: this.#stories }
  }
}

function coderParts(store: Store, stories: CountedStories, { layer }: Question, viewer: Id | null): Parts {
  const inLayer = new Set(layerCoders(store, layer))
  const rows = store.all<{ num: number; id: Buffer; name: string }>('SELECT num, id, name FROM coder WHERE removed = 0 ORDER BY num').filter((row) => inLayer.has(row.num))
  const place = new Map(rows.map((row, at) => [row.num, at]))
  const list = rows.map((row): Part => {
    const id = toIdOrNull(row.id)!
    return { id, name: row.name, stories: readDone(store, stories, { is: 'coder', coder: id }, viewer).reduce((sum, mark) => sum + mark, 0) }
  })
  return { list, of: (coder) => place.get(coder) ?? -1 }
}

function groupParts(store: Store, stories: CountedStories): Parts {
  const rows: { num: number | null; id: Buffer | null; name: string }[] =
    store.all<{ num: number; id: Buffer; name: string }>('SELECT num, id, name FROM story_group WHERE removed = 0 ORDER BY position, num')
  const groups = new Map(store.all<{ num: number; story_group: number | null }>('SELECT num, story_group FROM story').map((row) => [row.num, row.story_group]))
  const placeOf = new Map(rows.map((row, at) => [row.num, at]))
  const partOf = Int32Array.from(stories.nums, (num) => placeOf.get(groups.get(num) ?? null) ?? rows.length)
  const list = [...rows, ...(partOf.includes(rows.length) ? [{ id: null, name: '' }] : [])]
    .map((row, at): Part => ({ id: toIdOrNull(row.id), name: row.name, stories: partOf.reduce((sum, part) => sum + Number(part === at), 0) }))
  return { list, of: (_, story) => partOf[story]! }
}
