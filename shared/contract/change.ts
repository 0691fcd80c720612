// What changed between two moments of asking: in all stories of both, and within the tellers who told at both.
import { z } from 'zod'
import { Id } from '../domain/ids.ts'
import { Layer, StoryFilter } from '../domain/layer.ts'
import { About, Mode } from '../domain/release.ts'
import { OF_FILTER, read } from './call.ts'
import { ColumnFace, Spread } from './crosstab.ts'

const Count = z.number().int().min(0)

/**
 * nobody: at one moment nobody answered. fewStories: under 10 together. smallGroup: under 5 at one moment. fewTellers: tellers told several
 * stories, and there are under 20 to allow for that. parts: a corner of a triad, which moves only because the others do.
 */
export const RefusedChange = z.enum(['nobody', 'fewStories', 'smallGroup', 'noVariation', 'fewTellers', 'parts'])
export type RefusedChange = z.infer<typeof RefusedChange>

/**
 * All stories of the second moment − all of the first, in points of the scale or as a share 0–1, with a 95 % interval: Welch's, for shares
 * Newcombe's (1998); by teller where somebody told several: linearised over tellers (Binder 1983).
 */
export const Apart = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('refused'), reason: RefusedChange, n: Count }),
  z.strictObject({ is: z.literal('told'), by: z.enum(['story', 'teller']), difference: z.number(), low: z.number(), high: z.number() })
])
export type Apart = z.infer<typeof Apart>

/** noPairs: nobody answered at both moments. fewPairs: under 10 did: only how many went which way. noVariation: nobody changed, or all by the same. parts: as above. */
export const RefusedPairs = z.enum(['noPairs', 'fewPairs', 'noVariation', 'parts'])
export type RefusedPairs = z.infer<typeof RefusedPairs>

/**
 * Within tellers: second − first with its 95 % interval (paired t; for shares Agresti & Min 2005; null for a place in a triad), and how often
 * turning the signs by chance gives as much (for shares McNemar's exact p). `adjusted`: over all p of this answer, by Holm.
 */
const PairedTest = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('refused'), reason: RefusedPairs }),
  z.strictObject({
    is: z.literal('told'), difference: z.number(), low: z.number().nullable(), high: z.number().nullable(), p: z.number(), adjusted: z.number(),
    /** 0 where p is exact. */
    standardError: z.number(), draws: Count
  })
])
export type PairedTest = z.infer<typeof PairedTest>

/** A teller who told several stories at one moment counts with the mean of them. */
export const PairedScores = z.strictObject({ pairs: Count, first: z.number().nullable(), second: z.number().nullable(), up: Count, same: Count, down: Count, test: PairedTest })
export type PairedScores = z.infer<typeof PairedScores>

/** A teller who told several stories at one moment said it there when one of them says it. */
export const PairedSides = z.strictObject({ pairs: Count, both: Count, onlyFirst: Count, onlySecond: Count, neither: Count, test: PairedTest })
export type PairedSides = z.infer<typeof PairedSides>

/** Where a triad's middle lies at both moments, of tellers in both; `difference` is the way it went, in per cents of the whole (Euclidean). */
export const PairedPlace = z.strictObject({ pairs: Count, first: z.array(z.number()), second: z.array(z.number()), test: PairedTest })
export type PairedPlace = z.infer<typeof PairedPlace>

const Of = z.strictObject({ with: Count, of: Count })

export const Change = z.strictObject({
  about: About,
  /** Both moments: stories in scope, with a value, and what the others are. `wave` null: stories of no wave. */
  sides: z.array(z.strictObject({ wave: Id.nullable(), name: z.string(), stories: Count, valid: Count, na: Count, blank: Count, notAsked: Count })).length(2),
  /** Tellers who told at both moments, and how many stories they told together; `several`: somebody told more than one at one moment. */
  linked: z.strictObject({ tellers: Count, stories: Count, several: z.boolean() }),
  /** Several answers were possible. */
  several: z.boolean(),
  measures: z.array(z.strictObject({ key: z.string(), is: z.enum(['score', 'likert', 'share', 'x', 'y']), name: z.string(), first: Spread, second: Spread, apart: Apart, within: PairedScores })),
  /** Options, zones and quadrants; a scale has none. */
  columns: z.array(z.strictObject({ key: z.string(), face: ColumnFace, first: Of, second: Of, apart: Apart, within: PairedSides })),
  /** Triads only. */
  place: PairedPlace.nullable()
})
export type Change = z.infer<typeof Change>

export const change = {
  /** Refused (not_found) for a question, stone or wave that is gone; (invalid_input) for free text, dates, and a wave against itself. */
  'pattern.change': read({
    input: z.strictObject({
      signifier: Id, stone: Id.optional(), zones: z.strictObject({ corner: z.number().min(51).max(95), edge: z.number().min(5).max(33) }).optional(),
      /** null: the stories of no wave. */
      first: Id.nullable(), second: Id.nullable(), draws: z.number().int().min(99).max(99_999).default(9999),
      layer: Layer.default({ is: 'all' }), filter: StoryFilter.default({}), mode: Mode.default('analysis')
    }),
    output: Change, reads: ['signifier', 'option', 'stone', 'story', 'story_group', 'wave', 'code', 'coding', 'coder', 'reading', 'revision', 'import', 'project', ...OF_FILTER], long: true
  })
}
