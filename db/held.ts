// Codes that show something else than the log says, because people's work hangs on them: a circle in the tree that two people
// made together is cut at its newest edge, and a code taken away while a colleague used it stays to be seen, out of use.
// A pure function of what the log says and of the codings that stand, so every copy holds the same.
import { ENTITIES } from './entities.ts'
import { cellOf, compareStamps, madeAt, type Stamp } from './stamps.ts'
import type { Store } from './store.ts'

type Said = { num: number; id: Buffer; parent: number | null; removed: number; retired: number }
type Held = { id: Buffer; field: 'parent' | 'removed' | 'retired'; said: number; why: 'cycle' | 'in_use' }

/** Brings table held and the rows of the codebook in line with the log. Call it after ops about codes, or about codings while codes are held. */
export function holdCodes(store: Store): void {
  const codes = readSaid(store)
  const wanted = [...heldInUse(store, codes), ...heldInCycles(store, codes)]
  const now = store.all<{ id: Buffer; field: string; said: number; why: string }>('SELECT entity_id AS id, field, said, why FROM held')
  const key = ({ id, field, said }: { id: Buffer; field: string; said: number }): string => `${id.toString('hex')} ${field} ${said}`
  const [stay, were] = [new Set(wanted.map(key)), new Set(now.map(key))]
  for (const held of now) if (!stay.has(key(held))) letGo(store, held)
  for (const held of wanted) if (!were.has(key(held))) hold(store, held)
}

function letGo(store: Store, { id, field, said }: { id: Buffer; field: string; said: number }): void {
  store.run(`UPDATE code SET ${field} = ? WHERE id = ?`, [said, id])
  store.run('DELETE FROM held WHERE entity_id = ? AND field = ?', [id, field])
}

function hold(store: Store, { id, field, said, why }: Held): void {
  store.run('INSERT OR REPLACE INTO held (entity_id, field, said, why) VALUES (?, ?, ?, ?)', [id, field, said, why])
  store.run(`UPDATE code SET ${field} = ? WHERE id = ?`, [field === 'parent' ? null : field === 'retired' ? 1 : 0, id])
}

function readSaid(store: Store): Said[] {
  const said = (field: string): string => `coalesce((SELECT said FROM held h WHERE h.entity_id = c.id AND h.field = '${field}'), c.${field}) AS ${field}`
  return store.all<Said>(`SELECT c.num, c.id, ${said('parent')}, ${said('removed')}, ${said('retired')} FROM code c`)
}

/** A removed code that a standing row points at, or that has a standing code below it. It shows as out of use. */
function heldInUse(store: Store, codes: Said[]): Held[] {
  const byNum = new Map(codes.map((code) => [code.num, code]))
  const used = new Set<number>()
  for (const code of codes) {
    if (code.removed === 0 || isUsed(store, code.num)) for (let at: Said | undefined = code.removed === 0 ? byNum.get(code.parent ?? -1) : code; at && !used.has(at.num); at = byNum.get(at.parent ?? -1)) used.add(at.num)
  }
  return codes.filter((code) => code.removed === 1 && used.has(code.num)).flatMap((code): Held[] => [
    { id: code.id, field: 'removed', said: 1, why: 'in_use' },
    ...(code.retired === 0 ? [{ id: code.id, field: 'retired', said: 0, why: 'in_use' } as const] : [])
  ])
}

/** What can use a code: rows of their own that can be taken away. Codes below are looked at apart; a merge is no use. */
const USERS = Object.entries(ENTITIES).flatMap(([name, { table, fields }]) =>
  name === 'code' || !fields.removed ? [] : Object.entries(fields).filter(([, { ref }]) => ref === 'code').map(([field, { column }]) => `SELECT 1 FROM ${table} WHERE removed = 0 AND ${column ?? field} = @code`))

const isUsed = (store: Store, code: number): boolean => USERS.some((sql) => store.get(`${sql} LIMIT 1`, { code }) !== undefined)

/** Every code has one parent, so circles are apart from each other and one cut opens each. */
function heldInCycles(store: Store, codes: Said[]): Held[] {
  const byNum = new Map(codes.map((code) => [code.num, code]))
  const done = new Set<number>()
  const cuts: Held[] = []
  for (const start of codes) {
    const path: Said[] = []
    let at: Said | undefined = start
    for (; at && !done.has(at.num); at = byNum.get(at.parent ?? -1)) {
      done.add(at.num)
      path.push(at)
    }
    const from = at ? path.indexOf(at) : -1
    if (from < 0) continue
    const newest = path.slice(from).reduce((a, b) => (compareStamps(edgeStamp(store, a), edgeStamp(store, b)) > 0 ? a : b))
    cuts.push({ id: newest.id, field: 'parent', said: newest.parent!, why: 'cycle' })
  }
  return cuts
}

const NEVER: Stamp = { hlc: 0, replica: Buffer.alloc(16), num: 0, rseq: 0 }
const edgeStamp = (store: Store, code: Said): Stamp => cellOf(store, code.id, 'parent') ?? madeAt(store, code.id) ?? NEVER
