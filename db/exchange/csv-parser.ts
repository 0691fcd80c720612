// CSV text to records, in pieces of any size: quotes by RFC 4180, line ends LF, CRLF or CR, row numbers as a spreadsheet counts.

export type CsvRecord = {
  /** The number of this record, 1 for the first; comment and blank lines count too, lines inside quotes do not. */
  row: number
  cells: string[]
  /** A quote stood where none belongs; the text around it was kept as it is. */
  stray: boolean
}

export type CsvParser = {
  push(text: string): CsvRecord[]
  /** The last record, when the file does not end in a line end. */
  end(): CsvRecord[]
  /** Where reading stands: the record being read, its cell, and whether that cell's quote is still open. */
  place(): { row: number; cell: number; quoteOpen: boolean; cellLength: number }
}

const QUOTE = 34
const LF = 10
const CR = 13

/** `comment`: a line that begins with this character is counted and left out. */
export function createCsvParser(delimiter: string, comment: string | null = null): CsvParser {
  const DELIMITER = delimiter.charCodeAt(0)
  let state: 'start' | 'plain' | 'quoted' | 'quoteSeen' | 'comment' = 'start'
  let cells: string[] = []
  let cell = ''
  let row = 1
  let stray = false
  let afterCr = false
  let out: CsvRecord[] = []

  function push(text: string): CsvRecord[] {
    out = []
    let i = 0
    while (i < text.length) {
      if (afterCr) {
        afterCr = false
        if (text.charCodeAt(i) === LF) { i++; continue }
      }
      i = step(text, i)
    }
    return out
  }

  function step(text: string, i: number): number {
    const unit = text.charCodeAt(i)
    if (state === 'quoted') return inQuotes(text, i)
    if (state === 'quoteSeen' && unit === QUOTE) {
      cell += '"'
      state = 'quoted'
      return i + 1
    }
    if (state === 'start' && unit === QUOTE) {
      state = 'quoted'
      return i + 1
    }
    if (state === 'start' && cells.length === 0 && comment !== null && text[i] === comment) state = 'comment'
    if (unit === CR || unit === LF) {
      endRecord()
      afterCr = unit === CR
      return i + 1
    }
    if (state === 'comment') return nextLineEnd(text, i)
    if (unit === DELIMITER) {
      endCell()
      return i + 1
    }
    if (state === 'quoteSeen') {
      // Text right behind a closing quote: the quote was part of the words.
      cell += '"'
      stray = true
    }
    state = 'plain'
    return plainText(text, i)
  }

  function inQuotes(text: string, i: number): number {
    const quote = text.indexOf('"', i)
    cell += quote < 0 ? text.slice(i) : text.slice(i, quote)
    if (quote < 0) return text.length
    state = 'quoteSeen'
    return quote + 1
  }

  function plainText(text: string, i: number): number {
    let j = i
    for (; j < text.length; j++) {
      const unit = text.charCodeAt(j)
      if (unit === DELIMITER || unit === LF || unit === CR) break
    }
    cell += text.slice(i, j)
    return j
  }

  function endCell(): void {
    cells.push(cell)
    cell = ''
    state = 'start'
  }

  function endRecord(): void {
    const isComment = state === 'comment'
    endCell()
    if (!isComment) out.push({ row, cells, stray })
    row += 1
    cells = []
    stray = false
  }

  function end(): CsvRecord[] {
    out = []
    if (state !== 'start' || cells.length > 0) endRecord()
    return out
  }

  const place = () => ({ row, cell: cells.length, quoteOpen: state === 'quoted', cellLength: cell.length })
  return { push, end, place }
}

function nextLineEnd(text: string, i: number): number {
  let j = i
  while (j < text.length && text.charCodeAt(j) !== LF && text.charCodeAt(j) !== CR) j++
  return j
}
