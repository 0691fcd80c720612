// How many rows at the top of a table are headings: one mostly, two under grouped questions, three from Qualtrics.
import { isQualtrics, isTitleLine } from './headings.ts'

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
 * The second row names things too when the first leaves gaps that it fills (one heading over several columns), or when it
 * holds words over columns that hold only numbers and dates from there on.
 */
function secondIsHeadings(first: string[], second: string[], rest: string[][]): boolean {
  const filled = (row: string[]) => row.filter((cell) => cell.trim() !== '').length
  if (!looksLikeHeadings(second) || second.some(isMeasured) || rest.length === 0) return false
  const gapsFilled = second.filter((cell, i) => cell.trim() !== '' && (first[i] ?? '').trim() === '').length
  if (gapsFilled > 0 && filled(first) < second.length && filled(second) >= 2 && rest.some((row) => row.some(isMeasured))) return true
  const measured = second.map((_, i) => rest.map((row) => row[i] ?? '').filter((cell) => cell.trim() !== '')).map((cells) => cells.length > 1 && cells.every(isMeasured))
  const wordsOverNumbers = second.filter((cell, i) => measured[i] && cell.trim() !== '').length
  return wordsOverNumbers >= 2 && wordsOverNumbers >= measured.filter(Boolean).length * 0.8
}

/** A number, a date or a moment: what headings are not. */
function isMeasured(cell: string): boolean {
  return /^\s*[-+]?[\d.,]+%?\s*$/.test(cell) || /^\s*\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(cell)
}
