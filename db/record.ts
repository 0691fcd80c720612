// The one way in which rows change: through an op, in the same transaction. Reads entities.ts for what may change.
import type { Id } from '../shared/domain/ids.ts'
import { ENTITIES, type Entity, type EntityName, type Field } from './entities.ts'
import { toBlob, toId } from './ids.ts'
import { cellOf, highestClock, writeStamp } from './stamps.ts'
import type { Store } from './store.ts'
import { settleCoding, settleText } from './text-bodies.ts'

export type Value = string | number | boolean | null
export type Patch = Record<string, Value>

/** What the windows hear of an op: enough to know which of their answers are old. */
export type OpHead = { kind: string; entity: EntityName; id: Id; story?: Id }

const sqlName = (entity: Entity, field: string): string => entity.fields[field]!.column ?? field

/** How a field's value goes into the file, as SQL over a named parameter. */
function placeholder(name: string, field: Field): string {
  return field.ref ? `(SELECT num FROM ${ENTITIES[field.ref].table} WHERE id = @${name})` : `@${name}`
}

function toStored(value: Value, field: Field): string | number | Buffer | null {
  if (value === null) return null
  if (field.ref || field.id) return toBlob(value as Id)
  if (field.hex) return Buffer.from(value as string, 'hex')
  return typeof value === 'boolean' ? (value ? 1 : 0) : value
}

function toWire(value: unknown, field: Field): Value {
  if (value === null) return null
  if (field.ref || field.id) return toId(value as Buffer)
  if (field.hex) return (value as Buffer).toString('hex')
  return field.bool ? value === 1 : (value as Value)
}

/** The fields of a row as the log says them, in the form of a patch; undefined when there is no such row. */
export function readFields(store: Store, name: EntityName, id: Id, fields = Object.keys(ENTITIES[name].fields)): Patch | undefined {
  const entity = ENTITIES[name]
  const columns = fields.map((field) => {
    const { ref, held } = entity.fields[field]!
    const shown = `e.${sqlName(entity, field)}`
    const column = held ? `coalesce((SELECT said FROM held h WHERE h.entity_id = e.id AND h.field = '${field}'), ${shown})` : shown
    return `${ref ? `(SELECT id FROM ${ENTITIES[ref].table} WHERE num = ${column})` : column} AS "${field}"`
  })
  const row = store.get<Record<string, unknown>>(`SELECT ${columns.join(', ') || '1'} FROM ${entity.table} e WHERE e.id = ?`, [toBlob(id)])
  return row && Object.fromEntries(fields.map((field) => [field, toWire(row[field], entity.fields[field]!)]))
}

const inserts = new Map<string, string>()

/** The statement that makes a row from these fields; put together once for each, as a merge makes 50,000 rows. */
function insertSql(name: EntityName, fields: readonly string[]): string {
  const key = `${name} ${fields.join()}`
  const known = inserts.get(key)
  if (known !== undefined) return known
  const entity = ENTITIES[name]
  const derived = Object.assign({}, ...Object.values(entity.derived ?? {})) as Record<string, string>
  const columns = ['id', ...fields.map((field) => sqlName(entity, field)), ...Object.keys(derived)]
  const values = ['@id', ...fields.map((field) => placeholder(field, entity.fields[field]!)), ...Object.values(derived)]
  const sql = `INSERT INTO ${entity.table} (${columns.join(', ')}) VALUES (${values.join(', ')})`
  inserts.set(key, sql)
  return sql
}

/**
 * Writes a new row from a patch that names every field (or those given: an op of an older Duiding lacks what came later).
 * `isSettled`: nothing follows from it for its place (a coding on the newest words).
 */
export function insertRow(store: Store, name: EntityName, id: Id, patch: Patch, fields = Object.keys(ENTITIES[name].fields), isSettled = false): void {
  store.run(insertSql(name, fields), parameters(ENTITIES[name], id, patch, fields))
  if (!isSettled) settle(store, name, id, fields)
}

/** Writes the fields of a patch into an existing row. */
export function updateRow(store: Store, name: EntityName, id: Id, patch: Patch): void {
  const entity = ENTITIES[name]
  const fields = Object.keys(patch)
  const sets = fields.flatMap((field) => [
    `${sqlName(entity, field)} = ${placeholder(field, entity.fields[field]!)}`,
    ...Object.entries(entity.derived?.[field] ?? {}).map(([column, sql]) => `${column} = ${sql}`)
  ])
  store.run(`UPDATE ${entity.table} SET ${sets.join(', ')} WHERE id = @id`, parameters(entity, id, patch, fields))
  settle(store, name, id, fields)
  for (const field of fields) if (entity.fields[field]!.held) store.run('DELETE FROM held WHERE entity_id = ? AND field = ?', [toBlob(id), field])
}

/** These fields and those that only mean something together with them. */
function withCompanions(name: EntityName, fields: string[]): string[] {
  const groups = (ENTITIES[name].together ?? []).filter((group) => group.some((field) => fields.includes(field)))
  return groups.length === 0 ? fields : [...new Set([...fields, ...groups.flat()])]
}

/** What follows from the row for other rows: the newest revision of a text, and where codings stand in it. */
function settle(store: Store, name: EntityName, id: Id, fields: readonly string[]): void {
  if (name === 'coding' && PLACING.some((field) => fields.includes(field))) settleCoding(store, id)
  if (name !== 'revision') return
  const row = store.get<{ text: number }>('SELECT text FROM revision WHERE id = ? AND body IS NOT NULL', [toBlob(id)])
  if (row) settleText(store, row.text) // without its words it changes nothing yet
}

const PLACING = ['text', 'revision', 'start', 'end']

function parameters(entity: Entity, id: Id, patch: Patch, fields: string[]): Record<string, unknown> {
  const values: Record<string, unknown> = { id: toBlob(id) }
  for (const field of fields) {
    if (patch[field] === undefined) throw new Error(`${entity.table}.${field} is missing from its op`)
    values[field] = toStored(patch[field], entity.fields[field]!)
  }
  return values
}

/** One transaction's pen. Made by transact.ts; a handler writes through it and through nothing else. */
export class Writer {
  readonly store: Store
  readonly ops: OpHead[] = []
  /** Coders with ops in this transaction, each with the kind of the first. */
  readonly acts = new Map<Id, string>()
  /** Something was written that can change which codes are held (db/held.ts). */
  touchesCodes = false
  #coder: Id | null
  readonly now: number
  #tx: number
  #next: number
  #hlc: number

  constructor(store: Store, coder: Id | null, now: number) {
    this.store = store
    this.#coder = coder
    this.now = now
    const replica = store.replica!.num
    const last = store.get<{ rseq: number | null }>('SELECT max(rseq) AS rseq FROM op WHERE replica = ?', [replica])!.rseq ?? 0
    this.#tx = this.#next = last + 1
    this.#hlc = Math.max(now * 1024, highestClock(store) + 1, store.clock + 1)
  }

  /** The number of this transaction: rseq of its first op. */
  get tx(): number {
    return this.#tx
  }

  /** What follows is written on this coder's name; null: on nobody's. Only for work that brings in several people's. */
  as(coder: Id | null): void {
    this.#coder = coder
  }

  /** What the coder did so far in this transaction goes by this name, when it is undone; not by that of its first op. */
  actIs(kind: string): void {
    if (this.#coder && this.acts.has(this.#coder)) this.acts.set(this.#coder, kind)
  }

  /** Makes a row; the patch must name every field of the entity. */
  insert(kind: string, entity: EntityName, id: Id, patch: Patch, about?: { story?: Id }): void {
    insertRow(this.store, entity, id, patch)
    this.#log(kind, entity, id, patch, null, null, about)
  }

  /** Changes fields of a row. Values that are already so are left out; without any other nothing is written (false). */
  change(kind: string, entity: EntityName, id: Id, patch: Patch, about?: { story?: Id }): boolean {
    const before = readFields(this.store, entity, id, withCompanions(entity, Object.keys(patch)))
    if (!before) throw new Error(`${kind}: no ${entity} ${id}`)
    const fields = withCompanions(entity, Object.keys(patch).filter((field) => before[field] !== patch[field]))
    if (fields.length === 0) return false
    const changed = Object.fromEntries(fields.map((field) => [field, field in patch ? patch[field]! : before[field]!]))
    updateRow(this.store, entity, id, changed)
    const prev = this.#claim(id, fields)
    this.#log(kind, entity, id, changed, Object.fromEntries(fields.map((field) => [field, before[field]!])), prev, about)
    return true
  }

  /**
   * A person chose between values that were written side by side. Written even where the value stays as it is: `heads` names,
   * by field, every stamp it settles ('hlc.replica.rseq', a space between), so that the choice holds in every copy.
   */
  settle(kind: string, entity: EntityName, id: Id, patch: Patch, heads: Record<string, string>): void {
    const before = readFields(this.store, entity, id, Object.keys(patch))
    if (!before) throw new Error(`${kind}: no ${entity} ${id}`)
    updateRow(this.store, entity, id, patch)
    this.#claim(id, Object.keys(patch))
    for (const field of Object.keys(patch)) this.store.run('DELETE FROM rival WHERE entity_id = ? AND field = ?', [toBlob(id), field])
    this.#log(kind, entity, id, patch, before, heads)
  }

  /** Puts our stamp on the fields; gives the stamps that stood there, by field. */
  #claim(id: Id, fields: string[]): Record<string, string> {
    const prev: Record<string, string> = {}
    for (const field of fields) {
      const head = cellOf(this.store, toBlob(id), field)
      if (head) prev[field] = writeStamp(head)
      this.store.run('INSERT OR REPLACE INTO cell (entity_id, field, hlc, replica, rseq) VALUES (?, ?, ?, ?, ?)',
        [toBlob(id), field, this.#hlc, this.store.replica!.num, this.#next])
    }
    return prev
  }

  #log(kind: string, entity: EntityName, id: Id, patch: Patch, before: Patch | null, prev: Record<string, string> | null, about?: { story?: Id }): void {
    this.store.run(
      'INSERT INTO op (replica, rseq, hlc, tx, coder, kind, entity, entity_id, patch, before, prev) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      [this.store.replica!.num, this.#next++, this.#hlc++, this.#tx, this.#coder && toBlob(this.#coder), kind, entity, toBlob(id),
        JSON.stringify(patch), before && JSON.stringify(before), prev && Object.keys(prev).length > 0 ? JSON.stringify(prev) : null])
    this.store.clock = this.#hlc
    this.touchesCodes ||= entity === 'code' || ((entity === 'coding' || entity === 'theme_part') && before !== null)
    if (this.#coder && !this.acts.has(this.#coder)) this.acts.set(this.#coder, kind)
    this.ops.push({ kind, entity, id, ...about })
  }
}
