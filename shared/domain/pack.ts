// What a pack of session material is made of: where its cards come from, how they were drawn, how it looks on paper.
import { z } from 'zod'
import { DRAW_METHODS } from '../session/draw.ts'
import { Id } from './ids.ts'
import { Layer, StoryFilter } from './layer.ts'

/** story: whole stories. fragment: passages that bear one of `codes` (each with the codes below it). */
export const PackSource = z.strictObject({
  form: z.enum(['story', 'fragment']), filter: StoryFilter.default({}), codes: z.array(Id).max(100).default([]), layer: Layer.default({ is: 'all' }),
  /** The theme the codes are of. */
  theme: Id.nullable().default(null)
})
export type PackSource = z.infer<typeof PackSource>

/** What divides stories for stratified and quota. */
export const DrawBy = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('group') }), z.strictObject({ is: z.literal('wave') }), z.strictObject({ is: z.literal('signifier'), signifier: Id })
])
export type DrawBy = z.infer<typeof DrawBy>

/** `seed` repeats the draw. `measures`: questions with a place (slider, likert, number, triad) for contrast, near the mean, outliers. */
export const PackMethod = z.strictObject({
  is: z.enum(['hand', ...DRAW_METHODS]), seed: z.number().int().min(0).max(2 ** 32 - 1), by: DrawBy.nullable().default(null), measures: z.array(Id).max(6).default([])
})
export type PackMethod = z.infer<typeof PackMethod>

/** On paper. clear: 14 point; large: 18 point. */
export const PackLook = z.strictObject({
  type: z.enum(['clear', 'large']).default('clear'), size: z.enum(['a4', 'a5', 'a6']).default('a5'), duplex: z.boolean().default(true),
  /** Questions whose answer stands on the back of a card. */
  back: z.array(Id).max(8).default([]),
  group: z.boolean().default(true), title: z.boolean().default(true), triggers: z.boolean().default(true),
  /** Small counts are hidden, and so are the names of small groups. */
  hideSmall: z.boolean().default(true),
  /** The figure page: its question, and the cards that speak beside it, each by its id. */
  figure: z.strictObject({ signifier: Id, cards: z.array(Id).max(6) }).nullable().default(null),
  /** Words of a material that people changed, by its name: the run sheet, the talk picture, the feedback page. */
  words: z.partialRecord(z.enum(['runSheet', 'talkPicture', 'feedback']), z.string().max(20_000)).default({})
})
export type PackLook = z.infer<typeof PackLook>

/** Copies handed out at a table, and those that came back; null: not counted yet. */
export const Counted = z.array(z.strictObject({ table: z.number().int().min(1), out: z.number().int().min(0).nullable(), back: z.number().int().min(0).nullable() })).max(40)
export type Counted = z.infer<typeof Counted>

export const MOST_TABLES = 20
