// Rows as delimited text, quoted where needed (RFC 4180), and as the bytes of an older Windows program.

/** Line ends are LF or CRLF between rows; inside a cell they stay LF. */
export function delimited(rows: string[][], delimiter: ',' | ';' | '\t', lineEnd: '\n' | '\r\n' = '\r\n'): string {
  const quoted = (cell: string) => (cell.includes(delimiter) || /["\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  return rows.map((row) => row.map(quoted).join(delimiter) + lineEnd).join('')
}

/** The 27 characters of Windows-1252 between 0x80 and 0x9F, by Unicode number. */
const HIGH = new Map<number, number>([
  [0x20ac, 0x80], [0x201a, 0x82], [0x0192, 0x83], [0x201e, 0x84], [0x2026, 0x85], [0x2020, 0x86], [0x2021, 0x87], [0x02c6, 0x88],
  [0x2030, 0x89], [0x0160, 0x8a],
  [0x2039, 0x8b], [0x0152, 0x8c], [0x017d, 0x8e], [0x2018, 0x91], [0x2019, 0x92], [0x201c, 0x93], [0x201d, 0x94], [0x2022, 0x95],
  [0x2013, 0x96], [0x2014, 0x97],
  [0x02dc, 0x98], [0x2122, 0x99], [0x0161, 0x9a], [0x203a, 0x9b], [0x0153, 0x9c], [0x017e, 0x9e], [0x0178, 0x9f]
])

/** What that old code page cannot say, emoji above all, becomes a question mark: so it happens in real files. */
export function windows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => {
    const point = character.codePointAt(0)!
    return point < 0x80 || (point >= 0xa0 && point <= 0xff) ? point : HIGH.get(point) ?? 0x3f
  })
}
