// Who told against all who could have: class by class, and as a whole; and what happens to that verdict when classes are taken together.
import { chi2Gof, representativeness } from '../statistics/index.ts'

/** `population`: a count, a share or a percentage, all of one kind; null where nobody filled it in. `into`: the class it is taken together with, '' for none. */
export type SampleClass = { name: string; count: number; population: number | null; into: string }

export type FittedClass = { name: string; count: number; sampleShare: number; populationShare: number; /** Sample − population, 0–1. */ difference: number; expected: number; /** Adjusted residual. */ residual: number }
export type SampleFit =
  /** missing: a class without a number for the population; few: under ten stories; oneClass; nobody: somebody told in a class in which nobody lives. */
  | { is: 'refused'; reason: 'missing' | 'few' | 'oneClass' | 'nobody' }
  | {
    is: 'fitted'; classes: FittedClass[]; n: number; df: number; statistic: number; p: number; minExpected: number
    /** Corrected for a sample that is a large part of the population; null without its size, or when everybody told. */
    pFpc: number | null
    /** What the numbers for the population add up to; they were taken relative to that. */
    sum: number
  }

/** Fewer stories than this say nothing about who is missing. */
const LEAST = 10

/** The classes that are taken together, in the order of their first. */
export function mergedClasses(classes: readonly SampleClass[]): SampleClass[] {
  return [...Map.groupBy(classes, ({ name, into }) => into || name)].map(([name, own]) => ({
    name, into: '', count: own.reduce((sum, { count }) => sum + count, 0), population: own.some(({ population }) => population === null) ? null : own.reduce((sum, { population }) => sum + population!, 0)
  }))
}

/** @param size how many could have told; null: not known. */
export function fitSample(classes: readonly SampleClass[], size: number | null): SampleFit {
  if (classes.some(({ population }) => population === null)) return { is: 'refused', reason: 'missing' }
  const observed = classes.map(({ count }) => count)
  const population = classes.map((one) => one.population!)
  const n = observed.reduce((sum, count) => sum + count, 0)
  if (n < LEAST) return { is: 'refused', reason: 'few' }
  const fit = chi2Gof({ observed, proportions: population })
  if (fit.status !== 'ok') return { is: 'refused', reason: fit.reason === 'expectedZero' ? 'nobody' : 'oneClass' }
  const sum = population.reduce((total, share) => total + share, 0)
  const whole = size === null || size < n ? null : representativeness({ observed, population: population.map((share) => share / sum * size) })
  return {
    is: 'fitted', n, df: fit.df, statistic: fit.statistic, p: fit.p, minExpected: fit.minExpected, pFpc: whole?.status === 'ok' ? whole.pFpc : null, sum,
    classes: classes.flatMap(({ name, count }, at) => (fit.expected[at] === null ? [] : [{
      name, count, sampleShare: count / n, populationShare: population[at]! / sum, difference: count / n - population[at]! / sum, expected: fit.expected[at]!, residual: fit.stdResiduals[at]!
    }]))
  }
}

/** Do two ways of dividing say different things at the 5 % line? Then neither is to be leaned on. */
export const verdictsDiffer = (a: SampleFit, b: SampleFit): boolean => a.is === 'fitted' && b.is === 'fitted' && (a.p < 0.05) !== (b.p < 0.05)

/** Lines of a table "trait; class; per cent": the number of each class, by its name. Lines that are none are passed over. */
export function populationFromText(text: string, names: readonly string[]): Map<string, number> {
  const plain = (words: string): string => words.trim().replaceAll(/^"|"$/g, '').toLocaleLowerCase('nl')
  const known = new Map(names.map((name) => [plain(name), name]))
  const found = new Map<string, number>()
  for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const cells = line.split(line.includes(';') ? ';' : line.includes('\t') ? '\t' : ',')
    const number = Number(plain(cells.at(-1) ?? '').replace('%', '').replace(',', '.'))
    const name = cells.slice(0, -1).map((cell) => known.get(plain(cell))).find((one) => one !== undefined)
    if (name !== undefined && Number.isFinite(number) && number >= 0 && cells.length > 1) found.set(name, number)
  }
  return found
}
