// One condition on an answer: what a chart's bar, zone or lasso stands for, so that every mark can open its stories.
import { z } from 'zod'
import { TRIAD_ZONES } from '../signifier/triad.ts'
import { Id } from './ids.ts'

const Bound = z.number().nullable()
/** From `from` on, up to but without `to`; an end of 100 takes 100 along. */
const Stretch = z.strictObject({ from: z.number(), to: z.number() })

/** Scores and places are 0–100; a date is a count of days since 1970. */
export const AnswerRule = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('options'), signifier: Id, options: z.array(Id).min(1) }),
  /**
   * Both ends belong to it; with `before` the upper one does not. `part`: 0 of a score, number or date; 0, 1, 2 for the top, left and
   * right of a triad.
   */
  z.strictObject({ is: z.literal('range'), signifier: Id, part: z.number().int().default(0), from: Bound, to: Bound, before: z.literal(true).optional() }),
  z.strictObject({
    is: z.literal('zone'), signifier: Id, zones: z.array(z.enum(TRIAD_ZONES)).min(1),
    /** A corner starts at the first, an edge ends at the second; left out: 60 and 20. */
    cuts: z.strictObject({ corner: z.number().min(51).max(95), edge: z.number().min(5).max(33) }).optional()
  }),
  /** A stone that lies in this field; `y` null: wherever it lies from below, or on a question with one axis. */
  z.strictObject({ is: z.literal('field'), signifier: Id, stone: Id, x: Stretch, y: Stretch.nullable() }),
  /** Inside a line drawn by hand: places of the drawing, 0–100 from the left and from below. `stone` null: a triad. */
  z.strictObject({
    is: z.literal('lasso'), signifier: Id, stone: Id.nullable(), points: z.array(z.tuple([z.number(), z.number()])).min(3).max(400)
  }),
  /** The free text was given; with `words`: and holds every one of them, letter case aside. */
  z.strictObject({ is: z.literal('text'), signifier: Id, words: z.string().max(200).nullable() }),
  /** Asked and nothing ticked, or (with `stone`) that stone left aside. */
  z.strictObject({ is: z.literal('none'), signifier: Id, stone: Id.optional() }),
  z.strictObject({ is: z.literal('na'), signifier: Id }),
  /** Asked and no answer at all. */
  z.strictObject({ is: z.literal('blank'), signifier: Id }),
  z.strictObject({ is: z.literal('notAsked'), signifier: Id })
])
export type AnswerRule = z.infer<typeof AnswerRule>
