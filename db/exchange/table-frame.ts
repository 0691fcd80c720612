// The frame of a table from its first rows: where the headings end, how wide it is, what the columns are called.
import type { ProblemKey } from '../../shared/importing/problem-sentences.ts'
import type { Heading } from '../../shared/importing/table.ts'
import { countHeaderRows } from '../../shared/importing/header-rows.ts'
import { headingsOf, isTitleLine } from '../../shared/importing/headings.ts'

export type FirstRow = { row: number; cells: string[] }
export type TableFrame = { headerRows: string[][]; headings: Heading[]; width: number; /** Number of the last heading row. */ after: number }
export type FrameFound = { ok: true; frame: TableFrame } | { ok: false; key: ProblemKey; row: number | null }

/** Enough to see which columns hold numbers. */
const LOOKED_AT = 30

/**
 * `rows`: the first rows, blank ones too. `asked`: the number of heading rows when a person said so.
 * `fillRight` (workbooks) copies a heading that spans merged cells over its columns; there, rows may be wider than the headings.
 */
export function frameOf(rows: FirstRow[], asked: number | null, fillRight?: (row: FirstRow) => string[]): FrameFound {
  const filled = rows.filter((row) => !isBlankRow(row.cells))
  if (filled.length === 0) return { ok: false, key: 'file_empty', row: null }
  // A workbook ends each row at its last filled cell: a line above the table is one cell in a wide table only beside the others.
  const looked = filled.slice(0, LOOKED_AT).map((row) => row.cells)
  const widest = Math.max(...looked.map((cells) => cells.length))
  const count = asked ?? countHeaderRows(looked.map((cells) => padded(cells, widest)))
  if (count === 0) return { ok: false, key: 'header_missing', row: filled[0]!.row }
  const headers = filled.slice(0, count)
  const below = filled.slice(count)
  if (below.length === 0) return { ok: false, key: 'header_only', row: headers.at(-1)!.row }
  const width = widthOf(headers, below, fillRight !== undefined)
  if (width === 1) return { ok: false, key: 'one_column', row: null }
  const headerRows = headers.map((row) => padded(isTitleLine(padded(row.cells, width)) || !fillRight ? row.cells : fillRight(row), width))
  return { ok: true, frame: { headerRows, headings: headingsOf(headerRows), width, after: headers.at(-1)!.row } }
}

export function padded(cells: string[], width: number): string[] {
  return cells.length === width ? cells : Array.from({ length: width }, (_, index) => cells[index] ?? '')
}

export function isBlankRow(cells: string[]): boolean {
  return cells.every((cell) => cell.trim() === '')
}

/** Empty columns at the end (Excel leaves them) are no columns; a column without a name but with answers is. */
function widthOf(headers: FirstRow[], below: FirstRow[], anyWidth: boolean): number {
  const lastFilled = (cells: string[]) => cells.findLastIndex((cell) => cell.trim() !== '') + 1
  const named = Math.max(...headers.map((row) => lastFilled(row.cells)))
  const raw = anyWidth ? Infinity : Math.max(...headers.map((row) => row.cells.length))
  const used = below.map((row) => lastFilled(row.cells)).filter((width) => width <= raw)
  return Math.max(1, named, ...used)
}
