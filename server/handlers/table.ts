// A table written as a file, for a window to save.
import { csvText } from '../../db/exchange/write-csv.ts'
import { writeXlsx } from '../../db/exchange/write-xlsx.ts'
import type { Sheet } from '../../shared/contract/table.ts'
import type { ReadHandlers } from '../context.ts'

export const tableReads: ReadHandlers<'table.write'> = {
  'table.write': (_, { form, sheets }) => ({ bytes: Buffer.from(form === 'csv' ? csvOf(sheets) : writeXlsx(sheets).bytes).toString('base64') })
}

const csvOf = (sheets: Sheet[]): string => csvText(sheets.flatMap(({ headings, rows }, at) => [...(at > 0 ? [[]] : []), headings, ...rows]))
