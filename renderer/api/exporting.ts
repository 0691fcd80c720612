// Whatever leaves the project as a file is written down first: who, what, when. Then the browser saves it.
import type { ExportKind } from '../../shared/contract/export.ts'
import type { Sheet } from '../../shared/contract/table.ts'
import { newId } from '../../shared/domain/ids.ts'
import { call, change } from './call.ts'
import { failureOf } from './failed.ts'
import { saveBlob, saveBytes } from './files.ts'

/** Throws CallFailed when it may not leave: who may not write may not export. In a file one may only read nothing can be written down. */
async function note(kind: ExportKind, name: string): Promise<void> {
  try {
    await change('export.note', { id: newId(), kind, name: name.slice(0, 200) })
  } catch (error) {
    if (failureOf(error).message !== 'store.read_only') throw error
  }
}

/** `name`: without its ending. */
export async function exportSheets(kind: ExportKind, form: 'csv' | 'xlsx', sheets: Sheet[], name: string): Promise<void> {
  const { bytes } = await call('table.write', { form, sheets })
  await exportBytes(kind, bytes, form, name)
}

/** A file that the host made, as base64. */
export async function exportBytes(kind: ExportKind, bytes: string, form: 'csv' | 'xlsx' | 'zip' | 'docx', name: string): Promise<void> {
  await note(kind, `${name}.${form}`)
  saveBytes(bytes, form, name)
}

/** `name`: with its ending. */
export async function exportBlob(kind: ExportKind, name: string, blob: Blob): Promise<void> {
  await note(kind, name)
  saveBlob(name, blob)
}
