// Patterns: how the answers to one question are spread, for all stories in scope or side by side for groups, waves, another question or
// a code; the free answers as a list; and who answered what at all.
import { z } from 'zod'
import { Id } from '../domain/ids.ts'
import { Layer, StoryFilter } from '../domain/layer.ts'
import { About, Mode } from '../domain/release.ts'
import { OF_FILTER, read } from './call.ts'
import { Bins, ColumnFace, ColumnsBy, RefusedTest, Spread, Testing } from './crosstab.ts'
import { Scatter } from './scatter.ts'

const Count = z.number().int().min(0)

/** What stands side by side: as the columns of a table (who coded aside, which says nothing about a story), or by code: stories with it, read stories without it, and unread ones, which are a part of their own. */
export const Split = z.discriminatedUnion('is', [
  ColumnsBy.options[0], ColumnsBy.options[1], ColumnsBy.options[2], ColumnsBy.options[3],
  z.strictObject({ is: z.literal('code'), code: Id, branch: z.boolean().default(false) })
])
export type Split = z.infer<typeof Split>

export const PartFace = z.discriminatedUnion('is', [
  ...ColumnFace.options, z.strictObject({ is: z.literal('all') }),
  z.strictObject({ is: z.literal('code'), id: Id, name: z.string(), side: z.enum(['with', 'without', 'unread']) })
])
export type PartFace = z.infer<typeof PartFace>

/**
 * The middle of parts of a whole (a triad's three shares, a scale's two ends), in per cents. `geometric` is the closed geometric mean;
 * where answers lie on an edge (`zeros` of them) their zeros count as `delta` per cent, else it is exact and delta null.
 */
export const Middle = z.strictObject({ arithmetic: z.array(z.number()), geometric: z.array(z.number()), zeros: Count, delta: z.number().nullable() })
export type Middle = z.infer<typeof Middle>

export const PatternPart = z.strictObject({
  key: z.string(), face: PartFace,
  /** Stories in this part; those with a value; and what the others are. They add up to `stories`. */
  stories: Count, valid: Count, na: Count, blank: Count, notAsked: Count, aside: Count,
  /** By column, stories; `mentions` is their sum over the values: more than `valid` where several answers were possible. */
  counts: z.array(Count), mentions: Count,
  /** By measure. */
  scores: z.array(Spread),
  middle: Middle.nullable(),
  /** Triads and stones: x, y, x, y, … of every answer, 0–100 from the left and from below; y is 50 on one axis. */
  dots: z.array(z.number()),
  /** Stones only, in the order of the question: how often placed, and where. y null on one axis. */
  stones: z.array(z.strictObject({ placed: Count, x: Spread, y: Spread.nullable() }))
})
export type PatternPart = z.infer<typeof PatternPart>

export const Pattern = z.strictObject({
  about: About,
  columns: z.array(z.strictObject({ key: z.string(), face: ColumnFace, value: z.boolean() })),
  /** Several answers were possible. */
  several: z.boolean(),
  /** The parts overlap: a story can stand in more than one. */
  overlapping: z.boolean(),
  measures: z.array(z.strictObject({ key: z.string(), is: z.enum(['score', 'likert', 'share', 'x', 'y']), name: z.string() })),
  parts: z.array(PatternPart)
})
export type Pattern = z.infer<typeof Pattern>

const Shares = z.tuple([z.number(), z.number(), z.number()])
const CloudSide = z.strictObject({ n: Count, middle: Shares })

/** Stories with a code against stories read to the end without it. Scores: difference = with − without, with its 95 % interval; cles: in how many pairs (0–1) the one with it scores higher. Places: distance between the average places, in per cents of the triangle's side. */
export const Apart = z.strictObject({
  about: About,
  answer: z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('refused'), reason: RefusedTest, n: Count }),
    z.strictObject({
      is: z.literal('scores'), unit: z.enum(['story', 'teller']), n: Count, p: z.number(), with: Spread, without: Spread, difference: z.number(), low: z.number(), high: z.number(), cles: z.number()
    }),
    z.strictObject({
      is: z.literal('places'), unit: z.enum(['story', 'teller']), n: Count, with: CloudSide, without: CloudSide, distance: z.number(), p: z.number(), standardError: z.number(), replicates: Count, seed: z.number()
    })
  ])
})
export type Apart = z.infer<typeof Apart>

const Told = Count.nullable()

/** What of a pattern stands on paper. Null: hidden, because so few share it. `valid` null: the part is too small to tell anything of. */
export const PaperPart = z.strictObject({
  key: z.string(), face: PartFace, stories: Told, valid: Told, na: Told, blank: Told, counts: z.array(Told),
  /** As in PatternPart; for sharing moved a little and put in order, so that none is anybody's own. */
  dots: z.array(z.number()),
  stones: z.array(z.strictObject({ placed: Told, x: z.number().nullable(), y: z.number().nullable() }))
})
export type PaperPart = z.infer<typeof PaperPart>
export const PaperPattern = z.strictObject({ about: About, columns: Pattern.shape.columns, parts: z.array(PaperPart), /** Something was hidden. */ hides: z.boolean() })
export type PaperPattern = z.infer<typeof PaperPattern>

const Around = { layer: Layer.default({ is: 'all' }), filter: StoryFilter.default({}), mode: Mode.default('analysis') }
const MADE_OF = ['signifier', 'option', 'stone', 'story', 'story_group', 'wave', 'code', 'coding', 'coder', 'reading', 'revision', 'import', 'project', ...OF_FILTER] as const

export const pattern = {
  /** Refused (not_found) for a question, stone or code that is gone; (invalid_input) for free text, and for more than 24 parts. */
  'pattern.chart': read({
    input: z.strictObject({
      signifier: Id, stone: Id.optional(), bins: Bins.optional(), zones: z.strictObject({ corner: z.number().min(51).max(95), edge: z.number().min(5).max(33) }).optional(),
      split: Split.nullable().default(null), ...Around
    }),
    output: Pattern, reads: [...MADE_OF], long: true
  }),
  /** The same over all stories the viewer may see, for paper. Refused as 'pattern.chart' is. */
  'pattern.paper': read({ input: z.strictObject({ signifier: Id, split: Split.nullable().default(null), mode: Mode }), output: PaperPattern, reads: [...MADE_OF], long: true }),
  /** Refused (not_found) for what is gone, (invalid_input) for a question that is neither a scale nor a triad. */
  'pattern.apart': read({
    input: z.strictObject({ signifier: Id, code: Id, branch: z.boolean().default(false), draws: Testing.shape.draws, ...Around }), output: Apart, reads: [...MADE_OF], long: true
  }),
  /** `signifier` along the bottom, `other` upwards. Refused (not_found) for a question that is gone, (invalid_input) unless they are two scales of 0–100. */
  'pattern.scatter': read({ input: z.strictObject({ signifier: Id, other: Id, ...Around }), output: Scatter, reads: [...MADE_OF], long: true }),
  /** The free answers to a text question, in the order of the stories' numbers. */
  'pattern.texts': read({
    input: z.strictObject({ signifier: Id, ...Around, offset: Count.default(0), limit: z.number().int().min(1).max(500).default(100) }),
    output: z.strictObject({
      about: About, total: Count,
      rows: z.array(z.strictObject({ story: Id, number: z.number().int(), group: Id.nullable(), text: Id, body: z.string() }))
    }),
    reads: [...MADE_OF, 'text'], long: true
  }),
  /** For every question and group: how many answered, said n.v.t., left it blank, or were not asked. */
  'pattern.response': read({
    input: z.strictObject(Around),
    output: z.strictObject({
      about: About, groups: z.array(z.strictObject({ id: Id.nullable(), name: z.string(), stories: Count })),
      rows: z.array(z.strictObject({ signifier: Id, groups: z.array(z.strictObject({ valid: Count, na: Count, blank: Count, notAsked: Count })) }))
    }),
    reads: [...MADE_OF, 'text'], long: true
  })
}
