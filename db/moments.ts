// The project as it was at a moment: read from the log, which tells of every row what it was after any op. A moment is the
// place of its last op in the file (`seq`). Words of stories, answers and questions are content of imports and not in the log.
import type { Id } from '../shared/domain/ids.ts'
import { findSameCoding } from './codings.ts'
import { ENTITIES, type EntityName } from './entities.ts'
import { withoutOnce } from './gestures.ts'
import { holdCodes } from './held.ts'
import { toBlob, toId } from './ids.ts'
import { updateRow, type Patch, type Value } from './rows.ts'
import { removeStaged } from './staging.ts'
import type { Store } from './store.ts'
import { settleText } from './text-bodies.ts'
import { transact, type Act } from './transact.ts'

/** What going back leaves alone: who takes part, what each read and wrote down is theirs; stories and texts have their own way. */
const NOT_PUT_BACK = new Set<EntityName>(['coder', 'reading', 'memo', 'talk', 'import', 'story', 'text', 'revision', 'teller', 'expectation'])
/** At most this long a lock, then a pause in which others write (milliseconds). */
const LOCK = 80
const PAUSE = 40

type RowThen = { entity: EntityName; id: Id; /** Null: it was not there yet. */ was: Patch | null }

/** When an op was made, in milliseconds since 1970; null when there is none with that seq. */
export function momentOf(store: Store, seq: number): number | null {
  const row = store.get<{ hlc: number }>('SELECT hlc FROM op WHERE seq = ?', [seq])
  return row ? Math.floor(row.hlc / 1024) : null
}

/** Every row that an op after `seq` touched, as it was then: of each field what the op with the highest stamp up to there said. */
function rowsAt(store: Store, seq: number): RowThen[] {
  const touched = store.all<{ entity: EntityName; entity_id: Buffer }>('SELECT DISTINCT entity, entity_id FROM op WHERE seq > ?', [seq])
  const ops = store.sql('SELECT patch, before FROM op WHERE entity_id = ? AND entity = ? AND seq <= ? ORDER BY hlc, replica')
  return touched.filter(({ entity }) => Object.hasOwn(ENTITIES, entity)).map(({ entity, entity_id }) => {
    const said = ops.all(entity_id, entity, seq) as { patch: string; before: string | null }[]
    const isMadeByImport = said.length === 0 && store.get<{ before: string | null }>('SELECT before FROM op WHERE entity_id = ? AND entity = ? ORDER BY seq LIMIT 1', [entity_id, entity])!.before !== null
    const was = isMadeByImport || said.length > 0 ? { ...firstBefore(store, entity, entity_id, seq), ...(Object.assign({}, ...said.map(({ patch }) => JSON.parse(patch) as Patch)) as Patch) } : null
    return { entity, id: toId(entity_id), was }
  })
}

/** Fields that no op up to there wrote: what the first op after it found. */
function firstBefore(store: Store, entity: EntityName, id: Buffer, seq: number): Patch {
  const later = store.all<{ before: string | null }>('SELECT before FROM op WHERE entity_id = ? AND entity = ? AND seq > ? ORDER BY seq DESC', [id, entity, seq])
  return Object.assign({}, ...later.map(({ before }) => JSON.parse(before ?? '{}') as Patch)) as Patch
}

/**
 * Puts back every row that stood at `seq` as it stood; rows made since stay. Ops like any other, so colleagues see it and nothing
 * leaves the log. In batches: cut short it is done in part, and doing it again does the rest. Gives how many rows changed.
 */
export async function goBackTo(store: Store, act: Omit<Act, 'undoable'>, seq: number): Promise<number> {
  const rows = rowsAt(store, seq).filter(({ entity, was }) => was !== null && !NOT_PUT_BACK.has(entity))
  let changes = 0
  for (let next = 0; next < rows.length;) {
    await transact(store, { ...act, undoable: false }, (write) => {
      const until = Date.now() + LOCK
      while (next < rows.length && Date.now() < until) {
        const { entity, id, was } = rows[next++]!
        if (standsAnew(store, entity, id, was!)) continue
        if (write.change('project.restored', entity, id, withoutOnce(entity, was!))) changes++
      }
    })
    if (next < rows.length) await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
  return changes
}

/** A coding that was taken away and made again at the same place since: one of the two is enough. */
function standsAnew(store: Store, entity: EntityName, id: Id, was: Patch): boolean {
  if (entity !== 'coding' || was.removed !== false) return false
  const row = store.get<{ coder: Buffer; text: Buffer; code: Buffer; start: number; end: number }>(
    `SELECT p.id AS coder, t.id AS text, k.id AS code, c.start, c."end" FROM coding c JOIN coder p ON p.num = c.coder JOIN text t ON t.num = c.text JOIN code k ON k.num = c.code WHERE c.id = ?`, [toBlob(id)])!
  const same = findSameCoding(store, toId(row.coder), (was.code ?? toId(row.code)) as Id, toId(row.text), (was.start ?? row.start) as number, (was.end ?? row.end) as number)
  return same !== undefined && same !== id
}

/**
 * Turns a copy into the project as it was at `seq`: rows, log and stamps; later imports are taken out. For a copy only: the log
 * itself ends there. Answers that a later export changed stay as they are now: `answersOfLater` tells how many stories that concerns.
 */
export function rewind(store: Store, seq: number): { answersOfLater: number } {
  const answersOfLater = store.get<{ n: number }>(`SELECT count(DISTINCT entity_id) AS n FROM op WHERE seq > ? AND kind = 'story.answered'`, [seq])!.n
  store.db.transaction(() => {
    store.db.pragma('defer_foreign_keys = ON')
    const rows = rowsAt(store, seq)
    store.run('DELETE FROM kept_op WHERE seq > ?', [seq])
    store.run('DELETE FROM op WHERE seq > ?', [seq])
    store.run('DELETE FROM rival WHERE NOT EXISTS (SELECT 1 FROM op o WHERE o.replica = rival.replica AND o.rseq = rival.rseq)')
    store.run('DELETE FROM gesture') // undoing is for the coder at the desk of then
    store.run('DELETE FROM presence')
    store.run('UPDATE visit SET seq = min(seq, ?)', [seq])
    const corrected = new Set(rows.filter(({ entity }) => entity === 'revision').map(({ id }) => store.get<{ text: number }>('SELECT text FROM revision WHERE id = ?', [toBlob(id)])!.text))
    for (const { entity, id, was } of rows) {
      if (was === null) store.run(`DELETE FROM ${ENTITIES[entity].table} WHERE id = ?`, [toBlob(id)])
      else updateRow(store, entity, id, was)
      stampAnew(store, id)
    }
    for (const text of corrected) settleText(store, text)
    for (const { num } of store.all<{ num: number }>(`SELECT num FROM import WHERE state = 'staged'`)) {
      takeOutImport(store, num)
    }
    holdCodes(store)
  })()
  return { answersOfLater }
}

/** An import that was live later: its stories, its questions with the answers that older stories got to them, its groups and tellers. */
function takeOutImport(store: Store, num: number): void {
  const its = (table: string): string => `(SELECT num FROM ${table} WHERE import = @num)`
  store.run(`DELETE FROM answer WHERE signifier IN ${its('signifier')} OR option IN ${its('option')} OR (part >= 0 AND part / 2 IN ${its('stone')} AND signifier IN (SELECT signifier FROM stone))`, { num })
  store.run(`DELETE FROM revision WHERE text IN (SELECT num FROM text WHERE signifier IN ${its('signifier')})`, { num })
  store.run(`DELETE FROM text WHERE signifier IN ${its('signifier')}`, { num })
  store.run(`UPDATE story SET teller = NULL WHERE teller IN ${its('teller')} AND import <> @num`, { num })
  store.run('UPDATE story SET content_import = NULL WHERE content_import = @num', { num })
  store.run('UPDATE text SET import = NULL WHERE import = @num', { num })
  store.run(`UPDATE story SET state = 'staged' WHERE import = @num`, { num })
  while (removeStaged(store, num, 500)) { /* the next five hundred */ }
}

/** The stamps of a row's fields after its log was cut. */
function stampAnew(store: Store, id: Id): void {
  store.run('DELETE FROM cell WHERE entity_id = ?', [toBlob(id)])
  const ops = store.all<{ hlc: number; replica: number; rseq: number; patch: string }>('SELECT hlc, replica, rseq, patch FROM op WHERE entity_id = ? AND before IS NOT NULL ORDER BY hlc, replica', [toBlob(id)])
  for (const { hlc, replica, rseq, patch } of ops) {
    for (const field of Object.keys(JSON.parse(patch) as Record<string, Value>)) {
      store.run('INSERT OR REPLACE INTO cell (entity_id, field, hlc, replica, rseq) VALUES (?, ?, ?, ?, ?)', [toBlob(id), field, hlc, replica, rseq])
    }
  }
}
