// Tables out as a workbook: several sheets, real numbers, bold frozen headings, and strings that stay strings.
import { strToU8, Zip, ZipDeflate } from 'fflate'
import { columnLetters } from '../../shared/importing/table.ts'
import { allowedInXml, escapedMarkup } from '../../shared/text/markup.ts'
import { isFormulaLike } from './write-csv.ts'

export type XlsxCell = string | number | boolean | null
export type XlsxSheet = {
  /** Cleaned and cut to what Excel allows; made unique. */
  name: string
  /** Shown bold and kept in sight. Empty: no heading row. */
  headings: string[]
  rows: Iterable<XlsxCell[]>
  /** Characters; columns without one are measured from the first rows. */
  widths?: number[]
}
export type WrittenXlsx = { bytes: Uint8Array; /** Cells longer than Excel holds, cut with "…". */ cut: { sheet: string; row: number; column: number }[] }

const LONGEST_CELL = 32_767
const MEASURED_ROWS = 200
const WIDEST = 60
/** Style numbers in STYLES below. */
const STYLE = { plain: 0, heading: 1, quoted: 2 }

export function writeXlsx(sheets: XlsxSheet[]): WrittenXlsx {
  const names = sheetNames(sheets.map((sheet) => sheet.name))
  const cut: WrittenXlsx['cut'] = []
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  const add = (name: string, parts: Iterable<string>) => {
    const file = new ZipDeflate(name, { level: 6 })
    // A fixed moment: the same table makes the same bytes, and no clock leaks into an export.
    file.mtime = new Date(1980, 0, 2)
    zip.add(file)
    for (const part of parts) file.push(strToU8(part))
    file.push(new Uint8Array(), true)
  }
  add('[Content_Types].xml', [contentTypes(names.length)])
  add('_rels/.rels', [`${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`])
  add('xl/workbook.xml', [workbookXml(names)])
  add('xl/_rels/workbook.xml.rels', [relationsXml(names.length)])
  add('xl/styles.xml', [STYLES])
  sheets.forEach((sheet, i) => add(`xl/worksheets/sheet${i + 1}.xml`, sheetParts(sheet, (row, column) => cut.push({ sheet: names[i]!, row, column }))))
  zip.end()
  return { bytes: Buffer.concat(chunks), cut }
}

function* sheetParts(sheet: XlsxSheet, onCut: (row: number, column: number) => void): Generator<string> {
  const first: XlsxCell[][] = []
  const rest = sheet.rows[Symbol.iterator]()
  for (let next = rest.next(); !next.done; next = rest.next()) {
    first.push(next.value)
    if (first.length >= MEASURED_ROWS) break
  }
  const frozen = sheet.headings.length > 0
  const pane = frozen ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>' : ''
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>${columnsXml(sheet, first)}<sheetData>`
  let row = 0
  if (frozen) yield rowXml(sheet.headings, ++row, STYLE.heading, onCut)
  for (const cells of first) yield rowXml(cells, ++row, STYLE.plain, onCut)
  for (let next = rest.next(); !next.done; next = rest.next()) yield rowXml(next.value, ++row, STYLE.plain, onCut)
  yield '</sheetData></worksheet>'
}

function rowXml(cells: XlsxCell[], row: number, style: number, onCut: (row: number, column: number) => void): string {
  return `<row r="${row}">${cells.map((cell, column) => cellXml(cell, `${columnLetters(column)}${row}`, style, () => onCut(row, column))).join('')}</row>`
}

/** Strings are inline strings, never formulas; those that look like one carry the mark that keeps them text when edited. */
function cellXml(cell: XlsxCell, at: string, style: number, onCut: () => void): string {
  if (cell === null || cell === '') return ''
  const s = style === STYLE.plain ? '' : ` s="${style}"`
  if (typeof cell === 'number') return Number.isFinite(cell) ? `<c r="${at}"${s}><v>${cell}</v></c>` : ''
  if (typeof cell === 'boolean') return `<c r="${at}"${s} t="b"><v>${cell ? 1 : 0}</v></c>`
  if (cell.length > LONGEST_CELL) onCut()
  const text = cell.length > LONGEST_CELL ? cell.slice(0, LONGEST_CELL - 1).replace(/[\ud800-\udbff]$/, '') + '…' : cell
  const quoted = style === STYLE.plain && isFormulaLike(text) ? ` s="${STYLE.quoted}"` : s
  return `<c r="${at}"${quoted} t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`
}

function columnsXml(sheet: XlsxSheet, first: XlsxCell[][]): string {
  const count = Math.max(sheet.headings.length, ...first.map((row) => row.length))
  if (count === 0) return ''
  const measured = (column: number) => Math.max(8, ...[sheet.headings, ...first].map((row) => longestLine(row[column])))
  const cols = Array.from({ length: count }, (_, i) => `<col min="${i + 1}" max="${i + 1}" width="${Math.min(WIDEST, (sheet.widths?.[i] ?? measured(i)) + 2)}" customWidth="1"/>`)
  return `<cols>${cols.join('')}</cols>`
}

function longestLine(cell: XlsxCell | undefined): number {
  return cell == null ? 0 : Math.max(...String(cell).slice(0, 2000).split('\n').map((line) => line.length))
}

/** Excel: at most 31 characters, none of []:*?/\, no quote at the ends, no two alike whatever their case. */
function sheetNames(wanted: string[]): string[] {
  const taken = new Set<string>()
  return wanted.map((name) => {
    const clean = name.replace(/[[\]:*?/\\\p{Cc}]/gu, ' ').replace(/\s+/gu, ' ').replace(/^'+|'+$/g, '').trim() || 'Blad'
    let candidate = clean.slice(0, 31).trim()
    for (let n = 2; taken.has(candidate.toLowerCase()); n++) candidate = `${clean.slice(0, 27).trim()} (${n})`
    taken.add(candidate.toLowerCase())
    return candidate
  })
}

/** XML text as Excel reads it back: carriage returns and what looks like an escape are escaped, what XML forbids goes. */
function cellText(text: string): string {
  return escapedMarkup(allowedInXml(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(/\r/g, '_x000D_')))
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>`
  + '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEFEBE4"/></patternFill></fill></fills>'
  + '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3">'
  + '<xf xfId="0"><alignment vertical="top" wrapText="1"/></xf><xf xfId="0" fontId="1" fillId="2" applyFont="1" applyFill="1"><alignment vertical="top" wrapText="1"/></xf>'
  + '<xf xfId="0" quotePrefix="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>'

function contentTypes(sheets: number): string {
  const parts = Array.from({ length: sheets }, (_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${TYPES}.worksheet+xml"/>`)
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`
    + `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${parts.join('')}</Types>`
}

function workbookXml(names: string[]): string {
  const sheets = names.map((name, i) => `<sheet name="${escapedMarkup(allowedInXml(name))}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheets>${sheets.join('')}</sheets></workbook>`
}

function relationsXml(sheets: number): string {
  const targets = [...Array.from({ length: sheets }, (_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const), ['styles', 'styles.xml'] as const]
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${targets.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/relationships/${type}" Target="${target}"/>`).join('')}</Relationships>`
}
