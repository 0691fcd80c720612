// The mapping as the lines of a table: one per question, whatever the number of its columns, and one per other column.
import type { LookedAt } from '../../shared/contract/importing.ts'
import type { ColumnMapping, MappedSignifier, Mapping } from '../../shared/importing/mapping.ts'

export type Note = LookedAt['notes'][number]
export type Shelf = 'about' | 'questions' | 'dropped' | 'ignored'
export interface Line {
  /** Of the first column; the same as long as that column is there. */
  id: string
  shelf: Shelf
  /** Null for a column that holds no answer. */
  signifier: MappedSignifier | null
  columns: ColumnMapping[]
  note: Note | null
  /** A person should look at it. */
  isUnsure: boolean
}

export const SHELVES: Shelf[] = ['about', 'questions', 'dropped', 'ignored']
/** Proposals that only a person can confirm, however likely they are. */
const ASKING = new Set(['consent', 'likert_known', 'likert_unsure', 'likert_numbers'])

/** In the order of the file. `seen`: lines a person looked at. */
export function linesOf(mapping: Mapping, table: Pick<LookedAt, 'headings' | 'notes'>, seen: ReadonlySet<string>): Line[] {
  const order = new Map(table.headings.map(({ name }, at) => [name, at]))
  const notes = new Map(table.notes.map(note => [note.column, note]))
  const columns = mapping.columns.toSorted((a, b) => (order.get(a.column) ?? Infinity) - (order.get(b.column) ?? Infinity))
  const told = new Set<string>()
  return columns.flatMap((column): Line[] => {
    const key = column.role === 'answer' ? column.signifier : null
    if (key !== null && told.has(key)) return []
    if (key !== null) told.add(key)
    const held = key === null ? [column] : columns.filter(other => other.role === 'answer' && other.signifier === key)
    const note = notes.get(column.column) ?? null
    return [{
      id: column.column, shelf: shelfOf(column), signifier: mapping.signifiers.find(one => one.key === key) ?? null, columns: held, note,
      isUnsure: !seen.has(column.column) && note !== null && (note.confidence === 'guess' || ASKING.has(note.reason))
    }]
  })
}

function shelfOf({ role }: ColumnMapping): Shelf {
  return role === 'answer' ? 'questions' : role === 'drop' ? 'dropped' : role === 'ignore' ? 'ignored' : 'about'
}

/** The columns that hold the answer itself. */
export const valueColumns = (line: Line): string[] =>
  line.columns.flatMap(column => (column.role === 'answer' && column.part.is === 'na' ? [] : [column.column]))
