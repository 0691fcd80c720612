// A proposal while it is being made: which columns have a meaning already, which are still free, and why.
import type { ColumnMapping, MappedSignifier } from './mapping.ts'
import type { ColumnLook } from './column-look.ts'
import type { ReasonKey } from './reason-sentences.ts'
import type { TableHead } from './table.ts'
import type { Values } from './messages.ts'

export type Confidence = 'sure' | 'likely' | 'guess'
export type ColumnNote = { column: string; confidence: Confidence; reason: ReasonKey; values: Values }
/** What a column means, without its name. */
export type Meaning = ColumnMapping extends infer M ? (M extends ColumnMapping ? Omit<M, 'column'> : never) : never
export type Because = { reason: ReasonKey; confidence?: Confidence; values?: Values }

export type Draft = {
  head: TableHead
  looks: ColumnLook[]
  signifiers: MappedSignifier[]
  /** Columns without a meaning yet, in the order of the file. */
  free(): ColumnLook[]
  /** The first meaning given stays; a role that only one column can have is not given twice. */
  give(look: ColumnLook, meaning: Meaning, because: Because): void
  has(role: Meaning['role']): boolean
  /** A question with the columns that hold it. A key in use gets a number behind. */
  ask(signifier: MappedSignifier, parts: { look: ColumnLook; part: Extract<Meaning, { role: 'answer' }>['part'] }[], because: Because): void
  columns(): ColumnMapping[]
  notes(): ColumnNote[]
}

const MANY = new Set<Meaning['role']>(['answer', 'ignore', 'drop'])

export function createDraft(head: TableHead, looks: ColumnLook[]): Draft {
  const given = new Map<number, { mapping: ColumnMapping; note: ColumnNote }>()
  const signifiers: MappedSignifier[] = []
  const has = (role: Meaning['role']) => [...given.values()].some(({ mapping }) => mapping.role === role)

  function give(look: ColumnLook, meaning: Meaning, { reason, confidence = 'likely', values = {} }: Because): void {
    if (given.has(look.index) || (!MANY.has(meaning.role) && has(meaning.role))) return
    const mapping: ColumnMapping = { column: look.name, ...meaning }
    given.set(look.index, { mapping, note: { column: look.name, confidence, reason, values } })
  }

  function ask(signifier: MappedSignifier, parts: Parameters<Draft['ask']>[1], because: Because): void {
    let key = signifier.key
    for (let n = 2; signifiers.some((other) => other.key === key); n++) key = `${signifier.key} (${n})`
    signifiers.push({ ...signifier, key })
    for (const { look, part } of parts) give(look, { role: 'answer', signifier: key, part }, because)
  }

  const inOrder = () => looks.flatMap((look) => given.get(look.index) ?? [])
  return {
    head, looks, signifiers, give, has, ask,
    free: () => looks.filter((look) => !given.has(look.index)),
    columns: () => inOrder().map(({ mapping }) => mapping),
    notes: () => inOrder().map(({ note }) => note)
  }
}
