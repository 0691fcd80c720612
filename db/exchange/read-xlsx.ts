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
  if (!framed.ok) return { ok: false, problems: [problem(framed.key, { file, row: framed.row })] }
  const { headerRows, headings, width, after } = framed.frame
  const facts = { file, width, after, names: headings.map((heading) => heading.name), merges }
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

type SheetFacts = { file: string; width: number; after: number; names: string[]; merges: Merge[] }

async function* batchesOf(zip: Zip, part: string, workbook: Workbook, facts: SheetFacts): AsyncGenerator<RowBatch> {
  const total = zip.entries.get(part)!.size
  let batch: RowBatch = { rows: [], problems: [], done: 0, total }
  const told = (merge: Merge) => batch.problems.push(problem('cells_merged', { file: facts.file, row: merge.top, column: facts.names[merge.left] ?? null }, { range: merge.range }, 'warning'))
  const fillDown = createFillDown(facts.merges.filter((merge) => merge.top > facts.after), told)
  try {
    for await (const piece of sheetRows(zip, part, workbook)) {
      batch.done = piece.done
      for (const note of piece.notes) if (note.row > facts.after) batch.problems.push(noteProblem(note, facts))
      for (const { row, cells } of piece.rows) {
        if (row <= facts.after) continue
        fillDown(row, cells)
        if (isBlankRow(cells)) continue
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
  yield { ...batch, done: total }
}

function noteProblem({ row, column, key, value }: CellNote, { file, names }: SheetFacts): ImportProblem {
  return problem(key, { file, row, column: names[column] ?? columnLetters(column) }, key === 'cell_error' ? { value } : {}, key === 'formula_without_value' ? 'error' : 'warning')
}

type Sheet = Workbook['sheets'][number]

/** The asked sheet, else the first one with two filled rows, else the first with any. */
async function chooseSheet(zip: Zip, workbook: Workbook, visible: Sheet[], asked: string | null): Promise<{ sheet: Sheet; first: FirstRow[] } | null> {
  let fallback: { sheet: Sheet; first: FirstRow[] } | null = null
  for (const sheet of asked === null ? visible : visible.filter((one) => one.name === asked)) {
    const first = await firstRows(zip, sheet.part, workbook)
    const filled = first.filter((row) => !isBlankRow(row.cells)).length
    if (filled > 1) return { sheet, first }
    if (filled > 0) fallback ??= { sheet, first }
  }
  return fallback
}

async function firstRows(zip: Zip, part: string, workbook: Workbook): Promise<FirstRow[]> {
  const rows: FirstRow[] = []
  for await (const piece of sheetRows(zip, part, workbook)) {
    rows.push(...piece.rows)
    if (rows.length > SAMPLE_ROWS) break
  }
  return rows
}

function otherKind(zip: Zip): 'is_word' | 'is_open_document' | 'is_other' | 'is_zip' | null {
  const has = (name: RegExp) => [...zip.entries.keys()].some((entry) => name.test(entry))
  if (has(/(^|\/)workbook\.xml$/)) return null
  if (has(/^word\//)) return 'is_word'
  if (has(/^mimetype$/) && has(/^content\.xml$/)) return 'is_open_document'
  return has(/^xl\/|^ppt\//) ? 'is_other' : 'is_zip'
}
