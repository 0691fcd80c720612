// The history as people read it: acts instead of ops. What a coder did in one go under one kind is one line, with what it was
// about in names that stand today; words of stories and memos are not in it.
import type { Id } from '../shared/domain/ids.ts'
import type { Act, TimelineRule } from '../shared/contract/history.ts'
import { mayStillUndo } from './gestures.ts'
import { toBlob, toId, toIdOrNull } from './ids.ts'
import { hiddenFromViewer } from './log.ts'
import type { Patch } from './rows.ts'
import { visibleStories } from './scope.ts'
import type { Store } from './store.ts'
import { turnedIn } from './turned-acts.ts'

type OpRow = { seq: number; replica: number; tx: number; hlc: number; coder: Buffer | null; kind: string; entity: string; entity_id: Buffer; patch: string; before: string | null }
type Group = { head: OpRow; ops: number; first: OpRow }

/** Opening a story and where one stopped reading: no acts on the material, and a large part of all ops. */
const LEFT_OUT = ['reading.opened', 'reading.placed']

/** Newest first, at most `limit` acts; `next`: what to give as `before` for those behind them, null at the end. */
export function listActs(store: Store, rule: TimelineRule, viewer: Id | null): { acts: Act[]; next: number | null } {
  const hidden = hiddenFromViewer(store, viewer)
  const { sql, parameters } = conditions(store, rule)
  const rows = store.db.prepare(`SELECT seq, replica, tx, hlc, coder, kind, entity, entity_id, patch, before FROM op o WHERE ${sql} ORDER BY seq DESC`).iterate(parameters) as IterableIterator<OpRow>
  const groups: Group[] = []
  let next: number | null = null
  for (const row of rows) {
    const last = groups.at(-1)
    if (last && isSameAct(last.first, row)) {
      if (!hidden({ entity: row.entity, id: toId(row.entity_id) })) last.ops++
      last.first = row
      continue
    }
    if (hidden({ entity: row.entity, id: toId(row.entity_id) })) continue
    if (groups.length === rule.limit) {
      next = row.seq + 1
      break
    }
    groups.push({ head: row, first: row, ops: 1 })
  }
  const tell = createTeller(store, viewer)
  return { acts: groups.flatMap((group) => tell(group) ?? []), next }
}

function isSameAct(a: OpRow, b: OpRow): boolean {
  return a.replica === b.replica && a.tx === b.tx && a.kind === b.kind && (a.coder === b.coder || (a.coder !== null && b.coder !== null && a.coder.equals(b.coder)))
}

function conditions(store: Store, { story, code, coder, nouns, from, to, before }: TimelineRule): { sql: string; parameters: Record<string, unknown> } {
  const parts: [string, Record<string, unknown>][] = [
    [`o.kind NOT IN (SELECT value FROM json_each(@leftOut))`, { leftOut: JSON.stringify(LEFT_OUT) }],
    ...(before === undefined ? [] : [['o.seq < @before', { before }] as [string, Record<string, unknown>]]),
    ...(coder === undefined ? [] : [['o.coder = @coder', { coder: toBlob(coder) }] as [string, Record<string, unknown>]]),
    ...(nouns === undefined ? [] : [['o.entity IN (SELECT value FROM json_each(@nouns))', { nouns: JSON.stringify(nouns) }] as [string, Record<string, unknown>]]),
    ...(from === undefined ? [] : [['o.hlc >= @from', { from: from * 1024 }] as [string, Record<string, unknown>]]),
    ...(to === undefined ? [] : [['o.hlc < @to', { to: to * 1024 }] as [string, Record<string, unknown>]]),
    ...(story === undefined ? [] : [[`o.entity_id IN (${OF_STORY})`, { story: store.get<{ num: number }>('SELECT num FROM story WHERE id = ?', [toBlob(story)])?.num ?? -1, storyId: toBlob(story) }] as [string, Record<string, unknown>]]),
    ...(code === undefined ? [] : [[`o.entity_id IN (${OF_CODE})`, { code: store.get<{ num: number }>('SELECT num FROM code WHERE id = ?', [toBlob(code)])?.num ?? -1, codeId: toBlob(code) }] as [string, Record<string, unknown>]])
  ]
  return { sql: parts.map(([sql]) => sql).join(' AND '), parameters: Object.assign({}, ...parts.map(([, parameters]) => parameters)) as Record<string, unknown> }
}

/** Rows whose ops belong to a story, and to a code: found by the index on the op's row. */
const OF_STORY = `SELECT @storyId UNION SELECT id FROM coding WHERE story = @story UNION SELECT id FROM reading WHERE story = @story
  UNION SELECT r.id FROM revision r JOIN text t ON t.num = r.text WHERE t.story = @story AND r.id IS NOT NULL
  UNION SELECT id FROM talk WHERE story = @story UNION SELECT id FROM memo WHERE about_id = @storyId UNION SELECT m.id FROM memo m JOIN coding c ON c.id = m.about_id WHERE c.story = @story`
const OF_CODE = `SELECT @codeId UNION SELECT id FROM coding WHERE code = @code UNION SELECT id FROM memo WHERE about_id = @codeId`

/** What a line says beyond who, when and what sort; null for what lies in a story the viewer may not see. */
function createTeller(store: Store, viewer: Id | null): (group: Group) => Act | null {
  const seen = visibleStories(store, viewer)
  const storyAt = (num: number): { id: Id; number: number } | null => {
    const row = store.get<{ id: Buffer; number: number }>(`SELECT s.id, s.number FROM story s WHERE s.num = @num AND ${seen.sql}`, { ...seen.parameters, num })
    return row ? { id: toId(row.id), number: row.number } : null
  }
  return ({ head, ops, first }) => {
    const [place, other] = [head, first].map((op) => (STORY_OF[op.entity] ? store.get<{ story: number | null }>(STORY_OF[op.entity]!, [op.entity_id])?.story ?? null : null)) as [number | null, number | null]
    const story = place === null ? null : storyAt(place)
    if (place !== null && !story) return null
    const isInOne = place === other
    const turned = turnedIn(store, head)
    const told = turned?.is === 'undone' ? turned.of : head
    const patch = JSON.parse(told.patch) as Patch
    return {
      seq: head.seq, from: first.seq, at: Math.floor(head.hlc / 1024), coder: toIdOrNull(head.coder), kind: head.kind, entity: head.entity, id: toId(head.entity_id), count: ops,
      story: isInOne ? story : null, name: nameOf(store, head, patch), was: told.before === null ? null : textOr((JSON.parse(told.before) as Patch)[head.entity === 'project' ? 'title' : 'name']),
      fields: head.before === null ? [] : Object.keys(patch), turned: turned?.is ?? null, canUndo: mayStillUndo(store, viewer, head)
    }
  }
}

/** Local number of the story something lies in. */
const STORY_OF: Record<string, string> = {
  coding: 'SELECT story FROM coding WHERE id = ?', card: 'SELECT story FROM card WHERE id = ?', talk: 'SELECT story FROM talk WHERE id = ?', reading: 'SELECT story FROM reading WHERE id = ?', story: 'SELECT num AS story FROM story WHERE id = ?',
  revision: 'SELECT t.story FROM revision r JOIN text t ON t.num = r.text WHERE r.id = ?',
  theme_part: 'SELECT coalesce(p.story, c.story) AS story FROM theme_part p LEFT JOIN coding c ON c.num = p.coding WHERE p.id = ?',
  theme_verdict: 'SELECT coalesce(v.story, c.story) AS story FROM theme_verdict v LEFT JOIN coding c ON c.num = v.coding WHERE v.id = ?',
  memo: `SELECT coalesce(s.num, c.story) AS story FROM memo m LEFT JOIN story s ON s.id = m.about_id LEFT JOIN coding c ON c.id = m.about_id WHERE m.id = ?`
}

/** The name it goes by: the one the act gave it, else today's. For a coding its code; for a memo what it is on, where that has a name. */
function nameOf(store: Store, op: OpRow, patch: Patch): string | null {
  if (typeof patch.name === 'string') return patch.name
  if (op.entity === 'coding') return store.get<{ name: string }>(typeof patch.code === 'string' ? 'SELECT name FROM code WHERE id = ?' : 'SELECT k.name FROM coding c JOIN code k ON k.num = c.code WHERE c.id = ?',
    [typeof patch.code === 'string' ? toBlob(patch.code) : op.entity_id])?.name ?? null
  if (op.entity === 'memo') return store.get<{ name: string | null }>('SELECT k.name FROM memo m LEFT JOIN code k ON k.id = m.about_id WHERE m.id = ?', [op.entity_id])?.name ?? null
  if (op.entity === 'theme_part' || op.entity === 'theme_verdict') return store.get<{ name: string }>(`SELECT t.name FROM ${op.entity} e JOIN theme t ON t.num = e.theme WHERE e.id = ?`, [op.entity_id])?.name ?? null
  if (op.entity === 'project') return textOr(patch.title) ?? textOr(patch.phase)
  return NAMED.has(op.entity) ? store.get<{ name: string }>(`SELECT name FROM ${op.entity} WHERE id = ?`, [op.entity_id])?.name ?? null : null
}
const textOr = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const NAMED = new Set(['code', 'theme', 'coder', 'story_group', 'wave', 'view', 'option', 'stone', 'selection', 'pack', 'session', 'lesson', 'register'])
