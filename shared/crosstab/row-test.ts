// The test of one row: do stories with the code fall differently over the columns than stories without it?
// One 2×k table of stories per code; where a story can stand in several columns, one 2×2 per column.
import type { Crosstab, Effect, RefusedTest, RowTest, TestWarning, Testing } from '../contract/crosstab.ts'
import { chi2Independence, DEFAULT_SEED, fisher2x2, pAdjust, permutationChi2, proportionDifference, raoScott, type ChiSquare } from '../statistics/index.ts'

/** Fewer stories than this in all: only counts. */
export const LEAST_STORIES = 10
/** Fewer stories than this in a group: only counts. */
export const LEAST_GROUP = 5

/**
 * From so many stories on, where no expected count is small, Pearson's p is taken: shuffling would give the same within its own
 * error (±.005 at p = .5 with 9,999 draws), and take seconds.
 */
const SHUFFLE_BELOW = 2000

export type RowInput = {
  columns: readonly { key: string, value: boolean }[]
  /** Stories by column. */
  with: readonly number[]
  without: readonly number[]
  unread: readonly number[]
  /** Distinct stories with a value: differs from the sums where a story stands in several columns. */
  valid: { with: number, without: number, unread: number }
  /** Stories with the code that nobody marked done. */
  unfinished: number
  /**
   * single: a story stands in one column. ordered: the same, and the columns are steps of one scale, so that a small one
   * takes part. several: a story can stand in several. none: the columns are no fact about the story.
   */
  columnsAre: Crosstab['columnsAre']
  /**
   * Where tellers told several stories: every story that is with or without the code, as its teller, its side (1 with) and its
   * column, or for one column whether it stands there (1) or not; else null, and each story stands for itself.
   */
  cases: ((column: number | null) => Case[]) | null
}

export type Case = [teller: number, side: 0 | 1, column: number]

/** Rao & Scott's test leans on the spread between tellers; with fewer it says too much. */
export const LEAST_TELLERS = 20

type Unadjusted = Omit<Extract<RowTest, { is: 'tested' }>, 'adjusted'> | Extract<RowTest, { is: 'refused' }>
export type TestedRow<Test = Unadjusted> = { tests: Test[], residuals: (number | null)[], expected: (number | null)[] }

/** Counts are of stories. A refusal says why; residuals and expected counts then stay null. `draws`: how often stories are shuffled. */
export function testRow(input: RowInput, draws: number): TestedRow {
  const nothing = input.columns.map(() => null)
  const { with: yes, without: no } = input.valid
  const refuse = (reason: RefusedTest): TestedRow => ({ tests: [{ is: 'refused', column: null, reason, n: yes + no }], residuals: nothing, expected: nothing })
  if (input.columnsAre === 'none') return refuse('notIndependent')
  if (yes + no < LEAST_STORIES) return refuse('fewStories')
  if (yes < LEAST_GROUP || no < LEAST_GROUP) return refuse('smallGroup')
  return input.columnsAre === 'several' ? testEach(input, draws) : testTogether(input, draws)
}

/** Over every test of the table: Holm 1979, or Benjamini & Hochberg 1995. */
export function adjustRows(rows: readonly TestedRow[], method: Testing['adjust']): { rows: TestedRow<RowTest>[], tests: number } {
  const all = rows.flatMap(row => row.tests)
  const outcome = pAdjust({ p: all.map(test => test.is === 'tested' ? test.p : null), method })
  const adjusted = outcome.status === 'ok' ? outcome.adjusted : all.map(() => null)
  let at = 0
  return {
    rows: rows.map(row => ({
      ...row,
      tests: row.tests.map((test): RowTest => {
        const p = adjusted[at++] ?? null
        return test.is === 'tested' ? { ...test, adjusted: p ?? 1 } : test
      })
    })),
    tests: all.filter(test => test.is === 'tested').length
  }
}

function testTogether(input: RowInput, draws: number): TestedRow {
  const { columns, valid } = input
  const nothing = columns.map(() => null)
  const size = (at: number): number => input.with[at]! + input.without[at]!
  const least = input.columnsAre === 'ordered' ? 1 : LEAST_GROUP
  const used = columns.flatMap((column, at) => column.value && size(at) >= least ? [at] : [])
  const leftOut = columns.some((column, at) => column.value && size(at) > 0 && size(at) < least)
  const n = used.reduce((total, at) => total + size(at), 0)
  const refuse = (reason: RefusedTest): TestedRow => ({ tests: [{ is: 'refused', column: null, reason, n }], residuals: nothing, expected: nothing })
  if (used.length < 2) return refuse('oneColumn')
  if (n < LEAST_STORIES) return refuse('fewStories')
  const table = [used.map(at => input.with[at]!), used.map(at => input.without[at]!)]
  if (table.some(row => row.reduce((total, count) => total + count, 0) < LEAST_GROUP)) return refuse('smallGroup')
  const chi = chi2Independence({ table })
  if (chi.status !== 'ok') return refuse('noVariation')
  const placed = (values: readonly (number | null)[]): (number | null)[] => columns.map((_, at) => values[used.indexOf(at)] ?? null)
  return {
    tests: [tested(input, draws, used.map(at => columns[at]!.key), null, table, chi, valid.with + valid.without + valid.unread - n, leftOut, () => input.cases!(null).filter(([, , column]) => used.includes(column)))],
    residuals: placed(chi.adjustedResiduals[0]!).map((z, at) => size(at) < LEAST_GROUP ? null : z),
    expected: placed(chi.expected[0]!)
  }
}

function testEach(input: RowInput, draws: number): TestedRow {
  const { columns, valid } = input
  const row: TestedRow = { tests: [], residuals: columns.map(() => null), expected: columns.map(() => null) }
  columns.forEach(({ key, value }, at) => {
    if (!value) return
    const [yes, no] = [input.with[at]!, input.without[at]!]
    const n = valid.with + valid.without
    const refuse = (reason: RefusedTest): void => { row.tests.push({ is: 'refused', column: key, reason, n }) }
    if (yes + no < LEAST_GROUP || n - yes - no < LEAST_GROUP) {
      refuse(yes + no === 0 || yes + no === n ? 'noVariation' : 'smallGroup')
      return
    }
    const table = [[yes, valid.with - yes], [no, valid.without - no]]
    const chi = chi2Independence({ table })
    if (chi.status !== 'ok') {
      refuse('noVariation')
      return
    }
    row.tests.push(tested(input, draws, [key], key, table, chi, valid.unread, false, () => input.cases!(at)))
    row.residuals[at] = chi.adjustedResiduals[0]![0]!
    row.expected[at] = chi.expected[0]![0]!
  })
  return row
}

/** With tellers who told several stories: Rao & Scott's F over tellers. Else shuffled stories, which for two columns is Fisher's exact test. */
function tested(input: RowInput, draws: number, keys: readonly string[], column: string | null, table: number[][], chi: ChiSquare, missing: number, leftOut: boolean, cases: () => Case[]): Unadjusted {
  const warnings: TestWarning[] = [
    ...(chi.minExpected < 5 ? ['smallExpected' as const] : []),
    ...(leftOut ? ['leftOut' as const] : []),
    ...(input.unfinished > 0 ? ['unfinished' as const] : []),
    ...(input.cases ? ['severalStories' as const] : []),
    ...(column === null ? [] : ['overlapping' as const])
  ]
  const shared = {
    is: 'tested' as const, column, unit: 'story' as const, n: chi.n, missing, statistic: chi.statistic, df: chi.df, df2: null, classic: chi.p, tellers: null,
    effect: effectOf(keys, table, chi), cramersV: chi.cramersVBc, minExpected: chi.minExpected, warnings, standardError: null, replicates: null, seed: null
  }
  if (input.cases) {
    const clustered = raoScott({ rows: cases() })
    if (clustered.status !== 'ok' || clustered.nClusters < LEAST_TELLERS) return { is: 'refused', column, reason: 'fewTellers', n: chi.n }
    const { f, ndf, ddf, p, nClusters } = clustered
    return { ...shared, method: 'raoScott', unit: 'teller', statistic: f, df: ndf, df2: ddf, p, classic: null, tellers: nClusters }
  }
  const isSmall = chi.minExpected < 1 || chi.shareExpectedLt5 > 0.2
  if (chi.n >= SHUFFLE_BELOW && !isSmall) return { ...shared, method: 'chi2', p: chi.p }
  if (table[0]!.length === 2) {
    const exact = fisher2x2({ table })
    if (exact.status === 'ok') return { ...shared, method: 'fisher', p: exact.pTwoSided }
  }
  const simulated = permutationChi2({ table, replicates: draws, seed: DEFAULT_SEED })
  if (simulated.status !== 'ok') return { ...shared, method: 'chi2', p: chi.p }
  const { p, standardError, replicates, seed } = simulated
  return { ...shared, method: 'permutation', p, standardError, replicates, seed }
}

/** Of two columns the one with the larger share; of more, the one that strays most from what was to be expected. */
function effectOf(keys: readonly string[], table: number[][], chi: ChiSquare): Effect | null {
  const [yes, no] = table as [number[], number[]]
  const strays = chi.adjustedResiduals[0]!.map((z, at) => (yes[at]! + no[at]! < LEAST_GROUP ? 0 : keys.length === 2 ? z ?? 0 : Math.abs(z ?? 0)))
  const at = keys.length === 1 ? 0 : strays.indexOf(Math.max(...strays))
  if (keys.length > 1 && strays[at]! <= 0) return null // every column holds a story or two
  const sum = (row: number[]): number => row.reduce((total, count) => total + count, 0)
  const here = { with: yes[at]!, of: yes[at]! + no[at]! }
  const elsewhere = { with: sum(yes) - here.with, of: sum(yes) + sum(no) - here.of }
  const apart = proportionDifference({ x1: here.with, n1: here.of, x2: elsewhere.with, n2: elsewhere.of })
  return apart.status === 'ok' ? { column: keys[at]!, here, elsewhere, difference: apart.difference, low: apart.low, high: apart.high } : null
}
