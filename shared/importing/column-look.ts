// What the sample of a column looks like: lengths, numbers, dates, how many different values. Proposals are made from this.
import type { DateOrder } from './mapping.ts'
import type { TableHead } from './table.ts'
import { readDay, readNumber, readTick, sameWords } from './cell-values.ts'
import { createHeadingCheck } from './headings.ts'
import { isNaWord, isUnsaidWord, isUnsureWord } from './likert-scales.ts'

export type ColumnLook = {
  name: string
  title: string
  index: number
  /** Cells with an answer in them; n.v.t. and words for "no answer" left out. */
  filled: string[]
  /** The words for "no answer" that stand in it: a dash, "geen antwoord". */
  unsaid: string[]
  /** Different values, as first written, most frequent first; n.v.t. left out. */
  distinct: string[]
  meanLength: number
  /** Numbers of the cells when (nearly) every filled cell is one; missing codes such as -99 and "weet niet" left out. Else null. */
  numbers: number[] | null
  date: DateOrder | null
  /** Every filled cell is a tick or its absence. */
  ticks: boolean
  /** n.v.t. stands in the column. */
  hasNa: boolean
}

/** Codes that stand for "no answer" in numeric columns. */
const MISSING_NUMBERS = new Set([-9, -99, -999, -77, -88])
/** In a column of words "na" may be the answer beside "voor". */
const MISSING_WORD = 'na'

/** `unsaid`: codes that this tool writes where nothing was answered; they are looked at as blank. */
export function lookAtColumns(head: Looked, unsaid: readonly string[] = []): ColumnLook[] {
  const mark = decimalMark(head)
  const repeats = createHeadingCheck(head.headings)
  const sample = head.sample.filter(({ cells }) => !repeats(cells))
  return head.headings.map((heading, index) => lookAtColumn(heading, index, sample.map((row) => row.cells[index] ?? '').filter((cell) => !unsaid.includes(cell.trim())), mark))
}

/** What can be seen of a file. */
export type Looked = Pick<TableHead, 'headings' | 'sample'> & { delimiter: string | null }

function lookAtColumn(heading: { name: string; title: string }, index: number, cells: string[], mark: DecimalMark): ColumnLook {
  const given = cells.filter((cell) => cell.trim() !== '')
  const said = given.filter((cell) => !isNaWord(cell))
  const filled = said.filter((cell) => !isUnsaidWord(cell))
  const numbers = numbersOf(filled, mark)
  return {
    ...heading, index, filled, unsaid: distinctOf(said.filter(isUnsaidWord)), distinct: distinctOf(filled),
    meanLength: filled.length === 0 ? 0 : filled.reduce((sum, cell) => sum + cell.length, 0) / filled.length,
    numbers,
    date: dateOf(filled),
    ticks: filled.length > 0 && filled.every((cell) => readTick(cell, [], []) !== null),
    hasNa: given.length > said.length
  }
}

/** Words that mean "left blank": a dash or "geen antwoord" anywhere, and R's NA or -99 among numbers. For FileSettings.blank. */
export function missingWords(looks: ColumnLook[]): string[] {
  const found = looks.flatMap((look) => [...look.unsaid, ...(look.numbers === null ? [] : look.filled.filter(isMissing).map((cell) => cell.trim()))])
  return [...new Map(found.map((cell) => [sameWords(cell), cell])).values()]
}

export type DecimalMark = '.' | ',' | 'either'

const WITH_MARK = { '.': /^\s*[-+]?\d+\.\d+%?\s*$/, ',': /^\s*[-+]?\d+,\d+%?\s*$/ }
/** Digits in threes, as in 1.250: a mark between thousands perhaps. */
const IN_THREES = /^\s*[-+]?[1-9]\d{0,2}([.,]\d{3})+\s*$/

/**
 * The decimal mark of the file, from columns of numbers. 1.250 beside 0,5 is a thousand and more. Where nothing but numbers in threes
 * stands, the delimiter tells which mark the program writes, and round amounts that they are thousands.
 */
export function decimalMark({ headings, sample, delimiter }: Looked): DecimalMark {
  // A workbook: its numbers have a point, and what people typed as text a comma perhaps.
  if (delimiter === null) return 'either'
  const cells = headings.flatMap((_, index) => {
    const column = sample.map((row) => row.cells[index] ?? '').filter((cell) => cell.trim() !== '')
    const marked = column.filter((cell) => WITH_MARK['.'].test(cell) || WITH_MARK[','].test(cell))
    return marked.length > 0 && numbersOf(column.filter((cell) => !isNaWord(cell) && !isUnsaidWord(cell)), 'either') ? marked : []
  })
  const surely = (mark: '.' | ',') => cells.some((cell) => WITH_MARK[mark].test(cell) && !IN_THREES.test(cell))
  const perhaps = (mark: '.' | ',') => cells.filter((cell) => WITH_MARK[mark].test(cell) && IN_THREES.test(cell))
  if (surely(',') || surely('.')) return surely(',') && surely('.') ? 'either' : surely(',') ? ',' : '.'
  const [points, commas] = [perhaps('.'), perhaps(',')]
  if (points.length > 0 === commas.length > 0) return 'either'
  const [between, threes] = points.length > 0 ? ['.' as const, points] : [',' as const, commas]
  const round = threes.filter((cell) => cell.trim().endsWith('0')).length >= threes.length / 3
  const thousands = round && (between === '.' ? delimiter === ';' : delimiter === ',')
  return thousands === (between === '.') ? ',' : '.'
}

function numbersOf(filled: string[], mark: DecimalMark): number[] | null {
  const words = filled.filter((cell) => !isMissing(cell) && !isUnsureWord(cell))
  if (words.length === 0) return null
  const read = words.map((cell) => readNumber(cell, mark) ?? (mark === 'either' ? readNumber(cell, ',') : null))
  const numbers = read.filter((value) => value !== null)
  // One typing error in twenty does not make a scale a text.
  return numbers.length >= words.length * 0.95 ? numbers : null
}

function isMissing(cell: string): boolean {
  const number = readNumber(cell, 'either')
  return number === null ? sameWords(cell) === MISSING_WORD : MISSING_NUMBERS.has(number)
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
