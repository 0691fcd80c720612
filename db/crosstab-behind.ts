// What lies behind a number of a cross-table: the very stories it counted, with their fragments.
import type { z } from 'zod'
import type { contract } from '../shared/contract/index.ts'
import type { FragmentBehind, StoryBehind } from '../shared/contract/crosstab.ts'
import { release } from '../shared/domain/release.ts'
import type { Id } from '../shared/domain/ids.ts'
import { Refusal } from '../shared/errors.ts'
import { AS_MADE, quoteOf, type Quoted } from './coding-list.ts'
import { sideOf } from './crosstab.ts'
import { layOut, type Laid } from './crosstab-laid.ts'
import { countRow } from './crosstab-count.ts'
import { sourceOf, type RowSource } from './crosstab-rows.ts'
import { toId, toIdOrNull } from './ids.ts'
import { readTextStories } from './marks.ts'
import { Places } from './places.ts'
import { joined, type Condition } from './scope.ts'
import { oneLine, OPENING } from './stories.ts'
import type { Store } from './store.ts'

type Question = z.output<(typeof contract)['crosstab.behind']['input']>
type Answer = z.output<(typeof contract)['crosstab.behind']['output']>

/** Fragments of one story that a page shows. */
const MOST_FRAGMENTS = 20

/** Throws a Refusal (not_found) for a code, a theme or a column that is gone. */
export function listBehind(store: Store, viewer: Id | null, question: Question): Answer {
  const laid = layOut(store, viewer, { ...question, unit: 'story' })
  const { heads, coders } = laid.counting.columns
  const column = question.column === null ? null : heads.findIndex((head) => head.key === question.column)
  if (column === -1) throw new Refusal('not_found', 'crosstab.column_absent')
  const source = question.row && sourceOf(laid.looking, question.row)
  const picked = pickStories(laid, source, column, question.side)
  const coder = column === null || coders === null ? null : [...coders].find(([, at]) => at === column)![0]
  const shown = question.side === 'with' ? source : null
  const codings = shown && joined([shown.codings(), ...(coder === null ? [] : [{ sql: 'c.coder = @columnCoder', parameters: { columnCoder: coder } }])])
  const totals = shown === null ? { fragments: 0, codings: 0 } : countPicked(laid, shown, coder, picked)
  const page = picked.slice(question.offset, question.offset + question.limit).map((at) => laid.counting.stories.nums[at]!)
  return release({ stories: picked.length, ...totals, rows: readStories(store, page, codings) }, laid.about)
}

/** Places of the stories that the number counts, in the order of their numbers. */
function pickStories(laid: Laid, source: RowSource | null, column: number | null, side: Question['side']): number[] {
  const { stories, columns, done, doneBy } = laid.counting
  const row = source && countRow(laid.counting, source)
  const inColumn = (story: number): boolean => column === null || columns.coders !== null || columns.list.subarray(columns.starts[story], columns.starts[story + 1]).includes(column)
  const wanted = { with: 0, without: 1, unread: 2 }[side]
  const onSide = (story: number): boolean => {
    if (row === null) return true
    const byCoder = column !== null && row.hasBy !== null
    return sideOf(byCoder ? row.hasBy![column]![story]! : row.has[story]!, byCoder ? doneBy![column]![story]! : done[story]!) === wanted
  }
  return Array.from({ length: stories.size }, (_, story) => story).filter((story) => inColumn(story) && onSide(story))
}

function countPicked({ counting: { stories }, looking: { store } }: Laid, source: RowSource, only: number | null, picked: readonly number[]): { fragments: number; codings: number } {
  const wanted = new Uint8Array(stories.size)
  for (const at of picked) wanted[at] = 1
  const storyOf = readTextStories(store)
  const places = new Places()
  let codings = 0
  for (const { coder, places: marked } of source.placed()) {
    if (only !== null && coder !== only) continue
    for (let i = 0; i < marked.length; i += 3) {
      const story = stories.place[storyOf[marked[i]!]!]!
      if (story < 0 || wanted[story] === 0) continue
      codings++
      places.add(marked[i]!, marked[i + 1]!, marked[i + 2]!)
    }
  }
  return { fragments: places.size, codings }
}

type StoryRow = { num: number; id: Buffer; number: number; story_group: Buffer | null; wave: Buffer | null; opening: string | null }
type CodingRow = Quoted & { story: number; text: Buffer; code: Buffer; coder: Buffer }

function readStories(store: Store, nums: readonly number[], codings: Condition | null): StoryBehind[] {
  const page = JSON.stringify(nums)
  const rows = new Map(store.all<StoryRow>(
    `SELECT s.num, s.id, s.number, g.id AS story_group, w.id AS wave, substr(v.body, 1, ${OPENING}) AS opening FROM story s
     LEFT JOIN story_group g ON g.num = s.story_group LEFT JOIN wave w ON w.num = s.wave
     LEFT JOIN text t ON t.story = s.num AND t.kind = 'main' LEFT JOIN revision v ON v.text = t.num AND v.number = t.newest
     WHERE s.num IN (SELECT value FROM json_each(@page))`, { page }).map((row) => [row.num, row]))
  const fragments = codings === null ? new Map<number, FragmentBehind[]>() : readFragments(store, page, codings)
  return nums.map((num) => {
    const { id, number, story_group, wave, opening } = rows.get(num)!
    const all = fragments.get(num) ?? []
    return {
      story: toId(id), number, group: toIdOrNull(story_group), wave: toIdOrNull(wave), opening: oneLine(opening),
      fragments: all.slice(0, MOST_FRAGMENTS), more: Math.max(0, all.length - MOST_FRAGMENTS)
    }
  })
}

/** By story, in reading order; codings of one place are one fragment. */
function readFragments(store: Store, page: string, { sql, parameters }: Condition): Map<number, FragmentBehind[]> {
  const rows = store.all<CodingRow>(
    `SELECT c.story, t.id AS text, c.at_start AS start, c.at_end AS "end", k.id AS code, p.id AS coder, v.body, ${AS_MADE}
     FROM coding c JOIN text t ON t.num = c.text JOIN revision v ON v.text = t.num AND v.number = t.newest JOIN code k ON k.num = c.code JOIN coder p ON p.num = c.coder
     WHERE c.story IN (SELECT value FROM json_each(@page)) AND ${sql}
     ORDER BY c.story, t.kind DESC, t.num, c.at_start, c.at_end, c.num`, { ...parameters, page })
  const byStory = new Map<number, FragmentBehind[]>()
  for (const row of rows) {
    const list = byStory.get(row.story) ?? []
    byStory.set(row.story, list)
    const text = toId(row.text)
    const last = list.at(-1)
    const fragment = last?.text === text && last.start === row.start && last.end === row.end && row.made === null ? last
      : { text, start: row.start, end: row.end, ...quoteOf(row), codes: [], coders: [] }
    if (fragment !== last) list.push(fragment)
    if (!fragment.codes.includes(toId(row.code))) fragment.codes.push(toId(row.code))
    if (!fragment.coders.includes(toId(row.coder))) fragment.coders.push(toId(row.coder))
  }
  return byStory
}
