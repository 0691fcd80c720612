// One row of counts against what was to be expected: equal shares, given shares, or a population.
import { chiSquareUpper } from './distributions.ts'
import { ok, undefinedBecause, type Outcome, type Undefined } from './outcome.ts'
import { sum } from './sums.ts'

export interface GoodnessOfFit {
  n: number
  df: number
  statistic: number
  p: number
  /** √(X²/n), Cohen 1988. */
  cohensW: number
  minExpected: number
  /** Per category as given; null where nothing was expected and nothing counted. */
  expected: (number | null)[]
  /** (O − E)/√E. */
  pearsonResiduals: (number | null)[]
  /** (O − E)/√(E·(1 − share)). */
  stdResiduals: (number | null)[]
}

export interface Representativeness {
  n: number
  populationN: number
  df: number
  statistic: number
  p: number
  /** X²·(N − 1)/(N − n): the sample is a large part of the population (multivariate hypergeometric); null when n = N. */
  statisticFpc: number | null
  pFpc: number | null
  /** Shares 0–1 per category as given. */
  sampleShare: number[]
  populationShare: number[]
  /** Sample − population. */
  difference: number[]
  /** Sample ÷ population; null where the population has none. */
  ratio: (number | null)[]
}

/**
 * Pearson's chi-square of counts against shares; without `proportions` equal ones. Shares are taken relative to their sum.
 * Undefined: empty, oneCategory, expectedZero (counted where the share is 0), invalidInput.
 */
export function chi2Gof({ observed, proportions }: {
  observed: readonly number[], proportions?: readonly number[] | null
}): Outcome<GoodnessOfFit> {
  const fit = fitOf(observed, proportions ?? observed.map(() => 1))
  if ('status' in fit) return fit
  const { n, shares, kept, statistic, df } = fit
  const each = (figure: (o: number, e: number, share: number) => number): (number | null)[] =>
    observed.map((o, i) => kept.includes(i) ? figure(o, n * shares[i]!, shares[i]!) : null)
  const expected = each((_, e) => e)
  return ok({
    n,
    df,
    statistic,
    p: chiSquareUpper(statistic, df),
    cohensW: Math.sqrt(statistic / n),
    minExpected: Math.min(...kept.map(i => expected[i]!)),
    expected,
    pearsonResiduals: each((o, e) => (o - e) / Math.sqrt(e)),
    stdResiduals: each((o, e, share) => (o - e) / Math.sqrt(e * (1 - share)))
  })
}

/**
 * Who told a story against all who could have: `observed` and `population` are counts per category, in the same order.
 * Undefined: empty, oneCategory, expectedZero (counted where nobody lives), sampleOverPopulation (n > N), invalidInput.
 */
export function representativeness({ observed, population }: {
  observed: readonly number[], population: readonly number[]
}): Outcome<Representativeness> {
  const fit = fitOf(observed, population)
  if ('status' in fit) return fit
  const { n, shares, kept, statistic, df } = fit
  const populationN = sum(population)
  if (n > populationN) return undefinedBecause('sampleOverPopulation')
  const statisticFpc = n === populationN ? null : statistic * (populationN - 1) / (populationN - n)
  const sampleShare = observed.map(count => count / n)
  return ok({
    n,
    populationN,
    df,
    statistic,
    p: chiSquareUpper(statistic, df),
    statisticFpc,
    pFpc: statisticFpc === null ? null : chiSquareUpper(statisticFpc, df),
    sampleShare,
    populationShare: shares,
    difference: sampleShare.map((share, i) => share - shares[i]!),
    ratio: sampleShare.map((share, i) => kept.includes(i) ? share / shares[i]! : null)
  })
}

interface Fit { n: number, shares: number[], kept: number[], statistic: number, df: number }

function fitOf(observed: readonly number[], weights: readonly number[]): Fit | Undefined {
  const isBroken = (value: number): boolean => !(Number.isFinite(value) && value >= 0)
  if (observed.length !== weights.length || observed.some(isBroken) || weights.some(isBroken)) return undefinedBecause('invalidInput')
  const n = sum(observed)
  const whole = sum(weights)
  if (n === 0 || whole === 0) return undefinedBecause('empty')
  if (observed.some((count, i) => count > 0 && weights[i] === 0)) return undefinedBecause('expectedZero')
  const kept = weights.flatMap((weight, i) => weight > 0 ? [i] : [])
  if (kept.length < 2) return undefinedBecause('oneCategory')
  const shares = weights.map(weight => weight / whole)
  const statistic = sum(kept.map(i => (observed[i]! - n * shares[i]!) ** 2 / (n * shares[i]!)))
  return { n, shares, kept, statistic, df: kept.length - 1 }
}
