// Codings as plain numbers: a million of them are read as one list per code and coder, straight from the covering index, and counted
// in here; SQLite's own distinct counts take some thirty times as long.
import type { Condition } from './scope.ts'
import type { Store } from './store.ts'

/** The codings of one code by one coder. `stories`: one local number per coding. */
export type Marks = { code: number; coder: number; stories: number[] }

/** The same with their places in the newest revision: text, start, end, text, start, end, … (UTF-16 units, end exclusive). */
export type PlacedMarks = { code: number; coder: number; places: number[] }

/** The codings of these codes (null: of all, code after code) that the condition over `coding c` lets through, by code and coder. */
export function* readMarks(store: Store, condition: Condition, codes: readonly number[] | null): Generator<Marks> {
  for (const [code, coder, list] of listed(store, 'json_group_array(c.story)', condition, codes)) yield { code, coder, stories: JSON.parse(list) as number[] }
}

/** The same with places, at two to three times the cost. */
export function* readPlacedMarks(store: Store, condition: Condition, codes: readonly number[] | null): Generator<PlacedMarks> {
  for (const [code, coder, list] of listed(store, `group_concat(c.text || ',' || c.at_start || ',' || c.at_end)`, condition, codes)) {
    yield { code, coder, places: JSON.parse(`[${list}]`) as number[] }
  }
}

/** Codes null: every code, in one walk along the index. Else code by code, so that the index keeps its order. */
function* listed(store: Store, list: string, { sql, parameters }: Condition, codes: readonly number[] | null): Generator<[number, number, string]> {
  const question = `SELECT c.code, c.coder, ${list} AS list FROM coding c WHERE c.removed = 0 AND ${codes ? 'c.code = @code AND ' : ''}${sql} GROUP BY c.code, c.coder`
  for (const code of codes ?? [0]) {
    // One list at a time: a code that everyone uses fills megabytes.
    yield* store.tuples(question).iterate({ ...parameters, code }) as Iterable<[number, number, string]>
  }
}

/** Which story a text belongs to, by the text's local number. */
export function readTextStories(store: Store): Int32Array {
  const stories = new Int32Array((store.get<{ last: number | null }>('SELECT max(num) AS last FROM text')!.last ?? 0) + 1)
  const { list } = store.get<{ list: string | null }>(`SELECT group_concat(num || ',' || story) AS list FROM text`)!
  const pairs = JSON.parse(`[${list ?? ''}]`) as number[]
  for (let i = 0; i < pairs.length; i += 2) stories[pairs[i]!] = pairs[i + 1]!
  return stories
}
