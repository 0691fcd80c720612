// Is a project file whole? SQLite's own checks, every offset inside its revision, rows equal to what the op log says,
// and no story words outside the texts. Reads only.
import { z } from 'zod'
import { checksumOf } from './codings.ts'
import { ENTITIES, type EntityName } from './entities.ts'
import { toId } from './ids.ts'
import { readJson } from './json.ts'
import { readFields, type Patch } from './rows.ts'
import { projectSalt } from './project.ts'
import type { Store } from './store.ts'
import { FITS, placesOfCodings, sha256, TOLD_TWICE } from './text-bodies.ts'

/** One thing that is wrong, in a sentence for a person who can pass it on; no story words. */
export type Fault = { check: 'integrity' | 'references' | 'offsets' | 'log' | 'words'; what: string }
/** At most this many of each check are named. */
const NAMED = 20

/** Every fault found, at most 20 a check; an empty list is a whole project. */
export function checkStore(store: Store): Fault[] {
  return [...integrity(store), ...references(store), ...first(offsets(store)), ...first(numbering(store)), ...first(logAgrees(store)), ...first(wordsOutside(store))]
}

function first(faults: Iterable<Fault>): Fault[] {
  const named: Fault[] = []
  for (const fault of faults) {
    if (named.length === NAMED) return [...named, { ...fault, what: 'and more' }]
    named.push(fault)
  }
  return named
}

function integrity(store: Store): Fault[] {
  const rows = store.db.pragma('integrity_check(20)') as { integrity_check: string }[]
  return rows.filter((row) => row.integrity_check !== 'ok').map((row) => ({ check: 'integrity', what: row.integrity_check }))
}

function references(store: Store): Fault[] {
  const rows = store.db.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]
  return rows.slice(0, NAMED).map((row) => ({ check: 'references', what: `${row.table} ${row.rowid} points at a ${row.parent} that is not there` }))
}

/** Places of codings, made and present, and the words they were made on. */
function* offsets(store: Store): Generator<Fault> {
  type Row = { id: Buffer; text: number; revision: number; start: number; end: number; at_start: number; at_end: number; fit: number; checksum: string; body: string | null; newest: string; twice: number }
  const salt = projectSalt(store)
  const rows = store.db.prepare(
    `SELECT c.id, c.text, c.revision, c.start, c."end", c.at_start, c.at_end, c.fit, c.checksum, r.body, n.body AS newest, ${TOLD_TWICE} AS twice FROM coding c JOIN text t ON t.num = c.text
     JOIN story s ON s.num = t.story AND s.state <> 'withdrawn' JOIN revision r ON r.text = c.text AND r.number = c.revision JOIN revision n ON n.text = t.num AND n.number = t.newest ORDER BY c.text`).iterate() as Iterable<Row>
  let seen = 0
  let [text, placed] = [-1, placesOfCodings(store, -1)]
  for (const row of rows) {
    seen++
    const name = `coding ${toId(row.id)}`
    if (row.text !== text) [text, placed] = [row.text, placesOfCodings(store, row.text)]
    // Made in another copy, on other words of the same source: listed for people, and no fault.
    if (row.body !== null && !(row.twice === 1 && FITS[row.fit] === 'look')) {
      if (!(row.start >= 0 && row.start < row.end && row.end <= row.body.length)) yield { check: 'offsets', what: `${name}: ${row.start}–${row.end} lies outside its revision` }
      else if (checksumOf(salt, row.body.slice(row.start, row.end)) !== row.checksum) yield { check: 'offsets', what: `${name}: its words are not those it was made on` }
    }
    const there = placed(row)
    if (there.start !== row.at_start || there.end !== row.at_end || FITS.indexOf(there.fit) !== row.fit || there.end > row.newest.length) {
      yield { check: 'offsets', what: `${name}: its present place is not where its words went` }
    }
  }
  const all = store.get<{ n: number }>(`SELECT count(*) AS n FROM coding c JOIN story s ON s.num = c.story WHERE s.state <> 'withdrawn' AND NOT ${isEmpty('c.text')}`)!.n
  if (all !== seen) yield { check: 'offsets', what: `${all - seen} codings have no revision` }
  yield* bodies(store)
}

/** A bundle can lose a story's words before the op of its withdrawal arrives here: until then the story (`s`) is there and empty, and what was coded in it waits. */
const isEmpty = (text: string): string => `(s.content = '' AND NOT EXISTS (SELECT 1 FROM revision r WHERE r.text = ${text}))`

/** The words of every revision, and that the newest of each text is the last one that stands. */
function* bodies(store: Store): Generator<Fault> {
  for (const row of store.db.prepare('SELECT num, body, sha256 FROM revision WHERE body IS NOT NULL').iterate() as Iterable<{ num: number; body: string; sha256: Buffer }>) {
    if (sha256(row.body) !== row.sha256.toString('hex')) yield { check: 'offsets', what: `revision ${row.num}: its words are not those that were stored` }
  }
  const wrong = store.all<{ id: Buffer }>(
    `SELECT t.id FROM text t JOIN story s ON s.num = t.story AND s.state <> 'withdrawn' AND NOT ${isEmpty('t.num')}
     WHERE t.newest IS NOT (SELECT max(r.number) FROM revision r WHERE r.text = t.num AND r.removed = 0 AND r.body IS NOT NULL)`)
  for (const { id } of wrong) yield { check: 'offsets', what: `text ${toId(id)}: its newest revision is another` }
}

/** Per replica the ops count 1, 2, 3 …, and their clock runs forward. */
function* numbering(store: Store): Generator<Fault> {
  for (const row of store.all<{ replica: number; n: number; low: number; high: number }>('SELECT replica, count(*) AS n, min(rseq) AS low, max(rseq) AS high FROM op GROUP BY replica')) {
    if (row.low !== 1 || row.high !== row.n) yield { check: 'log', what: `replica ${row.replica}: ${row.n} ops numbered ${row.low} to ${row.high}` }
  }
  const back = store.get<{ n: number }>('SELECT count(*) AS n FROM op a JOIN op b ON b.replica = a.replica AND b.rseq = a.rseq + 1 WHERE b.hlc <= a.hlc')!.n
  if (back > 0) yield { check: 'log', what: `the clock of ${back} ops runs back` }
}

const AnyPatch = z.record(z.string(), z.unknown())
type OpRow = { entity: EntityName; entity_id: Buffer; patch: string; before: string | null; hlc: number }

/** Replays the log entity by entity and holds it against the rows. */
function* logAgrees(store: Store): Generator<Fault> {
  const made = new Map<EntityName, number>()
  for (const list of byEntity(store)) {
    if (list.some((op) => op.before === null)) made.set(list[0]!.entity, (made.get(list[0]!.entity) ?? 0) + 1)
    yield* entityAgrees(store, list)
  }
  for (const entity of ['code', 'coding', 'coder', 'memo', 'reading', 'view', 'revision', 'selection', 'theme', 'theme_part', 'theme_verdict', 'talk', 'pack', 'card', 'session', 'harvest', 'lesson', 'assignment', 'expectation', 'register'] as const) {
    // Imported words come with their import and have no id.
    const rows = store.get<{ n: number }>(`SELECT count(*) AS n FROM ${ENTITIES[entity].table} WHERE id IS NOT NULL`)!.n
    if (rows !== (made.get(entity) ?? 0)) yield { check: 'log', what: `${rows} rows of ${entity}, ${made.get(entity) ?? 0} in the log` }
  }
}

/** The ops of one row after the other: what made it, then its changes in the order of their stamps. */
function* byEntity(store: Store): Generator<OpRow[]> {
  let group: OpRow[] = []
  for (const op of store.db.prepare('SELECT o.entity, o.entity_id, o.patch, o.before, o.hlc FROM op o JOIN replica r ON r.num = o.replica ORDER BY o.entity_id, o.before IS NOT NULL, o.hlc, r.id, o.rseq').iterate() as Iterable<OpRow>) {
    if (group.length > 0 && !group[0]!.entity_id.equals(op.entity_id)) {
      yield group
      group = []
    }
    group.push(op)
  }
  if (group.length > 0) yield group
}

function* entityAgrees(store: Store, ops: OpRow[]): Generator<Fault> {
  const [{ entity, entity_id }] = ops as [OpRow, ...OpRow[]]
  if (!Object.hasOwn(ENTITIES, entity)) return // of a newer Duiding: kept, not applied
  const id = toId(entity_id)
  const patches = ops.map(({ patch }) => readJson(AnyPatch, patch))
  if (patches.includes(null)) return void (yield { check: 'log', what: `${entity} ${id}: what an op of it says cannot be read` })
  const all: Patch = Object.assign({}, ...patches) as Patch
  // What a story's source told last comes with its answers, not with the log.
  const said = Object.fromEntries(Object.entries(all).filter(([field]) => Object.hasOwn(ENTITIES[entity].fields, field) && !(entity === 'story' && field === 'content')))
  const row = readFields(store, entity, id, Object.keys(said))
  if (!row) yield { check: 'log', what: `${entity} ${id} is in the log and not in the file` }
  else for (const field of Object.keys(said)) {
    if (row[field] !== said[field]) yield { check: 'log', what: `${entity} ${id}: ${field} differs from the log` }
  }
}

/** What an op about stories and codings may say: ids, numbers, checksums, days, and words of one small letters' list. */
const WORDLESS = /^(?:[A-Za-z0-9_-]{22}|[0-9a-f]{16}|[0-9a-f]{32}|[0-9a-f]{64}|\d{4}-\d{2}-\d{2}|[a-z]{0,12})$/

function* wordsOutside(store: Store): Generator<Fault> {
  const ops = store.db.prepare(`SELECT seq, patch, before FROM op WHERE entity IN ('coding', 'reading', 'story', 'text', 'revision', 'import')`).iterate() as Iterable<{ seq: number; patch: string; before: string | null }>
  for (const { seq, patch, before } of ops) {
    const said = [readJson(AnyPatch, before ?? '{}'), readJson(AnyPatch, patch)]
    if (said.includes(null)) yield { check: 'log', what: `op ${seq} cannot be read` }
    else if (said.flatMap((each) => Object.values(each!)).some((value) => typeof value === 'string' && !WORDLESS.test(value))) yield { check: 'words', what: `op ${seq} holds words` }
  }
}
