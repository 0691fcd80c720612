// How many rows at the top of a table are headings: one mostly, two under grouped questions, three from Qualtrics.
import { isQualtrics, isTitleLine } from './headings.ts'
import { isNaWord } from './likert-scales.ts'

/** No questionnaire tool writes more. */
const MOST = 3
/** A heading is a name or a question; longer is a story. */
const LONGEST_HEADING = 600

/** The number of heading rows among the first rows of a file, or 0 when even the first looks like answers. */
export function countHeaderRows(rows: string[][]): number {
  if (rows.length === 0) return 0
  if (isQualtrics(rows)) return MOST
  const titles = rows.findIndex((row) => !isTitleLine(row))
  const start = titles > 0 && titles < MOST ? titles : 0
  if (!looksLikeHeadings(rows[start]!)) return 0
  return start + (start + 1 < MOST && secondIsHeadings(rows[start]!, rows[start + 1] ?? [], rows.slice(start + 2)) ? 2 : 1)
}

function looksLikeHeadings(row: string[]): boolean {
  const filled = row.filter((cell) => cell.trim() !== '')
  if (filled.length === 0 || filled.some((cell) => cell.length > LONGEST_HEADING)) return false
  return filled.filter(isMeasured).length < Math.max(1, filled.length * 0.3)
}

/**
 * The second row names things too when it names columns the first leaves open (one heading over several columns) and only
 * numbers and ticks follow there, or when it holds words over columns that hold only numbers and dates from there on.
 */
function secondIsHeadings(first: string[], second: string[], rest: string[][]): boolean {
  if (!looksLikeHeadings(second) || second.some(isMeasured)) return false
  const below = second.map((_, i) => rest.map((row) => row[i] ?? '').filter((cell) => cell.trim() !== ''))
  const named = second.flatMap((cell, i) => (cell.trim() === '' ? [] : [i]))
  const opened = named.filter((i) => (first[i] ?? '').trim() === '')
  if (opened.length > 0 && opened.every((i) => below[i]!.every(isShortAnswer)) && opened.some((i) => below[i]!.length > 0)) return true
  const measured = below.map((cells) => cells.length > 1 && cells.every(isMeasured))
  const wordsOverNumbers = named.filter((i) => measured[i]).length
  return wordsOverNumbers >= 2 && wordsOverNumbers >= measured.filter(Boolean).length * 0.8
}

function isShortAnswer(cell: string): boolean {
  return isMeasured(cell) || isNaWord(cell) || /^\s*(x|ja|nee|j|n|y|yes|no|✓|✔)\s*$/i.test(cell)
}

/** A number, a date or a moment: what headings are not. */
function isMeasured(cell: string): boolean {
  return /^\s*[-+]?[\d.,]+%?\s*$/.test(cell) || /^\s*\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(cell)
}
