// A table of counts from elsewhere: classes as rows, columns with how many they are about; from a file, or pasted from a spreadsheet.
import { z } from 'zod'

export const CountsBody = z.strictObject({
  /** `base`: of how many (cases, persons) the column tells; null where it is that of the whole table. */
  columns: z.array(z.strictObject({ name: z.string().max(120), base: z.number().min(0).nullable() })).min(1).max(12),
  rows: z.array(z.strictObject({ name: z.string().max(200), values: z.array(z.number().nullable()).min(1).max(12) })).min(1).max(300)
})
export type CountsBody = z.infer<typeof CountsBody>

export type ColumnSum = {
  name: string
  /** What the cells add up to, and how many of them hold a number. */
  sum: number; filled: number
  base: number | null
  /** More was counted than there are cases: one case can stand in several rows, and the per cents add up to more than 100. */
  several: boolean
}

/** @param base of the whole table, for columns that have none of their own. */
export const sumColumns = ({ columns, rows }: CountsBody, base: number | null): ColumnSum[] => columns.map(({ name, base: own }, at) => {
  const values = rows.flatMap(({ values }) => values[at] ?? [])
  const [sum, of] = [values.reduce((total, value) => total + value, 0), own ?? base]
  return { name, sum, filled: values.length, base: of, several: of !== null && sum > of }
})

export type CountsRead = { ok: true; body: CountsBody } | { ok: false; row: number; reason: 'empty' | 'noNumbers' | 'notNumber' | 'tooLarge' }

/** Rows of cells: the first one holds the headings, the first column the classes. A row "n" or "totaal n" at the end is no class but the bases. */
export function readCounts(rows: readonly (readonly string[])[]): CountsRead {
  const filled = rows.filter((cells) => cells.some((cell) => cell.trim() !== ''))
  const [head, ...lines] = filled
  if (!head || lines.length === 0) return { ok: false, row: 1, reason: 'empty' }
  const names = head.slice(1).map((name) => name.trim())
  while (names.at(-1) === '') names.pop()
  if (names.length === 0) return { ok: false, row: 1, reason: 'noNumbers' }
  if (names.length > 12 || lines.length > 300) return { ok: false, row: 1, reason: 'tooLarge' }
  const read: { name: string; values: (number | null)[] }[] = []
  for (const [at, cells] of lines.entries()) {
    const values = names.map((_, column) => numberIn(cells[column + 1] ?? ''))
    if (values.some((value) => value === undefined)) return { ok: false, row: at + 2, reason: 'notNumber' }
    read.push({ name: (cells[0] ?? '').trim() || '–', values: values as (number | null)[] })
  }
  const last = read.at(-1)!
  const bases = read.length > 1 && /^(n|basis|base|aantal gevallen)$/i.test(last.name) ? read.pop()!.values : null
  return { ok: true, body: { columns: names.map((name, at) => ({ name: (name || '–').slice(0, 120), base: bases?.[at] ?? null })), rows: read.map(({ name, values }) => ({ name: name.slice(0, 200), values })) } }
}

/** Cells of what was pasted or typed: tabs, else semicolons, else commas between them. */
export function cellsOf(text: string): string[][] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/).filter((line) => line.trim() !== '')
  const between = lines.some((line) => line.includes('\t')) ? '\t' : lines.some((line) => line.includes(';')) ? ';' : ','
  return lines.map((line) => line.split(between).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1').replaceAll('""', '"')))
}

/** The same body as cells, which readCounts reads back. */
export const cellsFrom = ({ columns, rows }: CountsBody): string[][] => [
  ['', ...columns.map(({ name }) => name)], ...rows.map(({ name, values }) => [name, ...values.map((value) => (value === null ? '' : String(value).replace('.', ',')))]),
  ...(columns.some(({ base }) => base !== null) ? [['n', ...columns.map(({ base }) => (base === null ? '' : String(base).replace('.', ',')))]] : [])
]

/** null for an empty cell, undefined for what is no number. */
export function numberIn(cell: string): number | null | undefined {
  const words = cell.trim().replace('%', '')
  if (words === '' || words === '-' || words === '–') return null
  const value = Number(words.replace(/\s/g, '').replace(',', '.'))
  return Number.isFinite(value) ? value : undefined
}
