// The make-up of a pack beside that of all stories a viewer may see: by group, wave, channel, length, and by every question with answers
// that can be told apart.
import type { Signifier } from '../shared/contract/signifier.ts'
import type { Id } from '../shared/domain/ids.ts'
import type { Dimension, DimensionKind } from '../shared/session/balance.ts'
import { meanPlace } from '../shared/session/draw.ts'
import { toBlob, toId } from './ids.ts'
import { categoriesBy, placesOn } from './pack-source.ts'
import { visibleStories } from './scope.ts'
import { listSignifiers } from './signifiers.ts'
import type { Store } from './store.ts'

export type Known = { num: number; id: Id; length: number; channel: string | null; teller: number | null }
/** By story (its local number), the categories it is in. */
type Belonging = ReadonlyMap<number, readonly string[]>
export type Made = Dimension & { of: Belonging }

/** Every live story this viewer may see. */
export const knownStories = (store: Store, viewer: Id | null): Known[] =>
  store.all<Omit<Known, 'id'> & { id: Buffer }>(`SELECT s.num, s.id, s.length, s.channel, s.teller FROM story s WHERE ${visibleStories(store, viewer).sql} ORDER BY s.num`).map((row) => ({ ...row, id: toId(row.id) }))

/** `pack`: local numbers of its stories. `tone` is worth a warning too. */
export function dimensionsOf(store: Store, all: readonly Known[], pack: ReadonlySet<number>, tone: Id | null): Made[] {
  const make = (kind: DimensionKind, name: string, watched: boolean, of: Belonging, names: readonly { key: string; name: string }[], signifier: Id | null = null): Made[] => {
    const count = (isIn: (num: number) => boolean): { base: number; by: Map<string, number> } => {
      const by = new Map<string, number>()
      let base = 0
      for (const { num } of all) {
        const keys = isIn(num) ? of.get(num) : undefined
        if (!keys || keys.length === 0) continue
        base++
        for (const key of keys) by.set(key, (by.get(key) ?? 0) + 1)
      }
      return { base, by }
    }
    const [whole, some] = [count(() => true), count((num) => pack.has(num))]
    const categories = names.flatMap(({ key, name: called }) => (whole.by.has(key) ? [{ key, name: called, whole: whole.by.get(key)!, pack: some.by.get(key) ?? 0 }] : []))
    return whole.base > 0 && categories.length > 1 ? [{ kind, signifier, name, whole: whole.base, pack: some.base, categories, watched, of }] : []
  }
  const named = (values: Iterable<string>): { key: string; name: string }[] => [...new Set(values)].toSorted((a, b) => a.localeCompare(b, 'nl', { numeric: true })).map((name) => ({ key: name, name }))
  const single = (map: ReadonlyMap<number, string>): Belonging => new Map([...map].map(([num, key]) => [num, [key]]))
  const [groups, waves] = [categoriesBy(store, { is: 'group' }), categoriesBy(store, { is: 'wave' })]
  const channels = new Map(all.flatMap(({ num, channel }) => (channel ? [[num, channel] as const] : [])))
  return [
    ...make('group', '', true, single(groups), named(groups.values())),
    ...make('wave', '', true, single(waves), named(waves.values())),
    ...make('channel', '', true, single(channels), named(channels.values())),
    ...make('length', '', false, lengthsOf(all), THIRDS.length),
    ...listSignifiers(store).flatMap((signifier) => {
      const { of, names } = answersOf(store, signifier)
      return make('signifier', signifier.title, signifier.kind === 'choice' || signifier.id === tone, of, names, signifier.id)
    })
  ]
}

const keysOnly = (keys: readonly string[]): { key: string; name: string }[] => keys.map((key) => ({ key, name: '' }))
const THIRDS = { length: keysOnly(['short', 'medium', 'long']), score: keysOnly(['low', 'middle', 'high']) }

/** Thirds of the stories by length. */
function lengthsOf(all: readonly Known[]): Belonging {
  const rising = all.map(({ length }) => length).toSorted((a, b) => a - b)
  const [first, second] = [rising[Math.floor(rising.length / 3)] ?? 0, rising[Math.floor(rising.length * 2 / 3)] ?? 0]
  return new Map(all.map(({ num, length }) => [num, [length < first ? 'short' : length < second ? 'medium' : 'long']]))
}

/** Options as they are; scores in thirds of the scale. */
function answersOf(store: Store, signifier: Signifier): { of: Belonging; names: readonly { key: string; name: string }[] } {
  if (signifier.kind === 'slider') {
    const score = (value: number): string => (value < 100 / 3 ? 'low' : value <= 200 / 3 ? 'middle' : 'high')
    return { of: new Map([...placesOn(store, signifier)].map(([num, [value]]) => [num, [score(value!)]])), names: THIRDS.score }
  }
  if (!['choice', 'likert', 'multi'].includes(signifier.kind)) return { of: new Map(), names: [] }
  const rows = store.all<{ story: number; option: Buffer }>('SELECT a.story, o.id AS option FROM answer a JOIN option o ON o.num = a.option WHERE a.signifier = (SELECT num FROM signifier WHERE id = ?)', [toBlob(signifier.id)])
  const of = new Map([...Map.groupBy(rows, ({ story }) => story)].map(([story, list]) => [story, list.map(({ option }) => toId(option))]))
  return { of, names: signifier.options.map(({ id, name }) => ({ key: id, name })) }
}

/** What content the tellers are: of the whole set and of the pack, by story. */
export function toneOf(store: Store, tone: Id | null): Map<number, number> {
  const signifier = tone === null ? undefined : listSignifiers(store).find(({ id, kind }) => id === tone && (kind === 'slider' || kind === 'likert'))
  return signifier ? new Map([...placesOn(store, signifier)].map(([num, [score]]) => [num, score!])) : new Map()
}

/** For every triad, how far each story lies from the mean place. */
export function triadsOf(store: Store, seen: ReadonlySet<number>): { signifier: Id; name: string; far: Map<number, number> }[] {
  return listSignifiers(store).filter(({ kind }) => kind === 'triad').map((signifier) => {
    const places = [...placesOn(store, signifier)].filter(([num]) => seen.has(num))
    const mean = meanPlace(places.map(([, place]) => place))
    return { signifier: signifier.id, name: signifier.title, far: new Map(places.map(([num, place]) => [num, mean ? Math.hypot(...place.map((value, at) => value - mean[at]!)) : 0])) }
  })
}

export const valuesOf = (map: ReadonlyMap<number, number>, isIn: (num: number) => boolean): number[] => [...map].flatMap(([num, value]) => (isIn(num) ? [value] : []))
