// Two moments of asking: all their stories against each other, and the tellers of both against themselves.
import type { Apart, PairedPlace, PairedScores, PairedSides, PairedTest } from '../contract/change.ts'
import { clusterDifference, DEFAULT_SEED, mcnemar, pAdjust, proportionDifference, signFlips, tTest, type TwoSided } from '../statistics/index.ts'
import { LEAST_GROUP, LEAST_STORIES, LEAST_TELLERS } from './row-test.ts'

/** Fewer tellers than this at both moments: only how many went which way. */
const LEAST_PAIRS = 10
/** Turned signs times pairs: beyond this many steps fewer draws say enough. */
const MOST_STEPS = 50_000_000

/**
 * What one story answered: a score, or 1 and 0 for yes and no. Who told it stands as a number; a story of nobody known has one of its own.
 * A key can stand for a family: its `group` then tells parent from child, who are held against themselves and never against each other.
 */
export type AskedStory = TwoSided & { teller: number; group: number }

/** `as`: 'mean' of scores, or 'share' of yes. */
export function tellApart(stories: readonly AskedStory[], as: 'mean' | 'share'): Apart {
  const [first, second] = valuesOf(stories)
  const n = first.length + second.length
  const refused = (reason: Extract<Apart, { is: 'refused' }>['reason']): Apart => ({ is: 'refused', reason, n })
  if (first.length === 0 || second.length === 0) return refused('nobody')
  if (n < LEAST_STORIES) return refused('fewStories')
  if (Math.min(first.length, second.length) < LEAST_GROUP) return refused('smallGroup')
  const tellers = new Set(stories.map(({ teller }) => teller)).size
  if (tellers < stories.length) {
    if (tellers < LEAST_TELLERS) return refused('fewTellers')
    const over = clusterDifference({ stories })
    return over.status === 'ok' ? { is: 'told', by: 'teller', difference: over.diff, low: over.ciLow, high: over.ciHigh } : refused('noVariation')
  }
  if (as === 'mean') {
    const welch = tTest({ x: second, y: first, variant: 'welch' })
    return welch.status === 'ok' ? { is: 'told', by: 'story', difference: welch.diff, low: welch.ciLow, high: welch.ciHigh } : refused('noVariation')
  }
  const shares = proportionDifference({ x1: total(second), n1: second.length, x2: total(first), n2: first.length })
  return shares.status === 'ok' ? { is: 'told', by: 'story', difference: shares.difference, low: shares.low, high: shares.high } : refused('noVariation')
}

/** The change of one score within tellers; its p is adjusted later, with those of the whole answer. */
export function pairScores(stories: readonly AskedStory[], draws: number): PairedScores {
  const pairs = pairsOf(stories, average)
  const [x, y] = [pairs.map(([first]) => first), pairs.map(([, second]) => second)]
  const went = (way: (change: number) => boolean): number => pairs.filter(([first, second]) => way(second - first)).length
  return {
    pairs: pairs.length, first: pairs.length > 0 ? average(x) : null, second: pairs.length > 0 ? average(y) : null,
    up: went((change) => change > 0), same: went((change) => change === 0), down: went((change) => change < 0),
    test: refusedPairs(pairs.length) ?? testScores(x, y, draws)
  }
}

export function pairSides(stories: readonly AskedStory[]): PairedSides {
  const pairs = pairsOf(stories, (values) => Math.max(...values))
  const count = (first: number, second: number): number => pairs.filter(([one, other]) => one === first && other === second).length
  const cells = { both: count(1, 1), onlyFirst: count(1, 0), onlySecond: count(0, 1), neither: count(0, 0) }
  return { pairs: pairs.length, ...cells, test: refusedPairs(pairs.length) ?? testSides(cells) }
}

/** The three shares of each story, by story. Only whole places are taken, so all three lists are of the same stories. */
export function pairPlaces(parts: readonly (readonly AskedStory[])[], draws: number): PairedPlace {
  const shares = parts.map((stories) => pairsOf(stories, average))
  const pairs = shares[0]?.length ?? 0
  const middle = (side: 0 | 1): number[] => shares.map((list) => (list.length > 0 ? average(list.map((pair) => pair[side])) : 0))
  const [first, second] = [middle(0), middle(1)]
  const differences = Array.from({ length: pairs }, (_, at) => shares.map((list) => list[at]![1] - list[at]![0]))
  const test = (): PairedTest => {
    const flips = signFlips({ differences, replicates: fewer(draws, pairs * 3), seed: DEFAULT_SEED })
    return flips.status === 'ok' ? told(Math.hypot(...first.map((share, at) => second[at]! - share)), null, flips) : { is: 'refused', reason: 'noVariation' }
  }
  return { pairs, first, second, test: refusedPairs(pairs) ?? test() }
}

/** Holm over every p of one answer. */
export function adjustTogether(tests: readonly PairedTest[]): PairedTest[] {
  const family = pAdjust({ p: tests.map((test) => (test.is === 'told' ? test.p : null)), method: 'holm' })
  return tests.map((test, at) => (test.is === 'told' && family.status === 'ok' ? { ...test, adjusted: family.adjusted[at] ?? test.p } : test))
}

function testScores(x: number[], y: number[], draws: number): PairedTest {
  const paired = tTest({ x: y, y: x, variant: 'paired' })
  const flips = signFlips({ differences: x.map((first, at) => [y[at]! - first]), replicates: fewer(draws, x.length), seed: DEFAULT_SEED })
  if (paired.status !== 'ok' || flips.status !== 'ok') return { is: 'refused', reason: 'noVariation' }
  return told(paired.diff, { low: paired.ciLow, high: paired.ciHigh }, flips)
}

function testSides(cells: Pick<PairedSides, 'both' | 'onlyFirst' | 'onlySecond' | 'neither'>): PairedTest {
  const shares = mcnemar(cells)
  if (shares.status !== 'ok' || cells.onlyFirst + cells.onlySecond === 0) return { is: 'refused', reason: 'noVariation' }
  return told(shares.difference, shares, { p: shares.p, standardError: 0, replicates: 0 })
}

const told = (difference: number, reach: { low: number; high: number } | null, { p, standardError, replicates }: { p: number; standardError: number; replicates: number }): PairedTest =>
  ({ is: 'told', difference, low: reach?.low ?? null, high: reach?.high ?? null, p, adjusted: p, standardError, draws: replicates })

function refusedPairs(pairs: number): PairedTest | null {
  if (pairs === 0) return { is: 'refused', reason: 'noPairs' }
  return pairs < LEAST_PAIRS ? { is: 'refused', reason: 'fewPairs' } : null
}

/** Of everybody who told at both moments, in the same group: what stands for the first, and for the second. A family is one pair, of all in it who did. */
function pairsOf(stories: readonly AskedStory[], stand: (values: number[]) => number): [first: number, second: number][] {
  return toldTwice(stories).map((groups): [number, number] => {
    const side = (at: 0 | 1): number => stand(groups.map((own) => stand(own.flatMap((story) => (story.side === at ? [story.value] : [])))))
    return [side(0), side(1)]
  })
}

/** By teller, and by group in it: the stories of those who told at both moments in that group. */
export function toldTwice<Story extends { teller: number; group: number; side: 0 | 1 }>(stories: readonly Story[]): Story[][][] {
  const tellers = new Map<number, Map<number, Story[]>>()
  for (const story of stories) {
    const groups = tellers.get(story.teller) ?? tellers.set(story.teller, new Map()).get(story.teller)!
    const own = groups.get(story.group) ?? groups.set(story.group, []).get(story.group)!
    own.push(story)
  }
  return [...tellers.values()].flatMap((groups) => {
    const twice = [...groups.values()].filter((own) => own.some(({ side }) => side === 0) && own.some(({ side }) => side === 1))
    return twice.length > 0 ? [twice] : []
  })
}

const valuesOf = (stories: readonly AskedStory[]): [number[], number[]] => {
  const sides: [number[], number[]] = [[], []]
  for (const { side, value } of stories) sides[side].push(value)
  return sides
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
const average = (values: readonly number[]): number => total(values) / values.length
const fewer = (draws: number, steps: number): number => Math.min(draws, Math.max(999, Math.floor(MOST_STEPS / steps)))
