// The mapping turned into a plan over column numbers: which cells make which answer, and does the mapping fit this file?
import type { AnswerPart, ColumnMapping, MappedOption, MappedSignifier, Mapping } from './mapping.ts'
import type { Heading } from './table.ts'
import type { ImportProblem } from './staged.ts'
import type { AnswerValue, SignifierShape } from '../domain/signifier.ts'
import { problem } from './messages.ts'
import { sameWords } from './cell-values.ts'

export type PlannedPart = { index: number; column: string; part: AnswerPart }
/** `options` finds an option's key by what may stand in a cell; it grows when new options are allowed. `read`: what cells that stood alone were found to say. */
export type PlannedSignifier = { signifier: MappedSignifier; parts: PlannedPart[]; na: WordSet; options: Map<string, string>; list: MappedOption[]; read: Map<string, AnswerValue> }
export type PlannedColumn = { index: number; mapping: ColumnMapping }
export type StagePlan = { columns: PlannedColumn[]; signifiers: PlannedSignifier[]; dropped: string[]; blank: WordSet }

/** Does a cell say one of these words? Stories are long and never do: they are not compared. */
export type WordSet = { has(cell: string): boolean }

export function wordSet(words: string[]): WordSet {
  const said = new Set(words.map(sameWords))
  const longest = Math.max(0, ...words.map((word) => word.length)) + 8
  // Nearly every cell begins otherwise: a look at its first letter spares the rest.
  const begins = new Set([...said].flatMap((word) => [word.charCodeAt(0), word.toUpperCase().charCodeAt(0)]))
  const may = (cell: string) => begins.has(cell.charCodeAt(0)) || cell.charCodeAt(0) <= 32 || cell.charCodeAt(0) > 127
  return { has: (cell) => said.size > 0 && cell.length <= longest && may(cell) && said.has(sameWords(cell)) }
}

/** Columns the mapping names but the file lacks (errors) and columns the mapping does not know (warnings). */
export function checkFit(mapping: Mapping, head: { file: string; headings: Heading[] }): ImportProblem[] {
  const inFile = new Set(head.headings.map((heading) => heading.name))
  const mapped = new Set(mapping.columns.map((column) => column.column))
  const absent = mapping.columns.filter((c) => !inFile.has(c.column) && c.role !== 'ignore' && c.role !== 'drop')
  const unmapped = head.headings.filter((heading) => !mapped.has(heading.name))
  return [
    ...absent.map((c) => problem('mapping_column_absent', { file: head.file, column: c.column })),
    ...unmapped.map((h) => problem('mapping_column_new', { file: head.file, column: h.name }, {}, 'warning'))
  ]
}

export function planOf(mapping: Mapping, headings: Heading[]): StagePlan {
  const indexOf = new Map(headings.map((heading, index) => [heading.name, index]))
  const columns = mapping.columns.flatMap((column) => {
    const index = indexOf.get(column.column)
    return index === undefined ? [] : [{ index, mapping: column }]
  })
  return {
    columns,
    signifiers: mapping.signifiers.map((signifier) => planSignifier(signifier, columns, mapping)),
    dropped: columns.filter((c) => c.mapping.role === 'drop').map((c) => c.mapping.column),
    blank: wordSet(mapping.file.blank)
  }
}

function planSignifier(signifier: MappedSignifier, columns: PlannedColumn[], mapping: Mapping): PlannedSignifier {
  const parts = columns.flatMap(({ index, mapping: column }) =>
    column.role === 'answer' && column.signifier === signifier.key ? [{ index, column: column.column, part: column.part }] : [])
  const list = 'options' in signifier ? signifier.options.map((option) => ({ ...option })) : []
  const options = new Map<string, string>()
  // Keys and labels win over the other values, so that "1" as a value never hides an option called "1".
  for (const option of list) for (const value of option.values) options.set(sameWords(value), option.key)
  for (const option of list) options.set(sameWords(option.label), option.key)
  for (const option of list) options.set(sameWords(option.key), option.key)
  return { signifier, parts, list, options, na: wordSet([...mapping.file.na, ...signifier.na]), read: new Map() }
}

/** The question as the project will know it, with the options found so far. */
export function shapeOf(planned: PlannedSignifier): SignifierShape {
  const { signifier } = planned
  return {
    key: signifier.key,
    kind: signifier.kind,
    title: signifier.title,
    options: planned.list.map(({ key, label }) => ({ key, label })),
    highLast: signifier.kind === 'likert' ? signifier.highLast : null,
    anchors: 'anchors' in signifier ? [...signifier.anchors] : [],
    stones: signifier.kind === 'stones' ? signifier.stones.map((stone) => ({ ...stone })) : [],
    linkedTo: signifier.kind === 'text' ? signifier.linkedTo : null
  }
}
