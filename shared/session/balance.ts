// Does a pack resemble the stories it was taken from? Its make-up beside that of the whole set, and warnings that say what is askew.
// A warning is a question to the maker and never a refusal: a pack of outliers is askew on purpose.
import type { Id } from '../domain/ids.ts'

export type DimensionKind = 'group' | 'wave' | 'channel' | 'length' | 'signifier'

export interface Category {
  key: string
  name: string
  /** Stories of the whole set, and of the pack. */
  whole: number
  pack: number
}

/** One way to divide stories. A story without a value is in no category and in no base. */
export interface Dimension {
  kind: DimensionKind
  /** Of kind signifier. */
  signifier: Id | null
  name: string
  /** Stories with a value. More than the sum of nothing: several answers were possible when the categories add up to more. */
  whole: number
  pack: number
  categories: Category[]
  /** Worth a warning; the others are there to be looked at. */
  watched: boolean
}

/** What warnings need beside the make-up. Scores are 0–100, high is good. */
export interface Facts {
  stories: number
  tables: number
  /** Of the question that tells how content tellers are; empty where none was chosen. */
  tone: { whole: readonly number[], pack: readonly number[] }
  /** Per triad: how far from the mean place the whole set lies, and the pack. */
  triads: readonly { signifier: Id, name: string, whole: readonly number[], pack: readonly number[] }[]
  /** UTF-16 units of the stories. */
  lengths: { whole: readonly number[], pack: readonly number[] }
  /** Cards of the teller with most of them, and cards whose teller is known. */
  tellers: { most: number, known: number }
  /** Cards whose passage stands in another pack as well. */
  used: number
  /** Everything was chosen by one coder's codings while others coded too; their name. */
  oneCoder: string | null
  method: string
  /** Does the card say whose story it is? */
  showsGroup: boolean
}

export type Warning =
  | { is: 'off' | 'absent', dimension: number, category: number }
  | { is: 'onlyPositive' | 'onlyNegative' | 'noLow' | 'oneTeller' | 'used' | 'byHand' | 'mixedVoices' | 'long' | 'tooFew' }
  | { is: 'noOutlier', signifier: Id, name: string }
  | { is: 'oneCoder', name: string }

/** Points (of 100) between a pack's share and that of the whole set from which it is told. */
const OFF = 10
/** Below this share of the whole set (points) the absence of a category says little. */
const RARE = 5
/** Stories a table needs to have something to compare. */
const FEWEST_PER_TABLE = 3
/** A score up to here is low, as in the selection 0–20. */
export const LOW = 20
/** The part of the answers that lies farthest out. */
const OUTER = 0.1
/** From so many answers on, "the outer tenth" means something. */
const ENOUGH = 10

/**
 * What is askew, the gravest first. "off": a category's share differs by more than 10 points, and by more than one story; "absent": none
 * of a category that is at least 5 % of the whole set, where the pack is large enough to have expected one.
 */
export function warningsOf(dimensions: readonly Dimension[], facts: Facts): Warning[] {
  return [
    ...(facts.stories < FEWEST_PER_TABLE * facts.tables ? [{ is: 'tooFew' } as const] : []),
    ...toneWarnings(facts.tone),
    ...dimensions.flatMap(askew),
    ...facts.triads.filter(lacksOutlier).map(({ signifier, name }) => ({ is: 'noOutlier', signifier, name }) as const),
    ...(isMixed(dimensions) && !facts.showsGroup ? [{ is: 'mixedVoices' } as const] : []),
    ...(facts.tellers.most > 1 && facts.tellers.most > facts.tellers.known / 5 ? [{ is: 'oneTeller' } as const] : []),
    ...(facts.lengths.pack.length > 0 && middle(facts.lengths.pack) > 1.5 * middle(facts.lengths.whole) ? [{ is: 'long' } as const] : []),
    ...(facts.used > 0 ? [{ is: 'used' } as const] : []),
    ...(facts.oneCoder ? [{ is: 'oneCoder', name: facts.oneCoder } as const] : []),
    ...(facts.method === 'hand' ? [{ is: 'byHand' } as const] : [])
  ]
}

function askew({ whole, pack, categories, watched }: Dimension, dimension: number): Warning[] {
  if (!watched || whole === 0 || pack === 0) return []
  const found = categories.flatMap((category, at): { isOver: boolean, warning: Warning }[] => {
    const share = category.whole / whole
    const expected = pack * share
    if (category.pack === 0 && share * 100 >= RARE && expected >= 1) return [{ isOver: false, warning: { is: 'absent', dimension, category: at } }]
    const points = Math.abs(category.pack / pack - share) * 100
    return points > OFF && Math.abs(category.pack - expected) > 1 ? [{ isOver: category.pack > expected, warning: { is: 'off', dimension, category: at } }] : []
  })
  // Too many of one is too few of another: said once, from the side that adds something.
  const lacking = found.filter(({ isOver }) => !isOver)
  return (lacking.length > 0 ? lacking : found).map(({ warning }) => warning)
}

/** How far a pack with one more story lies from the whole set: shares that differ, summed. `keysOf`: its categories on a dimension. */
export function farWith<Some extends Dimension>(dimensions: readonly Some[], keysOf: (dimension: Some) => readonly string[]): number {
  let far = 0
  for (const dimension of dimensions) {
    const keys = keysOf(dimension)
    const pack = dimension.pack + (keys.length > 0 ? 1 : 0)
    for (const { key, whole, pack: count } of dimension.categories) far += Math.abs((count + (keys.includes(key) ? 1 : 0)) / Math.max(1, pack) - whole / dimension.whole)
  }
  return far
}

function toneWarnings({ whole, pack }: Facts['tone']): Warning[] {
  if (pack.length === 0) return []
  const isOneSided = (side: (score: number) => boolean): boolean => pack.length >= 3 && pack.every(side) && !whole.every(side)
  if (isOneSided((score) => score >= 50)) return [{ is: 'onlyPositive' }]
  if (isOneSided((score) => score <= 50)) return [{ is: 'onlyNegative' }]
  return whole.some((score) => score <= LOW) && !pack.some((score) => score <= LOW) ? [{ is: 'noLow' }] : []
}

/** From here on a distance belongs to the outer tenth; null when there are too few to say. */
export function outerFrom(distances: readonly number[]): number | null {
  if (distances.length < ENOUGH) return null
  const rising = distances.toSorted((a, b) => a - b)
  return rising[Math.ceil(rising.length * (1 - OUTER))] ?? null
}

function lacksOutlier({ whole, pack }: { whole: readonly number[], pack: readonly number[] }): boolean {
  const from = outerFrom(whole)
  return from !== null && pack.length > 0 && !pack.some((distance) => distance >= from)
}

const isMixed = (dimensions: readonly Dimension[]): boolean =>
  dimensions.some(({ kind, categories }) => kind === 'group' && categories.filter(({ pack }) => pack > 0).length > 1)

function middle(values: readonly number[]): number {
  const rising = values.toSorted((a, b) => a - b)
  const half = rising.length >> 1
  return rising.length === 0 ? 0 : rising.length % 2 ? rising[half]! : (rising[half - 1]! + rising[half]!) / 2
}
