// What a story file looks like once its bytes are read: headings and rows of plain cells, in spreadsheet row numbers.
import type { ImportProblem } from './staged.ts'

/** One row; `row` is the number a person sees in a spreadsheet (the first line of the file is 1). */
export type TableRow = { row: number; cells: string[] }

/** A column as mappings name it: `name` is unique in the file, `title` is the question's words where the file has them. */
export type Heading = { name: string; title: string }

/** The first part of a table: what a wizard shows and a proposal is made from. */
export type TableHead = {
  file: string
  format: 'csv' | 'xlsx'
  /** Every visible sheet of a workbook; empty for CSV. */
  sheets: string[]
  sheet: string | null
  /** As found in the file, or as asked for. Null where the format has none. */
  delimiter: Delimiter | null
  encoding: Encoding | null
  /** The raw heading rows, each as wide as the table. */
  headerRows: string[][]
  headings: Heading[]
  /** The first rows below the headings, at most SAMPLE_ROWS. */
  sample: TableRow[]
  /** True when the sample is the whole file. */
  sampleIsAll: boolean
}

/** A piece of a table on its way in. `done` and `total` are bytes read, for a progress bar. */
export type RowBatch = { rows: TableRow[]; problems: ImportProblem[]; done: number; total: number }

export const DELIMITERS = [',', ';', '\t'] as const
export type Delimiter = (typeof DELIMITERS)[number]

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** Enough to know most options of a question, little enough to show at once. */
export const SAMPLE_ROWS = 500

/** Spreadsheet letters of a column, 0 -> A, 26 -> AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26))
}
