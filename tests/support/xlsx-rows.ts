// A workbook read back by another program's reader, so that our writer is not judged by our own eyes.
import { read, utils } from '@e965/xlsx'

/** The cells of each sheet by its name; throws when a cell holds a formula. */
export function readXlsxRows(bytes: Uint8Array): Record<string, unknown[][]> {
  const book = read(bytes, { cellFormula: true })
  return Object.fromEntries(book.SheetNames.map((name) => {
    const sheet = book.Sheets[name]!
    for (const [at, cell] of Object.entries(sheet)) if (!at.startsWith('!') && (cell as { f?: string }).f !== undefined) throw new Error(`${name}!${at} is a formula`)
    return [name, utils.sheet_to_json<unknown[]>(sheet, { header: 1 })]
  }))
}
