// How often each code was used, by coder or by group: codings, fragments and stories side by side, small codes taken together.
import type { z } from 'zod'
import type { contract } from '../shared/contract/index.ts'
import type { Frequency, FrequencyRow } from '../shared/contract/frequency.ts'
import { release, type About } from '../shared/domain/release.ts'
import type { Id } from '../shared/domain/ids.ts'
import { readCodeTree } from './code-tree.ts'
import { countDone, readCountedStories, type CountedStories } from './counted-stories.ts'
import { toIdOrNull } from './ids.ts'
import { readMarks, readPlacedMarks, readTextStories, type Marks, type PlacedMarks } from './marks.ts'
import { Places } from './places.ts'
import { isBlind, layerCoders, layerCodings, type Condition } from './scope.ts'
import type { Store } from './store.ts'

type Question = z.output<(typeof contract)['frequency.table']['input']>
type Answer = z.output<(typeof contract)['frequency.table']['output']>
type Part = { id: Id | null; name: string; stories: number }
/** Which part a coding belongs to, by its coder or by its story's place. */
type Parts = { list: Part[]; byCoder: boolean; of: (coder: number, story: number) => number }
/** `storyOf` null: fragments are left out. The tallies are used anew for every code. */
type Counting = { store: Store; stories: CountedStories; parts: Parts; codings: Condition; storyOf: Int32Array | null; all: Tally; byPart: Tally[] }

export function countFrequencies(store: Store, viewer: Id | null, question: Question): Answer & { about: About } {
  const { layer, filter, mode, lump } = question
  const stories = readCountedStories(store, filter, viewer)
  const parts = question.by === 'coder' ? coderParts(store, stories, question, viewer) : question.by === 'group' ? groupParts(store, stories) : { list: [], byCoder: true, of: () => -1 }
  const counting: Counting = {
    store, stories, parts, codings: layerCodings(store, layer, viewer), storyOf: question.fragments ? readTextStories(store) : null,
    all: new Tally(stories.size, question.fragments), byPart: parts.list.map(() => new Tally(stories.size, question.fragments))
  }
  const tree = readCodeTree(store)
  const each = countEach(counting)
  const none = (): Counts => countTogether(counting, [])
  const counted = tree.map((node) => ({ node, ...(each.get(node.num) ?? none()) })).filter(({ node, all }) => !node.retired || all.codings > 0)
  const small = counted.filter(({ all }) => all.codings <= lump)
  const large = lump === 0 ? counted : counted.filter(({ all }) => all.codings > lump)
  const rows = large.map(({ node, ...counts }): FrequencyRow => ({ code: node.id, name: node.name, colour: node.colour, lumped: [], ...counts }))
  if (lump > 0 && small.length > 0) {
    rows.push({ code: null, name: '', colour: null, lumped: small.map(({ node }) => node.id), ...countTogether(counting, small.map(({ node }) => node.num)) })
  }
  return release({ parts: parts.list, stories: stories.size, rows }, { n: stories.size, layer, viewer, mode, blind: isBlind(store) })
}

type Counts = Pick<FrequencyRow, 'coders' | 'all' | 'parts'>

/** Every code for itself, by local number, in one walk along the index; codes without codings are absent. */
function countEach(counting: Counting): Map<number, Counts> {
  const each = new Map<number, Counts>()
  let sheet: Sheet | null = null
  const file = (): void => { if (sheet !== null && sheet.coders.size > 0) each.set(sheet.code, countsOf(counting, sheet)) }
  for (const marks of marksOf(counting, null)) {
    if (sheet?.code !== marks.code) {
      file()
      sheet = freshSheet(counting, marks.code)
    }
    add(counting, sheet, marks)
  }
  file()
  return each
}

/** These codes taken together: a story or a fragment counts once. */
function countTogether(counting: Counting, codes: readonly number[]): Counts {
  const sheet = freshSheet(counting, -1)
  for (const marks of marksOf(counting, codes)) add(counting, sheet, marks)
  return countsOf(counting, sheet)
}

/** What is being counted; the tallies themselves are of the counting, and used anew for each. */
type Sheet = { code: number; coders: Set<number> }

function freshSheet({ all, byPart }: Counting, code: number): Sheet {
  for (const tally of [all, ...byPart]) tally.clear()
  return { code, coders: new Set() }
}

const countsOf = ({ all, byPart }: Counting, { coders }: Sheet): Counts => ({ coders: coders.size, all: all.counts(), parts: byPart.map((part) => part.counts()) })

const marksOf = ({ store, codings, storyOf }: Counting, codes: readonly number[] | null): Iterable<Marks | PlacedMarks> =>
  (storyOf === null ? readMarks(store, codings, codes) : readPlacedMarks(store, codings, codes))

/** Its loops run once for every coding of the project: no closures, no objects. */
function add({ stories, parts, storyOf, all, byPart }: Counting, { coders }: Sheet, marks: Marks | PlacedMarks): void {
  const fixed = parts.byCoder ? byPart[parts.of(marks.coder, -1)] : undefined
  const partOf = (story: number): Tally | undefined => (parts.byCoder ? fixed : byPart[parts.of(marks.coder, story)])
  let used = false
  if ('stories' in marks) {
    for (const num of marks.stories) {
      const story = stories.place[num]!
      if (story < 0) continue
      used = true
      all.addStory(story)
      partOf(story)?.addStory(story)
    }
  } else {
    const { places } = marks
    for (let i = 0; i < places.length; i += 3) {
      const story = stories.place[storyOf![places[i]!]!]!
      if (story < 0) continue
      used = true
      all.addPlace(story, places[i]!, places[i + 1]!, places[i + 2]!)
      partOf(story)?.addPlace(story, places[i]!, places[i + 1]!, places[i + 2]!)
    }
  }
  if (used) coders.add(marks.coder)
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

  addStory(story: number): void {
    this.#codings++
    if (this.#seen[story] === 0) {
      this.#seen[story] = 1
      this.#stories++
    }
  }

  addPlace(story: number, text: number, start: number, end: number): void {
    this.addStory(story)
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
  const done = countDone(store, stories, rows.map(({ num }) => num), viewer)
  const list = rows.map((row, at): Part => ({ id: toIdOrNull(row.id), name: row.name, stories: done[at]! }))
  return { list, byCoder: true, of: (coder) => place.get(coder) ?? -1 }
}

function groupParts(store: Store, stories: CountedStories): Parts {
  const rows: { num: number | null; id: Buffer | null; name: string }[] =
    store.all<{ num: number; id: Buffer; name: string }>('SELECT num, id, name FROM story_group WHERE removed = 0 ORDER BY position, num')
  const groups = new Map(store.all<{ num: number; story_group: number | null }>('SELECT num, story_group FROM story').map((row) => [row.num, row.story_group]))
  const placeOf = new Map(rows.map((row, at) => [row.num, at]))
  const partOf = Int32Array.from(stories.nums, (num) => placeOf.get(groups.get(num) ?? null) ?? rows.length)
  const list = [...rows, ...(partOf.includes(rows.length) ? [{ id: null, name: '' }] : [])]
    .map((row, at): Part => ({ id: toIdOrNull(row.id), name: row.name, stories: partOf.reduce((sum, part) => sum + Number(part === at), 0) }))
  return { list, byCoder: false, of: (_, story) => partOf[story]! }
}
