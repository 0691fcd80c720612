// What the columns of a file probably mean: a whole mapping to start from, with a reason and a confidence for each column.
//
//   const proposal = proposeMapping(table, { definition, group })   // table: TableHead of openTable
//   proposal.mapping                                                // complete and valid once a story column is found
//   proposal.notes                                                  // one per column: confidence, reasonSentence(note, 'nl')
//   proposal.problems                                               // no story column, a definition of another project
//
// The order: what a definition says, what the tool's own columns say, privacy, known headings, questions over several
// columns, questions in one column. The first meaning a column gets stays. Nothing here reads more than the sample.
import type { Definition } from './definition.ts'
import type { ImportProblem } from './staged.ts'
import type { Language } from './messages.ts'
import type { Mapping } from './mapping.ts'
import type { ColumnNote } from './proposal-draft.ts'
import type { TableHead } from './table.ts'
import { asKnown, type KnownKinds } from './as-known.ts'
import { decimalMark, lookAtColumns, missingWords } from './column-look.ts'
import { askDefined, askRaw, isSenseMaker } from './conventions/sensemaker.ts'
import { giveFixedColumns, toolOf } from './conventions/tool-columns.ts'
import type { Tool } from './conventions/tool-columns.ts'
import { askToolQuestions } from './conventions/tool-questions.ts'
import { askGrouped } from './grouped-questions.ts'
import { createHeadingCheck, isQualtrics } from './headings.ts'
import { giveKnownRoles, giveStory } from './known-roles.ts'
import { FileSettings, MAPPING_VERSION } from './mapping.ts'
import { fill, problem } from './messages.ts'
import { dropPrivateColumns } from './privacy-columns.ts'
import { createDraft } from './proposal-draft.ts'
import { REASON_SENTENCES } from './reason-sentences.ts'
import { askSingle } from './single-questions.ts'

/** SoSci Survey's codes for "weet niet, n.v.t." and for left blank. */
const SOSCI = { na: '-1', blank: '-9' }

export type Proposal = {
  mapping: Mapping
  notes: ColumnNote[]
  /** The tool whose conventions were found; null for a table made by hand. */
  tool: Tool | null
  problems: ImportProblem[]
}

export function proposeMapping(table: TableHead, known: { definition?: Definition | null; group?: string | null; /** Of the project's questions. */ kinds?: KnownKinds } = {}): Proposal {
  const repeats = createHeadingCheck(table.headings)
  const head = { ...table, sample: table.sample.filter(({ cells }) => !repeats(cells)) }
  const first = lookAtColumns(head)
  const tool = isSenseMaker(first) ? 'SenseMaker' as const : toolOf(first, isQualtrics(head.headerRows))
  const draft = createDraft(head, tool === 'SoSci Survey' ? lookAtColumns(head, [SOSCI.na, SOSCI.blank]) : first)
  const problems: ImportProblem[] = []

  if (known.definition && askDefined(draft, known.definition) === 0) problems.push(problem('definition_other', { file: head.file }, { definition: known.definition.name }))
  if (tool) giveFixedColumns(draft, tool)
  dropPrivateColumns(draft)
  if (tool === 'SenseMaker') {
    askRaw(draft)
    giveStory(draft)
  }
  giveKnownRoles(draft)
  if (tool) askToolQuestions(draft, tool)
  askGrouped(draft)
  askSingle(draft)

  if (!draft.has('storyText')) problems.push(problem('mapping_no_story', { file: head.file }))
  const { mapping, columns } = asKnown(mappingOf(head, draft, tool, known.group ?? null), head, known.kinds ?? new Map())
  const notes = draft.notes().map((note): ColumnNote => (columns.includes(note.column) ? { column: note.column, confidence: 'likely', reason: 'known_kind', values: {} } : note))
  return { mapping, notes, tool, problems }
}

/** Why this column was read so, as a sentence. */
export function reasonSentence(note: ColumnNote, language: Language = 'nl'): string {
  return fill(REASON_SENTENCES[note.reason][language], note.values, language)
}

function mappingOf(head: TableHead, draft: ReturnType<typeof createDraft>, tool: Tool | null, group: string | null): Mapping {
  const soSci = tool === 'SoSci Survey'
  const defaults = FileSettings.parse({})
  return {
    duiding: 'import-mapping',
    version: MAPPING_VERSION,
    name: head.file.replace(/\.[^.]+$/, ''),
    file: {
      ...defaults,
      // The encoding is proven over the whole file each time, so that a template fits next year's export too.
      delimiter: head.delimiter,
      headerRows: head.headerRows.length,
      sheet: head.sheets.length > 1 ? head.sheet : null,
      decimal: decimalMark(head),
      group: draft.has('group') ? null : group,
      na: soSci ? [...defaults.na, SOSCI.na] : defaults.na,
      blank: [...new Set([...missingWords(draft.looks), ...(soSci ? [SOSCI.blank] : [])])]
    },
    columns: draft.columns(),
    signifiers: inFileOrder(draft)
  }
}

/** Questions in the order in which their first columns stand in the file: the order of the questionnaire. */
function inFileOrder(draft: ReturnType<typeof createDraft>): Mapping['signifiers'] {
  const columns = draft.columns()
  const first = (key: string) => columns.findIndex((column) => column.role === 'answer' && column.signifier === key)
  return draft.signifiers.toSorted((a, b) => first(a.key) - first(b.key))
}
