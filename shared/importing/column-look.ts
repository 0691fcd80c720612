// What the sample of a column looks like: lengths, numbers, dates, how many different values. Proposals are made from this.
import type { DateOrder } from './mapping.ts'
import type { TableHead } from './table.ts'
import { readDay, readNumber, readTick, sameWords } from './cell-values.ts'
import { isNaWord } from './likert-scales.ts'

export type ColumnLook = {
  name: string
  title: string
  index: number
  /** Cells with something in them, n.v.t. left out. */
  filled: string[]
  /** Different values, as first written, most frequent first; n.v.t. left out. */
  distinct: string[]
  meanLength: number
  /** Numbers of the cells when (nearly) every filled cell is one; missing codes such as -99 left out. Else null. */
  numbers: number[] | null
  date: DateOrder | null
  /** Every filled cell is a tick or its absence. */
  ticks: boolean
  /** n.v.t. stands in the column. */
  hasNa: boolean
}

/** Codes that stand for "no answer" in numeric columns. */
const MISSING_NUMBERS = new Set([-9, -99, -999, -77, -88])
const MISSING_WORDS = new Set(['na', '-', '.', '#n/a', '#n/b'])

/** `unsaid`: codes that this tool writes where nothing was answered; they are looked at as blank. */
export function lookAtColumns(head: Pick<TableHead, 'headings' | 'sample'>, unsaid: readonly string[] = []): ColumnLook[] {
  return head.headings.map((heading, index) => lookAtColumn(heading, index, head.sample.map((row) => row.cells[index] ?? '').filter((cell) => !unsaid.includes(cell.trim()))))
}

export function lookAtColumn(heading: { name: string; title: string }, index: number, cells: string[]): ColumnLook {
  const given = cells.filter((cell) => cell.trim() !== '')
  const filled = given.filter((cell) => !isNaWord(cell))
  const numbers = numbersOf(filled)
  return {
    ...heading, index, filled, distinct: distinctOf(filled),
    meanLength: filled.length === 0 ? 0 : filled.reduce((sum, cell) => sum + cell.length, 0) / filled.length,
    numbers,
    date: dateOf(filled),
    ticks: filled.length > 0 && filled.every((cell) => readTick(cell, [], []) !== null),
    hasNa: given.length > filled.length
  }
}

/** Words in a column of numbers that mean "left blank": R's NA, a dash, -99. For FileSettings.blank. */
export function missingWords(looks: ColumnLook[]): string[] {
  const found = looks.filter((look) => look.numbers !== null).flatMap((look) => look.filled.filter(isMissing).map((cell) => cell.trim()))
  return [...new Set(found)]
}

/** The decimal mark of the file, from cells that are surely numbers with one. */
export function decimalMark(looks: ColumnLook[]): '.' | ',' | 'either' {
  const cells = looks.filter((look) => look.numbers !== null).flatMap((look) => look.filled)
  const comma = cells.filter((cell) => /^\s*-?\d+,\d+%?\s*$/.test(cell)).length
  const point = cells.filter((cell) => /^\s*-?\d+\.\d+%?\s*$/.test(cell)).length
  return comma > 0 && point === 0 ? ',' : point > 0 && comma === 0 ? '.' : 'either'
}

function numbersOf(filled: string[]): number[] | null {
  const words = filled.filter((cell) => !isMissing(cell))
  if (words.length === 0) return null
  const read = words.map((cell) => readNumber(cell, 'either') ?? readNumber(cell, ','))
  const numbers = read.filter((value) => value !== null)
  // One typing error in twenty does not make a scale a text.
  return numbers.length >= words.length * 0.95 ? numbers : null
}

function isMissing(cell: string): boolean {
  const number = readNumber(cell, 'either')
  return number === null ? MISSING_WORDS.has(sameWords(cell)) : MISSING_NUMBERS.has(number)
}

function dateOf(filled: string[]): DateOrder | null {
  if (filled.length === 0) return null
  const most = (order: DateOrder) => filled.filter((cell) => readDay(cell, order) !== null).length >= filled.length * 0.95
  if (filled.every((cell) => /^(T_)?\d{12,13}$/.test(cell.trim()))) return 'epochMs'
  if (filled.every((cell) => /^1\d{9}$/.test(cell.trim()))) return 'epochS'
  if (most('y-m-d')) return 'y-m-d'
  if (most('d-m-y')) return 'd-m-y'
  return most('m-d-y') ? 'm-d-y' : null
}

function distinctOf(filled: string[]): string[] {
  const counts = new Map<string, { cell: string; count: number }>()
  for (const cell of filled) {
    const said = sameWords(cell)
    const known = counts.get(said)
    if (known) known.count += 1
    else counts.set(said, { cell: cell.replace(/\s+/gu, ' ').trim(), count: 1 })
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count).map(({ cell }) => cell)
}
