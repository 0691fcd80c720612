// "As in the study": one χ² over all codes × columns, counted in fragments, with the study's rule for striking cells. Fragments of
// one story are alike, so it is too sure of itself; it is here to hold published figures against, never as the answer.
import type { Crosstab } from '../contract/crosstab.ts'
import { chi2Independence } from '../statistics/index.ts'

/**
 * literal: |adjusted residual| > 4, as the study prints it; squared: its square ≥ 4, as the SenseMaker Workbench computes it. Both only
 * where p < .05 for the whole table.
 */
export type StudyRule = 'literal' | 'squared'

/** several: columns in which a story stands more than once cannot be stacked; coders: who coded is no fact about a story; noTable: under two rows or columns with anything in them. */
export type StudyRefusal = 'several' | 'coders' | 'noTable'

export type StudyTest =
  | { is: 'refused'; reason: StudyRefusal }
  | {
    is: 'tested'; n: number; df: number; statistic: number; p: number; cramersV: number; minExpected: number
    /** Share (0–1) of cells with an expected count under 5. */
    shareSmall: number
    /** Rows × columns of the table; null in a column that is no value, and in an empty row or column. */
    residuals: (number | null)[][]; expected: (number | null)[][]
  }

/** Of the counts as the table has them (fragments or codings), columns of values only. */
export function studyTest({ columns, columnsAre, rows }: Pick<Crosstab, 'columns' | 'columnsAre' | 'rows'>): StudyTest {
  if (columnsAre === 'several' || columnsAre === 'none') return { is: 'refused', reason: columnsAre === 'none' ? 'coders' : 'several' }
  const used = columns.flatMap(({ value }, at) => (value ? [at] : []))
  if (rows.length < 2 || used.length < 2) return { is: 'refused', reason: 'noTable' }
  const chi = chi2Independence({ table: rows.map(({ counts }) => used.map((at) => counts[at]!)) })
  if (chi.status !== 'ok') return { is: 'refused', reason: 'noTable' }
  const placed = (values: (number | null)[][]): (number | null)[][] => values.map((row) => columns.map((_, at) => row[used.indexOf(at)] ?? null))
  const { n, df, statistic, p, cramersV, minExpected, shareExpectedLt5 } = chi
  return { is: 'tested', n, df, statistic, p, cramersV, minExpected, shareSmall: shareExpectedLt5, residuals: placed(chi.adjustedResiduals), expected: placed(chi.expected) }
}

/** Does the study's rule mark this cell? */
export const isStriking = (residual: number | null, p: number, rule: StudyRule): boolean =>
  residual !== null && p < 0.05 && (rule === 'literal' ? Math.abs(residual) > 4 : residual * residual >= 4)
