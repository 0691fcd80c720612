// Reading one cell: numbers, days, ticks, and when two cells say the same.
import type { DateOrder } from './mapping.ts'

/** A copy of its own: a piece cut from a chunk of the file would keep that whole chunk in memory as long as it lives. */
export const detached = (cell: string): string => ` ${cell}`.slice(1)

/** Cells compare without case, without spaces around, and with any run of white space as one space. */
export function sameWords(cell: string): string {
  return cell.replace(/\s+/gu, ' ').trim().toLowerCase()
}

/**
 * The number in a cell, or null. '.' and ',' say which mark is the decimal one; the other then only stands between
 * thousands. 'either' takes whichever single mark there is as the decimal one. % and € are ignored: 64 % is 64.
 */
export function readNumber(cell: string, decimal: '.' | ',' | 'either'): number | null {
  if (DIGITS.test(cell)) return Number(cell)
  const plain = cell.replace(/[\s\u00a0\u202f%€]/gu, '').replace(/^\u2212/u, '-')
  const mark = decimal === 'either' ? (plain.includes(',') && !plain.includes('.') ? ',' : '.') : decimal
  const other = mark === '.' ? ',' : '.'
  const ungrouped = decimal !== 'either' && THOUSANDS[mark].test(plain) ? plain.replaceAll(other, '') : plain
  if (decimal !== 'either' && ungrouped.includes(other)) return null
  const standard = ungrouped.replace(mark, '.')
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(standard) ? Number(standard) : null
}

/** What nearly every cell with a number looks like. */
const DIGITS = /^\d{1,15}$/
/** By decimal mark: digits in threes with the other mark between. */
const THOUSANDS = { '.': /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/, ',': /^[-+]?\d{1,3}(\.\d{3})+(,\d+)?$/ }

const MONTHS = [
  ['januari', 'january', 'jan'], ['februari', 'february', 'feb'], ['maart', 'march', 'mrt', 'mar'], ['april', 'apr'], ['mei', 'may'],
  ['juni', 'june', 'jun'], ['juli', 'july', 'jul'], ['augustus', 'august', 'aug'], ['september', 'sep', 'sept'],
  ['oktober', 'october', 'okt', 'oct'], ['november', 'nov'], ['december', 'dec']
]

/** Excel's long notation: "vrijdag 3 april 2026". */
const WEEKDAY = /^(ma(andag)?|di(nsdag)?|wo(ensdag)?|do(nderdag)?|vr(ijdag)?|za(terdag)?|zo(ndag)?|(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?)[.,]?\s+(?=\d)/i

/**
 * The day in a cell as yyyy-mm-dd, or null when there is none. A time of day behind it is dropped.
 * A year in front (2024-03-12) is read in every order: spreadsheets hand true dates over like that.
 */
export function readDay(cell: string, order: DateOrder): string | null {
  const text = cell.trim().replace(/^T_/, '').replace(WEEKDAY, '')
  if (order === 'epochMs' || order === 'epochS') {
    return /^-?\d{1,16}(\.0*)?$/.test(text) ? dayOfEpoch(Number(text) * (order === 'epochS' ? 1000 : 1)) : null
  }
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=$|[T\s,])/.exec(text)
  if (iso) return checkedDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const named = /^(\d{1,2})[-\s/.]+([a-z]+)\.?[-\s/.]+(\d{4})(?=$|[T\s,])/i.exec(text)
  if (named) return checkedDay(Number(named[3]), MONTHS.findIndex((m) => m.includes(named[2]!.toLowerCase())) + 1, Number(named[1]))
  const parts = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?=$|[T\s,])/.exec(text)
  if (!parts || order === 'y-m-d') return null
  const [first, second, year] = [Number(parts[1]), Number(parts[2]), fullYear(parts[3]!)]
  return order === 'd-m-y' ? checkedDay(year, second, first) : checkedDay(year, first, second)
}

/** What a date of this order looks like, for a sentence. */
export const DATE_EXAMPLES: Record<DateOrder, string> = {
  'y-m-d': '2024-03-12', 'd-m-y': '12-03-2024', 'm-d-y': '03/12/2024', epochMs: '1710201600000', epochS: '1710201600'
}

const TICKED = ['1', 'x', 'ja', 'j', 'yes', 'y', 'true', 'waar', '✓', '✔', '☑', 'gekozen', 'aangekruist', 'selected', 'checked']
const UNTICKED = ['0', 'nee', 'n', 'no', 'false', 'onwaar', '☐', 'niet gekozen', 'not selected', 'unchecked']

/** Was this option ticked? Null: the cell does not say. The usual words count unless the mapping names its own. */
export function readTick(cell: string, ticked: string[], unticked: string[]): boolean | null {
  const said = sameWords(cell)
  if (ticked.map(sameWords).includes(said)) return true
  if (unticked.map(sameWords).includes(said)) return false
  if (ticked.length === 0 && TICKED.includes(said)) return true
  if (unticked.length === 0 && UNTICKED.includes(said)) return false
  return null
}

function dayOfEpoch(ms: number): string | null {
  const date = new Date(ms)
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999 ? null : date.toISOString().slice(0, 10)
}

function fullYear(digits: string): number {
  const year = Number(digits)
  return digits.length === 4 ? year : year < 70 ? 2000 + year : 1900 + year
}

function checkedDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = year > 0 && date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real ? date.toISOString().slice(0, 10) : null
}
