// One sheet of a workbook, row by row, every cell as the plain text a table needs.
import type { Zip } from './zip-reader.ts'
import type { Workbook } from './xlsx-parts.ts'
import { FileRefused } from './file-refused.ts'
import { unescaped } from './xlsx-parts.ts'
import { createXmlReader } from './xml-events.ts'
import { unpacked } from './zip-reader.ts'

/** Something to tell about a cell; `column` counts from 0. */
export type CellNote = { row: number; column: number; key: 'formula' | 'formula_without_value' | 'cell_error' | 'cell_cut'; value: string }
/** `isHidden`: a person or a filter hid it in Excel. */
export type SheetRow = { row: number; cells: string[]; isHidden: boolean }
export type SheetPiece = { rows: SheetRow[]; notes: CellNote[]; done: number }

/** The most text one Excel cell holds. */
const LONGEST_CELL = 32_767
const LAST_COLUMN = 16_383

/** Rows as they come out of the part, `done` in unpacked bytes. Rows without a cell are left out. */
export async function* sheetRows(zip: Zip, part: string, workbook: Workbook): AsyncGenerator<SheetPiece> {
  let piece: SheetPiece = { rows: [], notes: [], done: 0 }
  const reader = createXmlReader(sheetEvents(workbook, (row) => piece.rows.push(row), (note) => piece.notes.push(note)))
  let done = 0
  for await (const chunk of unpacked(zip, zip.entries.get(part)!)) {
    reader.write(chunk)
    done += chunk.length
    if (piece.rows.length === 0) continue
    yield { ...piece, done }
    piece = { rows: [], notes: [], done }
  }
  reader.end()
  yield { ...piece, done }
}

function sheetEvents(workbook: Workbook, onRow: (row: SheetRow) => void, onNote: (note: CellNote) => void) {
  let row = 0
  let isHidden = false
  let cells: string[] = []
  let column = -1
  let [type, style] = ['n', 0]
  let [value, hasValue, hasFormula] = ['', false, false]
  let reading = false

  function open(name: string, attributes: Record<string, string>): void {
    if (name === 'row') {
      row = attributes.r ? Number(attributes.r) : row + 1
      isHidden = attributes.hidden === '1' || attributes.hidden === 'true'
      cells = []
      column = -1
    } else if (name === 'c') {
      column = attributes.r ? columnOf(attributes.r) : column + 1
      if (column > LAST_COLUMN) throw new FileRefused('xlsx_damaged')
      ;[type, style] = [attributes.t ?? 'n', Number(attributes.s ?? 0)]
      ;[value, hasValue, hasFormula] = ['', false, false]
    } else if (name === 'v') reading = hasValue = true
    else if (name === 't') reading = hasValue = type === 'inlineStr'
    else if (name === 'f') hasFormula = true
  }

  function close(name: string): void {
    if (name === 'v' || name === 't') reading = false
    else if (name === 'c') endCell()
    else if (name === 'row' && cells.length > 0) onRow({ row, cells, isHidden })
  }

  function endCell(): void {
    const note = (key: CellNote['key'], said = '') => onNote({ row, column, key, value: said })
    if (hasFormula) note(hasValue ? 'formula' : 'formula_without_value')
    if (type === 'e' && hasValue) note('cell_error', value)
    const text = type === 'e' ? '' : cellText(type, value, style, workbook)
    if (text.length === LONGEST_CELL) note('cell_cut')
    if (text === '') return
    while (cells.length < column) cells.push('')
    cells[column] = text
  }

  return { open, close, text: (text: string) => { if (reading) value += text } }
}

function cellText(type: string, value: string, style: number, workbook: Workbook): string {
  if (value === '') return ''
  switch (type) {
    case 's': {
      const text = workbook.shared[Number(value)]
      if (text === undefined) throw new FileRefused('xlsx_damaged')
      return text
    }
    case 'inlineStr': case 'str': return unescaped(value)
    case 'b': return value === '1' ? 'TRUE' : 'FALSE'
    case 'd': return value
    default: return numberText(value, workbook.styles[style] ?? 'plain', workbook.date1904)
  }
}

/** Numbers without the noise of binary fractions (15 digits, as Excel shows them); dates and times in ISO form. */
export function numberText(raw: string, kind: 'plain' | 'date' | 'time', date1904: boolean): string {
  // Nearly every cell: short and plain already.
  if (kind === 'plain' && raw.length <= 15 && /^-?\d+(\.\d*[1-9])?$/.test(raw)) return raw
  const value = Number(raw)
  if (Number.isNaN(value)) return raw
  if (kind === 'plain' || value < 0) return String(Number(value.toPrecision(15)))
  const seconds = Math.round((value % 1) * 86_400)
  const clock = new Date(seconds * 1000).toISOString().slice(11, 19)
  if (kind === 'time' && value < 1) return clock
  // Serial 1 is 1 January 1900; Excel also counts a 29 February 1900 that never was.
  const days = Math.floor(value) + (date1904 ? 1462 : 0)
  const date = new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * 86_400_000)
  if (Number.isNaN(date.getTime())) return raw
  return date.toISOString().slice(0, 10) + (seconds === 0 ? '' : `T${clock}`)
}

/** "AB12" -> 27 */
export function columnOf(reference: string): number {
  let column = 0
  for (let i = 0; i < reference.length; i++) {
    const unit = reference.charCodeAt(i) & ~32
    if (unit < 65 || unit > 90) break
    column = column * 26 + unit - 64
  }
  return column - 1
}
