// CSV files in every dress: encodings, marks, delimiters, remarks, heading rows, crooked rows, pieces; and CSV out.
import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import Papa from 'papaparse'
import { openTable } from '../../../db/exchange/open-table.ts'
import type { TableOpened } from '../../../db/exchange/table-types.ts'
import { csvText } from '../../../db/exchange/write-csv.ts'
import type { RowBatch } from '../../../shared/importing/table.ts'
import { problemSentence } from '../../../shared/importing/messages.ts'
import { scratchFolder, windows1252 } from '../../fixtures/imports/scratch-folder.ts'

const write = scratchFolder()
let files = 0

function utf16(text: string, big: boolean, mark: boolean): Uint8Array {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le')
  return big ? bytes.swap16() : bytes
}

async function read(opened: TableOpened): Promise<{ rows: RowBatch['rows']; sentences: string[] }> {
  if (!opened.ok) return { rows: [], sentences: opened.problems.map((found) => problemSentence(found)) }
  const batches: RowBatch[] = []
  for await (const batch of opened.table.batches()) batches.push(batch)
  const last = batches.at(-1)!
  expect(last.done).toBe(last.total)
  return { rows: batches.flatMap((batch) => batch.rows), sentences: batches.flatMap((batch) => batch.problems).map((found) => problemSentence(found)) }
}

const open = (bytes: string | Uint8Array, settings = {}) => openTable(write(`t${++files}.csv`, bytes), settings, 't.csv')
const text = 'id;verhaal\r\n1;"Eén café – ‘zo’ € 5,\r\nen ""meer"""\r\n2;naïef\r\n'
const rows = [{ row: 2, cells: ['1', 'Eén café – ‘zo’ € 5,\r\nen "meer"'] }, { row: 3, cells: ['2', 'naïef'] }]

describe('encodings', () => {
  test.each<[string, string, Uint8Array]>([
    ['UTF-8', 'utf-8', Buffer.from(text)], ['UTF-8 with a mark', 'utf-8', Buffer.from('\ufeff' + text)], ['Windows-1252', 'windows-1252', windows1252(text)],
    ['UTF-16 LE with a mark', 'utf-16le', utf16(text, false, true)], ['UTF-16 LE without', 'utf-16le', utf16(text, false, false)], ['UTF-16 BE with a mark', 'utf-16be', utf16(text, true, true)], ['UTF-16 BE without', 'utf-16be', utf16(text, true, false)]
  ])('%s', async (_, encoding, bytes) => {
    const opened = await open(bytes)
    expect(opened.ok && [opened.table.encoding, opened.table.delimiter, opened.table.headings[0]!.name]).toEqual([encoding, ';', 'id'])
    expect(await read(opened)).toEqual({ rows, sentences: [] })
  })

  test('any text comes back from any encoding, whatever falls on the border of a piece', async () => {
    const letter = fc.constantFrom('a', 'é', '€', '’', 'ß', ' ', '"', ';', '\n')
    await fc.assert(fc.asyncProperty(fc.array(fc.string({ unit: letter, maxLength: 30 }), { minLength: 2, maxLength: 5 }), fc.integer({ min: 0, max: 6 }), async (cells, shift) => {
      // Pieces of 256 kB: the filler puts the cells across the first border.
      const filler = `"${'x'.repeat(262_144 - 20 - shift)}"`
      const file = `id;verhaal\nvul;${filler}\n${cells.map((cell, i) => `r${i};"${cell.replaceAll('"', '""')}"`).join('\n')}\n`
      const expected = cells.map((cell, i) => ({ row: i + 3, cells: [`r${i}`, cell] }))
      for (const bytes of [Buffer.from('\ufeff' + file), windows1252(file), utf16(file, false, true), utf16(file, true, true)]) {
        expect((await read(await open(bytes))).rows.slice(1)).toEqual(expected)
      }
    }), { seed: 20241122, numRuns: 15 })
  })

  test('a UTF-8 letter cut by the border of a piece is no broken letter', async () => {
    for (const shift of [0, 1, 2, 3]) {
      const file = `id;verhaal\n1;${'x'.repeat(262_144 - 15 + shift)}😀é\n2;b\n`
      const opened = await open(Buffer.from(file))
      expect(opened.ok && opened.table.encoding).toBe('utf-8')
      expect((await read(opened)).rows[0]!.cells[1]!.endsWith('x😀é')).toBe(true)
    }
  })

  test('letters lost earlier are told with their place', async () => {
    expect((await read(await open('id;verhaal\n1;caf\ufffd\n2;b\n'))).sentences).toEqual(['t.csv, rij 2, kolom “verhaal”: Hier staat het teken �: er is eerder een letter verloren gegaan. Controleer de tekst in de bron.'])
  })
})

describe('delimiters and rows', () => {
  test.each<[string, string, string]>([
    ['comma', ',', 'id,verhaal,score\n1,"een, twee",5\n2,b,6\n'], ['semicolon, with commas in numbers', ';', 'id;verhaal;score\n1;een, twee;5,5\n2;b;6,5\n'], ['tab', '\t', 'id\tverhaal\tscore\n1\teen, twee; drie\t5\n2\tb\t6\n'],
    ['semicolon, with commas in a long story', ';', 'id;verhaal\n1;"a, b, c, d, e, f"\n2;"g, h"\n'], ['as Excel says it', ',', 'sep=,\nid,verhaal\n1,a;b\n2,c;d\n']
  ])('%s', async (_, delimiter, file) => {
    const opened = await open(file)
    expect(opened.ok && opened.table.delimiter).toBe(delimiter)
  })

  test('remarks of NarraFirma and blank lines count as rows and are left out', async () => {
    const opened = await open('; uitvoer van 12 maart\nid,verhaal,score\n\n1,a,5\n; tussendoor, een "opmerking\n2,b,6\n')
    expect((await read(opened)).rows).toEqual([{ row: 4, cells: ['1', 'a', '5'] }, { row: 6, cells: ['2', 'b', '6'] }])
  })

  test('rows shorter by empty last cells, as Excel writes them, are filled and told', async () => {
    const { rows: read4, sentences } = await read(await open('id;verhaal;score;anders\n1;a;5;x\n2;b;6\n3;c;7\n4;d;8;y\n'))
    expect(read4.map((row) => row.cells)).toEqual([['1', 'a', '5', 'x'], ['2', 'b', '6', ''], ['3', 'c', '7', ''], ['4', 'd', '8', 'y']])
    expect(sentences).toEqual(['t.csv, rij 3: Deze rij heeft 3 cellen, de kopregel 4. De laatste cellen zijn als leeg gelezen.', 't.csv, rij 4: Deze rij heeft 3 cellen, de kopregel 4. De laatste cellen zijn als leeg gelezen.'])
  })

  test('a text broken over three lines is one broken row', async () => {
    expect((await read(await open('id;verhaal;a;b;c\n1;een\ntwee\ndrie;5;6;7\n2;heel;1;2;3\n'))).sentences).toEqual(['t.csv, rij 2: Deze rij loopt door in rij 4. Zet tekst met een regeleinde erin tussen aanhalingstekens.'])
  })

  test('a quote left open beyond the sample is told in the row where it opened', async () => {
    const many = Array.from({ length: 900 }, (_, i) => `${i};verhaal ${i};5`).join('\n')
    const { rows: before, sentences } = await read(await open(`id;verhaal;score\n${many}\n901;"nooit dicht;5\n902;b;6\n`))
    expect([before.length, sentences]).toEqual([900, ['t.csv, rij 902, kolom “verhaal”: Hier begint tekst met een aanhalingsteken dat nooit sluit. Zet aan het eind van de tekst een aanhalingsteken.']])
  })

  test('the number of heading rows and the delimiter can be said', async () => {
    const opened = await open('a|b;c\nd|e;f\n1|2;3\n', { headerRows: 2, delimiter: ';' })
    expect(opened.ok && [opened.table.headings.map((h) => h.name), opened.table.sample]).toEqual([['a|b', 'c'], [{ row: 3, cells: ['1|2', '3'] }]])
  })
})

describe('CSV out', () => {
  test('numbers in the mark of the language, blanks, quotes; what looks like a formula is made harmless', () => {
    const cells = ['=1+1', '+31', '-2', '@som', '\tx', '＝1', 'gewoon', "d'Artagnan", 'a;b', 'a,b', 'zei "ja"', ' rand ', 3.5, -2, null, true, Number.NaN]
    expect(csvText([['k'], cells])).toBe(`\ufeffk\r\n'=1+1;'+31;'-2;'@som;"'\tx";'＝1;gewoon;d'Artagnan;"a;b";"a,b";"zei ""ja""";" rand ";3,5;-2;;1;\r\n`)
    expect(csvText([[3.5, 'a']], { delimiter: ',', mark: false })).toBe('3.5,a\r\n')
  })

  test('[I9] any reader gets every cell back, and none begins like a formula', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '=', '+', '-', '@', '"', ';', ',', '\t', '\n', '\r', ' ', 'é', '😀'), maxLength: 8 })
    fc.assert(fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), fc.constantFrom(';' as const, ',' as const, '\t' as const), (table, delimiter) => {
      const back = Papa.parse<string[]>(csvText(table, { delimiter, mark: false }), { delimiter, newline: '\r\n' }).data.slice(0, -1)
      expect(back).toEqual(table.map((row) => row.map((value) => (/^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value))))
    }), { seed: 20241122, numRuns: 300 })
  })
})
