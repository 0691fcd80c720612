// Answers to a triad with and without a code: how far their average places lie apart, and how often chance does as much.
import type { RefusedTest } from '../contract/crosstab.ts'
import { placeOfShares, TRIAD_HEIGHT } from '../signifier/triad.ts'
import { DEFAULT_SEED, permutationPlaces, type PlanePlace } from '../statistics/index.ts'
import { LEAST_GROUP, LEAST_STORIES } from './row-test.ts'

/** `shares` as answered, in any unit. `teller`: null where nobody told several. */
export type PlacedStory = { shares: readonly [number, number, number], hasCode: boolean, teller: number | null }
type Shares = [number, number, number]

export type ComparedPlaces =
  | { is: 'refused', reason: RefusedTest, n: number }
  | {
    is: 'tested', unit: 'story' | 'teller', n: number, with: { n: number, middle: Shares }, without: { n: number, middle: Shares }
    /** Between both average places, in per cents of the side of the triangle. */
    distance: number, p: number, standardError: number, replicates: number, seed: number
  }

/** Dealt places times stories: beyond this fewer are dealt, so that no answer takes seconds. */
const MOST_STEPS = 50_000_000

/** Stories read to the end or with the code; of a teller who told both kinds neither counts. */
export function comparePlaces(stories: readonly PlacedStory[], draws: number): ComparedPlaces {
  const told = Map.groupBy(stories.map((story, at) => ({ ...story, key: story.teller ?? `s${at}` })), ({ key }) => key)
  const units = [...told.values()].filter(own => own.every(({ hasCode }) => hasCode === own[0]!.hasCode)).map(own => ({ hasCode: own[0]!.hasCode, shares: meanOf(own.map(({ shares }) => closed(shares))) }))
  const side = (hasCode: boolean): Shares[] => units.filter(unit => unit.hasCode === hasCode).map(({ shares }) => shares)
  const [yes, no] = [side(true), side(false)]
  const n = yes.length + no.length
  if (n < LEAST_STORIES) return { is: 'refused', reason: 'fewStories', n }
  if (yes.length < LEAST_GROUP || no.length < LEAST_GROUP) return { is: 'refused', reason: 'smallGroup', n }
  const dealt = permutationPlaces({ x: yes.map(inPlane), y: no.map(inPlane), replicates: Math.max(999, Math.min(draws, Math.floor(MOST_STEPS / n))), seed: DEFAULT_SEED })
  if (dealt.status !== 'ok') return { is: 'refused', reason: 'noVariation', n }
  const { distance, p, standardError, replicates, seed } = dealt
  return {
    is: 'tested', unit: stories.some(({ teller }) => teller !== null) ? 'teller' : 'story', n,
    with: { n: yes.length, middle: meanOf(yes) }, without: { n: no.length, middle: meanOf(no) }, distance, p, standardError, replicates, seed
  }
}

const closed = (shares: readonly [number, number, number]): Shares => {
  const whole = shares[0] + shares[1] + shares[2]
  return [shares[0] / whole * 100, shares[1] / whole * 100, shares[2] / whole * 100]
}
const meanOf = (list: readonly Shares[]): Shares => [0, 1, 2].map(part => list.reduce((sum, shares) => sum + shares[part]!, 0) / list.length) as Shares

/** The plane the triangle is drawn in: a step up is as long as one aside. */
function inPlane(shares: Shares): PlanePlace {
  const { x, y } = placeOfShares(shares)
  return { x, y: y * TRIAD_HEIGHT }
}
