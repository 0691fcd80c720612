// Tables out as CSV that Dutch Excel opens well and that no spreadsheet takes for a formula.
import type { Delimiter } from '../../shared/importing/table.ts'

export type CsvCell = string | number | boolean | null
export type CsvSettings = {
  /** Dutch Excel wants the semicolon. */
  delimiter?: Delimiter
  /** The comma, unless the delimiter is one. */
  decimal?: ',' | '.'
  /** A byte order mark tells Excel that this is UTF-8. */
  mark?: boolean
}

/** Letters with which a spreadsheet starts a formula, the wide forms of East Asian keyboards too. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/

/**
 * The whole file as text, lines ending in CRLF. Numbers are written as numbers in the decimal mark; null is the empty cell.
 * A string that a spreadsheet could take for a formula gets a single quote in front: it is changed by that, on purpose.
 */
export function csvText(rows: Iterable<CsvCell[]>, settings: CsvSettings = {}): string {
  let text = settings.mark === false ? '' : '\ufeff'
  for (const row of rows) text += csvLine(row, settings)
  return text
}

/** One line with its end, for writing a long file piece by piece. */
export function csvLine(row: CsvCell[], { delimiter = ';', decimal = delimiter === ',' ? '.' : ',' }: CsvSettings = {}): string {
  return row.map((cell) => (typeof cell === 'string' ? quoted(isFormulaLike(cell) ? `'${cell}` : cell) : bare(cell, decimal, delimiter))).join(delimiter) + '\r\n'
}

export function isFormulaLike(text: string): boolean {
  return FORMULA.test(text)
}

function bare(cell: number | boolean | null, decimal: ',' | '.', delimiter: Delimiter): string {
  if (cell === null || (typeof cell === 'number' && !Number.isFinite(cell))) return ''
  if (typeof cell === 'boolean') return cell ? '1' : '0'
  const written = String(cell).replace('.', decimal)
  return written.includes(delimiter) ? `"${written}"` : written
}

/** Every delimiter there is counts: the file may be opened with another one than it was written with. */
function quoted(text: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
