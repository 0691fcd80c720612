// Several stories of one teller: the simulated p must not take them for several people.
import { describe, expect, test } from 'vitest'
import {
  chi2Independence, permutationChi2, permutationChi2ByTeller, seededRandom, type ToldStory
} from '../../../shared/statistics/index.ts'

/** Stories of tellers: [row, column, how many stories]. */
function told(tellers: readonly (readonly [string, string, number])[]): ToldStory[] {
  return tellers.flatMap(([row, col, times], teller) => Array.from({ length: times }, () => ({ teller, row, col })))
}

function okay<T extends { status: string }>(answer: T): Extract<T, { status: 'ok' }> {
  expect(answer.status).toBe('ok')
  return answer as Extract<T, { status: 'ok' }>
}

const once = [
  ...Array.from({ length: 9 }, () => ['with', 'gezin', 1] as const), ...Array.from({ length: 4 }, () => ['with', 'medewerker', 1] as const),
  ...Array.from({ length: 5 }, () => ['without', 'gezin', 1] as const), ...Array.from({ length: 12 }, () => ['without', 'medewerker', 1] as const)
]

test('with one story a teller it is the plain test', () => {
  const answer = okay(permutationChi2ByTeller({ stories: told(once), replicates: 20_000 }))
  const plain = okay(permutationChi2({ table: [[9, 4], [5, 12]], replicates: 20_000 }))
  expect(answer.statistic).toBeCloseTo(plain.statistic, 12)
  expect(Math.abs(answer.p - plain.p)).toBeLessThan(5 * Math.hypot(answer.standardError, plain.standardError))
})

test('three times the same story from everybody triples X² and leaves p where it was', () => {
  const byTimes = (times: number) => okay(permutationChi2ByTeller({
    stories: told(once.map(([row, col]) => [row, col, times])), replicates: 5000, seed: 5
  }))
  const [single, triple] = [byTimes(1), byTimes(3)]
  expect(triple.statistic).toBeCloseTo(3 * single.statistic, 10)
  expect(triple.p).toBe(single.p)
  expect([triple.n, triple.nTellers]).toEqual([90, 30])
})

test('the seed decides, and is told', () => {
  const stories = told(once)
  expect(permutationChi2ByTeller({ stories, replicates: 500, seed: 9 })).toEqual(permutationChi2ByTeller({ stories, replicates: 500, seed: 9 }))
  expect(okay(permutationChi2ByTeller({ stories, replicates: 500, seed: 9 }))).toMatchObject({ seed: 9, replicates: 500 })
})

test('a difference between strata only is no difference within them', () => {
  // In site 1 everybody is "with" and nearly all are families; in site 2 the reverse.
  const stories: ToldStory[] = Array.from({ length: 40 }, (_, teller) => ({
    teller, stratum: teller < 20 ? 1 : 2, row: teller < 20 ? 'with' : 'without', col: (teller % 10 === 0) === (teller < 20) ? 'medewerker' : 'gezin'
  }))
  expect(okay(permutationChi2ByTeller({ stories, replicates: 500 })).p).toBe(1)
  expect(okay(permutationChi2ByTeller({ stories: stories.map(story => ({ ...story, stratum: null })), replicates: 500 })).p).toBeLessThan(0.01)
})

describe('columns that vary within a teller', () => {
  const stories: ToldStory[] = Array.from({ length: 24 }, (_, i) => ({
    teller: i >> 1, row: i % 3 === 0 ? 'with' : 'without', col: i % 4 < 2 ? 'low' : ['low', 'high'][i % 2]!
  }))

  test('move as a whole, so every draw keeps the column totals', () => {
    const answer = okay(permutationChi2ByTeller({ stories, replicates: 200 }))
    const table = ['with', 'without'].map(row => ['low', 'high'].map(col => stories.filter(story => story.row === row && story.col === col).length))
    expect(answer.statistic).toBeCloseTo(okay(chi2Independence({ table })).statistic, 12)
    expect(answer.p).toBeGreaterThan(1 / 201)
  })
})

test('false alarms stay near five in a hundred where the plain test gives many times that', () => {
  const random = seededRandom(77)
  let [plainAlarms, alarms] = [0, 0]
  const rounds = 300
  for (let round = 0; round < rounds; round++) {
    // 24 tellers of two groups, one to six stories each, no real difference; a teller mostly tells the same kind of story.
    const stories = Array.from({ length: 24 }, (_, teller) => {
      const habit = random() < 0.5 ? 0.9 : 0.1
      return Array.from({ length: 1 + Math.floor(random() * 6) }, () => ({ teller, row: random() < habit ? 'with' : 'without', col: teller < 12 ? 'a' : 'b' }))
    }).flat()
    const table = ['with', 'without'].map(row => ['a', 'b'].map(col => stories.filter(story => story.row === row && story.col === col).length))
    const [plain, byTeller] = [chi2Independence({ table }), permutationChi2ByTeller({ stories, replicates: 199, seed: round })]
    if (plain.status === 'ok' && plain.p < 0.05) plainAlarms++
    if (byTeller.status === 'ok' && byTeller.p < 0.05) alarms++
  }
  // Under 5 % the count is binomial: 15 ± 3·3.8.
  expect(alarms).toBeGreaterThan(3)
  expect(alarms).toBeLessThan(27)
  expect(plainAlarms).toBeGreaterThan(60)
})

test('is undefined with its reason', () => {
  const why = (stories: ToldStory[], replicates?: number): unknown => permutationChi2ByTeller({ stories, replicates })
  expect(why([])).toEqual({ status: 'undefined', reason: 'empty' })
  expect(why(told([['with', 'a', 2], ['with', 'b', 1]]))).toEqual({ status: 'undefined', reason: 'oneCategory' })
  expect(why(told(once), 0)).toEqual({ status: 'undefined', reason: 'invalidInput' })
  // Two tellers whose columns vary and who told unequally much: nothing can be exchanged.
  const [mine, yours] = [{ teller: 1, row: 'x' }, { teller: 2, row: 'x' }]
  expect(why([{ ...mine, col: 'a' }, { ...mine, col: 'b' }, { ...yours, col: 'a' }, { ...yours, row: 'y', col: 'b' }, { ...yours, col: 'a' }])).toEqual({ status: 'undefined', reason: 'tooFew' })
})
