// The cross-table: codes against what tellers answered, where they come from, when, or who coded; and what lies behind a cell.
import { z } from 'zod'
import { Id } from '../domain/ids.ts'
import { Layer, StoryFilter } from '../domain/layer.ts'
import { About, Mode } from '../domain/release.ts'
import { HALVES, QUADRANTS } from '../signifier/stones.ts'
import { TRIAD_ZONES } from '../signifier/triad.ts'
import { OF_FILTER, read } from './call.ts'

const Count = z.number().int().min(0)

/** How a scale is cut. tens: 11 bars, rounded to the nearest ten. classes: equal ones over the whole scale. width: classes this wide. */
export const Bins = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('tens') }),
  z.strictObject({ is: z.literal('classes'), count: z.number().int().min(2).max(20) }),
  z.strictObject({ is: z.literal('width'), width: z.number().positive() })
])
export type Bins = z.infer<typeof Bins>

export const ColumnsBy = z.discriminatedUnion('is', [
  /** `stone`: which stone of a stones question. `zones`: a triad's cuts: a corner starts at the first, an edge ends at the second. */
  z.strictObject({
    is: z.literal('signifier'), signifier: Id, bins: Bins.optional(), stone: Id.optional(),
    zones: z.strictObject({ corner: z.number().min(51).max(95), edge: z.number().min(5).max(33) }).optional()
  }),
  z.strictObject({ is: z.literal('group') }),
  z.strictObject({ is: z.literal('wave') }),
  z.strictObject({ is: z.literal('period'), by: z.enum(['month', 'quarter', 'year']) }),
  z.strictObject({ is: z.literal('coder') })
])
export type ColumnsBy = z.infer<typeof ColumnsBy>

/** One code, or a code with all that lies under it; in a branch a story (or fragment) counts once. */
export const CodeRow = z.strictObject({ code: Id, branch: z.boolean().default(false) })
export type CodeRow = z.infer<typeof CodeRow>

/** A row is a code, a branch, or a theme: what speaks for it, by its codes or laid on it by hand, each story, place and coding once. */
export const RowBy = z.union([CodeRow, z.strictObject({ theme: Id })])
export type RowBy = z.infer<typeof RowBy>

export const Unit = z.enum(['story', 'fragment', 'coding'])
export type Unit = z.infer<typeof Unit>

/** How the family of tests on screen is held to account (holm: few planned ones; bh: looking around), and how often stories are shuffled. */
export const Testing = z.strictObject({ adjust: z.enum(['holm', 'bh']).default('holm'), draws: z.number().int().min(99).max(99_999).default(9999) })
export type Testing = z.infer<typeof Testing>

export const CrosstabQuestion = z.strictObject({
  /** Left out: every code that is not retired, each for itself, in the order of the codebook. */
  rows: z.array(RowBy).max(2000).optional(),
  columns: ColumnsBy,
  unit: Unit.default('story'),
  layer: Layer.default({ is: 'all' }),
  filter: StoryFilter.default({}),
  mode: Mode.default('analysis')
})
export type CrosstabQuestion = z.infer<typeof CrosstabQuestion>

/** What a column stands for. The first ones are values; none (asked, nothing ticked), na, blank, notAsked and unknown (no group, no date) are states. */
export const ColumnFace = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('option'), id: Id, name: z.string() }),
  z.strictObject({ is: z.literal('bar'), at: z.number() }),
  /** From `from` on, up to but without `to`; the last class takes its end along. */
  z.strictObject({ is: z.literal('range'), from: z.number(), to: z.number(), closed: z.boolean() }),
  z.strictObject({ is: z.literal('zone'), zone: z.enum(TRIAD_ZONES), anchors: z.array(z.string()) }),
  z.strictObject({ is: z.literal('quadrant'), quadrant: z.enum([...QUADRANTS, ...HALVES]) }),
  z.strictObject({ is: z.literal('group'), id: Id, name: z.string() }),
  z.strictObject({ is: z.literal('wave'), id: Id, name: z.string() }),
  /** 2024, 2024-Q1 or 2024-03. */
  z.strictObject({ is: z.literal('period'), period: z.string() }),
  z.strictObject({ is: z.literal('coder'), id: Id, name: z.string() }),
  z.strictObject({ is: z.literal('none') }),
  z.strictObject({ is: z.literal('na') }),
  z.strictObject({ is: z.literal('blank') }),
  z.strictObject({ is: z.literal('notAsked') }),
  z.strictObject({ is: z.literal('unknown') })
])
export type ColumnFace = z.infer<typeof ColumnFace>

export const Column = z.strictObject({
  key: z.string(), face: ColumnFace,
  /** Takes part in n valid, percentages and tests. */
  value: z.boolean(),
  /** Stories in scope that fall here, and those of them that a coder of the layer marked done. */
  stories: Count, done: Count
})
export type Column = z.infer<typeof Column>

/** Scores of stories; sd null with one story; all null with none. */
export const Spread = z.strictObject({ n: Count, mean: z.number().nullable(), median: z.number().nullable(), sd: z.number().nullable() })
export type Spread = z.infer<typeof Spread>

/** A scale that has a mean: a slider or number, a Likert scored 1…k from low to high, a share of a triad, a stone's x or y. */
export const Measure = z.strictObject({ key: z.string(), is: z.enum(['score', 'likert', 'share', 'x', 'y']), name: z.string(), all: Spread })
export type Measure = z.infer<typeof Measure>

/**
 * Why no test is given. fewStories: under 10 in all; smallGroup: under 5 with, or under 5 without the code; oneColumn: fewer than two
 * columns that can be compared; noVariation: nothing differs; notIndependent: columns are not a fact about the story (who coded);
 * fewTellers: tellers told several stories, and there are too few of them to allow for that.
 */
export const RefusedTest = z.enum(['fewStories', 'smallGroup', 'oneColumn', 'noVariation', 'notIndependent', 'fewTellers'])
export type RefusedTest = z.infer<typeof RefusedTest>

/**
 * smallExpected: some expected counts are under 5 (p was then simulated or exact); leftOut: columns under 5 stories took no part;
 * unfinished: stories with the code that nobody marked done count too; severalStories: tellers told more than one, which the test allows for;
 * overlapping: a story can stand in several columns, each is tested for itself.
 */
export const TestWarning = z.enum(['smallExpected', 'leftOut', 'unfinished', 'severalStories', 'overlapping'])
export type TestWarning = z.infer<typeof TestWarning>

/**
 * The column that strays most, against all others that took part: of how many stories there, and elsewhere, bear the code. Shares 0–1;
 * the interval is Newcombe's (1998).
 */
export const Effect = z.strictObject({
  column: z.string(), here: z.strictObject({ with: Count, of: Count }), elsewhere: z.strictObject({ with: Count, of: Count }),
  difference: z.number(), low: z.number(), high: z.number()
})
export type Effect = z.infer<typeof Effect>

/**
 * With and without the code, per story, against the columns; `column` names the one option where each is tested for itself.
 * permutation: the codes of the stories shuffled; fisher: the same without chance, for two columns; chi2: Pearson's, where there are
 * so many stories that shuffling would say the same; raoScott: tellers told several stories.
 */
export const RowTest = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('refused'), column: z.string().nullable(), reason: RefusedTest, n: Count }),
  z.strictObject({
    is: z.literal('tested'), column: z.string().nullable(), method: z.enum(['chi2', 'fisher', 'permutation', 'raoScott']),
    unit: z.enum(['story', 'teller']),
    /** Stories used, and valid ones left out as unread or in a column that is too small. */
    n: Count, missing: Count,
    /** X² with its degrees of freedom; raoScott: F with both of its. */
    statistic: z.number(), df: z.number(), df2: z.number().nullable(), p: z.number(),
    /** Pearson's p, as other programs print it; null by teller. */
    classic: z.number().nullable(),
    /** raoScott only: how many tellers. */
    tellers: Count.nullable(),
    /** Simulated p only. */
    standardError: z.number().nullable(), replicates: Count.nullable(), seed: z.number().nullable(),
    /** Over all tests of this table, as Testing says. */
    adjusted: z.number(),
    effect: Effect.nullable(), cramersV: z.number().nullable(), minExpected: z.number(), warnings: z.array(TestWarning)
  })
])
export type RowTest = z.infer<typeof RowTest>

export const CrosstabRow = z.strictObject({
  by: RowBy, name: z.string(), colour: z.number().int(), depth: Count,
  /** By column, in the unit asked for. */
  counts: z.array(Count),
  /** Stories by column: with the code; without it (a coder of the layer marked them done); neither, as nobody finished them. */
  with: z.array(Count), without: z.array(Count), unread: z.array(Count),
  /** Stories with a value (n valid): the base of percentages. */
  valid: z.strictObject({ with: Count, without: Count, unread: Count }),
  /** Over all columns, each story, fragment or coding once. */
  total: z.strictObject({ count: Count, with: Count, without: Count, unread: Count, /** Stories with the code that nobody marked done. */ unfinished: Count }),
  tests: z.array(RowTest),
  /** Adjusted residual of "with", by column; null where there is none. Expected count of "with"; null likewise. */
  residuals: z.array(z.number().nullable()), expected: z.array(z.number().nullable()),
  /** Asked for with `words`: by column, the words of the stories that were read or bear the code. */
  words: z.array(Count),
  /** By measure. */
  scores: z.array(z.strictObject({ with: Spread, without: Spread }))
})
export type CrosstabRow = z.infer<typeof CrosstabRow>

export const Crosstab = z.strictObject({
  about: About,
  columns: z.array(Column),
  /** The stories in scope stand in several columns each. */
  overlapping: z.boolean(),
  /** single: a story stands in one column; ordered: the same, as steps of one scale; several; none: who coded, no fact about a story. */
  columnsAre: z.enum(['single', 'ordered', 'several', 'none']),
  /** Some tellers told more than one: tests are then by teller, and need the stories one by one. */
  severalTold: z.boolean(),
  valid: Count, na: Count, blank: Count, notAsked: Count,
  rows: z.array(CrosstabRow),
  measures: z.array(Measure),
  /** How many tests the table holds: the family of the adjusted p. */
  tests: Count
})
export type Crosstab = z.infer<typeof Crosstab>

/** A test of two groups of scores; `diff` = first − second, in the unit of the scale, with its 95 % interval. */
const TwoMeans = z.strictObject({ diff: z.number(), ciLow: z.number(), ciHigh: z.number(), t: z.number(), df: z.number(), p: z.number(), hedgesG: z.number().nullable() })

/**
 * Stories (or tellers, where they told several: then a score is the mean of theirs) by which of two codes they bear. Groups apart: only
 * the first, only the second, both, neither; `unread`: nobody finished them, so what they lack is not known.
 */
export const CodeComparison = z.strictObject({
  about: About, measure: Measure.omit({ all: true }), unit: z.enum(['story', 'teller']),
  groups: z.strictObject({ first: Spread, second: Spread, both: Spread, neither: Spread }), unread: Count,
  /** First against second, those with both left out. */
  test: z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('refused'), reason: RefusedTest, n: Count }),
    z.strictObject({
      is: z.literal('tested'), n: Count,
      /** The scores dealt out anew. */
      p: z.number(), standardError: z.number(), replicates: Count, seed: z.number(),
      welch: TwoMeans,
      /** In how many of the pairs the first scores higher (0–1, ties half), with p of Mann and Whitney. */
      cles: z.number(), rankP: z.number()
    })
  ]),
  /** As the study did it: every fragment bears the score of its story, so that a story counts as often as it has fragments. */
  fragments: z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('refused'), reason: RefusedTest, n: Count }),
    z.strictObject({ is: z.literal('tested'), first: Spread, second: Spread, student: TwoMeans, welch: TwoMeans })
  ])
})
export type CodeComparison = z.infer<typeof CodeComparison>

/**
 * Codes that occur together. `stories`: bear both; `read`: those of them that a coder of the layer marked done; `overlap`: pairs of
 * fragments, one of each, that share at least a character; `same`: fragments with both, at the very same place.
 */
export const CodePair = z.strictObject({ first: Count, second: Count, stories: Count, read: Count, overlap: Count, same: Count })
export type CodePair = z.infer<typeof CodePair>

export const CodePairs = z.strictObject({
  about: About, /** Stories that a coder of the layer marked done. */ read: Count,
  codes: z.array(z.strictObject({ code: Id, branch: z.boolean(), name: z.string(), colour: z.number().int(), stories: Count, read: Count, fragments: Count })),
  /** By place in `codes`, first before second; pairs that meet in no story are left out. */
  pairs: z.array(CodePair)
})
export type CodePairs = z.infer<typeof CodePairs>

/** A fragment behind a number, with up to 80 characters before and behind it. */
export const FragmentBehind = z.strictObject({
  text: Id, start: z.number().int(), end: z.number().int(), before: z.string(), quote: z.string(), after: z.string(), codes: z.array(Id), coders: z.array(Id)
})
export type FragmentBehind = z.infer<typeof FragmentBehind>

export const StoryBehind = z.strictObject({
  story: Id, number: z.number().int(), group: Id.nullable(), wave: Id.nullable(), opening: z.string(),
  /** In reading order, 20 at most; `more` says how many are left. */
  fragments: z.array(FragmentBehind), more: Count
})
export type StoryBehind = z.infer<typeof StoryBehind>

export const crosstab = {
  'crosstab.table': read({
    input: CrosstabQuestion.extend({ /** Left out: tests take part. */ tests: z.boolean().default(true), testing: Testing.prefault({}), /** Also count words. */ words: z.boolean().default(false) }),
    output: Crosstab, reads: ['code', 'coding', 'coder', 'reading', 'story', 'revision', 'story_group', 'wave', 'signifier', 'option', 'import', 'project', ...OF_FILTER], long: true
  }),
  /** Two codes on one scale: refused (invalid_input) for a question without a scale. `measure`: its key, the first when left out. */
  'crosstab.compare': read({
    input: CrosstabQuestion.omit({ rows: true, unit: true }).extend({ first: CodeRow, second: CodeRow, measure: z.string().max(40).optional(), draws: Testing.shape.draws }),
    output: CodeComparison, reads: ['code', 'coding', 'coder', 'reading', 'story', 'revision', 'signifier', 'option', 'stone', 'import', 'project', ...OF_FILTER], long: true
  }),
  /** Left out: every code that is not retired. Codes that stand in no story of the filter are left out of the answer. */
  'crosstab.pairs': read({
    input: CrosstabQuestion.pick({ layer: true, filter: true, mode: true }).extend({ rows: z.array(CodeRow).max(400).optional() }),
    output: CodePairs, reads: ['code', 'coding', 'coder', 'reading', 'story', 'text', 'revision', 'import', 'project', ...OF_FILTER], long: true
  }),
  /** The stories (in the order of their numbers, a page at a time) that a cell, a row (`column` null) or a column (`row` null) counts. */
  'crosstab.behind': read({
    input: CrosstabQuestion.omit({ rows: true }).extend({
      row: RowBy.nullable(), column: z.string().nullable(), side: z.enum(['with', 'without', 'unread']).default('with'),
      offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(100).default(25)
    }),
    output: z.strictObject({ about: About, stories: Count, fragments: Count, codings: Count, rows: z.array(StoryBehind) }),
    reads: ['code', 'coding', 'coder', 'reading', 'story', 'text', 'revision', 'signifier', 'option', 'import', 'project', ...OF_FILTER], long: true
  })
}
