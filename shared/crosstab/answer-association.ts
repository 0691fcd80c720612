// Do the answers to one closed question go together with those to another, or with a group? One table of stories: parts by answers.
import { chi2Independence, permutationChi2 } from '../statistics/index.ts'
import { LEAST_GROUP, LEAST_STORIES } from './row-test.ts'

export type Association =
  | { is: 'refused', reason: 'fewStories' | 'smallGroup' | 'noVariation', n: number }
  | {
    is: 'tested', n: number, /** Places of the parts that were too small. */ left: number[], statistic: number, df: number, p: number
    /** How p came about: by so many shuffles from this seed, where expected counts are small; null: Pearson's χ². */
    shuffled: { replicates: number, seed: number, standardError: number } | null
    /** Corrected for chance (Bergsma 2013) where the table is large enough, else as it is; 0 none, 1 wholly. */
    cramersV: number
    /** Share (0–1) of cells with an expected count under 5, and the least. */
    shareSmall: number, minExpected: number
    /** Adjusted residuals (Haberman 1973) and expected counts, as the table; null in an empty row or column. */
    residuals: (number | null)[][], expected: (number | null)[][]
  }

/** @param table stories by part and answer; every story stands in one cell. Parts of fewer than five stories stay out of the test, and are named by their place. */
export function associate(table: readonly (readonly number[])[], replicates?: number): Association {
  const sizes = table.map(row => row.reduce((sum, count) => sum + count, 0))
  const n = sizes.reduce((sum, size) => sum + size, 0)
  const isSmall = sizes.map(size => size > 0 && size < LEAST_GROUP)
  const refused = (reason: Extract<Association, { is: 'refused' }>['reason']): Association => ({ is: 'refused', reason, n })
  if (n < LEAST_STORIES) return refused('fewStories')
  // An empty row keeps the shape of the table, and the tests pass it over.
  const large = table.map((row, at) => (isSmall[at] ? row.map(() => 0) : [...row]))
  if (isSmall.includes(true) && sizes.filter(size => size >= LEAST_GROUP).length < 2) return refused('smallGroup')
  const whole = chi2Independence({ table: large })
  if (whole.status !== 'ok') return refused('noVariation')
  const { statistic, df, cramersV, cramersVBc, minExpected, shareExpectedLt5: shareSmall, adjustedResiduals: residuals, expected } = whole
  const drawn = minExpected < 1 || shareSmall > 0.2 ? permutationChi2({ table: large, ...(replicates ? { replicates } : {}) }) : null
  const shuffled = drawn?.status === 'ok' ? { replicates: drawn.replicates, seed: drawn.seed, standardError: drawn.standardError } : null
  return { is: 'tested', n: whole.n, left: isSmall.flatMap((small, at) => (small ? [at] : [])), statistic, df, p: drawn?.status === 'ok' ? drawn.p : whole.p, shuffled, cramersV: cramersVBc ?? cramersV, shareSmall, minExpected, residuals, expected }
}
