// One row while its answers are read: its cells, what counts as blank in them, and where problems go.
import type { PlannedPart } from './stage-plan.ts'
import type { ProblemKey } from './problem-sentences.ts'
import type { Values } from './messages.ts'
import { readNumber } from './cell-values.ts'
import { shortened } from './messages.ts'

/** What reading an answer needs to know of its row. */
export type RowReader = {
  cells: string[]
  decimal: '.' | ',' | 'either'
  isBlank(cell: string): boolean
  report(key: ProblemKey, column: string, values?: Values, severity?: 'error' | 'warning'): void
}

/** A part that holds something, with its cell. */
export type FilledPart = PlannedPart & { cell: string }

/** The number in a part, or null after reporting that there is none. */
export function numberIn(part: { cell: string; column: string }, row: RowReader): number | null {
  const value = readNumber(part.cell, row.decimal)
  if (value === null) row.report('number_unreadable', part.column, { value: shortened(part.cell) })
  return value
}
