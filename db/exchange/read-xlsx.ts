// Workbooks (.xlsx): a sheet as a table. The sheet streams; only its shared texts are kept.
import type { ImportProblem } from '../../shared/importing/staged.ts'
import type { RowBatch, TableRow } from '../../shared/importing/table.ts'
import type { TableOpened, TableSettings } from './table-types.ts'
import type { FirstRow } from './table-frame.ts'
import type { Workbook } from './xlsx-parts.ts'
import type { CellNote } from './xlsx-sheet.ts'
import type { Zip } from './zip-reader.ts'
import type { Merge } from './merged-cells.ts'
import { columnLetters, SAMPLE_ROWS } from '../../shared/importing/table.ts'
import { problem } from '../../shared/importing/messages.ts'
import { FileRefused } from './file-refused.ts'
import { createFillDown, filledRight, mergesOf } from './merged-cells.ts'
import { frameOf, isBlankRow, padded } from './table-frame.ts'
import { readWorkbook } from './xlsx-parts.ts'
import { sheetRows } from './xlsx-sheet.ts'
import { openZip } from './zip-reader.ts'

const BATCH_ROWS = 500

export async function openXlsx(path: string, file: string, size: number, settings: TableSettings): Promise<TableOpened> {
  try {
    return await openSheet(path, file, size, settings)
  } catch (error) {
    if (error instanceof FileRefused) return { ok: false, problems: [problem(error.key, { file }, error.values)] }
    throw error
  }
}

async function openSheet(path: string, file: string, size: number, settings: TableSettings): Promise<TableOpened> {
  const zip = await openZip(path, size)
  const other = otherKind(zip)
  if (other) throw new FileRefused(other)
  const workbook = await readWorkbook(zip)
  const visible = workbook.sheets.filter((sheet) => sheet.visible)
  const names = visible.map((sheet) => sheet.name)
  if (settings.sheet != null && !names.includes(settings.sheet)) throw new FileRefused('sheet_absent', { sheet: settings.sheet, sheets: names.join(', ') })
  const chosen = await chooseSheet(zip, workbook, visible, settings.sheet ?? null)
  if (!chosen) throw new FileRefused('sheet_missing')

  const merges = await mergesOf(zip, chosen.sheet.part)
  const framed = frameOf(chosen.first, settings.headerRows ?? null, (row) => filledRight(row, merges))
  if (!framed.ok) return { ok: false, problems: [problem(framed.key === 'one_column' ? 'sheet_one_column' : framed.key, { file, row: framed.row }, { sheet: chosen.sheet.name })] }
  const { headerRows, headings, width, after } = framed.frame
  const facts = { file, width, after, names: headings.map((heading) => heading.name), merges, sheet: chosen.sheet.name, others: chosen.others }
  const batches = () => batchesOf(zip, chosen.sheet.part, workbook, facts)
  const sample: TableRow[] = []
  for await (const batch of batches()) {
    sample.push(...batch.rows)
    if (sample.length > SAMPLE_ROWS) break
  }
  const table = {
    file, format: 'xlsx' as const, sheets: names, sheet: chosen.sheet.name, delimiter: null, encoding: null, headerRows, headings,
    sample: sample.slice(0, SAMPLE_ROWS), sampleIsAll: sample.length <= SAMPLE_ROWS, batches
  }
  return { ok: true, table }
}

type SheetFacts = { file: string; width: number; after: number; names: string[]; merges: Merge[]; sheet: string; /** Sheets that hold a table too. */ others: string[] }

async function* batchesOf(zip: Zip, part: string, workbook: Workbook, facts: SheetFacts): AsyncGenerator<RowBatch> {
  const total = zip.entries.get(part)!.size
  const unread = problem('sheets_unread', { file: facts.file }, { sheet: facts.sheet, others: facts.others.join(', ') }, 'warning')
  let batch: RowBatch = { rows: [], problems: facts.others.length > 0 ? [unread] : [], done: 0, total }
  const hidden: number[] = []
  const told = (merge: Merge) => batch.problems.push(problem('cells_merged', { file: facts.file, row: merge.top, column: facts.names[merge.left] ?? null }, { range: merge.range }, 'warning'))
  const fillDown = createFillDown(facts.merges.filter((merge) => merge.top > facts.after), told)
  try {
    for await (const piece of sheetRows(zip, part, workbook)) {
      batch.done = piece.done
      for (const note of piece.notes) if (note.row > facts.after) batch.problems.push(noteProblem(note, facts))
      for (const { row, cells, isHidden } of piece.rows) {
        if (row <= facts.after) continue
        fillDown(row, cells)
        if (isBlankRow(cells)) continue
        if (isHidden) hidden.push(row)
        const beside = cells.findIndex((cell, i) => i >= facts.width && cell.trim() !== '')
        if (beside >= 0) batch.problems.push(problem('cell_beside', { file: facts.file, row, column: columnLetters(beside) }))
        batch.rows.push({ row, cells: padded(cells, facts.width) })
      }
      if (batch.rows.length < BATCH_ROWS) continue
      yield batch
      batch = { rows: [], problems: [], done: piece.done, total }
    }
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error
    batch.problems.push(problem(error.key, { file: facts.file }, error.values))
  }
  if (hidden.length > 0) batch.problems.push(problem('rows_hidden', { file: facts.file, row: hidden[0]! }, { count: hidden.length }, 'warning'))
  yield { ...batch, done: total }
}

function noteProblem({ row, column, key, value }: CellNote, { file, names }: SheetFacts): ImportProblem {
  return problem(key, { file, row, column: names[column] ?? columnLetters(column) }, key === 'cell_error' ? { value } : {}, key === 'formula_without_value' ? 'error' : 'warning')
}

type Sheet = Workbook['sheets'][number]

/** The asked sheet, else the first that is a table and no remarks in front of one, else the first with two filled rows, else with any. */
async function chooseSheet(zip: Zip, workbook: Workbook, visible: Sheet[], asked: string | null): Promise<{ sheet: Sheet; first: FirstRow[]; others: string[] } | null> {
  const looks = []
  for (const sheet of visible) {
    const first = await firstRows(zip, sheet.part, workbook)
    const widths = first.map(({ cells }) => cells.filter((cell) => cell.trim() !== '').length).filter((width) => width > 0)
    // Of a table the second widest row is as wide as its rows are.
    looks.push({ sheet, first, filled: widths.length, width: widths.toSorted((a, b) => b - a)[1] ?? 0 })
  }
  const widest = Math.max(0, ...looks.map(({ width }) => width))
  // A codebook or a list of contents is narrow beside the answers.
  const tables = looks.filter(({ width }) => width > 1 && width > widest / 2)
  const chosen = asked !== null ? looks.find(({ sheet }) => sheet.name === asked) : tables[0] ?? looks.find(({ filled }) => filled > 1) ?? looks.find(({ filled }) => filled > 0)
  if (!chosen || chosen.filled === 0) return null
  return { sheet: chosen.sheet, first: chosen.first, others: tables.filter((look) => look !== chosen).map(({ sheet }) => sheet.name) }
}

async function firstRows(zip: Zip, part: string, workbook: Workbook): Promise<FirstRow[]> {
  const rows: FirstRow[] = []
  for await (const piece of sheetRows(zip, part, workbook)) {
    rows.push(...piece.rows)
    if (rows.length > SAMPLE_ROWS) break
  }
  return rows
}

function otherKind(zip: Zip): 'is_word' | 'is_open_document' | 'is_binary_excel' | 'is_numbers' | 'is_other' | 'is_zip' | null {
  const has = (name: RegExp) => [...zip.entries.keys()].some((entry) => name.test(entry))
  if (has(/(^|\/)workbook\.xml$/)) return null
  if (has(/^word\//)) return 'is_word'
  if (has(/^mimetype$/) && has(/^content\.xml$/)) return 'is_open_document'
  if (has(/^xl\/workbook\.bin$/)) return 'is_binary_excel'
  if (has(/^Index(\.zip$|\/.*\.iwa$)/)) return 'is_numbers'
  return has(/^xl\/|^ppt\//) ? 'is_other' : 'is_zip'
}
