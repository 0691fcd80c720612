// What may be worth a look in the codebook: codes that lie on the same words again and again, codes used once, or often without a
// definition. Nothing is wrong with any of them, and nothing is changed.
import type { CodePointers } from '../shared/contract/code.ts'
import type { Id } from '../shared/domain/ids.ts'
import { readCodeTree } from './code-tree.ts'
import { listCodes } from './codes.ts'
import { readCountedStories } from './counted-stories.ts'
import { readPlacedMarks, readTextStories } from './marks.ts'
import { Places } from './places.ts'
import { layerCodings } from './scope.ts'
import type { Store } from './store.ts'

/** Fewer places say nothing about two codes. */
const ENOUGH = 5
/** Of the places of the rarer code this share lies on those of the other. */
const MUCH = 0.6
/** Used so often, others need to know what is meant. */
const OFTEN = 5
const MOST = 50

/** Over live stories and codings this viewer may see; codes in use only. A place counts once, whoever coded it. */
export function findPointers(store: Store, viewer: Id | null): CodePointers {
  const codes = listCodes(store).filter(({ retired }) => !retired)
  const nums = new Map(readCodeTree(store).map(({ id, num }) => [id, num]))
  const byText = new Map<number, { code: number; start: number; end: number }[]>()
  const counts = new Map<number, number>()
  const inScope = readCountedStories(store, {}, viewer)
  const storyOf = readTextStories(store)
  let [at, seen] = [-1, new Places()]
  for (const { code, places } of readPlacedMarks(store, layerCodings(store, { is: 'all' }, viewer), null)) {
    if (code !== at) [at, seen] = [code, new Places()]
    for (let i = 0; i < places.length; i += 3) {
      const [text, start, end] = [places[i]!, places[i + 1]!, places[i + 2]!]
      if (start === end || inScope.place[storyOf[text]!]! < 0 || !seen.add(text, start, end)) continue
      if (!byText.has(text)) byText.set(text, [])
      byText.get(text)!.push({ code, start, end })
    }
    counts.set(code, seen.size)
  }
  const shared = sharedPlaces(byText.values())
  const count = (id: Id): number => counts.get(nums.get(id)!) ?? 0
  return {
    overlapping: codes.flatMap((one, place) => codes.slice(place + 1).flatMap((other) => {
      const [rarer, wider] = count(one.id) <= count(other.id) ? [one, other] : [other, one]
      const together = shared.get(nums.get(rarer.id)! * SPREAD + nums.get(wider.id)!) ?? 0
      return count(rarer.id) >= ENOUGH && together / count(rarer.id) >= MUCH ? [{ code: rarer.id, with: wider.id, together, of: count(rarer.id) }] : []
    })).toSorted((a, b) => b.together / b.of - a.together / a.of || b.together - a.together).slice(0, MOST),
    once: codes.filter(({ id }) => count(id) === 1).map(({ id }) => id),
    unused: codes.filter(({ id }) => count(id) === 0 && !codes.some(({ parent }) => parent === id)).map(({ id }) => id),
    undefined: codes.filter(({ id, definition }) => definition.trim() === '' && count(id) >= OFTEN).map(({ id }) => id)
  }
}

/** Two codes as one number. */
const SPREAD = 2 ** 24

/** For each two codes how many places of the first overlap a place of the second by half of the shorter one or more. */
function sharedPlaces(texts: Iterable<{ code: number; start: number; end: number }[]>): Map<number, number> {
  const shared = new Map<number, number>()
  for (const places of texts) {
    places.sort((a, b) => a.start - b.start)
    const met = new Map<number, Set<number>>()
    const note = (place: number, other: number): void => {
      const key = places[place]!.code * SPREAD + places[other]!.code
      if (!met.has(key)) met.set(key, new Set())
      met.get(key)!.add(place)
    }
    for (let one = 0; one < places.length; one++) {
      const first = places[one]!
      for (let other = one + 1; other < places.length && places[other]!.start < first.end; other++) {
        const second = places[other]!
        const overlap = Math.min(first.end, second.end) - second.start
        if (first.code === second.code || overlap * 2 < Math.min(first.end - first.start, second.end - second.start)) continue
        note(one, other)
        note(other, one)
      }
    }
    for (const [key, own] of met) shared.set(key, (shared.get(key) ?? 0) + own.size)
  }
  return shared
}
