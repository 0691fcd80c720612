// CSV files: encoding and delimiter found or as asked, heading rows found, rows in batches, crooked rows reported.
import type { ImportProblem } from '../../shared/importing/staged.ts'
import type { Delimiter, Encoding, RowBatch, TableRow } from '../../shared/importing/table.ts'
import type { ProblemKey } from '../../shared/importing/problem-sentences.ts'
import type { FileLook } from './file-kind.ts'
import type { TableOpened, TableSettings } from './table-types.ts'
import type { CsvRecord } from './csv-parser.ts'
import { columnLetters, DELIMITERS, SAMPLE_ROWS } from '../../shared/importing/table.ts'
import { problem } from '../../shared/importing/messages.ts'
import { createCsvParser } from './csv-parser.ts'
import { createRowCheck } from './crooked-rows.ts'
import { frameOf, isBlankRow } from './table-frame.ts'
import { findEncoding, textPieces } from './text-encoding.ts'

/** A spreadsheet holds 16,384 columns; a questionnaire with more than 4,000 is a wrong delimiter. */
const MOST_COLUMNS = 4000
/** No told story is a million characters: a quote was left open. */
const LONGEST_CELL = 1_000_000
const BATCH_ROWS = 250
const ENCODING_NAMES: Record<Encoding, string> = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16', 'windows-1252': 'Windows-1252' }

/** How a CSV file is to be cut. `skip`: lines in front that are no records ("sep=;"). */
type Dialect = { path: string; encoding: Encoding; delimiter: Delimiter; comment: string | null; skip: number }
type Piece = { records: CsvRecord[]; done: number; stop: { key: ProblemKey; row: number; cell: number } | null }

export async function openCsv(path: string, file: string, look: FileLook, settings: TableSettings): Promise<TableOpened> {
  const refuse = (key: ProblemKey, values = {}, at: { row?: number; column?: string } = {}): TableOpened =>
    ({ ok: false, problems: [problem(key, { file, ...at }, values)] })

  const found = await findEncoding(path, look.head, settings.encoding ?? null)
  if (!found.ok && found.why === 'wrong') {
    return refuse('encoding_wrong', { found: ENCODING_NAMES[found.found], chosen: ENCODING_NAMES[settings.encoding ?? 'utf-8'] })
  }
  const encoding = found.ok ? found.encoding : found.as
  const dialect = await dialectOf(path, encoding, settings.delimiter ?? null)
  if (!found.ok) {
    const place = await placeOf(dialect, found.at)
    return refuse(found.why === 'nul' ? 'nul_bytes' : 'encoding_undecodable', { encoding: ENCODING_NAMES[encoding] }, place)
  }

  const first = await firstRecords(dialect)
  if (first.stop) return refuse(first.stop.key, { limit: MOST_COLUMNS }, { row: first.stop.row, column: columnName(first.records[0]?.cells, first.stop.cell) })
  const framed = frameOf(first.records, settings.headerRows ?? null)
  if (!framed.ok) return refuse(framed.key, {}, { row: framed.row ?? undefined })
  const { headerRows, headings, width, after } = framed.frame
  const names = headings.map((heading) => heading.name)
  const rows = () => batchesOf(dialect, { file, width, names, after, total: look.size })
  const sample: TableRow[] = []
  for await (const batch of rows()) {
    sample.push(...batch.rows)
    if (sample.length >= SAMPLE_ROWS) break
  }
  const table = {
    file, format: 'csv' as const, sheets: [], sheet: null, delimiter: dialect.delimiter, encoding, headerRows, headings,
    sample: sample.slice(0, SAMPLE_ROWS), sampleIsAll: first.all && sample.length <= SAMPLE_ROWS, batches: rows
  }
  return { ok: true, table }
}

type TableFacts = { file: string; width: number; names: string[]; after: number; total: number }

async function* batchesOf(dialect: Dialect, facts: TableFacts): AsyncGenerator<RowBatch> {
  const check = createRowCheck(facts.file, facts.width, facts.names, dialect.delimiter)
  let batch: RowBatch = { rows: [], problems: [], done: 0, total: facts.total }
  for await (const piece of pieces(dialect)) {
    batch.done = piece.done
    for (const record of piece.records) {
      if (record.row <= facts.after || isBlankRow(record.cells)) continue
      const row = check.row(record, batch.problems)
      if (row) batch.rows.push(row)
      if (batch.rows.length >= BATCH_ROWS) {
        yield batch
        batch = { rows: [], problems: [], done: piece.done, total: facts.total }
      }
    }
    if (piece.stop) batch.problems.push(stopProblem(piece.stop, facts))
  }
  check.end(batch.problems)
  yield { ...batch, done: facts.total }
}

function stopProblem(stop: { key: ProblemKey; row: number; cell: number }, facts: TableFacts): ImportProblem {
  return problem(stop.key, { file: facts.file, row: stop.row, column: facts.names[stop.cell] ?? columnLetters(stop.cell) }, { limit: MOST_COLUMNS })
}

/** The records of the file; the last piece says why reading stopped early, if it did. */
async function* pieces(dialect: Dialect, until = Infinity): AsyncGenerator<Piece> {
  const parser = createCsvParser(dialect.delimiter, dialect.comment)
  let done = 0
  for await (const piece of textPieces(dialect.path, dialect.encoding, until)) {
    done = piece.done
    const records = parser.push(piece.text)
    const { row, cell, quoteOpen, cellLength } = parser.place()
    const stop = quoteOpen && cellLength > LONGEST_CELL ? 'quote_open' as const : cell > MOST_COLUMNS ? 'too_many_columns' as const : null
    yield { records: records.filter((record) => record.row > dialect.skip), done, stop: stop && { key: stop, row, cell } }
    if (stop) return
  }
  const { row, cell, quoteOpen } = parser.place()
  // The rest of the file hangs in an open quote: it is no row.
  if (quoteOpen) yield { records: [], done, stop: { key: 'quote_open', row, cell } }
  else yield { records: parser.end().filter((record) => record.row > dialect.skip), done, stop: null }
}

async function firstRecords(dialect: Dialect): Promise<{ records: CsvRecord[]; all: boolean; stop: Piece['stop'] }> {
  const records: CsvRecord[] = []
  for await (const piece of pieces(dialect)) {
    records.push(...piece.records)
    if (piece.stop) return { records, all: false, stop: piece.stop }
    if (records.length > SAMPLE_ROWS + 3) return { records, all: false, stop: null }
  }
  return { records, all: true, stop: null }
}

/** The place of a byte: its record, and its column by heading. */
async function placeOf(dialect: Dialect, at: number): Promise<{ row: number; column: string }> {
  const parser = createCsvParser(dialect.delimiter, dialect.comment)
  let names: string[] | undefined
  for await (const piece of textPieces(dialect.path, dialect.encoding, at)) names ??= parser.push(piece.text)[0]?.cells
  const { row, cell } = parser.place()
  return { row, column: columnName(names, cell) }
}

/** Before the headings are known for sure: the first row's words, else the spreadsheet letter. */
function columnName(firstCells: string[] | undefined, cell: number): string {
  return firstCells?.[cell]?.trim() || columnLetters(cell)
}

async function dialectOf(path: string, encoding: Encoding, chosen: Delimiter | null): Promise<Dialect> {
  let start = ''
  for await (const piece of textPieces(path, encoding)) {
    start += piece.text
    if (start.length > 200_000) break
  }
  const hint = /^sep=(.)\r?\n/i.exec(start)
  const hinted = DELIMITERS.find((delimiter) => delimiter === hint?.[1]) ?? null
  const body = hint ? start.slice(hint[0].length) : start
  const remarks = /^\s*;/.test(body)
  const candidates = remarks && chosen !== ';' && semicolonsAreRemarks(body) ? DELIMITERS.filter((delimiter) => delimiter !== ';') : [...DELIMITERS]
  const delimiter = chosen ?? hinted ?? bestDelimiter(body, candidates)
  return { path, encoding, delimiter, comment: delimiter !== ';' && remarks ? ';' : null, skip: hint ? 1 : 0 }
}

/** NarraFirma: the lines in front that begin with ";" hold words, no cells. */
function semicolonsAreRemarks(text: string): boolean {
  const remarks = text.split(/\r\n?|\n/).filter((line) => line.startsWith(';'))
  return remarks.every((line) => !line.slice(1).includes(';'))
}

/** The delimiter that cuts most rows to the same width as the first; the wider table wins when both do. */
function bestDelimiter(text: string, candidates: readonly Delimiter[]): Delimiter {
  const scored = candidates.map((delimiter) => {
    const records = createCsvParser(delimiter).push(text + '\n').filter((record) => !isBlankRow(record.cells)).slice(0, 100)
    const width = records[0]?.cells.length ?? 1
    const even = records.filter((record) => record.cells.length === width).length / Math.max(1, records.length)
    return { delimiter, score: width < 2 ? 0 : even * Math.log2(width + 1) }
  })
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).delimiter
}
