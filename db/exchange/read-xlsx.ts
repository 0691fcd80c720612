// Workbooks (.xlsx).
import type { TableOpened, TableSettings } from './table-types.ts'
import { problem } from '../../shared/importing/messages.ts'

export async function openXlsx(_path: string, file: string, _size: number, _settings: TableSettings): Promise<TableOpened> {
  return { ok: false, problems: [problem('xlsx_damaged', { file })] }
}
