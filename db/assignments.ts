// Assignments: row <-> domain. The same id on every copy, so that two copies that divide alike come together as one.
import type { Id } from '../shared/domain/ids.ts'
import type { StoryFilter } from '../shared/domain/layer.ts'
import { stableId, toBlob, toId, toIdOrNull } from './ids.ts'
import { projectSalt } from './project.ts'
import type { Store } from './store.ts'
import { storyScope } from './story-scope.ts'

export const assignmentId = (store: Store, story: Id, coder: Id): Id => stableId(projectSalt(store), 'assignment', story, coder)

/** Does it stand? Undefined: it was never made. */
export const findAssignment = (store: Store, id: Id): { removed: boolean } | undefined => {
  const row = store.get<{ removed: number }>('SELECT removed FROM assignment WHERE id = ?', [toBlob(id)])
  return row && { removed: row.removed === 1 }
}

export type ToDivide = { id: Id; group: Id | null; coders: Id[] }

/** The stories a filter picks, in the order of their numbers, each with whom it is given to. */
export function listToDivide(store: Store, viewer: Id | null, filter: StoryFilter): ToDivide[] {
  const { sql, parameters } = storyScope(store, filter, viewer)
  return store.all<{ id: Buffer; story_group: Buffer | null; coders: string }>(
    `SELECT s.id, g.id AS story_group, (SELECT json_group_array(hex(k.id)) FROM assignment a JOIN coder k ON k.num = a.coder WHERE a.story = s.num AND a.removed = 0) AS coders
     FROM story s LEFT JOIN story_group g ON g.num = s.story_group WHERE ${sql} ORDER BY s.number, s.num`, parameters)
    .map((row) => ({ id: toId(row.id), group: toIdOrNull(row.story_group), coders: (JSON.parse(row.coders) as string[]).map((hex) => toId(Buffer.from(hex, 'hex'))) }))
}

/** How many live stories of each group each coder was given. */
export const countAssigned = (store: Store): { coder: Id; group: Id | null; stories: number }[] =>
  store.all<{ coder: Buffer; story_group: Buffer | null; stories: number }>(
    `SELECT k.id AS coder, g.id AS story_group, count(*) AS stories FROM assignment a JOIN coder k ON k.num = a.coder JOIN story s ON s.num = a.story AND s.state = 'live'
     LEFT JOIN story_group g ON g.num = s.story_group WHERE a.removed = 0 GROUP BY k.num, s.story_group`)
    .map(({ coder, story_group, stories }) => ({ coder: toId(coder), group: toIdOrNull(story_group), stories }))
