// Changing a mapping as a person does in the wizard: another meaning for a column, another kind of question for some columns.
//
//   setRole(mapping, head, 'Datum', 'collectedOn')          // one column, a plain role; details guessed from the sample
//   askAs(mapping, head, ['Plan a', 'Plan b', 'Plan c'], 'triad')   // these columns are one question of this kind
//   holdNa(mapping, head, 'Plan: n.v.t.', 'Plan')            // this column says "n.v.t." for that question
//   kindsFor(head, columns)                                  // which kinds these columns can be
//   changeSignifier(mapping, key, (signifier) => …)          // words, options, scale, high end; the key stays
//   columnsOf(mapping, key)                                  // the columns that hold a question
//
// Every function gives a new mapping that fits itself (checkMapping): a question without columns goes, a role that only one
// column can have moves. `head` needs headings and a sample only; words a person gave a question are kept where they can be.
import type { ColumnLook, Looked } from './column-look.ts'
import type { AnswerPart, ColumnMapping, DropReason, MappedOption, MappedSignifier, Mapping } from './mapping.ts'
import type { SignifierKind } from '../domain/signifier.ts'
import { lookAtColumns } from './column-look.ts'
import { axisOf, groupOf } from './column-groups.ts'
import { yesAmong } from './known-roles.ts'
import { findLikert } from './likert-scales.ts'
import { privateBy } from './privacy-columns.ts'
import { anchorsIn, delimiterIn, inOrder } from './single-questions.ts'

export type Head = Looked
export type PlainRole = Exclude<ColumnMapping['role'], 'answer'>
/** Roles of which a story has one. */
const SINGLE = new Set<ColumnMapping['role']>(['storyText', 'sourceId', 'group', 'teller', 'wave', 'collectedOn', 'language', 'channel', 'consent'])

/** One column gets a plain role. The column that had a single role before is ignored from then on. */
export function setRole(mapping: Mapping, head: Head, column: string, role: PlainRole): Mapping {
  const changed = plainMeaning(lookFor(head, column), column, role)
  const columns = mapping.columns.map((other): ColumnMapping => (SINGLE.has(role) && other.role === role && other.column !== column ? { column: other.column, role: 'ignore' } : other))
  return settled(mapping, head, [changed], columns, mapping.signifiers)
}

/** These columns become one question. When they were one already it keeps its key, words and n.v.t. values. */
export function askAs(mapping: Mapping, head: Head, columns: string[], kind: SignifierKind): Mapping {
  const looks = columns.map((column) => lookFor(head, column))
  const before = mapping.signifiers.find((s) => sameColumns(answerColumns(mapping, s.key), columns))
  const group = groupOf(looks)
  const asked = { key: before?.key ?? freeKey(mapping, group.base), title: before?.title ?? group.title, na: before?.na ?? [] }
  const parts = partsFor(kind, looks, group.rests)
  const signifier = questionOf(kind, asked, looks, group.rests, before)
  // A column beside the question that says "n.v.t." stays with it.
  const naColumns = mapping.columns.filter((c) => c.role === 'answer' && c.signifier === asked.key && c.part.is === 'na' && !columns.includes(c.column))
  const held = columns.map((column, i): ColumnMapping => ({ column, role: 'answer', signifier: asked.key, part: parts[i]! }))
  const others = mapping.columns.map((c): ColumnMapping => (c.role === 'answer' && c.signifier === asked.key && !columns.includes(c.column) && !naColumns.includes(c) ? { column: c.column, role: 'ignore' } : c))
  return settled(mapping, head, held, others, before ? mapping.signifiers.map((s) => (s === before ? signifier : s)) : [...mapping.signifiers, signifier])
}

/** This column is ticked when the teller found the question did not apply. */
export function holdNa(mapping: Mapping, head: Head, column: string, key: string): Mapping {
  return settled(mapping, head, [{ column, role: 'answer', signifier: key, part: { is: 'na' } }], mapping.columns, mapping.signifiers)
}

/** Changes a question's words, options, anchors, scale or high end; its key and kind stay what they are. */
export function changeSignifier(mapping: Mapping, key: string, change: (signifier: MappedSignifier) => MappedSignifier): Mapping {
  return { ...mapping, signifiers: mapping.signifiers.map((signifier) => (signifier.key === key ? { ...change(signifier), key } : signifier)) }
}

/** This column asks what the project asked before under another heading: the question takes that key. Unchanged where the key is taken. */
export function sameQuestion(mapping: Mapping, key: string, known: string): Mapping {
  if (mapping.signifiers.some((signifier) => signifier.key === known)) return mapping
  return {
    ...mapping,
    columns: mapping.columns.map((column) => (column.role === 'answer' && column.signifier === key ? { ...column, signifier: known } : column)),
    signifiers: mapping.signifiers.map((signifier) => {
      const renamed = signifier.key === key ? { ...signifier, key: known } : signifier
      return renamed.kind === 'text' && renamed.linkedTo === key ? { ...renamed, linkedTo: known } : renamed
    })
  }
}

export function columnsOf(mapping: Mapping, key: string): string[] {
  return mapping.columns.flatMap((column) => (column.role === 'answer' && column.signifier === key ? [column.column] : []))
}

/** The kinds these columns can be, the likeliest first; a triad needs three columns of shares or an x and a y. */
export function kindsFor(head: Head, columns: string[]): SignifierKind[] {
  const looks = columns.map((column) => lookFor(head, column))
  if (looks.length === 0) return []
  const numeric = looks.every((look) => look.numbers !== null || look.filled.length === 0)
  if (looks.length === 1) {
    const kinds: SignifierKind[] = ['choice', 'likert', 'multi', 'text']
    return numeric ? ['slider', 'number', 'likert', 'choice', 'multi', 'text'] : looks[0]!.date ? ['date', ...kinds] : kinds
  }
  const axes = looks.map((look) => axisOf(look))
  const placed = axes.every((axis) => axis !== null)
  return [
    ...(numeric && (looks.length === 3 || (looks.length === 2 && placed)) ? ['triad' as const] : []),
    ...(numeric && looks.length === 2 && !placed ? ['slider' as const] : []),
    // Without x and y in their names they are stones on one line.
    ...(numeric ? ['stones' as const] : []),
    'multi'
  ]
}

function plainMeaning(look: ColumnLook, column: string, role: PlainRole): ColumnMapping {
  if (role === 'collectedOn') return { column, role, date: look.date ?? 'd-m-y' }
  if (role === 'consent') return { column, role, yes: yesAmong(look) }
  if (role === 'drop') return { column, role, reason: (privateBy(look) ?? 'name') satisfies DropReason }
  return { column, role }
}

function partsFor(kind: SignifierKind, looks: ColumnLook[], rests: string[]): AnswerPart[] {
  if (kind === 'multi' && looks.length > 1) return rests.map((option) => ({ is: 'tick', option }))
  if (kind === 'stones') {
    return looks.map((look, i) => {
      const axis = axisOf(look)
      return { is: axis?.is ?? 'x', stone: axis?.stone ?? rests[i]! }
    })
  }
  if (kind === 'triad' && looks.length === 2) return looks.map((look, i) => ({ is: axisOf(look)?.is ?? (i === 0 ? 'x' : 'y') }))
  if (kind === 'triad' || (kind === 'slider' && looks.length === 2)) return looks.map((_, anchor) => ({ is: 'share', anchor: Math.min(anchor, 2) }))
  return looks.map(() => ({ is: 'value' }))
}

type Asked = { key: string; title: string; na: string[] }

function questionOf(kind: SignifierKind, asked: Asked, looks: ColumnLook[], rests: string[], before: MappedSignifier | undefined): MappedSignifier {
  const look = looks[0]!
  const to = Math.max(0, ...looks.flatMap((one) => one.numbers ?? [])) > 1.000001 ? 100 : 1
  const known = before && 'options' in before ? before.options : null
  switch (kind) {
    case 'choice': return { ...asked, kind, options: known ?? optionsFrom(look.distinct), unknown: 'option' }
    case 'likert': {
      const scale = findLikert(known?.map((option) => option.label) ?? look.distinct)
      return { ...asked, kind, options: known ?? optionsFrom(scale?.options ?? look.distinct), unknown: 'option', highLast: before?.kind === 'likert' ? before.highLast : true }
    }
    case 'multi':
      if (looks.length > 1) return { ...asked, kind, options: rests.map((rest) => ({ key: rest, label: rest, values: [] })), unknown: 'problem', delimiter: null, ticked: [], unticked: [] }
      return { ...asked, kind, options: optionsFrom(partsOf(look)), unknown: 'option', delimiter: delimiterIn(look) ?? ';', ticked: [], unticked: [] }
    case 'slider': return { ...asked, kind, anchors: before && 'anchors' in before ? before.anchors.slice(0, 2) : looks.length === 2 ? rests : anchorsIn(look.title), scale: { from: 0, to } }
    case 'triad': return { ...asked, kind, anchors: looks.length === 3 ? [rests[0]!, rests[1]!, rests[2]!] : ['', '', ''], whole: to, top: 'share' }
    case 'stones': {
      const names = [...new Set(looks.map((one, i) => axisOf(one)?.stone ?? rests[i]!))]
      return { ...asked, kind, anchors: [], scale: { from: 0, to }, stones: names.map((name) => ({ key: name, label: shortName(name, asked.key) })) }
    }
    case 'number': return { ...asked, kind }
    case 'date': return { ...asked, kind, date: look.date ?? 'd-m-y' }
    case 'text': return { ...asked, kind, linkedTo: null, ticksOption: null }
  }
}

/** New meanings over the old ones, columns in the order of the file, and no question left without a column. */
function settled(mapping: Mapping, head: Head, changed: ColumnMapping[], columns: ColumnMapping[], signifiers: MappedSignifier[]): Mapping {
  const meaning = new Map([...columns, ...changed].map((column) => [column.column, column]))
  const order = [...new Set([...head.headings.map((heading) => heading.name), ...meaning.keys()])]
  const ordered = order.flatMap((name) => meaning.get(name) ?? [])
  // A column of n.v.t. alone holds no question.
  const asked = new Set(ordered.flatMap((column) => (column.role === 'answer' && column.part.is !== 'na' ? [column.signifier] : [])))
  const kept = signifiers.filter((signifier) => asked.has(signifier.key))
  return {
    ...mapping,
    columns: ordered.map((column): ColumnMapping => (column.role === 'answer' && !asked.has(column.signifier) ? { column: column.column, role: 'ignore' } : column)),
    signifiers: kept.map((signifier) => unlinked(signifier, kept))
  }
}

function answerColumns(mapping: Mapping, key: string): string[] {
  return mapping.columns.flatMap((c) => (c.role === 'answer' && c.signifier === key && c.part.is !== 'na' ? [c.column] : []))
}

function sameColumns(one: string[], other: string[]): boolean {
  return one.length === other.length && one.every((column) => other.includes(column))
}

/** "Anders, namelijk" of a question that went, or lost its option, is a text of its own. */
function unlinked(signifier: MappedSignifier, all: MappedSignifier[]): MappedSignifier {
  if (signifier.kind !== 'text' || signifier.linkedTo === null) return signifier
  const linked = all.find((other) => other.key === signifier.linkedTo)
  if (!linked) return { ...signifier, linkedTo: null, ticksOption: null }
  const hasOption = 'options' in linked && linked.options.some((option) => option.key === signifier.ticksOption)
  return hasOption ? signifier : { ...signifier, ticksOption: null }
}

function lookFor(head: Head, column: string): ColumnLook {
  const index = head.headings.findIndex((heading) => heading.name === column)
  return lookAtColumns(head)[index] ?? { name: column, title: column, index: -1, filled: [], distinct: [], meanLength: 0, numbers: null, unsaid: [], date: null, ticks: false, hasNa: false }
}

function optionsFrom(labels: string[]): MappedOption[] {
  return inOrder(labels).map((label) => ({ key: label, label, values: [] }))
}

function partsOf(look: ColumnLook): string[] {
  const delimiter = delimiterIn(look) ?? ';'
  return [...new Set(look.distinct.flatMap((cell) => cell.split(delimiter).map((part) => part.trim()).filter((part) => part !== '')))]
}

function freeKey(mapping: Mapping, wanted: string): string {
  let key = wanted
  for (let n = 2; mapping.signifiers.some((signifier) => signifier.key === key); n++) key = `${wanted} (${n})`
  return key
}

function shortName(name: string, base: string): string {
  return name.startsWith(base) && name.length > base.length ? name.slice(base.length).replace(/^[\s_:›/[-]+/, '') : name
}
