// Random acts of several coders, commit by commit: what every transaction writes is what its ops say, and undo takes back its own alone.
import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { checkStore } from '../../../db/check.ts'
import { ENTITIES, type EntityName } from '../../../db/entities.ts'
import { toId } from '../../../db/ids.ts'
import { readFields, type Value } from '../../../db/rows.ts'
import type { Store } from '../../../db/store.ts'
import { lastSeq } from '../../../db/transact.ts'
import { dispatch } from '../../../server/dispatch.ts'
import type { Id } from '../../../shared/domain/ids.ts'
import { histories, live, templateOfFile, TRIALS, trials, world, type Act, type Copy } from '../../support/random-copies.ts'

if (TRIALS > 0) vi.setConfig({ testTimeout: 3_600_000 })

const template = templateOfFile()
afterEach(() => vi.restoreAllMocks())

const setClock = (now: number): void => void vi.spyOn(Date, 'now').mockReturnValue(now)
const FIELDS = Object.entries(ENTITIES) as [EntityName, (typeof ENTITIES)[EntityName]][]

/** Every field that an op can change, as the file has it: 'entity id field' -> value. Rows that are as they were are not read again. */
function createReader(store: Store): () => Map<string, Value> {
  const known = new Map<string, { raw: string; fields: [key: string, value: Value][] }>()
  return () => {
    const found = new Map<string, Value>()
    for (const [name, { table }] of FIELDS) {
      for (const tuple of store.tuples(`SELECT e.id, (SELECT group_concat(field || coalesce(said, '')) FROM held WHERE entity_id = e.id), e.* FROM ${table} e WHERE e.id IS NOT NULL`).all() as [Buffer, ...unknown[]][]) {
        const [row, raw] = [`${name} ${toId(tuple[0])}`, tuple.join('|')]
        if (known.get(row)?.raw !== raw) known.set(row, { raw, fields: [[`${row} id`, toId(tuple[0])], ...Object.entries(readFields(store, name, toId(tuple[0]))!).map(([field, value]): [string, Value] => [`${row} ${field}`, value])] })
        for (const [key, value] of known.get(row)!.fields) found.set(key, value)
      }
    }
    return found
  }
}

type Said = { seq: number; entity: EntityName; entity_id: Buffer; coder: Buffer | null; patch: string; before: string | null; kind: string }
const saidAfter = (store: Store, seq: number): Said[] => store.all<Said>('SELECT seq, entity, entity_id, coder, patch, before, kind FROM op WHERE seq > ? ORDER BY seq', [seq])

/** What these ops name: 'entity id field' -> the value that the last of them gave it. */
function namedBy(ops: readonly Said[]): Map<string, Value> {
  const named = new Map<string, Value>()
  for (const { entity, entity_id, patch, before } of ops) {
    if (before === null) named.set(`${entity} ${toId(entity_id)} id`, toId(entity_id))
    for (const [field, value] of Object.entries(JSON.parse(patch) as Record<string, Value>)) named.set(`${entity} ${toId(entity_id)} ${field}`, value)
  }
  return named
}

/** What a source told is no field of anybody's: it comes with its import, whose op makes it visible. */
const COMES_WITH_IMPORT = /^(?:import|story_group|wave|teller|story|text|signifier|option|stone) /

/** Hears of every commit of this store, just before it. */
function beforeCommits(store: Store, look: () => void): void {
  const sql = store.sql.bind(store)
  store.sql = (text) => {
    if (text === 'COMMIT') look()
    return sql(text)
  }
}

test('[8.8] in every transaction the rows that change are those that its ops name, with the values that they say; and no op is without its row', async () => {
  let commits = 0
  await fc.assert(fc.asyncProperty(histories(), async ({ acts, skew }) => {
    const here = await world(template(), skew)
    try {
      for (const { store } of here.copies) {
        const fieldsNow = createReader(store)
        let [rows, seq] = [fieldsNow(), lastSeq(store)]
        beforeCommits(store, () => {
          commits++
          const [now, ops] = [fieldsNow(), saidAfter(store, seq)]
          const named = namedBy(ops)
          const changed = [...new Set([...rows.keys(), ...now.keys()])].filter((key) => rows.get(key) !== now.get(key))
          const imports = ops.some(({ entity }) => entity === 'import') || store.get(`SELECT 1 FROM import WHERE state = 'staged'`) !== undefined
          const purged = new Set(ops.filter(({ kind }) => kind === 'story.withdrawn').map(({ entity_id }) => `story ${toId(entity_id)}`))
          expect(changed.filter((key) => !isNamed(named, key) && !(imports && COMES_WITH_IMPORT.test(key)) && !purged.has(rowOf(key)))).toEqual([])
          // Ops of colleagues may have lost against newer ones; own ones are the newest there are.
          const own = ops.every(({ seq: at }) => isOwn(store, at))
          if (own) expect([...named].filter(([key, value]) => now.get(key) !== value)).toEqual([])
          ;[rows, seq] = [now, lastSeq(store)]
        })
      }
      await live(here, acts, setClock)
      for (const { store } of here.copies) expect(checkStore(store)).toEqual([])
    } finally {
      vi.restoreAllMocks()
      here.close()
    }
  }), trials(3))
  expect(commits).toBeGreaterThan(10)
})

const rowOf = (key: string): string => key.split(' ', 2).join(' ')
/** A row that is made comes with all its fields, also those that an older Duiding did not know of. */
const isNamed = (named: Map<string, Value>, key: string): boolean => named.has(key) || named.has(`${rowOf(key)} id`)
const isOwn = (store: Store, seq: number): boolean => store.get('SELECT 1 FROM op WHERE seq = ? AND replica = ?', [seq, store.replica!.num]) !== undefined

/** As many steps back as go, at most `most`; gives how many. */
async function turn(copy: Copy, coder: Id, way: 'history.undo' | 'history.redo', most: number): Promise<number> {
  for (let done = 0; done < most; done++) {
    const seq = lastSeq(copy.store)
    const { result } = await dispatch({ store: copy.store, coder, profile: copy.profile }, way, {})
    if (!result.ok) expect([result.failure.kind, lastSeq(copy.store)]).toEqual(['conflict', seq]) // by name, and nothing was written
    if (!result.ok || lastSeq(copy.store) === seq) return done
  }
  return most
}

test('[8.10] undo and redo are the identity, also with colleagues at work between the two, and theirs stays as they left it', async () => {
  const seen = { whole: 0, refused: 0 }
  await fc.assert(fc.asyncProperty(histories(), fc.nat(2), fc.integer({ min: 1, max: 4 }), async ({ acts, skew }, who, steps) => {
    const here = await world(template(), skew)
    try {
      const [copy, coder] = [here.copies[0]!, here.coders[who]!]
      const inOne = (list: Act[]): Act[] => list.map((act) => ({ ...act, copy: act.what < 192 ? 0 : act.copy }))
      const half = acts.length - 8
      await live(here, inOne(acts.slice(0, half)), setClock)
      const fieldsNow = createReader(copy.store)
      const before = fieldsNow()
      const undone = await turn(copy, coder, 'history.undo', steps)
      const [between, seq] = [fieldsNow(), lastSeq(copy.store)]
      await live(here, inOne(acts.slice(half)).map((act) => ({ ...act, coder: act.coder === who ? (who + 1) % 3 : act.coder })), setClock)
      const [colleagues, after] = [namedBy(saidAfter(copy.store, seq)), fieldsNow()]
      const redone = await turn(copy, coder, 'history.redo', undone)
      const now = fieldsNow()
      const theirs = (key: string): boolean => isNamed(colleagues, key) || COMES_WITH_IMPORT.test(key)
      if (redone === undone) expect([...new Set([...before.keys(), ...now.keys()])].filter((key) => !theirs(key) && before.get(key) !== now.get(key))).toEqual([])
      // What a colleague made otherwise since the undo is refused to be redone, and stays.
      expect([...now.keys()].filter((key) => isNamed(colleagues, key) && after.get(key) !== between.get(key) && now.get(key) !== after.get(key))).toEqual([])
      expect(checkStore(copy.store)).toEqual([])
      if (undone > 0) seen[redone === undone ? 'whole' : 'refused']++
    } finally {
      vi.restoreAllMocks()
      here.close()
    }
  }), trials(4))
  expect(seen.whole).toBeGreaterThan(0)
  if (TRIALS > 20) expect(seen.refused).toBeGreaterThan(0)
})
