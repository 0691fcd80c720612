// A table as a file: what a screen shows, with its words in the language of the screen, written so that no spreadsheet takes a
// cell for a formula. The numbers in it passed the gate when the screen asked for them.
import { z } from 'zod'
import { read } from './call.ts'

export const TableCell = z.union([z.string().max(40_000), z.number(), z.null()])
export const Sheet = z.strictObject({ name: z.string().max(200), headings: z.array(z.string().max(2000)).max(2000), rows: z.array(z.array(TableCell).max(2000)).max(20_000) })
export type Sheet = z.infer<typeof Sheet>

export const table = {
  /** csv: all sheets below each other, a blank line between, with semicolons and a decimal comma. The file as base64. */
  'table.write': read({
    input: z.strictObject({ form: z.enum(['csv', 'xlsx']), sheets: z.array(Sheet).min(1).max(20) }),
    output: z.strictObject({ bytes: z.string() }), reads: [], long: true
  })
}
