// Simulated p-values: reproducible from the seed, and equal to the exact answer within their own error.
import { describe, expect, test } from 'vitest'
import { chi2Independence, fisher2x2, permutationChi2 } from '../../../shared/statistics/index.ts'
import { drawHypergeometric, randomTable } from '../../../shared/statistics/permutation.ts'
import { randomBelow, seededRandom, shuffle } from '../../../shared/statistics/random.ts'
import { sum } from '../../../shared/statistics/sums.ts'

function okay<T extends { status: string }>(answer: T): Extract<T, { status: 'ok' }> {
  expect(answer.status).toBe('ok')
  return answer as Extract<T, { status: 'ok' }>
}

describe('seeded generator', () => {
  test('the same seed gives the same draws, another seed others', () => {
    const draws = (seed: number): number[] => { const random = seededRandom(seed); return Array.from({ length: 50 }, () => random()) }
    expect(draws(7)).toEqual(draws(7))
    expect(draws(7)).not.toEqual(draws(8))
  })

  test('draws are even over the unit interval', () => {
    const random = seededRandom(1)
    const bins = Array.from({ length: 20 }, () => 0)
    for (let i = 0; i < 200_000; i++) bins[Math.floor(random() * 20)]!++
    const statistic = sum(bins.map(count => (count - 10_000) ** 2 / 10_000))
    expect(statistic).toBeLessThan(43.8) // the .999 quantile of chi-square with 19 degrees of freedom
    expect(statistic).toBeGreaterThan(5.4) // and not suspiciously even
  })

  test('every order of three is shuffled about as often', () => {
    const random = seededRandom(2)
    const seen = new Map<string, number>()
    for (let i = 0; i < 60_000; i++) { const key = shuffle(random, [1, 2, 3]).join(''); seen.set(key, (seen.get(key) ?? 0) + 1) }
    expect(seen.size).toBe(6)
    expect(sum([...seen.values()].map(count => (count - 10_000) ** 2 / 10_000))).toBeLessThan(20.5)
  })

  test('whole draws stay below their bound', () => {
    const random = seededRandom(3)
    expect(new Set(Array.from({ length: 500 }, () => randomBelow(random, 4)))).toEqual(new Set([0, 1, 2, 3]))
  })
})

test('hypergeometric draws have the right shares', () => {
  const random = seededRandom(4)
  const [marked, plain, draws, rounds] = [7, 12, 9, 100_000]
  const counts = Array.from({ length: 8 }, () => 0)
  for (let i = 0; i < rounds; i++) counts[drawHypergeometric(random, marked, plain, draws)]!++
  const choose = (n: number, k: number): number => k < 0 || k > n ? 0 : k === 0 ? 1 : choose(n, k - 1) * (n - k + 1) / k
  const expected = counts.map((_, x) => rounds * choose(marked, x) * choose(plain, draws - x) / choose(marked + plain, draws))
  expect(sum(counts.map((count, x) => (count - expected[x]!) ** 2 / expected[x]!))).toBeLessThan(24.4)
})

test('a random table keeps its margins', () => {
  const random = seededRandom(5)
  const margins = { rowTotals: [5, 11, 3], colTotals: [8, 1, 6, 4], n: 19 }
  for (let i = 0; i < 200; i++) {
    const table = randomTable(random, margins)
    expect(table.map(sum)).toEqual(margins.rowTotals)
    expect([0, 1, 2, 3].map(col => sum(table.map(row => row[col]!)))).toEqual(margins.colTotals)
    expect(table.flat().every(count => count >= 0)).toBe(true)
  }
})

describe('permutationChi2', () => {
  const table = [[3, 9, 4], [11, 3, 6]]

  test('gives the statistic of the plain test and the same p for the same seed', () => {
    const one = okay(permutationChi2({ table, replicates: 2000, seed: 11 }))
    expect(one).toEqual(permutationChi2({ table, replicates: 2000, seed: 11 }))
    expect(one.statistic).toBeCloseTo(okay(chi2Independence({ table })).statistic, 12)
    expect({ replicates: one.replicates, seed: one.seed }).toEqual({ replicates: 2000, seed: 11 })
  })

  test('is within five standard errors of the exact share of tables at least as far out', () => {
    const answer = okay(permutationChi2({ table, replicates: 50_000, seed: 12 }))
    expect(Math.abs(answer.p - exactP(table))).toBeLessThan(5 * answer.standardError)
  })

  test('agrees with Fisher where X² orders the tables as their probability does', () => {
    const two = [[10, 2], [3, 9]] // equal margins on one side: both tails mirror each other
    const answer = okay(permutationChi2({ table: two, replicates: 50_000, seed: 13 }))
    expect(Math.abs(answer.p - okay(fisher2x2({ table: two })).pTwoSided)).toBeLessThan(5 * answer.standardError)
  })

  test('is quick with twenty thousand stories', () => {
    const before = process.cpuUsage().user
    okay(permutationChi2({ table: [[600, 900, 1200, 300], [4400, 5100, 5800, 1700]] }))
    expect((process.cpuUsage().user - before) / 1000).toBeLessThan(5000)
  })

  test('is undefined with its reason', () => {
    expect(permutationChi2({ table: [[0, 0], [0, 0]] })).toEqual({ status: 'undefined', reason: 'empty' })
    expect(permutationChi2({ table: [[1, 2], [0, 0]] })).toEqual({ status: 'undefined', reason: 'oneCategory' })
    expect(permutationChi2({ table: [[1.5, 2], [1, 1]] })).toEqual({ status: 'undefined', reason: 'invalidInput' })
    expect(permutationChi2({ table: [[1, 2], [3, 1]], replicates: 0 })).toEqual({ status: 'undefined', reason: 'invalidInput' })
  })
})

/** Share of all 2×3 tables with these margins, weighted by how many ways there are to fill them, with X² at least as large. */
function exactP(table: number[][]): number {
  const cols = [0, 1, 2].map(col => table[0]![col]! + table[1]![col]!)
  const row = sum(table[0]!)
  const n = sum(cols)
  const choose = (of: number, k: number): number => k === 0 ? 1 : choose(of, k - 1) * (of - k + 1) / k
  const distance = (top: number[]): number => sum(top.map((count, col) => (count - row * cols[col]! / n) ** 2 / cols[col]!))
  const seen = distance(table[0]!)
  let [all, far] = [0, 0]
  for (let a = 0; a <= cols[0]!; a++) {
    for (let b = 0; b <= cols[1]!; b++) {
      const c = row - a - b
      if (c < 0 || c > cols[2]!) continue
      const ways = choose(cols[0]!, a) * choose(cols[1]!, b) * choose(cols[2]!, c)
      all += ways
      if (distance([a, b, c]) >= seen * (1 - 1e-12)) far += ways
    }
  }
  return far / all
}
