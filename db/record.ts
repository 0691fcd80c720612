// The one way in which we change rows: through an op, in the same transaction. Reads entities.ts for what may change.
import type { Id } from '../shared/domain/ids.ts'
import { ENTITIES, type EntityName } from './entities.ts'
import { toBlob } from './ids.ts'
import { insertRow, readFields, updateRow, type Patch } from './rows.ts'
import { cellOf, highestClock, writeStamp } from './stamps.ts'
import type { Store } from './store.ts'

/** What the windows hear of an op: enough to know which of their answers are old. */
export type OpHead = { kind: string; entity: EntityName; id: Id; story?: Id }

/** These fields and those that only mean something together with them. */
function withCompanions(name: EntityName, fields: string[]): string[] {
  const groups = (ENTITIES[name].together ?? []).filter((group) => group.some((field) => fields.includes(field)))
  return groups.length === 0 ? fields : [...new Set([...fields, ...groups.flat()])]
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
