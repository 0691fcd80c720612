// CSV text to records: against an independent reader, in pieces of any size, with spreadsheet row numbers.
import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import Papa from 'papaparse'
import { createCsvParser } from '../../../db/exchange/csv-parser.ts'
import type { CsvRecord } from '../../../db/exchange/csv-parser.ts'

function parse(text: string, delimiter: string, pieceLength = 1_000_000, comment: string | null = null): CsvRecord[] {
  const parser = createCsvParser(delimiter, comment)
  const records: CsvRecord[] = []
  for (let i = 0; i < text.length; i += pieceLength) records.push(...parser.push(text.slice(i, i + pieceLength)))
  return [...records, ...parser.end()]
}

const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\t', '\n', '\r', ' ', '😀', '=', "'", '<naam>'), maxLength: 12 })
const delimiter = fc.constantFrom(',', ';', '\t')
const rowsOf = (width: number) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 })

describe('CSV records', () => {
  test('what any writer quotes comes back cell for cell, whatever the pieces', () => {
    fc.assert(fc.property(
      fc.integer({ min: 1, max: 5 }).chain(rowsOf), delimiter, fc.constantFrom('\n', '\r\n', '\r'), fc.integer({ min: 1, max: 40 }),
      (rows, mark, newline, pieceLength) => {
        const text = Papa.unparse(rows, { delimiter: mark, newline, quotes: true })
        expect(parse(text, mark, pieceLength).map((record) => record.cells)).toEqual(rows)
      }), { seed: 20241122, numRuns: 300 })
  })

  test('agrees with papaparse on files that quote only where needed', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 4 }).chain(rowsOf), delimiter, fc.integer({ min: 1, max: 30 }), (rows, mark, pieceLength) => {
      const text = Papa.unparse(rows, { delimiter: mark, newline: '\n' })
      const oracle = Papa.parse<string[]>(text, { delimiter: mark, newline: '\n' }).data
      expect(parse(text, mark, pieceLength).map((record) => record.cells)).toEqual(oracle)
    }), { seed: 20241122, numRuns: 300 })
  })

  test('rows count as a spreadsheet counts them: blank lines do, lines inside quotes do not', () => {
    expect(parse('a;b\r\n\r\n"een\r\nverhaal";2\r\nc;d', ';')).toEqual([
      { row: 1, cells: ['a', 'b'], stray: false },
      { row: 2, cells: [''], stray: false },
      { row: 3, cells: ['een\r\nverhaal', '2'], stray: false },
      { row: 4, cells: ['c', 'd'], stray: false }
    ])
  })

  test('remarks are counted and left out, quotes inside them mean nothing', () => {
    expect(parse('; Een "opmerking, open\na,b\n;nog een\nc,d\n', ',', 3, ';')).toEqual([
      { row: 2, cells: ['a', 'b'], stray: false },
      { row: 4, cells: ['c', 'd'], stray: false }
    ])
  })

  test('a stray quote is kept as written and marked', () => {
    expect(parse('"Hij zei "hallo" en ging";2', ';')).toEqual([{ row: 1, cells: ['Hij zei "hallo" en ging"', '2'], stray: true }])
    expect(parse('5" band;2', ';')).toEqual([{ row: 1, cells: ['5" band', '2'], stray: false }])
  })

  test('an open quote is seen with the row and cell it opened in', () => {
    const parser = createCsvParser(';')
    parser.push('a;b\n1;"nooit dicht\n2;x\n')
    expect(parser.place()).toEqual({ row: 2, cell: 1, quoteOpen: true, cellLength: 16 })
  })
})
