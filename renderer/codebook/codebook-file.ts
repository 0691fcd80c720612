// The codebook as a file, out and in.
import type { Code } from '../../shared/contract/code.ts'
import { readCodebookRows, writeCodebookRows, type ReadRows } from '../../shared/domain/codebook-rows.ts'
import { problemSentence } from '../../shared/importing/messages.ts'
import { exportSheets } from '../api/exporting.ts'
import { upload } from '../api/files.ts'
import { importing } from '../api/importing.ts'
import type { Language } from '../i18n/language.ts'
import type { Say } from '../i18n/say.ts'

/** The host shows so much of a cell; a definition must not be cut in silence. */
const CUT = 4000

export async function saveCodebook(form: 'csv' | 'xlsx', codes: readonly Code[], say: Say<'codebook'>): Promise<void> {
  const headings = [say('file.code'), say('file.definition'), say('include'), say('exclude'), say('file.flag'), say('file.retired')]
  const rows = writeCodebookRows(codes, { semantic: say('flag.semantic'), latent: say('flag.latent'), yes: say('file.yes') })
  await exportSheets('table', form, [{ name: say('title'), headings, rows }], say('file.name'))
}

/** `says`: why the file is no codebook. Throws CallFailed when the host cannot take it. */
export async function readCodebookFile(file: File, say: Say<'codebook'>, language: Language): Promise<ReadRows | { says: string }> {
  const { upload: id } = await upload(file)
  const [looked] = await importing('import.look', { uploads: [id], whole: true })
  const problem = looked!.problems.find(({ severity }) => severity === 'error')
  if (looked!.is !== 'table') return { says: problem ? problemSentence(problem, language) : say('file.noTable') }
  if (!looked!.rowsAreAll) return { says: say('file.tooLong') }
  if (looked!.sample.some(({ cells }) => cells.some(cell => cell.length >= CUT))) return { says: say('file.cellTooLong') }
  return readCodebookRows(looked!.headings.map(({ name }) => name), looked!.sample) ?? { says: say('file.noCodes') }
}
