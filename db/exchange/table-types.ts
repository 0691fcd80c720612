// An opened story table, whatever its format, and what may be asked of one.
import type { FileSettings } from '../../shared/importing/mapping.ts'
import type { ImportProblem } from '../../shared/importing/staged.ts'
import type { RowBatch, TableHead } from '../../shared/importing/table.ts'

/** `batches` reads the file anew each time; stop by leaving the loop. Its problems are those of reading, not of meaning. */
export type OpenTable = TableHead & { batches(): AsyncGenerator<RowBatch> }
export type TableOpened = { ok: true; table: OpenTable } | { ok: false; problems: ImportProblem[] }
export type TableSettings = Partial<Pick<FileSettings, 'delimiter' | 'encoding' | 'headerRows' | 'sheet'>>
