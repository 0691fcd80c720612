// Stories: the list a coder reads from, and one story with all that belongs to it.
import type { Id } from '../shared/domain/ids.ts'
import type { StoryFilter } from '../shared/domain/layer.ts'
import type { CalledStory } from '../shared/contract/search.ts'
import type { Story, StoryInList, Text } from '../shared/contract/story.ts'
import { listAnswersOfStory } from './answers.ts'
import { listCodingsOfStory } from './codings.ts'
import { toBlob, toId, toIdOrNull } from './ids.ts'
import { listMemosOfStory } from './memos.ts'
import { findReading, listDoneBy } from './readings.ts'
import { layerCodings, viewerNum, visibleCodings, visibleStories } from './scope.ts'
import type { Store } from './store.ts'
import { storyCalled, storyScope } from './story-scope.ts'

/** Units of the main text that a list shows. */
export const OPENING = 140
/** Stories shown that are called so. */
const CALLED = 6
/** The order of every list of stories: by their random number, so that the order of collection does not show. */
const ORDER = 's.number, s.num'

type ListRow = Omit<StoryInList, 'id' | 'sourceId' | 'group' | 'wave' | 'opened' | 'done'> & { id: Buffer; source_id: string; story_group: Buffer | null; wave: Buffer | null; opened: number; done: number }

/** Local numbers of the stories a filter picks, in the order of every list: one walk, whatever page or neighbour is wanted of it. */
function pickedInOrder(store: Store, viewer: Id | null, filter: StoryFilter): number[] {
  const scope = storyScope(store, filter, viewer)
  // Not plucked: statements are kept by their text, and who counts asks for the same one as rows.
  return store.all<{ num: number }>(`SELECT s.num FROM story s WHERE ${scope.sql} ORDER BY ${ORDER}`, scope.parameters).map(({ num }) => num)
}

/** One page of the stories a filter picks, with what the viewer did in them. */
export function listStories(store: Store, viewer: Id | null, filter: StoryFilter, offset: number, limit: number): { total: number; rows: StoryInList[] } {
  const picked = pickedInOrder(store, viewer, filter)
  const visible = layerCodings(store, { is: 'all' }, viewer)
  const rows = store.all<ListRow>(
    `SELECT s.id, s.number, s.source_id, g.id AS story_group, w.id AS wave, s.length, substr(v.body, 1, ${OPENING}) AS opening,
       (SELECT count(*) FROM coding c WHERE c.story = s.num AND ${visible.sql}) AS codings,
       (SELECT count(*) FROM coding c WHERE c.story = s.num AND c.removed = 0 AND c.coder = @me) AS mine,
       r.num IS NOT NULL AS opened, coalesce(r.done, 0) AS done
     FROM json_each(@page) p CROSS JOIN story s ON s.num = p.value LEFT JOIN story_group g ON g.num = s.story_group LEFT JOIN wave w ON w.num = s.wave
     LEFT JOIN text t ON t.story = s.num AND t.kind = 'main' LEFT JOIN revision v ON v.text = t.num AND v.number = t.newest
     LEFT JOIN reading r ON r.story = s.num AND r.coder = @me ORDER BY ${ORDER}`,
    { ...visible.parameters, me: viewerNum(store, viewer), page: JSON.stringify(picked.slice(offset, offset + limit)) })
  return {
    total: picked.length,
    rows: rows.map(({ story_group, source_id, ...row }) => ({
      ...row, id: toId(row.id), sourceId: source_id, group: toIdOrNull(story_group), wave: toIdOrNull(row.wave), opening: oneLine(row.opening), opened: row.opened === 1, done: row.done === 1
    }))
  }
}

/** The first stories that are called so, by their number or in their source: what fits best before what only begins so. */
export function listCalled(store: Store, viewer: Id | null, words: string, filter: StoryFilter): CalledStory[] {
  if (words === '') return []
  const [called, scope] = [storyCalled(store, words, 'asked', 's'), storyScope(store, filter, viewer)]
  return store.all<{ id: Buffer; number: number; source_id: string; story_group: Buffer | null; opening: string | null }>(
    `SELECT s.id, s.number, s.source_id, g.id AS story_group, substr(v.body, 1, ${OPENING}) AS opening FROM story s LEFT JOIN story_group g ON g.num = s.story_group
     LEFT JOIN text t ON t.story = s.num AND t.kind = 'main' LEFT JOIN revision v ON v.text = t.num AND v.number = t.newest
     WHERE ${called.sql} AND ${scope.sql} ORDER BY length(s.source_id), s.source_id LIMIT ${CALLED}`, { ...called.parameters, ...scope.parameters })
    .map((row) => ({ story: toId(row.id), number: row.number, sourceId: row.source_id, group: toIdOrNull(row.story_group), opening: oneLine(row.opening) }))
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

/** Where a story stands in a list, and who stand beside it; a story that the filter leaves out stands between those it would come between. */
export function neighboursOf(store: Store, viewer: Id | null, id: Id, filter: StoryFilter): { previous: Id | null; next: Id | null; uncoded: Id | null; place: number; total: number } {
  const picked = pickedInOrder(store, viewer, filter)
  const here = store.get<{ num: number; number: number }>('SELECT num, number FROM story WHERE id = ?', [toBlob(id)])
  if (!here) return { previous: null, next: null, uncoded: null, place: 0, total: picked.length }
  const numberOf = store.firsts('SELECT number FROM story WHERE num = ?')
  const ahead = firstWhere(picked, (num) => num === here.num || behind({ num, number: numberOf.get(num) as number }, here))
  const next = picked[ahead] === here.num ? ahead + 1 : ahead
  const coded = store.firsts('SELECT 1 FROM coding WHERE story = ? AND removed = 0 AND coder = ? LIMIT 1')
  const me = viewerNum(store, viewer)
  const uncoded = [...picked.slice(next), ...picked.slice(0, ahead)].find((num) => coded.get(num, me) === undefined)
  const idOf = (num: number | undefined): Id | null => (num === undefined ? null : toId(store.get<{ id: Buffer }>('SELECT id FROM story WHERE num = ?', [num])!.id))
  return { previous: idOf(picked[ahead - 1]), next: idOf(picked[next]), uncoded: idOf(uncoded), place: next, total: picked.length }
}

type Place = { num: number; number: number }
const behind = (one: Place, other: Place): boolean => one.number > other.number || (one.number === other.number && one.num > other.num)

/** The first place at which it holds, by halving: it holds from some place on. */
function firstWhere(list: readonly number[], holds: (num: number) => boolean): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(list[middle]!)) high = middle
    else low = middle + 1
  }
  return low
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
