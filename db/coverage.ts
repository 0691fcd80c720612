// How far the reading is: stories that nobody finished, that one coder finished alone, that bear no code, that are quoted nowhere; and how
// far each coder is with what was given to them.
import type { Coverage, Progress, Uncovered } from '../shared/contract/coverage.ts'
import type { Id } from '../shared/domain/ids.ts'
import type { StoryFilter } from '../shared/domain/layer.ts'
import { toId, toIdOrNull } from './ids.ts'
import { joined, viewerNum, visibleCodings, type Condition } from './scope.ts'
import { oneLine, OPENING } from './stories.ts'
import type { Store } from './store.ts'
import { storyScope } from './story-scope.ts'

/** Coders who marked a story done, the shared layer aside. */
const READERS = `(SELECT count(*) FROM reading r JOIN coder k ON k.num = r.coder WHERE r.story = s.num AND r.done = 1 AND k.role <> 'consensus')`

/** Over story s. A story that nobody finished is unread, and not without a code [X2]; hidden codings are none. */
function uncovered(store: Store, viewer: Id | null, kind: Uncovered): Condition {
  const visible = visibleCodings(store, viewer)
  switch (kind) {
    case 'unread': return { sql: `${READERS} = 0`, parameters: {} }
    case 'single': return { sql: `${READERS} = 1`, parameters: {} }
    case 'uncoded': return { sql: `${READERS} > 0 AND NOT EXISTS (SELECT 1 FROM coding c WHERE c.story = s.num AND ${visible.sql})`, parameters: visible.parameters }
    case 'unquoted': return {
      sql: `NOT EXISTS (SELECT 1 FROM card d JOIN pack p ON p.num = d.pack WHERE d.story = s.num AND d.removed = 0 AND p.removed = 0)
        AND NOT EXISTS (SELECT 1 FROM theme_part e JOIN coding c ON c.num = e.coding WHERE c.story = s.num AND e.removed = 0 AND ${visible.sql})`,
      parameters: visible.parameters
    }
  }
}

export function countCoverage(store: Store, viewer: Id | null, filter: StoryFilter): Coverage {
  const scope = storyScope(store, filter, viewer)
  const count = (more: Condition[]): number => {
    const { sql, parameters } = joined([scope, ...more])
    return store.get<{ n: number }>(`SELECT count(*) AS n FROM story s WHERE ${sql}`, parameters)!.n
  }
  const of = (kind: Uncovered): number => count([uncovered(store, viewer, kind)])
  return { stories: count([]), unread: of('unread'), single: of('single'), uncoded: of('uncoded'), unquoted: of('unquoted') }
}

export function listUncovered(store: Store, viewer: Id | null, kind: Uncovered, filter: StoryFilter, page: { offset: number; limit: number }) {
  const { sql, parameters } = joined([storyScope(store, filter, viewer), uncovered(store, viewer, kind)])
  return store.all<{ id: Buffer; number: number; story_group: Buffer | null; opening: string | null }>(
    `SELECT s.id, s.number, g.id AS story_group, substr(v.body, 1, ${OPENING}) AS opening FROM story s LEFT JOIN story_group g ON g.num = s.story_group
     LEFT JOIN text t ON t.story = s.num AND t.kind = 'main' LEFT JOIN revision v ON v.text = t.num AND v.number = t.newest
     WHERE ${sql} ORDER BY s.number, s.num LIMIT @limit OFFSET @offset`, { ...parameters, ...page })
    .map((row) => ({ id: toId(row.id), number: row.number, group: toIdOrNull(row.story_group), opening: oneLine(row.opening) }))
}

/** `since`: milliseconds since 1970, the beginning of the viewer's day. Each coder's finished stories are known to all, their codings are not asked. */
export function readProgress(store: Store, viewer: Id | null, since: number): Progress {
  const coders = store.all<{ id: Buffer; assigned: number; doneOfThose: number; done: number }>(
    `SELECT k.id, (SELECT count(*) FROM assignment a JOIN story s ON s.num = a.story AND s.state = 'live' WHERE a.coder = k.num AND a.removed = 0) AS assigned,
       (SELECT count(*) FROM assignment a JOIN story s ON s.num = a.story AND s.state = 'live' JOIN reading r ON r.story = a.story AND r.coder = k.num AND r.done = 1 WHERE a.coder = k.num AND a.removed = 0) AS doneOfThose,
       (SELECT count(*) FROM reading r JOIN story s ON s.num = r.story AND s.state = 'live' WHERE r.coder = k.num AND r.done = 1) AS done
     FROM coder k WHERE k.removed = 0 AND k.role <> 'consensus' ORDER BY k.num`).map(({ id, ...row }) => ({ coder: toId(id), ...row }))
  // What still stands of what was done today: a coding taken back is none.
  const me = viewerNum(store, viewer)
  const today = store.get<{ stories: number; codings: number }>(
    `SELECT count(DISTINCT r.num) AS stories, count(DISTINCT c.num) AS codings FROM op o
       LEFT JOIN reading r ON o.kind = 'reading.marked' AND r.id = o.entity_id AND r.done = 1 AND r.coder = @me
       LEFT JOIN coding c ON o.kind = 'coding.applied' AND c.id = o.entity_id AND c.removed = 0 AND c.coder = @me
     WHERE o.hlc >= @from AND o.kind IN ('reading.marked', 'coding.applied') AND o.coder = (SELECT id FROM coder WHERE num = @me)`, { me, from: since * 1024 })!
  return { coders, today }
}
