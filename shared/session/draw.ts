// Drawing stories for a pack: six methods, each the same again from its seed, and none of them dependent on the order in which the
// stories came. What a method does is stated in words on the pack.
import { randomBelow, seededRandom, shuffle, type Random } from '../statistics/random.ts'

/** A story or fragment that can be drawn. */
export interface Candidate {
  /** Unique; names the fragment or the story. */
  key: string
  story: string
  /** For stratified and quota: where it belongs; null when that is not known. */
  category: string | null
  /** For contrast, near the mean and outliers: where it lies, each measure 0–100; null when it has no answer. */
  place: readonly number[] | null
}

export const DRAW_METHODS = ['random', 'stratified', 'quota', 'contrast', 'nearMean', 'outliers'] as const
export type DrawMethod = (typeof DRAW_METHODS)[number]

/**
 * Draws at most `count` keys, one per story; fewer when there are no more. Seeds are whole numbers, taken modulo 2³².
 * - random: each story has the same chance.
 * - stratified: as many of each category as its share of the stories (largest remainders), at random within it.
 * - quota: as many of each known category as of the others, while they last; at random within it.
 * - contrast: first the story farthest from the mean, then time after time the one farthest from all chosen before it.
 * - nearMean, outliers: those nearest to the mean place, farthest from it.
 * The last three leave out stories without a place.
 */
export function draw(candidates: readonly Candidate[], count: number, method: DrawMethod, seed: number): string[] {
  const random = seededRandom(seed)
  const list = onePerStory(random, candidates)
  return pick(random, list, Math.min(count, list.length), method).map(({ key }) => key)
}

/** In a random order that depends on the seed alone. */
function onePerStory(random: Random, candidates: readonly Candidate[]): Candidate[] {
  const mixed = shuffle(random, candidates.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)))
  const seen = new Set<string>()
  return mixed.filter(({ story }) => !seen.has(story) && seen.add(story))
}

function pick(random: Random, list: Candidate[], count: number, method: DrawMethod): Candidate[] {
  switch (method) {
    case 'random': return list.slice(0, count)
    case 'stratified': return fromParts(partsOf(list), sharesOf(partsOf(list).map(({ length }) => length), count))
    case 'quota': {
      const parts = partsOf(list.filter(({ category }) => category !== null))
      return fromParts(parts, quotasOf(random, parts.map(({ length }) => length), count))
    }
    case 'contrast': return spread(placed(list), count)
    case 'nearMean': return byDistance(placed(list)).slice(0, count)
    case 'outliers': return byDistance(placed(list)).toReversed().slice(0, count)
  }
}

/** By category, in the order of their names. */
function partsOf(list: readonly Candidate[]): Candidate[][] {
  const parts = Map.groupBy(list, ({ category }) => category ?? '')
  return [...parts.keys()].toSorted().map((name) => parts.get(name)!)
}

const fromParts = (parts: Candidate[][], counts: number[]): Candidate[] => parts.flatMap((part, at) => part.slice(0, counts[at]))

/** `count` divided over parts as their sizes are: whole shares first, then the largest remainders, the larger part first where they are equal. */
function sharesOf(sizes: readonly number[], count: number): number[] {
  const all = sizes.reduce((sum, size) => sum + size, 0)
  if (all === 0) return []
  const exact = sizes.map((size) => size * count / all)
  const shares = exact.map(Math.floor)
  const left = count - shares.reduce((sum, share) => sum + share, 0)
  const order = sizes.map((_, at) => at).toSorted((a, b) => (exact[b]! - shares[b]!) - (exact[a]! - shares[a]!) || sizes[b]! - sizes[a]! || a - b)
  for (const at of order.slice(0, left)) shares[at]!++
  return shares
}

/** One for each part in turn, in an order drawn by lot, until there are enough or none is left. */
function quotasOf(random: Random, sizes: readonly number[], count: number): number[] {
  const quotas = sizes.map(() => 0)
  const order = shuffle(random, sizes.map((_, at) => at))
  let left = Math.min(count, sizes.reduce((sum, size) => sum + size, 0))
  while (left > 0) {
    for (const at of order) {
      if (left === 0 || quotas[at] === sizes[at]) continue
      quotas[at]!++
      left--
    }
  }
  return quotas
}

type Placed = Candidate & { place: readonly number[] }
const placed = (list: readonly Candidate[]): Placed[] => list.filter((each): each is Placed => each.place !== null)

const squared = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, at) => sum + (value - b[at]!) ** 2, 0)

/** The mean place of what has one; null when nothing has. */
export function meanPlace(places: readonly (readonly number[])[]): number[] | null {
  const [first] = places
  return first ? first.map((_, at) => places.reduce((sum, place) => sum + place[at]!, 0) / places.length) : null
}

/** Nearest to the mean first; equal distances stay in the order drawn by lot. */
function byDistance(list: Placed[]): Placed[] {
  const mean = meanPlace(list.map(({ place }) => place))
  return mean ? list.map((each) => ({ each, far: squared(each.place, mean) })).toSorted((a, b) => a.far - b.far).map(({ each }) => each) : []
}

function spread(list: Placed[], count: number): Placed[] {
  const chosen: Placed[] = []
  const mean = meanPlace(list.map(({ place }) => place))
  if (!mean) return chosen
  /** How far each is from the nearest that was chosen; at first from the mean. */
  const gaps = list.map(({ place }) => squared(place, mean))
  const isLeft = list.map(() => true)
  while (chosen.length < count && chosen.length < list.length) {
    const at = gaps.reduce((best, gap, here) => (isLeft[here] && (best < 0 || gap > gaps[best]!) ? here : best), -1)
    const next = list[at]!
    const isFirst = chosen.length === 0
    chosen.push(next)
    isLeft[at] = false
    list.forEach(({ place }, here) => { gaps[here] = isFirst ? squared(place, next.place) : Math.min(gaps[here]!, squared(place, next.place)) })
  }
  return chosen
}

/** A seed for a new draw, short enough to be read aloud. */
export const drawSeed = (random: Random = Math.random): number => 1000 + randomBelow(random, 9000)
