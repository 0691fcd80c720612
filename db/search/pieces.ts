// The pieces of an index that a viewer may see and a filter picks: asked of the project each time, so that what was withdrawn, not
// released or corrected since is never shown from the index.
import type { StoryFilter } from '../../shared/domain/layer.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { seesReleasedOnly } from '../scope.ts'
import { storyScope } from '../story-scope.ts'
import type { Store } from '../store.ts'
import type { SearchIndex } from './index-file.ts'
import type { Query } from './query.ts'
import { unpackForms, unpackPlaces, type Tokens } from './tokens.ts'

/** Story of each piece by its number (0: none, it is a memo). */
export function storiesOfPieces(index: SearchIndex): Int32Array {
  return index.kept('stories', () => {
    const last = (index.sql('SELECT max(num) FROM piece', 'firsts').get() as number | null) ?? 0
    const stories = new Int32Array(last + 1)
    // As two lists, which are read many times faster than twenty thousand rows.
    const { nums, of } = index.sql('SELECT json_group_array(num) AS nums, json_group_array(story) AS of FROM piece WHERE story IS NOT NULL').get() as { nums: string; of: string }
    const list = JSON.parse(of) as number[]
    ;(JSON.parse(nums) as number[]).forEach((num, at) => { stories[num] = list[at]! })
    return stories
  })
}

/** Which stories, by local number, may be looked in; null: every live one that the index knows. */
export function storiesInScope(store: Store, filter: StoryFilter, viewer: Id | null): Set<number> | null {
  if (Object.keys(filter).length === 0 && !seesReleasedOnly(store, viewer)) return null
  return storiesCounted(store, filter, viewer)
}

/** The same, always spelled out: what is counted without being read again. */
export function storiesCounted(store: Store, filter: StoryFilter, viewer: Id | null): Set<number> {
  const { sql, parameters } = storyScope(store, filter, viewer)
  return new Set(store.all<{ num: number }>(`SELECT s.num FROM story s WHERE ${sql}`, parameters).map(({ num }) => num))
}

/** Numbers of the pieces of stories in which the index finds a query; in the order of the stories' numbers, or (`best`) the best first. */
export function piecesWith(index: SearchIndex, { match }: Query, scope: ReadonlySet<number> | null, best = false): number[] {
  if (match === null) return []
  const stories = storiesOfPieces(index)
  const found = index.sql(`SELECT json_group_array(rowid) FROM (SELECT rowid FROM stems WHERE stems MATCH ?${best ? ' ORDER BY rank' : ''})`, 'firsts').get(match) as string
  return (JSON.parse(found) as number[]).filter((num) => num % 2 === 0 && stories[num]! > 0 && (scope === null || scope.has(stories[num]!)))
}

/** Numbers of memos in which the index finds a query, the newest first: an order of merit would weigh every text along. */
export function memosWith(index: SearchIndex, { match }: Query, limit: number): number[] {
  if (match === null) return []
  return index.sql('SELECT rowid FROM stems WHERE stems MATCH ? AND rowid % 2 = 1 ORDER BY rowid DESC LIMIT ?', 'firsts').all(match, limit) as number[]
}

export function readForms(index: SearchIndex, num: number): Uint32Array {
  return unpackForms(index.sql('SELECT forms FROM tokens WHERE num = ?', 'firsts').get(num) as Buffer)
}

export function readTokens(index: SearchIndex, num: number): Tokens {
  const { count, forms, places } = index.sql('SELECT count, forms, places FROM tokens WHERE num = ?').get(num) as { count: number; forms: Buffer; places: Buffer }
  return { forms: unpackForms(forms), ...unpackPlaces(places, count) }
}

/** A searched text as the project has it now. `story`, `number`: of its story. */
export type Found = { num: number; text: Buffer; kind: 'main' | 'answer'; signifier: Buffer | null; story: Buffer; number: number; group: Buffer | null; body: string }

/** Null when the words are not those that were indexed, or their story is no longer live. */
export function findText(store: Store, index: SearchIndex, num: number): Found | null {
  const row = store.get<Found & { newest: number }>(
    `SELECT t.id AS text, t.kind, g.id AS signifier, s.id AS story, s.number, p.id AS "group", t.newest, r.body FROM text t JOIN story s ON s.num = t.story AND s.state = 'live'
     JOIN revision r ON r.text = t.num AND r.number = t.newest LEFT JOIN signifier g ON g.num = t.signifier LEFT JOIN story_group p ON p.num = s.story_group WHERE t.num = ?`, [num / 2])
  const piece = index.sql('SELECT id, revision FROM piece WHERE num = ?').get(num) as { id: Buffer; revision: number } | undefined
  return row && piece && row.newest === piece.revision && row.text.equals(piece.id) && row.body !== null ? { ...row, num } : null
}

