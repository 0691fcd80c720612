// A codebook as rows of a table: what leaves as CSV or XLSX, and what rows that come in mean for the codebook there is. A code is known
// by its path of names; a row changes only what its file has a column for.
import type { Code } from '../contract/code.ts'
import { sameName } from './names.ts'

/** `path`: names from the top down, at least one. Absent: the file says nothing of it. */
export type CodebookRow = { path: string[]; definition?: string; include?: string; exclude?: string; flag?: Code['flag']; retired?: boolean }
type Fields = Omit<CodebookRow, 'path'>
type Field = keyof Fields

/** Between the names of a path, as written and as read. */
const BETWEEN = ' > '
const SPLIT = / [>›] /
const MOST = 200

/** The headings under which we write, and others that we know when reading, folded. */
const HEADINGS: Record<'path' | Field, readonly string[]> = {
  path: ['code', 'pad', 'naam', 'path', 'name'], definition: ['omschrijving', 'definitie', 'betekenis', 'definition', 'description'],
  include: ['wel gebruiken als', 'wel', 'include', 'inclusion', 'use when', 'use it when'], exclude: ['niet gebruiken als', 'niet', 'exclude', 'exclusion', 'do not use when'],
  flag: ['letterlijk of onderliggend', 'literal or underlying', 'flag'], retired: ['niet meer in gebruik', 'no longer used', 'retired']
}
const FLAGS: Record<string, Code['flag']> = { '': '', letterlijk: 'semantic', literal: 'semantic', semantic: 'semantic', onderliggend: 'latent', underlying: 'latent', latent: 'latent' }
const YES = new Set(['ja', 'yes', 'x', '1', 'true', 'waar'])
const NO = new Set(['', 'nee', 'no', '0', 'false', 'onwaar'])

const folded = (words: string): string => words.trim().replace(/\s+/g, ' ').toLowerCase()

export type RowProblem = { row: number; is: 'no_name' | 'too_long' | 'twice' | 'flag' | 'retired' }
export type ReadRows = { rows: CodebookRow[]; problems: RowProblem[]; /** Columns that mean nothing here. */ unknown: string[] }

/** Null when no column names the code. `row` of a problem: as a spreadsheet counts. Rows with a problem are left out. */
export function readCodebookRows(headings: readonly string[], table: readonly { row: number; cells: readonly string[] }[]): ReadRows | null {
  const columns = headings.map((heading) => (Object.keys(HEADINGS) as ('path' | Field)[]).find((field) => HEADINGS[field].includes(folded(heading))) ?? null)
  if (!columns.includes('path')) return null
  const problems: RowProblem[] = []
  const rows: CodebookRow[] = []
  for (const { row, cells } of table) {
    if (cells.every((cell) => cell.trim() === '')) continue
    const cell = (field: 'path' | Field): string | undefined => (columns.includes(field) ? (cells[columns.indexOf(field)] ?? '') : undefined)
    const path = cell('path')!.split(SPLIT).map((name) => name.trim()).filter((name) => name !== '')
    const [flag, retired] = [cell('flag'), cell('retired')]
    const problem = path.length === 0 ? 'no_name' : path.some((name) => name.length > MOST) ? 'too_long' : rows.some((other) => samePath(other.path, path)) ? 'twice'
      : flag !== undefined && !(folded(flag) in FLAGS) ? 'flag' : retired !== undefined && !YES.has(folded(retired)) && !NO.has(folded(retired)) ? 'retired' : null
    if (problem) problems.push({ row, is: problem })
    else rows.push({
      path, ...words('definition', cell('definition')), ...words('include', cell('include')), ...words('exclude', cell('exclude')),
      ...(flag === undefined ? {} : { flag: FLAGS[folded(flag)]! }), ...(retired === undefined ? {} : { retired: YES.has(folded(retired)) })
    })
  }
  return { rows, problems, unknown: headings.filter((heading, at) => columns[at] === null && heading.trim() !== '') }
}

const words = (field: 'definition' | 'include' | 'exclude', cell: string | undefined): Fields => (cell === undefined ? {} : { [field]: cell.trim() })

const samePath = (one: readonly string[], other: readonly string[]): boolean => one.length === other.length && one.every((name, at) => sameName(name, other[at]!))

/** What a row does. `code`: the one it is about; null: it is made (and those above it, where they are not there). */
export type PlannedRow = { path: string[]; code: Code | null; changes: Fields }

/** Rows in their order, those that change nothing too. A code that is out of use is found as well, after one that is in use. */
export function planRows(codes: readonly Code[], rows: readonly CodebookRow[]): PlannedRow[] {
  return rows.map(({ path, ...fields }) => {
    const code = findByPath(codes, path)
    const asks = Object.entries(fields).filter(([field, value]) => value !== (code ? code[field as Field] : field === 'retired' ? false : ''))
    return { path, code, changes: Object.fromEntries(asks) }
  })
}

/** The code at that path of names, letter case and accents aside; null when there is none. */
export function findByPath(codes: readonly Code[], path: readonly string[]): Code | null {
  let at: Code | null = null
  for (const name of path) {
    const above: Code | null = at
    const found: Code[] = codes.filter((code) => code.parent === (above?.id ?? null) && sameName(code.name, name))
    at = found.find(({ retired }) => !retired) ?? found[0] ?? null
    if (at === null) return null
  }
  return at
}

/** Cells of a codebook, codes in the order given, as readCodebookRows reads them again. `say`: the words for a flag and for yes. */
export function writeCodebookRows(codes: readonly Code[], say: { semantic: string; latent: string; yes: string }): string[][] {
  const byId = new Map(codes.map((code) => [code.id, code]))
  // A name that holds the sign between names would come back as two.
  const named = (code: Code): string => code.name.replace(SPLIT, '>')
  const pathOf = (code: Code): string[] => [...(code.parent !== null && byId.has(code.parent) ? pathOf(byId.get(code.parent)!) : []), named(code)]
  return codes.map((code) => [pathOf(code).join(BETWEEN), code.definition, code.include, code.exclude, code.flag === '' ? '' : say[code.flag], code.retired ? say.yes : ''])
}
