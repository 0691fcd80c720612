// Talk cards: row <-> domain, each with its place in the newest words of its text.
import type { Talk } from '../shared/contract/talk.ts'
import type { Id } from '../shared/domain/ids.ts'
import { toBlob, toId, toIdOrNull } from './ids.ts'
import { Ids, readJson } from './json.ts'
import { allowedTalks, joined, visibleStories, type Condition } from './scope.ts'
import type { Store } from './store.ts'
import { placesIn, readBody } from './text-bodies.ts'

type Raw = Record<'id' | 'story' | 'text' | 'coder', Buffer> & {
  number: number; textNum: number; newest: number; revision: number; start: number; end: number; codes: string; coders: string; question: string
  outcome: '' | 'both' | 'learned' | 'changed'; words: string; settledBy: Buffer | null; settledAt: number | null; at: number
}

const SELECT = `SELECT a.id, s.id AS story, s.number, t.id AS text, t.num AS textNum, t.newest, a.revision, a.start, a."end", a.codes, a.coders, a.question, a.outcome, a.words,
    b.id AS settledBy, a.settled_at AS settledAt, k.id AS coder, a.at
  FROM talk a JOIN story s ON s.num = a.story JOIN text t ON t.num = a.text JOIN coder k ON k.num = a.coder LEFT JOIN coder b ON b.num = a.settled_by`

function rule(store: Store, viewer: Id | null, more: Condition[]): Condition {
  return joined([{ sql: 'a.removed = 0', parameters: {} }, visibleStories(store, viewer), ...allowedTalks(store, viewer), ...more])
}

/** Open ones first, each in order of stories and places; of one story or of all. */
export function listTalks(store: Store, viewer: Id | null, story?: Id): Talk[] {
  const { sql, parameters } = rule(store, viewer, story ? [{ sql: 's.id = @story', parameters: { story: toBlob(story) } }] : [])
  const rows = store.all<Raw>(`${SELECT} WHERE ${sql} ORDER BY a.outcome <> '', s.number, s.num, t.num, a.start, a.num`, parameters)
  const placed = new Map<number, ReturnType<typeof placesIn>>()
  return rows.map((row) => {
    if (!placed.has(row.textNum)) placed.set(row.textNum, placesIn(store, row.textNum))
    return fromRaw(store, row, placed.get(row.textNum)!)
  })
}

/** One that stands and that the viewer may see. */
export function findTalk(store: Store, viewer: Id | null, id: Id): Talk | undefined {
  const { sql, parameters } = rule(store, viewer, [{ sql: 'a.id = @id', parameters: { id: toBlob(id) } }])
  const row = store.get<Raw>(`${SELECT} WHERE ${sql}`, parameters)
  return row && fromRaw(store, row, placesIn(store, row.textNum))
}

function fromRaw(store: Store, row: Raw, placed: ReturnType<typeof placesIn>): Talk {
  const { start, end } = placed(row.revision, { start: row.start, end: row.end })
  const quote = start < end ? readBody(store, row.textNum, row.newest)?.slice(start, end) : readBody(store, row.textNum, row.revision)?.slice(row.start, row.end)
  return {
    id: toId(row.id), story: toId(row.story), number: row.number, text: toId(row.text), start, end, quote: quote ?? '',
    codes: readJson(Ids, row.codes) ?? [], coders: readJson(Ids, row.coders) ?? [], question: row.question, coder: toId(row.coder), at: row.at,
    settled: row.outcome === '' ? null : { outcome: row.outcome, words: row.words, by: toIdOrNull(row.settledBy), at: row.settledAt ?? row.at }
  }
}
