// What happened between two places in the log, for a coder who was away: colleagues' work only, as that coder may see it.
import type { Id } from '../shared/domain/ids.ts'
import type { News } from '../shared/contract/visit.ts'
import { plainMemo } from '../shared/text/memo-text.ts'
import { toId, toIdOrNull } from './ids.ts'
import { allowed } from './memos.ts'
import { allowedTalks, joined, viewerNum, visibleCodings, visibleStories } from './scope.ts'
import { oneLine } from './stories.ts'
import type { Store } from './store.ts'

type Span = { after: number; upTo: number }
/** Stories named for each coder; the rest is counted. */
const NAMED = 10
const OPENING = 120

export function listNews(store: Store, viewer: Id | null, span: Span): News {
  const made = listMade(store, viewer, span)
  const isNew = new Set(made.map(({ code }) => code))
  const changed = listChanged(store, viewer, span).filter(({ code }) => !isNew.has(code))
  const memos = listReplies(store, viewer, span)
  const talks = listTalked(store, viewer, span)
  const codings = countCodings(store, viewer, span)
  return { made, changed, memos, talks, codings, count: made.length + changed.length + memos.length + talks.length + codings.reduce((sum, { codings: n }) => sum + n, 0) }
}

/** Ops by others in the span, over `op o`, with the person of the op as `p`. */
const BY_OTHERS = 'o.seq > @after AND o.seq <= @upTo AND (p.num IS NULL OR p.num <> @me)'
const about = (store: Store, viewer: Id | null, span: Span): Record<string, unknown> => ({ ...span, me: viewerNum(store, viewer) })

function listMade(store: Store, viewer: Id | null, span: Span): News['made'] {
  return store.all<{ code: Buffer; name: string; coder: Buffer | null }>(
    `SELECT c.id AS code, c.name, p.id AS coder FROM op o JOIN code c ON c.id = o.entity_id LEFT JOIN coder p ON p.id = o.coder
     WHERE ${BY_OTHERS} AND o.kind = 'code.created' AND c.removed = 0 AND c.retired = 0 ORDER BY o.seq`, about(store, viewer, span))
    .map(({ code, name, coder }) => ({ code: toId(code), name, coder: toIdOrNull(coder) }))
}

/** The last change of each code counts; of several in one op the definition goes before the name. */
function listChanged(store: Store, viewer: Id | null, span: Span): News['changed'] {
  const rows = store.all<{ code: Buffer; name: string; coder: Buffer | null; kind: string; patch: string }>(
    `SELECT c.id AS code, c.name, p.id AS coder, o.kind, o.patch FROM op o JOIN code c ON c.id = o.entity_id LEFT JOIN coder p ON p.id = o.coder
     WHERE ${BY_OTHERS} AND o.kind IN ('code.changed', 'code.merged', 'code.retired', 'code.restored') AND c.removed = 0 ORDER BY o.seq`, about(store, viewer, span))
  const byCode = new Map<Id, News['changed'][number]>()
  for (const { code, name, coder, kind, patch } of rows) {
    const what = whatChanged(kind, JSON.parse(patch) as Record<string, unknown>)
    if (what) byCode.set(toId(code), { code: toId(code), name, coder: toIdOrNull(coder), what })
  }
  return [...byCode.values()]
}

function whatChanged(kind: string, patch: Record<string, unknown>): News['changed'][number]['what'] | null {
  if (kind !== 'code.changed') return kind === 'code.merged' && patch.mergedInto !== null ? 'merged' : patch.retired ? 'retired' : 'restored'
  if (['definition', 'include', 'exclude'].some((field) => field in patch)) return 'definition'
  return 'name' in patch ? 'name' : null // a colour is no news
}

function listReplies(store: Store, viewer: Id | null, span: Span): News['memos'] {
  const rule = allowed(store, viewer)
  type Row = { memo: Buffer; coder: Buffer; reply: number; about: string; about_id: Buffer; story: Buffer | null; body: string }
  return store.all<Row>(
    `SELECT m.id AS memo, k.id AS coder, r.num IS NOT NULL AS reply, m.about, m.about_id, s.id AS story, m.body
     FROM op o JOIN memo m ON m.id = o.entity_id JOIN coder k ON k.num = m.coder LEFT JOIN coder p ON p.id = o.coder
     LEFT JOIN memo r ON r.num = m.thread AND r.coder = @me LEFT JOIN coding c ON m.about = 'coding' AND c.id = m.about_id
     LEFT JOIN story s ON s.num = c.story OR (m.about = 'story' AND s.id = m.about_id)
     WHERE ${BY_OTHERS} AND o.kind = 'memo.written' AND (r.num IS NOT NULL OR c.coder = @me) AND ${rule.sql} ORDER BY o.seq`, { ...about(store, viewer, span), ...rule.parameters })
    .map((row) => ({
      memo: toId(row.memo), coder: toId(row.coder), reply: row.reply === 1, story: toIdOrNull(row.story), coding: row.about === 'coding' ? toId(row.about_id) : null,
      opening: oneLine(plainMemo(row.body)).slice(0, OPENING).replace(/[\uD800-\uDBFF]$/, '')
    }))
}

/** What was done last to each card that names the viewer, or that the viewer opened. */
function listTalked(store: Store, viewer: Id | null, span: Span): News['talks'] {
  const rule = joined([{ sql: `a.removed = 0 AND (a.coder = @me OR EXISTS (SELECT 1 FROM json_each(a.coders) c WHERE c.value = @myself))`, parameters: { myself: viewer } }, visibleStories(store, viewer), ...allowedTalks(store, viewer)])
  type Row = { talk: Buffer; coder: Buffer | null; story: Buffer; number: number; outcome: string; question: string }
  return store.all<Row>(
    `SELECT a.id AS talk, p.id AS coder, s.id AS story, s.number, a.outcome, a.question, max(o.seq) AS seq FROM op o JOIN talk a ON a.id = o.entity_id JOIN story s ON s.num = a.story
     LEFT JOIN coder p ON p.id = o.coder WHERE ${BY_OTHERS} AND o.kind IN ('talk.opened', 'talk.settled') AND ${rule.sql} GROUP BY a.num ORDER BY seq`, { ...rule.parameters, ...about(store, viewer, span) })
    .map((row) => ({
      talk: toId(row.talk), coder: toIdOrNull(row.coder), story: toId(row.story), number: row.number, isSettled: row.outcome !== '', question: oneLine(row.question).slice(0, OPENING).replace(/[\uD800-\uDBFF]$/, '')
    }))
}

function countCodings(store: Store, viewer: Id | null, span: Span): News['codings'] {
  const scope = joined([visibleCodings(store, viewer), visibleStories(store, viewer)])
  const rows = store.all<{ coder: Buffer; story: Buffer; number: number; n: number }>(
    `SELECT k.id AS coder, s.id AS story, s.number, count(*) AS n FROM op o JOIN coding c ON c.id = o.entity_id JOIN coder k ON k.num = c.coder JOIN story s ON s.num = c.story
     LEFT JOIN coder p ON p.id = o.coder WHERE ${BY_OTHERS} AND o.kind = 'coding.applied' AND k.num <> @me AND ${scope.sql} GROUP BY k.num, s.num ORDER BY k.num, n DESC, s.number`,
    { ...scope.parameters, ...about(store, viewer, span) })
  return [...Map.groupBy(rows, ({ coder }) => toId(coder))].map(([coder, list]) => ({
    coder, codings: list.reduce((sum, { n }) => sum + n, 0), storiesInAll: list.length,
    stories: list.slice(0, NAMED).map(({ story, number, n }) => ({ story: toId(story), number, codings: n }))
  }))
}
