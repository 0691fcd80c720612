// A mapping from a JSON file or from the wizard: read, checked in itself, or one sentence on what is wrong.
import type { z } from 'zod'
import type { ImportProblem } from './staged.ts'
import type { AnswerPart, ColumnMapping, MappedSignifier } from './mapping.ts'
import { MAPPING_VERSION, Mapping } from './mapping.ts'
import { problem } from './messages.ts'
import { printedMapping } from './write-mapping.ts'

export type MappingRead = { ok: true; mapping: Mapping } | { ok: false; problems: ImportProblem[] }

/** From the text of a JSON file; `file` is its name for the sentence. */
export function readMapping(text: string, file: string): MappingRead {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    return { ok: false, problems: [problem('mapping_not_json', { file }, { reason: error instanceof SyntaxError ? error.message : 'JSON' })] }
  }
  return checkMapping(json, file)
}

/** Any value: the shape by the schema, then whether its parts agree with each other. */
export function checkMapping(json: unknown, file: string): MappingRead {
  const version = typeof json === 'object' && json !== null && 'version' in json ? json.version : undefined
  if (typeof version === 'number' && version > MAPPING_VERSION) return { ok: false, problems: [problem('mapping_version', { file }, { version })] }
  const parsed = Mapping.safeParse(json)
  const problems = parsed.success ? disagreements(parsed.data, file) : parsed.error.issues.map((issue) => shapeProblem(issue, file))
  return parsed.success && problems.length === 0 ? { ok: true, mapping: parsed.data } : { ok: false, problems }
}

/** The mapping as a file: readMapping reads it back as the same. */
export function mappingJson(mapping: Mapping): string {
  return printedMapping(mapping)
}

/** What the schema says, in the words of the product; `where` is the path as a person would point it out. */
function shapeProblem(issue: z.core.$ZodIssue, file: string): ImportProblem {
  const where = pathWords(issue.path)
  if (issue.code === 'unrecognized_keys') return problem('mapping_name_unknown', { file }, { where, name: issue.keys.join(', ') })
  if (issue.code === 'invalid_value') return problem('mapping_word_unknown', { file }, { where, allowed: issue.values.map(String).join(', ') })
  if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options)) return problem('mapping_word_unknown', { file }, { where, allowed: issue.options.map(String).join(', ') })
  if (issue.code === 'invalid_type' && issue.message.endsWith('undefined')) return problem('mapping_part_missing', { file }, { where })
  return problem('mapping_value_wrong', { file }, { where })
}

const SINGLE = ['storyText', 'sourceId', 'group', 'teller', 'wave', 'collectedOn', 'language', 'channel', 'consent']

/** What a schema cannot say: roles given twice, parts that do not fit their question, options that do not exist. */
function disagreements(mapping: Mapping, file: string): ImportProblem[] {
  const signifiers = new Map(mapping.signifiers.map((s) => [s.key, s]))
  return [
    ...repeated(mapping.columns.map((c) => c.column)).map((column) => problem('mapping_column_twice', { file, column })),
    ...repeated(mapping.signifiers.map((s) => s.key)).map((signifier) => problem('mapping_signifier_twice', { file }, { signifier })),
    ...SINGLE.filter((role) => mapping.columns.filter((c) => c.role === role).length > 1).map((role) => problem('mapping_role_twice', { file }, { role })),
    ...mapping.columns.flatMap((column) => columnProblem(column, signifiers, file)),
    ...mapping.signifiers.flatMap((signifier) => signifierProblems(signifier, signifiers, mapping.columns, file))
  ]
}

function columnProblem(column: ColumnMapping, signifiers: Map<string, MappedSignifier>, file: string): ImportProblem[] {
  if (column.role !== 'answer') return []
  const at = { file, column: column.column }
  const signifier = signifiers.get(column.signifier)
  if (!signifier) return [problem('mapping_signifier_absent', at, { signifier: column.signifier })]
  return partFits(column.part, signifier) ? [] : [problem('mapping_part_misfit', at, { part: partWords(column.part), kind: signifier.kind })]
}

function partFits(part: AnswerPart, signifier: MappedSignifier): boolean {
  if (part.is === 'na') return true
  if (signifier.kind === 'triad') return part.is === 'share' || ((part.is === 'x' || part.is === 'y') && part.stone === undefined)
  if (signifier.kind === 'stones') return (part.is === 'x' || part.is === 'y') && signifier.stones.some((stone) => stone.key === part.stone)
  if (signifier.kind === 'slider') return part.is === 'value' || (part.is === 'share' && part.anchor < 2)
  if (signifier.kind === 'multi' && part.is === 'tick') return signifier.options.some((option) => option.key === part.option)
  return part.is === 'value'
}

function partWords(part: AnswerPart): string {
  const of = part.is === 'tick' ? part.option : part.is === 'share' ? part.anchor : part.is === 'x' || part.is === 'y' ? part.stone : undefined
  return of === undefined ? part.is : `${part.is} ${of}`
}

function signifierProblems(signifier: MappedSignifier, all: Map<string, MappedSignifier>, columns: ColumnMapping[], file: string): ImportProblem[] {
  const key = signifier.key
  const found: ImportProblem[] = []
  if (!columns.some((c) => c.role === 'answer' && c.signifier === key)) found.push(problem('mapping_signifier_unused', { file }, { signifier: key }))
  if ('options' in signifier) found.push(...repeated(signifier.options.map((o) => o.key)).map((option) => problem('mapping_option_twice', { file }, { signifier: key, option })))
  if (signifier.kind !== 'text' || signifier.linkedTo === null) return found
  const linked = all.get(signifier.linkedTo)
  const option = signifier.ticksOption
  if (!linked) found.push(problem('mapping_signifier_absent', { file, column: key }, { signifier: signifier.linkedTo }))
  else if (option !== null && !('options' in linked && linked.options.some((o) => o.key === option))) found.push(problem('mapping_option_absent', { file }, { signifier: linked.key, option }))
  return found
}

function repeated(names: string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))]
}

function pathWords(path: PropertyKey[]): string {
  return path.length === 0 ? '{ }' : path.map((step) => (typeof step === 'number' ? `[${step + 1}]` : String(step))).join(' › ')
}
