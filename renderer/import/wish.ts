// What will be asked of the host: these files, read in this way, for this group.
import type { ImportingInput } from '../../shared/contract/importing.ts'
import { checkFit } from '../../shared/importing/stage-plan.ts'
import { checkMapping } from '../../shared/importing/read-mapping.ts'
import { problem } from '../../shared/importing/messages.ts'
import type { ImportProblem } from '../../shared/importing/staged.ts'
import type { Mapping } from '../../shared/importing/mapping.ts'
import { formatRoute } from '../app/route.ts'
import { isAllTranscripts, leadTable, tablesOf, type Draft } from './draft.ts'

export type Step = 'bestanden' | 'kolommen' | 'nakijken' | 'inlezen'
export type ImportWish = Omit<ImportingInput<'import.start'>, 'rehearse'>

export const stepRoute = (step: Step): string => formatRoute({ place: 'inlezen', rest: step === 'bestanden' ? [] : [step] })

/** Transcripts have no columns. */
export const stepsOf = (draft: Draft): Step[] => (isAllTranscripts(draft) ? ['bestanden', 'nakijken', 'inlezen'] : ['bestanden', 'kolommen', 'nakijken', 'inlezen'])

export const groupColumn = (mapping: Mapping | null): string | null => mapping?.columns.find(({ role }) => role === 'group')?.column ?? null

export const waveColumn = (mapping: Mapping | null): string | null => mapping?.columns.find(({ role }) => role === 'wave')?.column ?? null

/** Null as long as the files are not all there. */
export function wishOf(draft: Draft): ImportWish | null {
  const uploads = draft.files.flatMap(({ upload, looked }) => (upload && looked && looked.is !== 'unreadable' ? [upload] : []))
  if (uploads.length === 0 || uploads.length < draft.files.length) return null
  const group = groupColumn(draft.mapping) ? null : draft.group?.trim() || null
  const wave = waveColumn(draft.mapping) ? null : draft.wave.trim() || null
  const mapping = draft.mapping && { ...draft.mapping, file: { ...draft.mapping.file, group, wave } }
  if (!mapping && !isAllTranscripts(draft)) return null
  return { uploads, mapping, group, wave }
}

/** Is this file a table with other columns than the first one? */
export function hasOtherColumns(draft: Draft, upload: string | null): boolean {
  const lead = leadTable(draft)
  const table = tablesOf(draft).find(one => one.upload === upload)
  return Boolean(lead && table && table.headings.map(({ name }) => name).join('\n') !== lead.headings.map(({ name }) => name).join('\n'))
}

/** Can one go on from the files? */
export function filesAreReady(draft: Draft): boolean {
  return wishOf(draft) !== null && !draft.files.some(({ upload, failure }) => failure !== null || hasOtherColumns(draft, upload))
}

/** What is wrong with the mapping itself, before any cell was read. */
export function mappingProblems(draft: Draft): ImportProblem[] {
  const table = leadTable(draft)
  const { mapping } = draft
  if (!mapping || !table) return []
  const head = { file: table.name, headings: table.headings }
  const checked = checkMapping(mapping, table.name)
  const story = mapping.columns.some(({ role }) => role === 'storyText') ? [] : [problem('mapping_no_story', { file: table.name })]
  return [...story, ...(checked.ok ? [] : checked.problems), ...checkFit(mapping, head).filter(({ severity }) => severity === 'error')]
}

/** How far one may go: every step up to and with this one can be opened. */
export function furthest(draft: Draft): Step {
  if (draft.run) return 'inlezen'
  if (!filesAreReady(draft)) return 'bestanden'
  return mappingProblems(draft).length > 0 ? 'kolommen' : 'nakijken'
}
