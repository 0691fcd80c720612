// Expectations written down before looking: dated, weighed as a family of their own, withdrawn but never changed.
import { z } from 'zod'
import { Id } from '../domain/ids.ts'
import { Layer, StoryFilter } from '../domain/layer.ts'
import { About, Mode } from '../domain/release.ts'
import { OF_FILTER, read, write } from './call.ts'
import { ColumnsBy, Effect, RefusedTest, RowBy, Spread, Testing } from './crosstab.ts'

const Count = z.number().int().min(0)

/** Of what answers an expectation can be; who coded is no fact about a story. */
const Asked = z.discriminatedUnion('is', [ColumnsBy.options[0], ColumnsBy.options[1], ColumnsBy.options[2]])

/** score: stories with it against those without, on one scale of the question (its key). column: how often it is there, against all others. whole: spread over all columns. */
export const Spot = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('score'), key: z.string().max(40) }),
  z.strictObject({ is: z.literal('column'), key: z.string().max(40) }),
  z.strictObject({ is: z.literal('whole') })
])
export type Spot = z.infer<typeof Spot>

/** more: stories with it score higher, or stand in the column more often; less: the other way; differs: either way, the only one for the whole. */
export const Direction = z.enum(['more', 'less', 'differs'])
export type Direction = z.infer<typeof Direction>

export const Expected = z.strictObject({ by: RowBy, columns: Asked, spot: Spot, direction: Direction })
export type Expected = z.infer<typeof Expected>

const Words = z.string().trim().max(2000)

export const Expectation = z.strictObject({
  id: Id, ...Expected.shape,
  /** Of the code or theme; a merged code counts where it went. */
  name: z.string(),
  /** Why one expects it. */
  words: z.string(),
  /** When it was written down: stories read to the end by anyone, of how many. */
  readThen: Count, storiesThen: Count,
  coder: Id.nullable(), /** Milliseconds since 1970. */ at: z.number(),
  withdrawn: z.strictObject({ at: z.number(), words: z.string() }).nullable(),
  /** Declaring it was undone: it does not count, and is told all the same. */
  undone: z.boolean()
})
export type Expectation = z.infer<typeof Expectation>

/** What came of one that stands. `seen`: which way it went; null: neither. `gone`: its code, theme, question or column is no more. */
export const Weighed = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('refused'), expectation: Id, reason: z.enum([...RefusedTest.options, 'gone']), n: Count }),
  z.strictObject({
    is: z.literal('tested'), expectation: Id, method: z.enum(['chi2', 'fisher', 'permutation', 'raoScott', 'means']), unit: z.enum(['story', 'teller']), n: Count, p: z.number(),
    /** Holm 1979, over all expectations that stand and can be tested: looking around elsewhere does not weigh on them. */
    adjusted: z.number(), seen: z.enum(['more', 'less']).nullable(),
    /** Scores: difference = with − without, in the unit of the scale, with its 95 % interval. */
    score: z.strictObject({ with: Spread, without: Spread, difference: z.number(), low: z.number(), high: z.number() }).nullable(), share: Effect.nullable()
  })
])
export type Weighed = z.infer<typeof Weighed>

export const expectation = {
  /** In the order they were written down; withdrawn and undone ones too. */
  'expectation.list': read({ input: z.strictObject({}), output: z.array(Expectation), reads: ['expectation', 'code', 'theme'] }),
  /** Every one that stands, held against the stories. */
  'expectation.weigh': read({
    input: z.strictObject({ layer: Layer.default({ is: 'all' }), filter: StoryFilter.default({}), mode: Mode.default('analysis'), draws: Testing.shape.draws }),
    output: z.strictObject({ about: About, rows: z.array(Weighed), /** The family of the adjusted p. */ tests: Count }),
    reads: ['expectation', 'code', 'coding', 'coder', 'reading', 'story', 'revision', 'story_group', 'wave', 'signifier', 'option', 'stone', 'import', 'project', ...OF_FILTER], long: true
  }),
  /** Refused: not_found for what is gone; invalid_input ('expectation.no_such_spot') for a scale or column the question lacks; conflict ('expectation.same') where one about the same stands. */
  'expectation.declare': write({ input: z.strictObject({ id: Id, ...Expected.shape, words: Words.default('') }), output: z.null() }),
  /** Of whoever wrote it down. It stays on the list, with the reason. */
  'expectation.withdraw': write({ input: z.strictObject({ expectation: Id, words: Words.min(1) }), output: z.null() })
}
