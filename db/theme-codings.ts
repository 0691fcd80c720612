// The codings under a theme as plain numbers, story by story: a theme on a few codes has tens of thousands of them, which fit in a few megabytes.
import type { Id } from '../shared/domain/ids.ts'
import type { Layer } from '../shared/domain/layer.ts'
import type { Side } from '../shared/contract/theme.ts'
import type { CountedStories } from './counted-stories.ts'
import { layerCodings, visibleCodings } from './scope.ts'
import type { Store } from './store.ts'

/** By local numbers. start, end: UTF-16 units of the newest revision, end exclusive. */
export type ThemeCoding = { num: number; text: number; start: number; end: number; code: number; coder: number }
/** A coding that was laid on the theme by hand. `rank`: its place in the order of ids, which is the same in every copy. */
export type Laid = { side: Side; telling: boolean; note: string; rank: number }
type Row = [num: number, story: number, text: number, start: number, end: number, code: number, coder: number]

const COLUMNS = 'c.num, c.story, c.text, c.at_start, c.at_end, c.code, c.coder'
/** Numbers of one coding: those of the row, with the place of its story for the story's number. */
const WIDTH = 7
const [NUM, PLACE, TEXT, START, END, CODE, CODER] = [0, 1, 2, 3, 4, 5, 6] as const

/** Codings laid on a theme, taken away or hidden ones too, by local number. */
export function readLaid(store: Store, theme: number): Map<number, Laid> {
  const rows = store.all<{ coding: number; side: Side; telling: number; note: string }>(
    'SELECT p.coding, p.side, p.telling, p.note FROM theme_part p JOIN coding c ON c.num = p.coding WHERE p.theme = ? AND p.removed = 0 ORDER BY c.id', [theme])
  return new Map(rows.map(({ coding, side, telling, note }, rank) => [coding, { side, telling: telling === 1, note, rank }]))
}

/**
 * The codings that a theme's codes bring along in the layer, and those laid on it by hand, which are the group's own choice and count in
 * every layer. Gives those of a story, by its place, in reading order.
 */
export function readThemeCodings(store: Store, viewer: Id | null, theme: number, layer: Layer, stories: CountedStories, laid: ReadonlyMap<number, Laid>): (place: number) => ThemeCoding[] {
  const [inLayer, visible] = [layerCodings(store, layer, viewer), visibleCodings(store, viewer)]
  const all = new Numbers()
  const take = (rows: Iterable<unknown>, wanted: (num: number) => boolean): void => {
    for (const row of rows as Iterable<Row>) {
      const place = stories.place[row[1]] ?? -1
      if (place < 0 || !wanted(row[NUM])) continue
      row[1] = place
      all.add(row)
    }
  }
  // Straight from the covering index, and row by row: no list of them all is made.
  const ofCode = store.tuples(`SELECT ${COLUMNS} FROM coding c WHERE c.removed = 0 AND c.code = @code AND ${inLayer.sql}`)
  for (const code of codesOf(store, theme)) take(ofCode.iterate({ ...inLayer.parameters, code }), (num) => !laid.has(num))
  if (laid.size > 0) {
    take(store.tuples(`SELECT ${COLUMNS} FROM coding c WHERE c.num IN (SELECT value FROM json_each(@laid)) AND ${visible.sql}`)
      .iterate({ ...visible.parameters, laid: JSON.stringify([...laid.keys()]) }), () => true)
  }
  return all.byStory(stories.size)
}

/** Codes on a theme, each once. */
const codesOf = (store: Store, theme: number): number[] =>
  store.firsts('SELECT DISTINCT code FROM theme_part WHERE theme = ? AND removed = 0 AND code IS NOT NULL').all(theme) as number[]

/** Rows of numbers behind each other, a few bytes each, whatever their count. */
class Numbers {
  #numbers = new Int32Array(256 * WIDTH)
  #size = 0

  add(row: Row): void {
    const at = this.#size * WIDTH
    if (at === this.#numbers.length) {
      const grown = new Int32Array(this.#numbers.length * 2)
      grown.set(this.#numbers)
      this.#numbers = grown
    }
    for (let i = 0; i < WIDTH; i++) this.#numbers[at + i] = row[i]!
    this.#size++
  }

  /** One walk counts the rows of every story, a second puts them behind each other. */
  byStory(stories: number): (place: number) => ThemeCoding[] {
    const [numbers, size] = [this.#numbers, this.#size]
    const from = new Uint32Array(stories + 1)
    for (let at = 0; at < size; at++) from[numbers[at * WIDTH + PLACE]! + 1]!++
    for (let place = 0; place < stories; place++) from[place + 1]! += from[place]!
    const [next, order] = [from.slice(), new Uint32Array(size)]
    for (let at = 0; at < size; at++) order[next[numbers[at * WIDTH + PLACE]!]!++] = at * WIDTH
    return (place) => Array.from(order.subarray(from[place], from[place + 1]), (at): ThemeCoding => ({
      num: numbers[at + NUM]!, text: numbers[at + TEXT]!, start: numbers[at + START]!, end: numbers[at + END]!, code: numbers[at + CODE]!, coder: numbers[at + CODER]!
    })).sort((a, b) => a.text - b.text || a.start - b.start || a.end - b.end || a.num - b.num)
  }
}
