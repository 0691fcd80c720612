// Counting codings: a million of them are read as lists of numbers per code and coder, straight from the covering index, and counted
// here; SQLite's own distinct counts take some thirty times as long.
import type { CodeCount } from '../shared/contract/code.ts'
import type { Layer, StoryFilter } from '../shared/domain/layer.ts'
import type { Id } from '../shared/domain/ids.ts'
import { toId } from './ids.ts'
import { layerCodings, storyScope, visibleCodings, type Condition } from './scope.ts'
import type { Store } from './store.ts'

/** The codings of one code by one coder. `stories`: one local number per coding. */
export type Marks = { code: number, coder: number, stories: number[] }

/** The same with their places in the newest revision: text, start, end, text, start, end, … (UTF-16, end exclusive). */
export type PlacedMarks = { code: number, coder: number, places: number[] }

/** Every coding that the condition over `coding c` lets through, by code and coder. */
export function* readMarks(store: Store, { sql, parameters }: Condition, codes: readonly number[] | null = null): Generator<Marks> {
  for (const [code, coder, stories] of listed(store, `json_group_array(c.story)`, sql, parameters, codes)) yield { code, coder, stories: JSON.parse(stories) as number[] }
}

/** The same with places, at two to three times the cost. */
export function* readPlacedMarks(store: Store, { sql, parameters }: Condition, codes: readonly number[] | null = null): Generator<PlacedMarks> {
  for (const [code, coder, places] of listed(store, `group_concat(c.text || ',' || c.at_start || ',' || c.at_end)`, sql, parameters, codes)) {
    yield { code, coder, places: JSON.parse(`[${places}]`) as number[] }
  }
}

/** Code by code, so that the index keeps its order whichever codes are asked for. */
function* listed(store: Store, list: string, condition: string, parameters: Record<string, unknown>, codes: readonly number[] | null): Generator<[number, number, string]> {
  const all = codes ?? store.all<{ num: number }>('SELECT num FROM code WHERE removed = 0').map((row) => row.num)
  const sql = `SELECT c.coder, ${list} AS list FROM coding c WHERE c.removed = 0 AND c.code = @code AND ${condition} GROUP BY c.coder`
  for (const code of all) {
    for (const row of store.all<{ coder: number, list: string }>(sql, { ...parameters, code })) yield [code, row.coder, row.list]
  }
}

/** Live stories a filter picks, in the order of their numbers, and where each stands; −1: not in scope. */
export type Scope = { nums: Int32Array, place: Int32Array, size: number }

export function readScope(store: Store, filter: StoryFilter, viewer: Id | null): Scope {
  const { sql, parameters } = storyScope(store, filter, viewer)
  const nums = Int32Array.from(store.all<{ num: number }>(`SELECT s.num FROM story s WHERE ${sql} ORDER BY s.number, s.num`, parameters), (row) => row.num)
  const last = store.get<{ last: number | null }>('SELECT max(num) AS last FROM story')!.last ?? 0
  const place = new Int32Array(last + 1).fill(-1)
  nums.forEach((num, at) => { place[num] = at })
  return { nums, place, size: nums.length }
}

/** 1 for each story in scope, by place, that the condition over `reading r` names. */
export function readDone(store: Store, scope: Scope, coders: readonly number[]): Uint8Array {
  const done = new Uint8Array(scope.size)
  for (const coder of coders) {
    const { list } = store.get<{ list: string }>('SELECT json_group_array(story) AS list FROM reading WHERE coder = ? AND done = 1', [coder])!
    for (const story of JSON.parse(list) as number[]) {
      const at = scope.place[story] ?? -1
      if (at >= 0) done[at] = 1
    }
  }
  return done
}

/** Which story a text belongs to, by the text's local number. */
export function readTextStories(store: Store): Int32Array {
  const last = store.get<{ last: number | null }>('SELECT max(num) AS last FROM text')!.last ?? 0
  const stories = new Int32Array(last + 1)
  const rows = store.get<{ list: string | null }>(`SELECT group_concat(num || ',' || story) AS list FROM text`)!.list
  const pairs = JSON.parse(`[${rows ?? ''}]`) as number[]
  for (let i = 0; i < pairs.length; i += 2) stories[pairs[i]!] = pairs[i + 1]!
  return stories
}

/** Distinct places (text, start, end) among a few lists; open addressing over plain numbers, as a Set of strings would take most of the time. */
export class Places {
  #keys: Float64Array
  #ends: Int32Array
  size = 0
  constructor(room = 1024) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(16, room * 2)))
    this.#keys = new Float64Array(slots).fill(-1)
    this.#ends = new Int32Array(slots)
  }

  /** True when the place was not there yet. Texts stay under 2^21 UTF-16 units (a start is kept beside its text's number). */
  add(text: number, start: number, end: number): boolean {
    if ((this.size + 1) * 2 > this.#keys.length) this.#grow()
    const isNew = this.#put(text * 2_097_152 + start, end)
    if (isNew) this.size++
    return isNew
  }

  #put(key: number, end: number): boolean {
    const mask = this.#keys.length - 1
    let slot = (Math.imul(key % 4_294_967_291 | 0, 0x9e3779b1) ^ Math.imul(end, 0x85ebca6b)) >>> 7 & mask
    while (this.#keys[slot] !== -1) {
      if (this.#keys[slot] === key && this.#ends[slot] === end) return false
      slot = (slot + 1) & mask
    }
    this.#keys[slot] = key
    this.#ends[slot] = end
    return true
  }

  #grow(): void {
    const [keys, ends] = [this.#keys, this.#ends]
    this.#keys = new Float64Array(keys.length * 2).fill(-1)
    this.#ends = new Int32Array(keys.length * 2)
    keys.forEach((key, slot) => { if (key !== -1) this.#put(key, ends[slot]!) })
  }
}

/** A code's place in the tree, by local number. */
export type CodeNode = { num: number, id: Id, name: string, colour: number, parent: number | null, depth: number, retired: boolean }

/** Codes that were not undone, in the order of the codebook: parents before children. */
export function readCodeTree(store: Store): CodeNode[] {
  type Row = { num: number, id: Buffer, name: string, colour: number, parent: number | null, retired: number }
  const rows = store.all<Row>('SELECT num, id, name, colour, parent, retired FROM code WHERE removed = 0 ORDER BY position, num')
  const known = new Set(rows.map((row) => row.num))
  const below = Map.groupBy(rows, (row) => row.parent !== null && known.has(row.parent) ? row.parent : null)
  const inOrder = (parent: number | null, depth: number): CodeNode[] => (below.get(parent) ?? [])
    .flatMap((row) => [{ ...row, id: toId(row.id), retired: row.retired === 1, depth }, ...inOrder(row.num, depth + 1)])
  return inOrder(null, 0)
}

/** The code and all below it, by local number. */
export function branchOf(tree: readonly CodeNode[], root: number): number[] {
  const inside = new Set([root])
  for (const node of tree) if (node.parent !== null && inside.has(node.parent)) inside.add(node.num)
  return [...inside]
}

/** Codings this viewer may see, over live stories. */
export function countVisibleCodings(store: Store, viewer: Id | null): number {
  const { sql, parameters } = visibleCodings(store, viewer)
  return store.get<{ n: number }>(`SELECT count(*) AS n FROM coding c WHERE ${sql} AND c.story IN (SELECT num FROM story WHERE state = 'live')`, parameters)!.n
}

/** The same by coder, by local number; coders without any are absent. */
export function countVisibleCodingsByCoder(store: Store, viewer: Id | null): Map<number, number> {
  const { sql, parameters } = visibleCodings(store, viewer)
  const rows = store.all<{ coder: number, n: number }>(
    `SELECT c.coder, count(*) AS n FROM coding c WHERE ${sql} AND c.story IN (SELECT num FROM story WHERE state = 'live') GROUP BY c.coder`, parameters)
  return new Map(rows.map((row) => [row.coder, row.n]))
}

/** Per code of the tree, what a layer holds over the live stories; codes without codings have zeros. */
export function countCodes(store: Store, layer: Layer, viewer: Id | null): CodeCount[] {
  const tree = readCodeTree(store)
  const scope = readScope(store, {}, viewer)
  const storyOf = readTextStories(store)
  type Tally = { codings: number, coders: Set<number>, stories: Set<number>, places: Places }
  const tally = (): Tally => ({ codings: 0, coders: new Set(), stories: new Set(), places: new Places() })
  const tallies = new Map(tree.map((node) => [node.num, tally()]))
  const branches = new Map(tree.filter((node) => tree.some((other) => other.parent === node.num)).map((node) => [node.num, tally()]))
  const above = ancestors(tree)
  for (const { code, coder, places } of readPlacedMarks(store, layerCodings(store, layer, viewer), tree.map((node) => node.num))) {
    const meant = [tallies.get(code)!, ...above.get(code)!.flatMap((num) => branches.get(num) ?? [])]
    for (let i = 0; i < places.length; i += 3) {
      const story = storyOf[places[i]!]!
      if ((scope.place[story] ?? -1) < 0) continue
      for (const one of meant) {
        one.codings++
        one.coders.add(coder)
        one.stories.add(story)
        one.places.add(places[i]!, places[i + 1]!, places[i + 2]!)
      }
    }
  }
  return tree.map(({ id, num }) => {
    const own = tallies.get(num)!
    const branch = branches.get(num) ?? own
    return {
      code: id, codings: own.codings, fragments: own.places.size, stories: own.stories.size, coders: own.coders.size,
      branch: { codings: branch.codings, fragments: branch.places.size, stories: branch.stories.size }
    }
  })
}

/** For each code itself and the codes above it. */
function ancestors(tree: readonly CodeNode[]): Map<number, number[]> {
  const above = new Map<number, number[]>()
  for (const { num, parent } of tree) above.set(num, [num, ...(parent === null ? [] : above.get(parent) ?? [])])
  return above
}
