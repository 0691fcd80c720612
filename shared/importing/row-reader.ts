// One row while its answers are read: its cells, what counts as blank in them, and where problems go.
import type { ImportProblem } from './staged.ts'
import type { PlannedPart } from './stage-plan.ts'
import type { ProblemKey } from './problem-sentences.ts'
import type { Values } from './messages.ts'
import { readNumber } from './cell-values.ts'
import { shortened } from './messages.ts'

/** Tells of something in this row; severity 'error' unless given. */
export type Tell = (key: ProblemKey, column: string | null, values?: Values, severity?: ImportProblem['severity']) => void

/** What reading an answer needs to know of its row. */
export type RowReader = {
  cells: string[]
  decimal: '.' | ',' | 'either'
  isBlank(cell: string): boolean
  tell: Tell
}

/** A part that holds something, with its cell. */
export type FilledPart = PlannedPart & { cell: string }

/** The number in a part, or null after reporting that there is none. */
export function numberIn(part: { cell: string; column: string }, row: RowReader): number | null {
  const value = readNumber(part.cell, row.decimal)
  if (value === null) row.tell('number_unreadable', part.column, { value: shortened(part.cell) })
  return value
}
