// Rows of a CSV that are not as wide as the headings: too long, too short, or one row broken over several lines.
import type { ImportProblem } from '../../shared/importing/staged.ts'
import type { TableRow } from '../../shared/importing/table.ts'
import type { CsvRecord } from './csv-parser.ts'
import { problem } from '../../shared/importing/messages.ts'

export type RowCheck = {
  /** The row at the width of the table, or null when it is a remark. Problems go into the given list. */
  row(record: CsvRecord, problems: ImportProblem[]): TableRow | null
  /** A short row at the very end is told here. */
  end(problems: ImportProblem[]): void
}

/**
 * - Too long with words in the extra cells: an error, for everything behind the mistake stands in a wrong column.
 * - Too short: a warning, read as blank at the end; Excel itself leaves out empty last cells.
 * - One cell only: an error, it is the rest of a text that was broken off.
 * - Short rows that together make one whole row: an error, for a line break without quotes cut it in two.
 */
export function createRowCheck(file: string, width: number, names: string[], delimiter: string): RowCheck {
  let open: { row: number; cells: number } | null = null
  let pending: ImportProblem[] = []

  function row(record: CsvRecord, problems: ImportProblem[]): TableRow | null {
    const { cells } = record
    const last = cells.findLastIndex((cell) => cell.trim() !== '') + 1
    if (last < width && cells.length !== width && delimiter !== ';' && cells[0]!.startsWith(';')) return null
    if (record.stray) problems.push(problem('quote_stray', { file, row: record.row }, {}, 'warning'))
    lostLetters(record, problems)
    if (cells.length < width) short(record, problems)
    else {
      flush(problems)
      if (last > width) problems.push(problem('row_long', { file, row: record.row }, { cells: last, width }))
    }
    return { row: record.row, cells: cells.length === width ? cells : Array.from({ length: width }, (_, i) => cells[i] ?? '') }
  }

  function short({ row: number, cells }: CsvRecord, problems: ImportProblem[]): void {
    const joined = open ? open.cells + cells.length - 1 : cells.length
    if (open && joined === width) {
      problems.push(problem('row_broken', { file, row: open.row }, { next: number }))
      open = null
      pending = []
      return
    }
    if (!open || joined > width || cells.length > 1) {
      flush(problems)
      open = { row: number, cells: cells.length }
    } else open = { row: open.row, cells: joined }
    pending.push(cells.length === 1
      ? problem('row_single', { file, row: number })
      : problem('row_short', { file, row: number }, { cells: cells.length, width }, 'warning'))
  }

  function flush(problems: ImportProblem[]): void {
    problems.push(...pending)
    pending = []
    open = null
  }

  function lostLetters({ row: number, cells }: CsvRecord, problems: ImportProblem[]): void {
    const at = cells.findIndex((cell) => cell.includes('\ufffd'))
    if (at >= 0) problems.push(problem('letters_lost', { file, row: number, column: names[at] ?? null }, {}, 'warning'))
  }

  return { row, end: flush }
}
