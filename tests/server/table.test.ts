// A table as a file: cells that a spreadsheet could take for a formula stay words, in either form.
import { expect, test } from 'vitest'
import { readXlsxRows } from '../support/xlsx-rows.ts'
import { workbench } from '../support/workbench.ts'

const SHEETS = [
  { name: 'Tabel', headings: ['Code', '=1+1'], rows: [['=cmd|calc', 12.5], ['Klik', null]] },
  { name: 'Toetsen', headings: ['Code'], rows: [['+31 6']] }
]

test('CSV: all sheets below each other, decimal comma, formulas made harmless', async () => {
  const { bytes } = await workbench().call(null, 'table.write', { form: 'csv', sheets: SHEETS })
  expect(Buffer.from(bytes, 'base64').toString('utf8')).toBe("\uFEFFCode;'=1+1\r\n'=cmd|calc;12,5\r\nKlik;\r\n\r\nCode\r\n'+31 6\r\n")
})

test('a workbook: numbers are numbers, words are words', async () => {
  const { bytes } = await workbench().call(null, 'table.write', { form: 'xlsx', sheets: SHEETS })
  expect(readXlsxRows(Buffer.from(bytes, 'base64'))).toEqual({ Tabel: [['Code', '=1+1'], ['=cmd|calc', 12.5], ['Klik']], Toetsen: [['Code'], ['+31 6']] })
})
