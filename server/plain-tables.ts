// Files that hold tables of others, as cells: every sheet of every file, for a person to say what is in them.
import { openTable } from '../db/exchange/open-table.ts'
import type { ImportingOutput } from '../shared/contract/importing.ts'

const MOST_ROWS = 6000
const MOST_COLUMNS = 40
const MOST_CELL = 400

type Tables = ImportingOutput<'import.readTable'>

/** Headings are the first row of a sheet; a sheet that cannot be read is told, and the others are read all the same. */
export async function readTables(files: readonly { path: string; name: string }[]): Promise<Tables> {
  const found: Tables = { sheets: [], problems: [] }
  for (const { path, name } of files) {
    const first = await openTable(path, { headerRows: 1 }, name)
    if (!first.ok) {
      found.problems.push(...first.problems)
      continue
    }
    const { sheets, sheet } = first.table
    for (const wanted of sheets.length > 1 ? sheets : [sheet]) {
      const opened = wanted === sheet ? first : await openTable(path, { headerRows: 1, sheet: wanted }, name)
      if (!opened.ok) {
        found.problems.push(...opened.problems)
        continue
      }
      const rows = [opened.table.headings.map((heading) => heading.name)]
      for await (const batch of opened.table.batches()) {
        rows.push(...batch.rows.map(({ cells }) => cells))
        if (rows.length > MOST_ROWS) break
      }
      found.sheets.push({ name: wanted ?? name, rows: rows.slice(0, MOST_ROWS).map((cells) => cells.slice(0, MOST_COLUMNS).map((cell) => cell.slice(0, MOST_CELL))) })
    }
  }
  return found
}
