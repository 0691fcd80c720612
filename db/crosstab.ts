// The cross-table: every row counted, tested and released. What a count means stands in the rules [X…] of docs/rules.md.
import type { Column, Crosstab, CrosstabQuestion, CrosstabRow, RowBy, Testing } from '../shared/contract/crosstab.ts'
import { adjustRows, testRow, type Case, type TestedRow } from '../shared/crosstab/row-test.ts'
import { orderScores, splitSpread, spreadOfRising, type Scores } from '../shared/crosstab/spread.ts'
import { release } from '../shared/domain/release.ts'
import type { Id } from '../shared/domain/ids.ts'
import { countRow, type CountedRow, type Counting, type Sum } from './crosstab-count.ts'
import { layOut, type Laid } from './crosstab-laid.ts'
import { sourceOf } from './crosstab-rows.ts'
import type { CountedStories } from './counted-stories.ts'
import type { Store } from './store.ts'

/** Throws a Refusal (not_found) for a code, theme, question or stone that is gone, (invalid_input) for columns that make no table. */
export function countCrosstab(store: Store, viewer: Id | null, question: CrosstabQuestion & { tests: boolean; testing: Testing; words: boolean }): Crosstab {
  const laid = layOut(store, viewer, question)
  const { counting, looking, about } = laid
  const wanted = question.rows ?? looking.tree.filter((node) => !node.retired).map((node): RowBy => ({ code: node.id, branch: false }))
  const tellers = readTellers(store, counting.stories)
  const scales = counting.columns.measures.map((measure) => orderScores(measure.scores))
  const words = question.words ? readWords(store, counting.stories) : null
  const counted = wanted.map((by) => {
    const source = sourceOf(looking, by)
    const row = countRow(counting, source)
    return { by, source, cases: tellers && question.tests ? casesOf(counting, row, tellers) : null, ...splitRow(laid, row), total: row.total, counts: row.counts, words: words ? wordsOf(counting, row, words) : [], scores: scales.map((scale) => splitSpread(scale, row.has, counting.done)) }
  })
  const untested: TestedRow = { tests: [], residuals: counting.columns.heads.map(() => null), expected: counting.columns.heads.map(() => null) }
  const tested = adjustRows(counted.map((row) => (question.tests
    ? testRow({ ...row, columns: counting.columns.heads, columnsAre: counting.columns.columnsAre }, question.testing.draws)
    : untested)), question.testing.adjust)
  const rows = counted.map(({ by, source: { name, colour, depth }, total, counts, words, scores, ...row }, at): CrosstabRow => ({
    by, name, colour, depth,
    counts, with: row.with, without: row.without, unread: row.unread, valid: row.valid, total: { count: total, ...row.all, unfinished: row.unfinished }, words, scores, ...tested.rows[at]!
  }))
  return release({ ...describe(laid, scales), severalTold: tellers !== null, rows, tests: tested.tests }, about)
}

type Sides = { with: number; without: number; unread: number }
type Split = Pick<CrosstabRow, 'with' | 'without' | 'unread'> & { all: Sides; valid: Sides; unfinished: number }

/** [X2] Without a code only where a coder of the layer marked the story done; else unread. */
export const sideOf = (has: number, done: number): 0 | 1 | 2 => (has === 1 ? 0 : done === 1 ? 1 : 2)

/** What is left of a column when the stories with the code are taken out. */
const sides = (of: Sum, yes: Sum): Sides => ({ with: yes.stories, without: of.done - yes.done, unread: of.stories - yes.stories - (of.done - yes.done) })

export function splitRow({ sums }: Laid, row: CountedRow): Split {
  const columns = sums.columns.map((sum, at) => sides(sum, row.with[at]!))
  return {
    with: columns.map((column) => column.with), without: columns.map((column) => column.without), unread: columns.map((column) => column.unread),
    all: sides(sums.all, row.all), valid: sides(sums.valid, row.valid), unfinished: row.all.stories - row.all.done
  }
}

/** Columns with their own numbers, and what the stories in scope have to say on the question as a whole. */
function describe({ counting: { columns: { heads, columnsAre, measures } }, sums }: Laid, scales: readonly Scores[]): Pick<Crosstab, 'columns' | 'overlapping' | 'columnsAre' | 'valid' | 'na' | 'blank' | 'notAsked' | 'measures'> {
  const state = (is: string): number => heads.reduce((sum, head, at) => (head.face.is === is ? sum + sums.columns[at]!.stories : sum), 0)
  return {
    columns: heads.map((head, at): Column => ({ ...head, ...sums.columns[at]! })), overlapping: columnsAre === 'several', columnsAre,
    valid: sums.valid.stories, na: state('na'), blank: state('blank') + state('unknown'), notAsked: state('notAsked'),
    measures: measures.map(({ key, is, name }, at) => ({ key, is, name, all: spreadOfRising(scales[at]!.value) }))
  }
}

/** The teller of each story, by place, where somebody told more than one; else null. A story of nobody known stands for itself. */
export function readTellers(store: Store, { nums }: CountedStories): Float64Array | null {
  if (store.get('SELECT 1 FROM story WHERE teller IS NOT NULL GROUP BY teller HAVING count(*) > 1 LIMIT 1') === undefined) return null
  const known = new Map(store.all<{ num: number; teller: number | null }>('SELECT num, teller FROM story').map((row) => [row.num, row.teller]))
  const tellers = Float64Array.from(nums, (num) => known.get(num) ?? -num)
  return new Set(tellers).size < tellers.length ? tellers : null
}

/** The stories of a row as the test by teller wants them; `has` is kept until then. */
export function casesOf({ columns: { starts, list }, done, valid }: Counting, { has }: CountedRow, tellers: Float64Array): (column: number | null) => Case[] {
  return (column) => {
    const cases: Case[] = []
    for (let story = 0; story < has.length; story++) {
      if (valid[story] === 0 || (has[story] === 0 && done[story] === 0)) continue
      const columns = list.subarray(starts[story], starts[story + 1])
      cases.push([tellers[story]!, has[story] === 1 ? 1 : 0, column === null ? columns[0]! : Number(columns.includes(column))])
    }
    return cases
  }
}

/** Words of the main text of each story, by place: what stands between white space, as a word count anywhere. */
export function readWords(store: Store, { nums, place }: CountedStories): Int32Array {
  const words = new Int32Array(nums.length)
  const texts = store.tuples("SELECT t.story, v.body FROM text t JOIN revision v ON v.text = t.num AND v.number = t.newest WHERE t.kind = 'main'").iterate() as Iterable<[number, string | null]>
  for (const [story, body] of texts) {
    const at = place[story] ?? -1
    if (at >= 0 && body !== null) words[at] = body.match(/\S+/g)?.length ?? 0
  }
  return words
}

/** [X2] Per column, the words one could have found this code in: of stories read to the end, and of those that bear it. */
function wordsOf({ columns: { heads, starts, list }, done, doneBy }: Counting, { has, hasBy }: CountedRow, words: Int32Array): number[] {
  const sums = heads.map(() => 0)
  for (let story = 0; story < words.length; story++) {
    heads.forEach((_, column) => { if (hasBy && (hasBy[column]![story] === 1 || doneBy![column]![story] === 1)) sums[column]! += words[story]! })
    if (has[story] === 0 && done[story] === 0) continue
    for (let at = starts[story]!; at < starts[story + 1]!; at++) sums[list[at]!]! += words[story]!
  }
  return sums
}
