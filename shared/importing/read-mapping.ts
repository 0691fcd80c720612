// A mapping from a JSON file or from the wizard: read, checked in itself, or one sentence on what is wrong.
import type { ImportProblem } from './staged.ts'
import type { AnswerPart, ColumnMapping, MappedSignifier } from './mapping.ts'
import { MAPPING_VERSION, Mapping } from './mapping.ts'
import { problem } from './messages.ts'

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
  if (!parsed.success) {
    return { ok: false, problems: parsed.error.issues.map((issue) => problem('mapping_invalid', { file }, { where: pathWords(issue.path), what: issue.message })) }
  }
  const wrong = disagreements(parsed.data)
  if (wrong.length > 0) return { ok: false, problems: wrong.map(({ where, what }) => problem('mapping_invalid', { file }, { where, what })) }
  return { ok: true, mapping: parsed.data }
}

/** The mapping as a person keeps it: two spaces, one end of line. */
export function mappingJson(mapping: Mapping): string {
  return JSON.stringify(mapping, null, 2) + '\n'
}

type Wrong = { where: string; what: string }

/** What a schema cannot say: roles given twice, parts that do not fit their question, options that do not exist. */
function disagreements(mapping: Mapping): Wrong[] {
  const signifiers = new Map(mapping.signifiers.map((s) => [s.key, s]))
  const single = ['storyText', 'sourceId', 'group', 'teller', 'wave', 'collectedOn', 'language', 'channel', 'consent']
  const twiceRoles = single.filter((role) => mapping.columns.filter((c) => c.role === role).length > 1)
  return [
    ...repeated(mapping.columns.map((c) => c.column)).map((name) => ({ where: name, what: 'column mapped twice' })),
    ...repeated(mapping.signifiers.map((s) => s.key)).map((key) => ({ where: key, what: 'signifier listed twice' })),
    ...twiceRoles.map((role) => ({ where: role, what: 'only one column can have this role' })),
    ...mapping.columns.flatMap((column) => columnWrong(column, signifiers)),
    ...mapping.signifiers.flatMap((signifier) => signifierWrong(signifier, signifiers, mapping.columns))
  ]
}

function columnWrong(column: ColumnMapping, signifiers: Map<string, MappedSignifier>): Wrong[] {
  if (column.role !== 'answer') return []
  const signifier = signifiers.get(column.signifier)
  if (!signifier) return [{ where: column.column, what: `no signifier has the key "${column.signifier}"` }]
  return partFits(column.part, signifier) ? [] : [{ where: column.column, what: `part "${column.part.is}" does not fit a ${signifier.kind}` }]
}

function partFits(part: AnswerPart, signifier: MappedSignifier): boolean {
  if (part.is === 'na') return true
  if (signifier.kind === 'triad') return part.is === 'share' || ((part.is === 'x' || part.is === 'y') && part.stone === undefined)
  if (signifier.kind === 'stones') return (part.is === 'x' || part.is === 'y') && signifier.stones.some((stone) => stone.key === part.stone)
  if (signifier.kind === 'slider') return part.is === 'value' || (part.is === 'share' && part.anchor < 2)
  if (signifier.kind === 'multi' && part.is === 'tick') return signifier.options.some((option) => option.key === part.option)
  return part.is === 'value'
}

function signifierWrong(signifier: MappedSignifier, all: Map<string, MappedSignifier>, columns: ColumnMapping[]): Wrong[] {
  const where = signifier.key
  const wrong: Wrong[] = []
  if (!columns.some((c) => c.role === 'answer' && c.signifier === where)) wrong.push({ where, what: 'no column holds its answers' })
  if ('options' in signifier) wrong.push(...repeated(signifier.options.map((o) => o.key)).map((key) => ({ where, what: `option "${key}" listed twice` })))
  if (signifier.kind === 'text' && signifier.linkedTo !== null) {
    const linked = all.get(signifier.linkedTo)
    if (!linked) wrong.push({ where, what: `no signifier has the key "${signifier.linkedTo}"` })
    const option = signifier.ticksOption
    if (linked && option !== null && !('options' in linked && linked.options.some((o) => o.key === option))) {
      wrong.push({ where, what: `"${linked.key}" has no option "${option}"` })
    }
  }
  return wrong
}

function repeated(names: string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))]
}

function pathWords(path: PropertyKey[]): string {
  return path.length === 0 ? 'begin' : path.map((step) => (typeof step === 'number' ? `[${step + 1}]` : String(step))).join(' › ')
}
