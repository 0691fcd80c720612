// Stories: the list a coder reads from, and one story with all that belongs to it.
import type { Id } from '../shared/domain/ids.ts'
import type { StoryFilter } from '../shared/domain/layer.ts'
import type { Story, StoryInList, Text } from '../shared/contract/story.ts'
import { listAnswersOfStory } from './answers.ts'
import { listCodingsOfStory } from './codings.ts'
import { toBlob, toId, toIdOrNull } from './ids.ts'
import { listMemosOfStory } from './memos.ts'
import { findReading, listDoneBy } from './readings.ts'
import { viewerNum, visibleCodings, visibleStories } from './scope.ts'
import type { Store } from './store.ts'
import { storyScope } from './story-scope.ts'

/** Units of the main text that a list shows. */
export const OPENING = 140
/** The order of every list of stories: by their random number, so that the order of collection does not show. */
const ORDER = 's.number, s.num'

type ListRow = Omit<StoryInList, 'id' | 'group' | 'wave' | 'opened' | 'done'> & { id: Buffer; story_group: Buffer | null; wave: Buffer | null; opened: number; done: number }

/** One page of the stories a filter picks, with what the viewer did in them. */
export function listStories(store: Store, viewer: Id | null, filter: StoryFilter, offset: number, limit: number): { total: number; rows: StoryInList[] } {
  const scope = storyScope(store, filter, viewer)
  const visible = visibleCodings(store, viewer)
  const parameters = { ...scope.parameters, ...visible.parameters }
  const total = store.get<{ n: number }>(`SELECT count(*) AS n FROM story s WHERE ${scope.sql}`, scope.parameters)!.n
  const rows = store.all<ListRow>(
    `WITH page AS (SELECT s.* FROM story s WHERE ${scope.sql} ORDER BY ${ORDER} LIMIT @limit OFFSET @offset)
     SELECT s.id, s.number, g.id AS story_group, w.id AS wave, s.length, substr(v.body, 1, ${OPENING}) AS opening,
       (SELECT count(*) FROM coding c WHERE c.story = s.num AND ${visible.sql}) AS codings,
       (SELECT count(*) FROM coding c WHERE c.story = s.num AND c.removed = 0 AND c.coder = @me) AS mine,
       r.num IS NOT NULL AS opened, coalesce(r.done, 0) AS done
     FROM page s LEFT JOIN story_group g ON g.num = s.story_group LEFT JOIN wave w ON w.num = s.wave
     LEFT JOIN text t ON t.story = s.num AND t.kind = 'main' LEFT JOIN revision v ON v.text = t.num AND v.number = t.newest
     LEFT JOIN reading r ON r.story = s.num AND r.coder = @me ORDER BY ${ORDER}`,
    { ...parameters, me: viewerNum(store, viewer), limit, offset })
  return {
    total,
    rows: rows.map(({ story_group, ...row }) => ({
      ...row, id: toId(row.id), group: toIdOrNull(story_group), wave: toIdOrNull(row.wave), opening: oneLine(row.opening), opened: row.opened === 1, done: row.done === 1
    }))
  }
}

export const oneLine = (words: string | null): string => (words ?? '').replace(/\s+/g, ' ').trim()

type StoryRow = {
  num: number; id: Buffer; number: number; source_id: string; story_group: Buffer | null; wave: Buffer | null
  collected_on: string | null; language: string | null; channel: string | null; released: number
}

/** Is there such a live story that this viewer may see? Gives its local number. */
export const findStory = (store: Store, id: Id, viewer: Id | null): number | undefined =>
  store.get<{ num: number }>(`SELECT s.num FROM story s WHERE s.id = ? AND ${visibleStories(store, viewer).sql}`, [toBlob(id)])?.num

/** A live story with its texts, answers, memos and the codings this viewer may see. */
export function readStory(store: Store, viewer: Id | null, id: Id): Story | undefined {
  const row = store.get<StoryRow>(
    `SELECT s.num, s.id, s.number, s.source_id, g.id AS story_group, w.id AS wave, s.collected_on, s.language, s.channel, s.released
     FROM story s LEFT JOIN story_group g ON g.num = s.story_group LEFT JOIN wave w ON w.num = s.wave WHERE s.id = ? AND ${visibleStories(store, viewer).sql}`, [toBlob(id)])
  if (!row) return undefined
  const codings = listCodingsOfStory(store, id, visibleCodings(store, viewer))
  const standing = store.get<{ n: number }>('SELECT count(*) AS n FROM coding WHERE story = ? AND removed = 0', [row.num])!.n
  const reading = viewer ? findReading(store, id, viewer).row : undefined
  return {
    id, number: row.number, sourceId: row.source_id, group: toIdOrNull(row.story_group), wave: toIdOrNull(row.wave), collectedOn: row.collected_on,
    language: row.language, channel: row.channel, texts: listTexts(store, row.num), answers: listAnswersOfStory(store, id), codings,
    memos: listMemosOfStory(store, viewer, id), reading: { done: reading?.done ?? false, position: reading?.position ?? 0 }, doneBy: listDoneBy(store, id),
    hidden: standing - codings.length, released: row.released === 1
  }
}

function listTexts(store: Store, story: number): Text[] {
  type Row = { id: Buffer; kind: Text['kind']; signifier: Buffer | null; revision: number; version: number; body: string }
  return store.all<Row>(
    `SELECT t.id, t.kind, g.id AS signifier, t.newest AS revision, r.body,
       (SELECT count(*) FROM revision v WHERE v.text = t.num AND v.removed = 0 AND v.body IS NOT NULL) AS version FROM text t JOIN revision r ON r.text = t.num AND r.number = t.newest
     LEFT JOIN signifier g ON g.num = t.signifier WHERE t.story = ? ORDER BY t.kind DESC, g.position, t.num`, [story])
    .map((row) => ({ ...row, id: toId(row.id), signifier: toIdOrNull(row.signifier) }))
}

/** Where a story stands in a list, and who stand beside it. */
export function neighboursOf(store: Store, viewer: Id | null, id: Id, filter: StoryFilter): { previous: Id | null; next: Id | null; uncoded: Id | null; place: number; total: number } {
  const here = store.get<{ number: number; num: number }>('SELECT number, num FROM story WHERE id = ?', [toBlob(id)])
  const scope = storyScope(store, filter, viewer)
  const total = store.get<{ n: number }>(`SELECT count(*) AS n FROM story s WHERE ${scope.sql}`, scope.parameters)!.n
  if (!here) return { previous: null, next: null, uncoded: null, place: 0, total }
  const at = { ...scope.parameters, hereNumber: here.number, here: here.num }
  const one = (more: string, order: string, parameters: object = at): Id | null => {
    const row = store.get<{ id: Buffer }>(`SELECT s.id FROM story s WHERE ${scope.sql} AND ${more} ORDER BY ${order} LIMIT 1`, parameters)
    return row ? toId(row.id) : null
  }
  const [behind, ahead] = ['(s.number, s.num) > (@hereNumber, @here)', '(s.number, s.num) < (@hereNumber, @here)']
  const bare = 'NOT EXISTS (SELECT 1 FROM coding c WHERE c.story = s.num AND c.removed = 0 AND c.coder = @me)'
  const me = { ...at, me: viewerNum(store, viewer) }
  return {
    previous: one(ahead, 's.number DESC, s.num DESC'), next: one(behind, ORDER),
    uncoded: one(`${behind} AND ${bare}`, ORDER, me) ?? one(`${ahead} AND ${bare}`, ORDER, me),
    place: store.get<{ n: number }>(`SELECT count(*) AS n FROM story s WHERE ${scope.sql} AND (s.number, s.num) <= (@hereNumber, @here)`, at)!.n, total
  }
}

/** The source's own ids by story number, for lists that researchers check against their source. */
export const sourceIds = (store: Store): Map<number, string> =>
  new Map(store.all<{ number: number; source_id: string }>(`SELECT number, source_id FROM story WHERE state = 'live'`).map((row) => [row.number, row.source_id]))

export type MainText = { story: Id; sourceId: string; /** The name of its group. */ group: string | null; text: Id; revision: number; body: string }

/** The main text of every live story in its newest revision. */
export const listMainTexts = (store: Store): MainText[] =>
  store.all<{ id: Buffer; source_id: string; name: string | null; text: Buffer; newest: number; body: string }>(
    `SELECT s.id, s.source_id, g.name, t.id AS text, t.newest, r.body FROM story s LEFT JOIN story_group g ON g.num = s.story_group
     JOIN text t ON t.story = s.num AND t.kind = 'main' JOIN revision r ON r.text = t.num AND r.number = t.newest WHERE s.state = 'live'`)
    .map((row) => ({ story: toId(row.id), sourceId: row.source_id, group: row.name, text: toId(row.text), revision: row.newest, body: row.body }))
