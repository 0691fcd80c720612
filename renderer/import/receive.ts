// Files on their way in: sent to the host, looked at there, and told apart (stories, a questionnaire's definition, a saved mapping).
import type { LookedAt } from '../../shared/contract/importing.ts'
import type { ImportProblem } from '../../shared/importing/staged.ts'
import { problem } from '../../shared/importing/messages.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { failureOf } from '../api/failed.ts'
import { upload } from '../api/files.ts'
import { importing } from '../api/importing.ts'
import { sayInPassing } from '../ui/toast.tsx'
import { failureWords } from '../i18n/failure-words.ts'
import { changeFile, leadTable, readDraft, setDraft, tablesOf, type Settings } from './draft.ts'
import { fitTemplate } from './template.ts'

/** The largest JSON we open in the window to see what it is. */
const LARGEST_JSON = 20_000_000

/** Takes in whatever was chosen or dropped; `left`: files of a folder that cannot be read as transcripts. Never throws: what goes wrong is said at the file. */
export async function receive(chosen: readonly File[], left: readonly File[] = []): Promise<void> {
  const [asides, stories] = split(chosen, file => /\.(json|zip)$/i.test(file.name))
  setDraft({ problems: leftTold(left.map(({ name }) => name)) })
  await Promise.all([...asides.map(receiveAside), ...stories.map(receiveStories)])
}

/** A sentence each, or one for a whole pile. */
const leftTold = (names: string[]): ImportProblem[] =>
  (names.length > 4 ? [`${names.slice(0, 3).join(', ')} … (${names.length})`] : names).map(file => problem('transcript_left', { file }, {}, 'skipped'))

async function receiveStories(file: File): Promise<void> {
  const key = newId()
  setDraft(({ files }) => ({
    files: [...files.filter(({ name }) => name !== file.name), { key, name: file.name, size: file.size, upload: null, sent: 0, failure: null, looked: null, settings: {} }],
    rehearsal: null
  }))
  try {
    const sent = await upload(file, share => changeFile(key, { sent: share }))
    changeFile(key, { upload: sent.upload, sent: 1 })
    await look(key)
  } catch (error) {
    changeFile(key, { failure: failureOf(error) })
  }
}

/** A definition (JSON, or the zip it came in) or a mapping that was saved as a template. */
async function receiveAside(file: File): Promise<void> {
  try {
    const { upload: id } = await upload(file)
    if (await isTemplate(file)) {
      const { mapping, problems } = await importing('import.readMapping', { upload: id })
      setDraft(({ problems: before }) => ({ problems: [...before, ...problems], ...(mapping ? { template: { name: file.name, mapping } } : {}) }))
    } else {
      const { name, signifiers, problems } = await importing('import.readDefinition', { upload: id })
      setDraft(({ problems: before }) => ({ problems: [...before, ...problems], ...(name === null ? {} : { definition: { name: file.name, upload: id, title: name, signifiers } }) }))
    }
    await lookAgain()
  } catch (error) {
    sayInPassing({ says: failureWords(failureOf(error)) })
  }
}

async function isTemplate(file: File): Promise<boolean> {
  if (file.size > LARGEST_JSON || !/\.json$/i.test(file.name)) return false
  return /"duiding"\s*:\s*"import-mapping"/.test(await file.text())
}

/** Every table anew, e.g. with a definition that was added. */
async function lookAgain(): Promise<void> {
  setDraft({ isEdited: false })
  await Promise.all(readDraft().files.filter(file => file.upload && file.looked?.is !== 'transcript').map(({ key }) => look(key)))
}

/** Lets the host look at one file with what a person chose for it, or what the template says. */
async function look(key: string): Promise<void> {
  const { files, template, definition } = readDraft()
  const file = files.find(one => one.key === key)
  if (!file?.upload) return
  const said = template?.mapping.file
  const settings = { ...(said && { delimiter: said.delimiter, encoding: said.encoding, headerRows: said.headerRows, sheet: said.sheet }), ...file.settings }
  const [looked] = await importing('import.look', { uploads: [file.upload], settings, definition: definition?.upload ?? null })
  changeFile(key, { looked: looked!, failure: null })
  settleMapping()
}

/** Another delimiter, sheet, encoding or number of heading rows for one file; told at the file when it cannot be. */
export async function chooseSettings(key: string, settings: Settings): Promise<void> {
  const file = readDraft().files.find(one => one.key === key)
  if (!file) return
  changeFile(key, { settings: { ...file.settings, ...settings } })
  await look(key).catch((error: unknown) => changeFile(key, { failure: failureOf(error) }))
}

export function removeFile(key: string): void {
  setDraft(({ files }) => ({ files: files.filter(file => file.key !== key), rehearsal: null }))
  settleMapping()
}

export function removeDefinition(): void {
  setDraft({ definition: null })
  void lookAgain()
}

export function removeTemplate(): void {
  setDraft({ template: null })
  void lookAgain()
}

/** The mapping to work on: what a person made of it as long as the columns are the same, else the template or the proposal. */
function settleMapping(): void {
  const draft = readDraft()
  const lead = leadTable(draft)
  if (!lead?.mapping) { setDraft({ mapping: null, rehearsal: null }); return }
  const proposed = { ...lead.mapping, file: { ...lead.mapping.file, ...heldByAll(tablesOf(draft)), ...chosenIn(draft.files, lead.upload) } }
  const known = draft.mapping
  if (known && draft.isEdited && sameNames(known.columns.map(({ column }) => column), lead)) {
    setDraft({ mapping: { ...known, file: { ...known.file, delimiter: proposed.file.delimiter, encoding: proposed.file.encoding, headerRows: proposed.file.headerRows, sheet: proposed.file.sheet } }, rehearsal: null })
    return
  }
  setDraft({ mapping: draft.template ? fitTemplate(draft.template.mapping, proposed, lead) : proposed, isEdited: false, seen: new Set(), row: null, rehearsal: null })
}

/** Files that are delimited differently are each read as they are. */
function heldByAll(tables: LookedAt[]): Settings {
  return new Set(tables.map(({ delimiter }) => delimiter)).size > 1 ? { delimiter: null } : {}
}

function chosenIn(files: { upload: Id | null, settings: Settings }[], lead: Id): Settings {
  return files.find(({ upload: id }) => id === lead)?.settings ?? {}
}

const sameNames = (columns: string[], { headings }: LookedAt): boolean => {
  const names = new Set(headings.map(({ name }) => name))
  return columns.length === names.size && columns.every(column => names.has(column))
}

function split<T>(list: readonly T[], is: (one: T) => boolean): [T[], T[]] {
  return [list.filter(is), list.filter(one => !is(one))]
}
