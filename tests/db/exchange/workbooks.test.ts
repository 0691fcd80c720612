// Workbooks in and out: ours read by ours and by another library, another library's read by ours, and every cell type.
import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import * as XLSX from '@e965/xlsx'
import { openTable } from '../../../db/exchange/open-table.ts'
import type { OpenTable } from '../../../db/exchange/table-types.ts'
import { writeXlsx } from '../../../db/exchange/write-xlsx.ts'
import { formatKind } from '../../../db/exchange/xlsx-parts.ts'
import { numberText } from '../../../db/exchange/xlsx-sheet.ts'
import { problemSentence } from '../../../shared/importing/messages.ts'
import type { RowBatch } from '../../../shared/importing/table.ts'
import { scratchFolder } from '../../fixtures/imports/scratch-folder.ts'
import { dutchRows } from '../../fixtures/imports/table-formats.ts'
import { stageFile } from '../../fixtures/imports/stage-file.ts'
import { TOLD } from '../../fixtures/imports/twelve-stories.ts'

const write = scratchFolder()
let files = 0

async function open(bytes: Uint8Array, settings = {}): Promise<OpenTable> {
  const opened = await openTable(write(`blad-${++files}.xlsx`, bytes), settings)
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
  return opened.table
}

async function all(table: OpenTable): Promise<RowBatch> {
  const whole: RowBatch = { rows: [], problems: [], done: 0, total: 0 }
  for await (const batch of table.batches()) {
    whole.rows.push(...batch.rows)
    whole.problems.push(...batch.problems)
    whole.done = batch.done
    whole.total = batch.total
  }
  return whole
}

function foreign(rows: unknown[][], change?: (sheet: XLSX.WorkSheet) => void, options: XLSX.WritingOptions = {}): Uint8Array {
  const sheet = XLSX.utils.aoa_to_sheet(rows, { cellDates: true, UTC: true })
  change?.(sheet)
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, sheet, 'Gezinnen')
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx', compression: true, ...options }) as ArrayBuffer)
}

describe('reading workbooks', () => {
  test('numbers, dates, booleans, texts with line ends and blanks come out as a table needs them, in spreadsheet rows', async () => {
    const table = await open(foreign([
      ['id', 'verhaal', 'score', 'dag', 'mag', 'leeg'],
      ['a', 'een\nverhaal <naam> 😀 & meer', 73.42, new Date(Date.UTC(2024, 2, 12)), true, ''],
      [],
      ['b', '=geen formule', 0.1 + 0.2, new Date(Date.UTC(1999, 11, 31)), false, 'n.v.t.']
    ]))
    expect(table.headings.map((heading) => heading.name)).toEqual(['id', 'verhaal', 'score', 'dag', 'mag', 'leeg'])
    const { rows, problems } = await all(table)
    expect(rows).toEqual([
      { row: 2, cells: ['a', 'een\nverhaal <naam> 😀 & meer', '73.42', '2024-03-12', 'TRUE', ''] },
      { row: 4, cells: ['b', '=geen formule', '0.3', '1999-12-31', 'FALSE', 'n.v.t.'] }
    ])
    expect(problems).toEqual([])
  })

  test('a formula gives its saved result and a warning; without one it is an error', async () => {
    const { rows, problems } = await all(await open(foreign([['id', 'verhaal', 'som'], ['a', 'tekst', 0], ['b', 'tekst', 0]], (sheet) => {
      sheet.C2 = { t: 'n', f: '1+1', v: 2 }
      sheet.C3 = { t: 'n', f: '1+2' }
    })))
    expect(rows.map((row) => row.cells[2])).toEqual(['2', ''])
    expect(problems.map(({ row, column, message, severity }) => ({ row, column, message, severity }))).toEqual([
      { row: 2, column: 'som', message: 'formula', severity: 'warning' },
      { row: 3, column: 'som', message: 'formula_without_value', severity: 'error' }
    ])
  })

  test('a heading over merged cells names its columns, merged rows keep their value', async () => {
    const table = await open(foreign([
      ['id', 'verhaal', 'Plan', '', 'groep'], ['', '', 'gezin', 'netwerk', ''], ['1', 'een verhaal', 60, 40, 'noord'], ['2', 'nog een', 30, 70, ''], ['3', 'derde', 50, 50, 'zuid']
    ], (sheet) => { sheet['!merges'] = [XLSX.utils.decode_range('C1:D1'), XLSX.utils.decode_range('E3:E4')] }))
    expect(table.headings.map((heading) => heading.name)).toEqual(['id', 'verhaal', 'Plan › gezin', 'Plan › netwerk', 'groep'])
    const { rows, problems } = await all(table)
    expect(rows.map((row) => row.cells[4])).toEqual(['noord', 'noord', 'zuid'])
    expect(problems.map(({ row, column, message, values }) => ({ row, column, message, values }))).toEqual([{ row: 3, column: 'groep', message: 'cells_merged', values: { range: 'E3:E4' } }])
  })

  test('the first visible sheet with rows, or the one asked for', async () => {
    const book = XLSX.utils.book_new()
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['geheim', 'x'], ['1', '2']]), 'Verborgen')
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([]), 'Leeg')
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['id', 'verhaal'], ['1', 'eerste']]), 'Een')
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['id', 'verhaal'], ['2', 'tweede']]), 'Twee')
    book.Workbook = { Sheets: [{ Hidden: 1 }, {}, {}, {}] }
    const bytes = new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
    const table = await open(bytes)
    expect({ sheets: table.sheets, sheet: table.sheet, rows: table.sample }).toEqual({ sheets: ['Leeg', 'Een', 'Twee'], sheet: 'Een', rows: [{ row: 2, cells: ['1', 'eerste'] }] })
    expect((await open(bytes, { sheet: 'Twee' })).sample).toEqual([{ row: 2, cells: ['2', 'tweede'] }])
  })

  test('remarks and a codebook stand before the table, lines above it, rows hidden in it: the table is read, and what is beside it told', async () => {
    const book = XLSX.utils.book_new()
    const put = (name: string, rows: unknown[][]) => XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), name)
    put('Toelichting', [['Over dit bestand'], ['Opgehaald in het voorjaar.'], ['Vragen? Bel ons.']])
    put('Codeboek', [['kolom', 'betekenis'], ['id', 'nummer'], ['verhaal', 'wat er is verteld']])
    put('Gezinnen', [[null, 'Verhalen van gezinnen'], [], [null, 'id', 'verhaal', 'Plan', null, 'wijk'], [null, null, null, 'gezin', 'netwerk', null], [null, '1', 'een verhaal', 60, 40, 'Oost'], [null, '2', 'nog een', 30, 70, 'West'], [null, '3', 'derde', 50, 50, 'Oost']])
    put('Medewerkers', [['id', 'verhaal', 'wijk'], ['1', 'van een medewerker', 'Oost'], ['2', 'van nog een', 'West']])
    const gezinnen = book.Sheets.Gezinnen!
    gezinnen['!merges'] = ['B1:F1', 'D3:E3', 'B3:B4', 'C3:C4', 'F3:F4'].map((range) => XLSX.utils.decode_range(range))
    gezinnen['!rows'] = [{}, {}, {}, {}, {}, { hidden: true }, { hidden: true }]
    const table = await open(new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer))
    expect([table.sheet, table.headings.map(({ name }) => name)]).toEqual(['Gezinnen', ['(kolom A)', 'id', 'verhaal', 'Plan › gezin', 'Plan › netwerk', 'wijk']])
    const { rows, problems } = await all(table)
    expect(rows.map(({ row, cells }) => [row, ...cells])).toEqual([[5, '', '1', 'een verhaal', '60', '40', 'Oost'], [6, '', '2', 'nog een', '30', '70', 'West'], [7, '', '3', 'derde', '50', '50', 'Oost']])
    expect(problems.map((found) => problemSentence(found).replace(/^blad-\d+\.xlsx/, ''))).toEqual([
      ': Alleen het werkblad “Gezinnen” wordt gelezen. Staan er ook verhalen op Medewerkers? Lees dat daarna apart in.',
      ', rij 6: Vanaf hier zijn in Excel rijen verborgen, 2 in totaal. Ze worden wel gelezen: haal ze weg als ze niet mee mogen doen.'
    ])
  })

  test('date numbers of both calendars, around the leap day that never was', () => {
    expect(['1', '59', '61', '45363', '45363.5'].map((raw) => numberText(raw, 'date', false))).toEqual(['1900-01-01', '1900-02-28', '1900-03-01', '2024-03-12', '2024-03-12T12:00:00'])
    expect(numberText('43901', 'date', true)).toBe('2024-03-12')
    expect(numberText('0.75', 'time', false)).toBe('18:00:00')
  })

  test('formats tell dates from numbers', () => {
    const codes = new Map([[164, 'dd-mm-yyyy'], [165, '0.00" dagen"'], [166, '[$-413]d mmmm yyyy;@'], [167, '[h]:mm'], [168, '#,##0.00\\ [$€-413]'], [169, '[Red]0.0']])
    expect([0, 9, 14, 22, 20, 164, 165, 166, 167, 168, 169].map((id) => formatKind(id, codes))).toEqual(['plain', 'plain', 'date', 'date', 'time', 'date', 'plain', 'date', 'time', 'plain', 'plain'])
  })

  test('the twelve stories as a Dutch workbook stage to the same stories as the CSV', async () => {
    const [headings, ...rows] = dutchRows()
    const bytes = writeXlsx([{ name: 'Gezinnen', headings: headings!, rows }]).bytes
    const { stories, end } = await stageFile(write('gezinnen.xlsx', bytes))
    const csv = await stageFile(write('gezinnen.csv', rows.length > 0 ? '\ufeff' + [headings!, ...rows].map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\r\n') : ''))
    expect(end.counts.error).toBe(0)
    expect(stories).toEqual(csv.stories)
    expect(stories.map((story) => story.text)).toEqual(TOLD.map((told) => told.text))
  })
})

describe('writing workbooks', () => {
  test('any table comes back cell for cell, by our reader and by another library', async () => {
    // What XML cannot hold is left out on purpose (the test below); carriage returns alone are told apart by no spreadsheet.
    const text = fc.string({ unit: fc.constantFrom('a', 'ë', '😀', '"', '<b>', '&', ' ', '\n', '=', '+', '-', '@', '\t', '_x000D_', '_', "'"), maxLength: 10 })
    const cell = fc.oneof(text, fc.integer({ min: -1000, max: 1000 }), fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((n) => Math.round(n * 1e4) / 1e4))
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }), async (body) => {
      const rows = body.map((row, i) => [`r${i}`, ...row])
      const { bytes } = writeXlsx([{ name: 'Tabel', headings: ['rij', 'a b', 'c d', 'e f'], rows }])
      const back = await all(await open(bytes, { headerRows: 1 }))
      expect(back.rows.map((row) => row.cells)).toEqual(rows.map((row) => row.map((value) => (Object.is(value, -0) ? '0' : String(value)))))
      const other = XLSX.read(bytes, { type: 'array' }).Sheets.Tabel!
      expect(Object.values(other).filter((value: unknown) => typeof value === 'object' && value !== null && 'f' in value)).toEqual([])
      expect(XLSX.utils.sheet_to_json<unknown[]>(other, { header: 1, defval: '', raw: true }).slice(1)).toEqual(rows.map((row) => row.map((value) => (Object.is(value, -0) ? 0 : value))))
    }), { seed: 20241122, numRuns: 60 })
  })

  test('[I9] no cell is a formula, those that look like one keep their mark, numbers are numbers, headings are frozen', () => {
    const sheet = XLSX.read(writeXlsx([{ name: 'A', headings: ['x'], rows: [['=1+1'], [3.5], ['+31 6'], [null], ['gewoon']] }]).bytes, { type: 'array', cellStyles: true }).Sheets.A!
    expect(['A2', 'A3', 'A4', 'A6'].map((at) => { const cell = sheet[at] as XLSX.CellObject; return { t: cell.t, v: cell.v, f: cell.f } })).toEqual([
      { t: 's', v: '=1+1', f: undefined }, { t: 'n', v: 3.5, f: undefined }, { t: 's', v: '+31 6', f: undefined }, { t: 's', v: 'gewoon', f: undefined }
    ])
  })

  test('letters XML forbids are left out, too long texts are cut and told', () => {
    const { bytes, cut } = writeXlsx([{ name: 'A', headings: [], rows: [['a\u0001b\ud800c'], ['x'.repeat(40_000)]] }])
    const sheet = XLSX.read(bytes, { type: 'array' }).Sheets.A!
    expect([(sheet.A1 as XLSX.CellObject).v, String((sheet.A2 as XLSX.CellObject).v).length, cut]).toEqual(['abc', 32_767, [{ sheet: 'A', row: 2, column: 0 }]])
  })

  test('sheet names as Excel allows them', () => {
    const { bytes } = writeXlsx(['a/b', 'A B', '', 'x'.repeat(50), "'quoted'"].map((name) => ({ name, headings: ['k'], rows: [] })))
    expect(XLSX.read(bytes, { type: 'array' }).SheetNames).toEqual(['a b', 'A B (2)', 'Blad', 'x'.repeat(31), 'quoted'])
  })
})
