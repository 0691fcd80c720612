// From the raw heading rows of a file to one unique name and one question title per column.
import { sameWords } from './cell-values.ts'
import { plainWords } from './plain-words.ts'
import { columnLetters } from './table.ts'
import type { Heading } from './table.ts'

/**
 * One heading per column.
 * - One row: the cell is both name and title.
 * - Qualtrics (field, question, import id): the field is the name, the question the title.
 * - Two or three rows otherwise: when the first row names every column once it is the name and the rest the title;
 *   else (a heading that spans several columns) both are joined: "Stenen › Klik".
 * - "Q1[SQ001]. Welke steun? [Kind]" in most columns (LimeSurvey): the whole is the name, the words behind the code the title.
 * Formatting that a tool wrote into its questions (<p>, <br />, &nbsp;) goes from the title; the name stays as the file has it.
 * A blank heading becomes "(kolom C)" with its spreadsheet letters, a repeated one gets " (2)".
 */
export function headingsOf(headerRows: string[][]): Heading[] {
  const rows = headerRows.filter((row) => !isTitleLine(row)).map((row) => row.map(oneLine))
  const asked = isQualtrics(headerRows) ? rows.slice(0, 2) : rows
  const width = Math.max(0, ...headerRows.map((row) => row.length))
  const first = asked[0] ?? []
  const firstNamesAll = asked.length > 1 && namesEveryColumn(first, width)
  const taken = new Set<string>()
  const coded = asked.length === 1 && first.filter((cell) => CODED.test(cell)).length >= width * 0.5
  return Array.from({ length: width }, (_, index) => {
    const parts = asked.map((row) => row[index] ?? '').filter((part) => part !== '')
    const name = unique(firstNamesAll ? first[index]! : [...new Set(parts)].join(' › '), index, taken)
    const title = firstNamesAll ? parts.slice(1).join(' › ') || name : coded ? name.replace(CODED, '') : name
    return { name, title: plainWords(title) || name }
  })
}

/** A code with a full stop behind it: "G01Q02[SQ001]. ", "Q4. " */
const CODED = /^[A-Za-z]\w*(\[\w+\])*\.\s+(?=\S)/

/** Qualtrics writes {"ImportId":"…"} in its third heading row. */
export function isQualtrics(headerRows: string[][]): boolean {
  return (headerRows[2] ?? []).some((cell) => /^\s*\{\s*"ImportId"/.test(cell))
}

/** A line such as "Uitkomsten vragenlijst 2024" above the headings: one cell filled in a wide table. */
export function isTitleLine(row: string[]): boolean {
  return row.length > 2 && row.filter((cell) => cell.trim() !== '').length === 1
}

/** UTF-16 units; a longer cell is a story. */
const LONGEST_HEADING = 1000

/** Does a row repeat the headings? Files laid under each other keep those of each. */
export function createHeadingCheck(headings: readonly Heading[]): (cells: string[]) => boolean {
  const said = headings.map(({ name }) => sameWords(name))
  return (cells) => {
    let filled = 0
    for (const [at, cell] of cells.entries()) {
      if (cell.trim() === '') continue
      // Nearly every row ends here, at its first cell.
      if (cell.length > LONGEST_HEADING || sameWords(cell) !== said[at]) return false
      filled += 1
    }
    return filled > 1
  }
}

function namesEveryColumn(row: string[], width: number): boolean {
  const filled = row.filter((cell) => cell !== '')
  return filled.length >= width * 0.9 && new Set(filled).size === filled.length
}

function unique(name: string, index: number, taken: Set<string>): string {
  const base = name === '' ? `(kolom ${columnLetters(index)})` : name
  let candidate = base
  for (let n = 2; taken.has(candidate); n++) candidate = `${base} (${n})`
  taken.add(candidate)
  return candidate
}

function oneLine(cell: string): string {
  return cell.replace(/\s+/gu, ' ').trim()
}
