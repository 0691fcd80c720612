// Rows of the file and the values of a patch: what entities.ts lists, in the form in which each is stored, and what follows from a row.
// Only through ops: record.ts writes our own, replication/ those of others.
import type { Id } from '../shared/domain/ids.ts'
import { ENTITIES, type Entity, type EntityName, type Field } from './entities.ts'
import { toBlob, toId } from './ids.ts'
import type { Store } from './store.ts'
import { settleCoding, settleText } from './text-bodies.ts'

export type Value = string | number | boolean | null
export type Patch = Record<string, Value>

const sqlName = (entity: Entity, field: string): string => entity.fields[field]!.column ?? field

/** The local number of a row, null where there is none. Who writes thousands of rows remembers them. */
export type Numbers = (entity: EntityName, id: Id) => number | null

export const numberIn = (store: Store): Numbers => (entity, id) =>
  (store.firsts(`SELECT num FROM ${ENTITIES[entity].table} WHERE id = ?`).get(toBlob(id)) as number | undefined) ?? null

function toStored(value: Value, field: Field, numbers: Numbers): string | number | Buffer | null {
  if (value === null) return null
  if (field.ref) return numbers(field.ref, value as Id)
  if (field.id) return toBlob(value as Id)
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

/** A statement for these fields of an entity, put together once for each choice of them, as a merge makes 50,000 rows. */
function statement(make: (entity: Entity, fields: readonly string[]) => string): (name: EntityName, fields: readonly string[]) => string {
  const made = new Map<string, string>()
  return (name, fields) => {
    const key = `${name} ${fields.join()}`
    const sql = made.get(key) ?? make(ENTITIES[name], fields)
    made.set(key, sql)
    return sql
  }
}

/** Makes a row from these fields. */
const insertSql = statement((entity, fields) => {
  const derived = Object.assign({}, ...Object.values(entity.derived ?? {})) as Record<string, string>
  const columns = ['id', ...fields.map((field) => sqlName(entity, field)), ...Object.keys(derived)]
  const values = ['@id', ...fields.map((field) => `@${field}`), ...Object.values(derived)]
  return `INSERT INTO ${entity.table} (${columns.join(', ')}) VALUES (${values.join(', ')})`
})

/** Writes a new row from a patch that names every field. */
export function insertRow(store: Store, name: EntityName, id: Id, patch: Patch): void {
  const fields = Object.keys(ENTITIES[name].fields)
  store.run(insertSql(name, fields), parameters(name, id, patch, fields, numberIn(store)))
  settle(store, name, id, fields)
}

/**
 * Writes a new row from the fields that its patch has (an op of an older Duiding lacks what came later), unless it is there already.
 * `isSettled`: nothing follows from it for its place (a coding on the newest words). Gives its local number, null when it was there.
 */
export function makeRow(store: Store, name: EntityName, id: Id, patch: Patch, numbers: Numbers, isSettled: boolean): number | null {
  const fields = Object.keys(patch)
  const { changes, lastInsertRowid } = store.run(`${insertSql(name, fields)} ON CONFLICT (id) DO NOTHING`, parameters(name, id, patch, fields, numbers))
  if (changes === 0) return null
  if (!isSettled) settle(store, name, id, fields)
  return Number(lastInsertRowid)
}

const updateSql = statement((entity, fields) => {
  const sets = fields.flatMap((field) => [
    `${sqlName(entity, field)} = @${field}`, ...Object.entries(entity.derived?.[field] ?? {}).map(([column, sql]) => `${column} = ${sql}`)
  ])
  return `UPDATE ${entity.table} SET ${sets.join(', ')} WHERE id = @id`
})

/** Writes the fields of a patch into an existing row. */
export function updateRow(store: Store, name: EntityName, id: Id, patch: Patch, numbers = numberIn(store)): void {
  const fields = Object.keys(patch)
  store.run(updateSql(name, fields), parameters(name, id, patch, fields, numbers))
  settle(store, name, id, fields)
  for (const field of fields) if (ENTITIES[name].fields[field]!.held) store.run('DELETE FROM held WHERE entity_id = ? AND field = ?', [toBlob(id), field])
}

/** What follows from the row for other rows: the newest revision of a text, and where codings stand in it. */
function settle(store: Store, name: EntityName, id: Id, fields: readonly string[]): void {
  if (name === 'coding' && PLACING.some((field) => fields.includes(field))) settleCoding(store, id)
  if (name !== 'revision') return
  const row = store.get<{ text: number }>('SELECT text FROM revision WHERE id = ? AND body IS NOT NULL', [toBlob(id)])
  if (row) settleText(store, row.text) // without its words it changes nothing yet
}

const PLACING = ['text', 'revision', 'start', 'end']

function parameters(name: EntityName, id: Id, patch: Patch, fields: readonly string[], numbers: Numbers): Record<string, unknown> {
  const values: Record<string, unknown> = { id: toBlob(id) }
  for (const field of fields) {
    if (patch[field] === undefined) throw new Error(`${name}.${field} is missing from its op`)
    values[field] = toStored(patch[field], ENTITIES[name].fields[field]!, numbers)
  }
  return values
}
