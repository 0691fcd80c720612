// A whole project in one form that does not depend on where, or in what order, it came together: by ids, without local numbers,
// undo piles, presence or order of arrival. Two copies hold the same exactly when their views are the same bytes.
import { createHash } from 'node:crypto'
import { ENTITIES, type EntityName } from '../entities.ts'
import { toId } from '../ids.ts'
import { readFields } from '../rows.ts'
import type { Store } from '../store.ts'

type Row = Record<string, unknown>

/** One line of JSON per thing, in a fixed order. Holds the words: compare it, do not keep it. */
export function* canonicalView(store: Store): Generator<string> {
  for (const name of Object.keys(ENTITIES).toSorted() as EntityName[]) {
    const rows = store.db.prepare(`SELECT id FROM ${ENTITIES[name].table} WHERE id IS NOT NULL ORDER BY id`).iterate() as Iterable<{ id: Buffer }>
    for (const { id } of rows) yield line(name, { id, ...readFields(store, name, toId(id)) })
  }
  for (const [what, sql] of BESIDE) for (const row of store.db.prepare(sql).iterate() as Iterable<Row>) yield line(what, row)
}

/** SHA-256 of the view, in hex. */
export function viewDigest(store: Store): string {
  const hash = createHash('sha256')
  for (const text of canonicalView(store)) hash.update(text).update('\n')
  return hash.digest('hex')
}

const line = (what: string, row: Row): string =>
  JSON.stringify([what, Object.fromEntries(Object.entries(row).map(([column, value]) => [column, Buffer.isBuffer(value) ? value.toString('hex') : value]))])

/** What is not an op's field: content of imports, places that follow from it, stamps, and what is held or lost. */
const BESIDE: [what: string, sql: string][] = [
  ['op', `SELECT r.id AS replica, o.rseq, o.hlc, o.tx, o.coder, o.kind, o.entity, o.entity_id, o.patch, o.before, o.prev FROM op o JOIN replica r ON r.num = o.replica ORDER BY r.id, o.rseq`],
  ['stamp', `SELECT c.entity_id, c.field, c.hlc, r.id AS replica, c.rseq FROM cell c JOIN replica r ON r.num = c.replica
    WHERE NOT (c.field = 'content' AND c.entity_id IN (SELECT id FROM story)) ORDER BY c.entity_id, c.field`],
  ['rival', 'SELECT v.entity, v.entity_id, v.field, r.id AS replica, v.rseq FROM rival v JOIN replica r ON r.num = v.replica ORDER BY v.entity_id, v.field, r.id, v.rseq'],
  ['held', `SELECT entity_id, field, CASE field WHEN 'parent' THEN (SELECT id FROM code WHERE num = said) ELSE said END AS said, why FROM held ORDER BY entity_id, field`],
  ['shown code', 'SELECT c.id, p.id AS parent, c.removed, c.retired FROM code c LEFT JOIN code p ON p.num = c.parent ORDER BY c.id'],
  ['import', 'SELECT i.id, i.files, i.mapping, k.id AS coder, i.at FROM import i LEFT JOIN coder k ON k.num = i.coder ORDER BY i.id'],
  ...(['story_group', 'wave', 'teller'] as const).map((table): [string, string] => [`${table} of`, `SELECT e.id, i.id AS import FROM ${table} e LEFT JOIN import i ON i.num = e.import ORDER BY e.id`]),
  ['signifier of', `SELECT s.id, i.id AS import, s.key, s.kind, l.id AS linked FROM signifier s LEFT JOIN import i ON i.num = s.import LEFT JOIN signifier l ON l.num = s.linked_to ORDER BY s.id`],
  ['anchor', 'SELECT s.id, a.position, a.name FROM anchor a JOIN signifier s ON s.num = a.signifier ORDER BY s.id, a.position'],
  ['wording', 'SELECT s.id, g.id AS story_group, i.id AS import, w.title FROM wording w JOIN signifier s ON s.num = w.signifier LEFT JOIN story_group g ON g.num = w.story_group LEFT JOIN import i ON i.num = w.import ORDER BY s.id, g.id'],
  ...(['option', 'stone'] as const).map((table): [string, string] => [`${table} of`, `SELECT o.id, i.id AS import, s.id AS signifier, o.key FROM ${table} o LEFT JOIN import i ON i.num = o.import JOIN signifier s ON s.num = o.signifier ORDER BY o.id`]),
  ['story of', `SELECT s.id, i.id AS import, j.id AS told_by, s.number, s.drawn, s.source_id, t.id AS teller, s.collected_on, s.language, s.channel, s.consent, s.length
    FROM story s JOIN import i ON i.num = s.import JOIN import j ON j.num = coalesce(s.content_import, s.import) LEFT JOIN teller t ON t.num = s.teller ORDER BY s.id`],
  ['text of', `SELECT t.id, s.id AS story, t.kind, g.id AS signifier, i.id AS import, CASE s.state WHEN 'withdrawn' THEN NULL ELSE t.newest END AS newest
    FROM text t JOIN story s ON s.num = t.story LEFT JOIN signifier g ON g.num = t.signifier LEFT JOIN import i ON i.num = coalesce(t.import, s.import) ORDER BY t.id`],
  ['words', 'SELECT t.id, r.number, r.body, r.sha256 FROM revision r JOIN text t ON t.num = r.text WHERE r.body IS NOT NULL ORDER BY t.id, r.number'],
  ['answer', `SELECT s.id AS story, g.id AS signifier, o.id AS option, n.id AS stone, CASE WHEN g.kind = 'multi' AND a.part >= 0 THEN 0 WHEN n.id IS NOT NULL THEN a.part % 2 ELSE a.part END AS part, a.value
    FROM answer a JOIN story s ON s.num = a.story JOIN signifier g ON g.num = a.signifier LEFT JOIN option o ON o.num = a.option
    LEFT JOIN stone n ON g.kind = 'stones' AND a.part >= 0 AND n.num = a.part / 2 ORDER BY s.id, g.id, o.id, n.id, a.part`],
  ['place', `SELECT c.id, s.id AS story, c.at_start, c.at_end, c.fit FROM coding c JOIN story s ON s.num = c.story WHERE s.state <> 'withdrawn' ORDER BY c.id`]
]
