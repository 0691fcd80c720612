// Codings with their words, as a reading list: the fragments of a code, of a coder, of a selection of stories.
import type { z } from 'zod'
import { wordsBefore, wordsBehind } from '../shared/domain/context.ts'
import type { Id } from '../shared/domain/ids.ts'
import type { CodingInContext } from '../shared/contract/coding.ts'
import type { contract } from '../shared/contract/index.ts'
import { listBranch } from './codes.ts'
import { toId, toIdOrNull } from './ids.ts'
import { joined, layerCodings, numsOf, type Condition } from './scope.ts'
import type { Store } from './store.ts'
import { storyScope } from './story-scope.ts'

type Rule = z.output<(typeof contract)['coding.list']['input']>
type Row = Record<'id' | 'story' | 'text' | 'code' | 'coder', Buffer> & Quoted & { story_group: Buffer | null; number: number }

/** Units of context on either side of a quote. */
const CONTEXT = 80

/** One page of codings in reading order (story number, then place). */
export function listCodingsInContext(store: Store, viewer: Id | null, rule: Rule): { total: number; rows: CodingInContext[] } {
  const scope = joined([layerCodings(store, rule.layer, viewer), ...conditions(store, viewer, rule)])
  const total = store.get<{ n: number }>(`SELECT count(*) AS n FROM coding c WHERE ${scope.sql}`, scope.parameters)!.n
  const rows = store.all<Row>(
    `WITH page AS (
       SELECT c.num, s.number, c.story, c.text, c.at_start FROM coding c JOIN story s ON s.num = c.story
       WHERE ${scope.sql} ORDER BY s.number, c.story, c.text, c.at_start, c.num LIMIT @limit OFFSET @offset)
     SELECT c.id, s.id AS story, s.number, g.id AS story_group, t.id AS text, c.at_start AS start, c.at_end AS "end", k.id AS code, p.id AS coder, v.body, ${AS_MADE}
     FROM page JOIN coding c ON c.num = page.num JOIN story s ON s.num = c.story LEFT JOIN story_group g ON g.num = s.story_group
     JOIN text t ON t.num = c.text JOIN revision v ON v.text = t.num AND v.number = t.newest JOIN code k ON k.num = c.code JOIN coder p ON p.num = c.coder
     ORDER BY page.number, page.story, page.text, page.at_start, page.num`, { ...scope.parameters, limit: rule.limit, offset: rule.offset })
  return { total, rows: rows.map(inContext) }
}

function conditions(store: Store, viewer: Id | null, rule: Rule): Condition[] {
  const live: Condition = storyScope(store, rule.filter, viewer, 'x')
  // With a code or a story named, its index leads and covers all that the page needs; the plus keeps SQLite from going story by story.
  const list: Condition[] = [{ sql: `${rule.code || rule.story ? '+' : ''}c.story IN (SELECT x.num FROM story x WHERE ${live.sql})`, parameters: live.parameters }]
  const nums = (name: string, column: string, values: number[]): Condition =>
    ({ sql: `${column} IN (SELECT value FROM json_each(@${name}))`, parameters: { [name]: JSON.stringify(values) } })
  if (rule.code) list.push(nums('wantedCodes', 'c.code', numsOf(store, 'code', rule.branch ? listBranch(store, rule.code) : [rule.code])))
  if (rule.coder) list.push(nums('wantedCoder', 'c.coder', numsOf(store, 'coder', [rule.coder])))
  if (rule.story) list.push(nums('wantedStory', 'c.story', numsOf(store, 'story', [rule.story])))
  return list
}

function inContext(row: Row): CodingInContext {
  return {
    id: toId(row.id), story: toId(row.story), number: row.number, group: toIdOrNull(row.story_group), text: toId(row.text), start: row.start, end: row.end,
    code: toId(row.code), coder: toId(row.coder), ...quoteOf(row)
  }
}

/** Over `coding c`: what quoteOf needs beside the newest words (`body`) and the place in them (`start`, `end`). */
export const AS_MADE = `c.start AS madeStart, c."end" AS madeEnd, CASE WHEN c.at_start = c.at_end
  THEN (SELECT m.body FROM revision m WHERE m.text = c.text AND m.number = c.revision) END AS made`
export type Quoted = { body: string; start: number; end: number; madeStart: number; madeEnd: number; made: string | null }

/** The words of a coding with up to 80 units before and behind; where none of them are left, the words it was made on. */
export const quoteOf = ({ body, start, end, madeStart, madeEnd, made }: Quoted): { before: string; quote: string; after: string } =>
  (made === null ? wordsAt(body, start, end) : wordsAt(made, madeStart, madeEnd))

/** The quote at a place (UTF-16 units, end exclusive) with whole words of up to 80 units before and behind it. */
export function wordsAt(body: string, start: number, end: number): { before: string; quote: string; after: string } {
  // One unit more than is kept tells whether a word would be cut.
  const [before, after] = [body.slice(Math.max(0, start - CONTEXT - 1), start), body.slice(end, end + CONTEXT + 1)]
  return { before: wordsBefore(before, CONTEXT), quote: body.slice(start, end), after: wordsBehind(after, CONTEXT) }
}
