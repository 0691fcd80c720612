// The cross-table: every row counted, tested and released. What a count means stands in the rules [X…] of docs/rules.md.
import type { Column, Crosstab, CrosstabQuestion, CrosstabRow, RowBy } from '../shared/contract/crosstab.ts'
import { adjustRows, testRow, type TestedRow } from '../shared/crosstab/row-test.ts'
import { orderScores, spreadOf, spreadOfRising, type Scores } from '../shared/crosstab/spread.ts'
import { release, type About } from '../shared/domain/release.ts'
import type { Id } from '../shared/domain/ids.ts'
import { Refusal } from '../shared/errors.ts'
import { branchOf, readCodeTree, type CodeNode } from './code-tree.ts'
import { readColumns } from './crosstab-columns.ts'
import type { ColumnSet } from './crosstab-heads.ts'
import { countRow, type CountedRow, type Counting } from './crosstab-count.ts'
import { readCountedStories, readDone, type CountedStories } from './counted-stories.ts'
import { readTextStories } from './marks.ts'
import { isBlind, layerCodings, storyScope } from './scope.ts'
import type { Store } from './store.ts'

/** A question with everything that is the same for all its rows. */
export type Laid = { counting: Counting; done: Uint8Array; doneBy: Uint8Array[] | null; tree: CodeNode[]; about: About }

export function layOut(store: Store, viewer: Id | null, question: Omit<CrosstabQuestion, 'rows'>): Laid {
  const { layer, filter, unit, mode } = question
  const stories = readCountedStories(store, filter, viewer)
  const columns = readColumns(store, question.columns, stories, layer)
  return {
    counting: { store, stories, columns, unit, codings: layerCodings(store, layer, viewer), storyOf: unit === 'fragment' ? readTextStories(store) : new Int32Array(0) },
    done: readDone(store, stories, layer, viewer),
    doneBy: columns.coders ? coderDone(store, stories, columns, viewer) : null,
    tree: readCodeTree(store),
    about: { n: stories.size, layer, viewer, mode, blind: isBlind(store) }
  }
}

/** Throws a Refusal (not_found) for a code, question or stone that is gone, (invalid_input) for columns that make no table. */
export function countCrosstab(store: Store, viewer: Id | null, question: CrosstabQuestion & { tests: boolean }): Crosstab {
  const laid = layOut(store, viewer, question)
  const { counting, tree, about } = laid
  const wanted = question.rows ?? tree.filter((node) => !node.retired).map((node): RowBy => ({ code: node.id, branch: false }))
  const severalStories = hasSeveralStories(store, viewer, question)
  const scales = counting.columns.measures.map((measure) => orderScores(measure.scores))
  const counted = wanted.map((by) => {
    const node = findNode(tree, by.code)
    const row = countRow(counting, codesOf(tree, by, node))
    return { by, node, ...splitRow(laid, row), total: row.total, counts: row.counts, scores: scoresOf(scales, row, laid.done) }
  })
  const untested: TestedRow = { tests: [], residuals: counting.columns.heads.map(() => null), expected: counting.columns.heads.map(() => null) }
  const tested = adjustRows(counted.map((row) => (question.tests
    ? testRow({ ...row, columns: counting.columns.heads, columnsAre: counting.columns.columnsAre, severalStories })
    : untested)))
  const rows = counted.map(({ by, node, total, counts, scores, ...row }, at): CrosstabRow => ({
    code: by.code, branch: by.branch, name: node.name, colour: node.colour, depth: node.depth,
    counts, with: row.with, without: row.without, unread: row.unread, valid: row.valid, total: { count: total, ...row.all, unfinished: row.unfinished }, scores, ...tested.rows[at]!
  }))
  return release({ ...describe(laid, scales), rows, tests: tested.tests }, about)
}

export function findNode(tree: readonly CodeNode[], code: Id): CodeNode {
  const node = tree.find((other) => other.id === code)
  if (!node) throw new Refusal('not_found', 'code.absent')
  return node
}

export const codesOf = (tree: readonly CodeNode[], by: RowBy, node: CodeNode): number[] => (by.branch ? branchOf(tree, node.num) : [node.num])

type Split = Pick<CrosstabRow, 'with' | 'without' | 'unread'> & {
  all: { with: number; without: number; unread: number }
  valid: { with: number; without: number; unread: number }
  unfinished: number
}

/** Stories by column and side: 0 with the code, 1 without (read to the end), 2 unread. */
function splitRow({ counting: { stories, columns }, done, doneBy }: Laid, row: CountedRow): Split {
  const { heads, starts, list } = columns
  const sides = [0, 1, 2].map(() => heads.map(() => 0))
  const all = [0, 0, 0]
  const valid = [0, 0, 0]
  let unfinished = 0
  for (let story = 0; story < stories.size; story++) {
    const side = sideOf(row.has[story]!, done[story]!)
    all[side]!++
    if (side === 0 && done[story] === 0) unfinished++
    let isValid = false
    for (let at = starts[story]!; at < starts[story + 1]!; at++) {
      sides[side]![list[at]!]!++
      isValid ||= heads[list[at]!]!.value
    }
    if (isValid) valid[side]!++
  }
  row.hasBy?.forEach((has, column) => {
    for (let story = 0; story < has.length; story++) sides[sideOf(has[story]!, doneBy![column]![story]!)]![column]!++
  })
  const named = ([yes, no, unread]: number[]): Split['all'] => ({ with: yes!, without: no!, unread: unread! })
  return { with: sides[0]!, without: sides[1]!, unread: sides[2]!, all: named(all), valid: named(valid), unfinished }
}

/** [X2] Without a code only where a coder of the layer marked the story done; else unread. */
export const sideOf = (has: number, done: number): 0 | 1 | 2 => (has === 1 ? 0 : done === 1 ? 1 : 2)

function coderDone(store: Store, stories: CountedStories, columns: ColumnSet, viewer: Id | null): Uint8Array[] {
  const ids = columns.heads.map((head) => head.key)
  return ids.map((coder) => readDone(store, stories, { is: 'coder', coder }, viewer))
}

function scoresOf(scales: readonly Scores[], row: CountedRow, done: Uint8Array): CrosstabRow['scores'] {
  return scales.map((scale) => {
    const room = new Float64Array(scale.story.length)
    return {
      with: spreadOf(scale, (story) => row.has[story] === 1, room),
      without: spreadOf(scale, (story) => row.has[story] === 0 && done[story] === 1, room)
    }
  })
}

/** Columns with their own numbers, and what the stories in scope have to say on the question as a whole. */
function describe({ counting: { stories, columns }, done, doneBy }: Laid, scales: readonly Scores[]): Pick<Crosstab, 'columns' | 'overlapping' | 'valid' | 'na' | 'blank' | 'notAsked' | 'measures'> {
  const { heads, starts, list, measures } = columns
  const [all, finished] = [heads.map(() => 0), heads.map(() => 0)]
  let valid = columns.coders ? stories.size : 0
  for (let story = 0; story < stories.size; story++) {
    let isValid = false
    for (let at = starts[story]!; at < starts[story + 1]!; at++) {
      all[list[at]!]!++
      finished[list[at]!]! += done[story]!
      isValid ||= heads[list[at]!]!.value
    }
    if (isValid) valid++
  }
  const state = (is: string): number => heads.reduce((sum, head, at) => (head.face.is === is ? sum + all[at]! : sum), 0)
  const inColumn = (at: number): Pick<Column, 'stories' | 'done'> => (doneBy
    ? { stories: stories.size, done: doneBy[at]!.reduce((sum, mark) => sum + mark, 0) }
    : { stories: all[at]!, done: finished[at]! })
  return {
    columns: heads.map((head, at) => ({ ...head, ...inColumn(at) })), overlapping: columns.columnsAre === 'several',
    valid, na: state('na'), blank: state('blank') + state('unknown'), notAsked: state('notAsked'),
    measures: measures.map(({ key, is, name }, at) => ({ key, is, name, all: spreadOfRising(scales[at]!.value) }))
  }
}

function hasSeveralStories(store: Store, viewer: Id | null, { filter }: CrosstabQuestion): boolean {
  const { sql, parameters } = storyScope(store, filter, viewer)
  return store.get(`SELECT 1 FROM story s WHERE ${sql} AND s.teller IS NOT NULL GROUP BY s.teller HAVING count(*) > 1 LIMIT 1`, parameters) !== undefined
}
