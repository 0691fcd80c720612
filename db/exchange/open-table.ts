// A story table of any kind, opened by what its bytes are:
//
//   const opened = await openTable(path, mapping?.file)     // never throws for a bad file
//   if (!opened.ok) return opened.problems                  // each with its sentence: problemSentence(problem, 'nl')
//   opened.table                                            // a TableHead: headings, sample, sheets, what was detected
//   for await (const batch of opened.table.batches()) …     // all rows, from the start, as often as wanted
//
// Memory stays bounded: CSV is read in pieces of 256 kB; a workbook keeps its shared strings and nothing else.
import { basename } from 'node:path'
import type { TableOpened, TableSettings } from './table-types.ts'
import { isProblem, lookAt, refusalOf } from './file-kind.ts'
import { openCsv } from './read-csv.ts'
import { openXlsx } from './read-xlsx.ts'

/** `name`: what to call the file in sentences, when `path` is a temporary copy (an upload). */
export async function openTable(path: string, settings: TableSettings = {}, name?: string): Promise<TableOpened> {
  const file = name ?? basename(path)
  const look = await lookAt(path, file)
  if (isProblem(look)) return { ok: false, problems: [look] }
  const refusal = refusalOf(look, file)
  if (refusal) return { ok: false, problems: [refusal] }
  return look.kind === 'zip' ? openXlsx(path, file, look.size, settings) : openCsv(path, file, look, settings)
}
