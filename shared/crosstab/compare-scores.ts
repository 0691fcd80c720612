// Two codes on one scale: per story first, and beside it as the study did, per fragment.
import type { CodeComparison, RefusedTest, Spread } from '../contract/crosstab.ts'
import { DEFAULT_SEED, mannWhitney, permutationMeans, tTest, type TwoSampleT } from '../statistics/index.ts'
import { LEAST_GROUP, LEAST_STORIES } from './row-test.ts'
import { spreadOfRising } from './spread.ts'

/** One story with a score: how many fragments of each code it bears, and whether it was read to the end. */
export type ScoredStory = { score: number; first: number; second: number; isDone: boolean; /** Null: nobody told several. */ teller: number | null }

type Compared = Pick<CodeComparison, 'unit' | 'groups' | 'unread' | 'test' | 'fragments'>
type Group = keyof Compared['groups']

/** Shuffled scores times stories: beyond this many steps Welch's p is taken, which then says the same. */
const MOST_STEPS = 100_000_000

export function compareScores(stories: readonly ScoredStory[], draws: number): Compared {
  const units = byTeller(stories)
  const scores: Record<Group, number[]> = { first: [], second: [], both: [], neither: [] }
  let unread = 0
  for (const { score, first, second, isDone } of units) {
    if (first > 0 && second > 0) scores.both.push(score)
    else if (!isDone) unread++ // what it lacks, it may lack because nobody looked
    else scores[first > 0 ? 'first' : second > 0 ? 'second' : 'neither'].push(score)
  }
  const spread = (group: Group): Spread => spreadOf(scores[group])
  return {
    unit: stories.some(({ teller }) => teller !== null) ? 'teller' : 'story', unread,
    groups: { first: spread('first'), second: spread('second'), both: spread('both'), neither: spread('neither') },
    test: perStory(scores.first, scores.second, draws), fragments: perFragment(stories)
  }
}

/** One of each teller: the mean of what they scored, with all the codes they bear; done when all of it is. */
function byTeller(stories: readonly ScoredStory[]): ScoredStory[] {
  if (stories.every(({ teller }) => teller === null)) return [...stories]
  const told = Map.groupBy(stories, ({ teller }) => teller)
  return [...told.values()].map((own) => ({
    teller: own[0]!.teller, score: own.reduce((sum, { score }) => sum + score, 0) / own.length, isDone: own.every(({ isDone }) => isDone),
    first: own.reduce((sum, { first }) => sum + first, 0), second: own.reduce((sum, { second }) => sum + second, 0)
  }))
}

function perStory(x: number[], y: number[], draws: number): Compared['test'] {
  const n = x.length + y.length
  const reason = refusal(x, y)
  if (reason) return { is: 'refused', reason, n }
  const [welch, ranks] = [tTest({ x, y, variant: 'welch' }), mannWhitney({ x, y })]
  if (welch.status !== 'ok' || ranks.status !== 'ok') return { is: 'refused', reason: 'noVariation', n }
  const dealt = n * draws > MOST_STEPS ? null : permutationMeans({ x, y, replicates: draws, seed: DEFAULT_SEED })
  const { p, standardError, replicates, seed } = dealt?.status === 'ok' ? dealt : { p: welch.p, standardError: 0, replicates: 0, seed: DEFAULT_SEED }
  return { is: 'tested', n, p, standardError, replicates, seed, welch: twoMeans(welch), cles: ranks.cles, rankP: ranks.pExact ?? ranks.pNormal }
}

function perFragment(stories: readonly ScoredStory[]): Compared['fragments'] {
  const scoresOf = (code: 'first' | 'second'): number[] => stories.flatMap((story) => Array<number>(story[code]).fill(story.score))
  const [x, y] = [scoresOf('first'), scoresOf('second')]
  const [student, welch] = [tTest({ x, y, variant: 'student' }), tTest({ x, y, variant: 'welch' })]
  if (x.length < 2 || y.length < 2) return { is: 'refused', reason: 'smallGroup', n: x.length + y.length }
  if (student.status !== 'ok' || welch.status !== 'ok') return { is: 'refused', reason: 'noVariation', n: x.length + y.length }
  return { is: 'tested', first: spreadOf(x), second: spreadOf(y), student: twoMeans(student), welch: twoMeans(welch) }
}

function refusal(x: readonly number[], y: readonly number[]): RefusedTest | null {
  if (x.length + y.length < LEAST_STORIES) return 'fewStories'
  return x.length < LEAST_GROUP || y.length < LEAST_GROUP ? 'smallGroup' : null
}

const spreadOf = (scores: readonly number[]): Spread => spreadOfRising(Float64Array.from(scores).toSorted())
const twoMeans = ({ diff, ciLow, ciHigh, t, df, p, hedgesG }: TwoSampleT) => ({ diff, ciLow, ciHigh, t, df, p, hedgesG })
