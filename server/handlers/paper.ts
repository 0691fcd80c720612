// A document written as a file, for a window to save.
import { writeDocx } from '../../db/exchange/write-docx.ts'
import type { ReadHandlers } from '../context.ts'

export const paperReads: ReadHandlers<'paper.write'> = {
  'paper.write': (_, paper) => ({ bytes: Buffer.from(writeDocx(paper)).toString('base64') })
}
