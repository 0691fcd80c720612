// Two coders who are one person, from two copies: all that stands on the one's name goes to the other. The log keeps who did what as which.
import type { Target } from '../shared/contract/theme.ts'
import { sameName } from '../shared/domain/names.ts'
import type { Id } from '../shared/domain/ids.ts'
import { listCoders } from './coders.ts'
import { bearsWork, findSameCoding } from './codings.ts'
import { ENTITIES, type EntityName } from './entities.ts'
import { toBlob, toId } from './ids.ts'
import { findReading } from './readings.ts'
import type { Writer } from './record.ts'
import { readFields, type Value } from './rows.ts'
import { visibleCodings } from './scope.ts'
import type { Store } from './store.ts'
import { verdictId } from './themes.ts'

const KIND = 'coder.merged'
/** These know their coder by their own id, or must not double: each has its own way. */
const OWN_WAY = new Set<EntityName>(['coding', 'reading', 'theme_verdict'])
/** Texts in which coders are named by their ids. */
const MENTIONS: Partial<Record<EntityName, string>> = { talk: 'coders', selection: 'rule', view: 'body' }

/** People of one name, the one with most codings first; also one who was joined to another and of whom work arrived later. */
export function listSameCoders(store: Store, viewer: Id | null): { id: Id; name: string; codings: number }[][] {
  const visible = visibleCodings(store, viewer)
  const rows = store.all<{ num: number; id: Buffer; name: string; removed: number; codings: number }>(
    `SELECT k.num, k.id, k.name, k.removed, (SELECT count(*) FROM coding c WHERE c.coder = k.num AND ${visible.sql}) AS codings FROM coder k WHERE k.role <> 'consensus' ORDER BY k.num`, visible.parameters)
    .map(({ id, removed, ...row }) => ({ ...row, id: toId(id), isGone: removed === 1 })).filter(({ isGone, codings }) => !isGone || codings > 0)
  const groups = rows.reduce<typeof rows[]>((all, row) => {
    const group = all.find(([first]) => sameName(first!.name, row.name))
    if (group) group.push(row)
    else all.push([row])
    return all
  }, [])
  return groups.filter((group) => group.length > 1 && group.some(({ isGone }) => !isGone))
    .map((group) => group.toSorted((a, b) => Number(a.isGone) - Number(b.isGone) || b.codings - a.codings).map(({ id, name, codings }) => ({ id, name, codings })))
}

/** Everything of `from` is now of `into`, and `from` takes no part any more. */
export function mergeCoders(write: Writer, from: Id, into: Id): void {
  const { store } = write
  const num = store.get<{ num: number }>('SELECT num FROM coder WHERE id = ?', [toBlob(from)])!.num
  moveCodings(write, num, into)
  moveReadings(write, num, into)
  moveVerdicts(write, num, into)
  for (const [name, { table, fields }] of Object.entries(ENTITIES) as [EntityName, (typeof ENTITIES)[EntityName]][]) {
    if (OWN_WAY.has(name)) continue
    for (const [field, { ref, column }] of Object.entries(fields)) {
      if (ref === 'coder') for (const id of idsWhere(store, table, `${column ?? field} = ?`, num)) write.change(KIND, name, id, { [field]: into })
    }
    const text = MENTIONS[name]
    if (text) for (const id of idsWhere(store, table, `instr(${text}, ?) > 0`, from)) write.change(KIND, name, id, { [text]: String(readFields(store, name, id, [text])![text]).replaceAll(from, into) })
  }
  write.change(KIND, 'coder', from, { removed: true })
}

const idsWhere = (store: Store, table: string, condition: string, value: number | string): Id[] =>
  store.all<{ id: Buffer }>(`SELECT id FROM ${table} WHERE id IS NOT NULL AND ${condition} ORDER BY num`, [value]).map(({ id }) => toId(id))

/** Of two codings of one code over one passage, one stays; both, when something was laid on the one that would go. */
function moveCodings(write: Writer, from: number, into: Id): void {
  const rows = write.store.all<{ id: Buffer; story: Buffer; text: Buffer; code: Buffer; start: number; end: number; removed: number }>(
    `SELECT c.id, s.id AS story, t.id AS text, k.id AS code, c.at_start AS start, c.at_end AS "end", c.removed FROM coding c JOIN story s ON s.num = c.story JOIN text t ON t.num = c.text
     JOIN code k ON k.num = c.code WHERE c.coder = ? ORDER BY c.num`, [from])
  for (const { id, story, text, code, start, end, removed } of rows) {
    const isThere = removed === 0 && findSameCoding(write.store, into, toId(code), toId(text), start, end) !== undefined && !bearsWork(write.store, toId(id))
    write.change(KIND, 'coding', toId(id), isThere ? { removed: true } : { coder: into }, { story: toId(story) })
  }
}

/** Read by either is read; a reading is known by story and coder, so it is made anew. */
function moveReadings(write: Writer, from: number, into: Id): void {
  const rows = write.store.all<{ id: Buffer; story: Buffer }>('SELECT r.id, s.id AS story FROM reading r JOIN story s ON s.num = r.story WHERE r.coder = ? ORDER BY r.num', [from])
  for (const { id, story: storyId } of rows) {
    const [story, was] = [toId(storyId), readFields(write.store, 'reading', toId(id))!]
    const { id: own, row } = findReading(write.store, story, into)
    const either = { done: Boolean(was.done) || Boolean(row?.done), revealed: Boolean(was.revealed) || Boolean(row?.revealed), position: Math.max(Number(was.position), row?.position ?? 0) }
    // Made unread, then read: what was made can't be unmade, and undoing is to leave it unread.
    if (!row) write.insert(KIND, 'reading', own, { ...was, coder: into, done: false }, { story })
    write.change(KIND, 'reading', own, either, { story })
    write.change(KIND, 'reading', toId(id), { done: false }, { story })
  }
}

function moveVerdicts(write: Writer, from: number, into: Id): void {
  for (const id of idsWhere(write.store, 'theme_verdict', 'removed = 0 AND coder = ?', from)) {
    const was = readFields(write.store, 'theme_verdict', id)! as Record<string, Value>
    const target = (was.coding === null ? { story: was.story } : { coding: was.coding }) as Target
    const own = verdictId(write.store, was.theme as Id, target, into)
    if (!readFields(write.store, 'theme_verdict', own)) write.insert(KIND, 'theme_verdict', own, { ...was, coder: into })
    write.change(KIND, 'theme_verdict', id, { removed: true })
  }
}

/** Who leads goes on leading: nobody does after the one of two who did is gone. */
export const leadsAlone = (store: Store, coder: Id): boolean => {
  const leads = listCoders(store).filter(({ role }) => role === 'lead')
  return leads.length === 1 && leads[0]!.id === coder
}
