// Whose codings count, and which stories are in scope: the two things every count names.
import { z } from 'zod'
import { Id } from './ids.ts'

/** all: every coder's codings, without the consensus layer. consensus: the layer made from talk. */
export const Layer = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('all') }),
  z.strictObject({ is: z.literal('consensus') }),
  z.strictObject({ is: z.literal('coder'), coder: Id })
])
export type Layer = z.infer<typeof Layer>

/** One condition on an answer. Ranges are inclusive at both ends, on the scale of the signifier (0–100 for sliders and shares). */
export const AnswerRule = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('options'), signifier: Id, options: z.array(Id).min(1) }),
  z.strictObject({ is: z.literal('range'), signifier: Id, part: z.number().int().default(0), from: z.number().nullable(), to: z.number().nullable() }),
  z.strictObject({ is: z.literal('na'), signifier: Id }),
  z.strictObject({ is: z.literal('blank'), signifier: Id })
])
export type AnswerRule = z.infer<typeof AnswerRule>

/** A readable rule that picks stories: all conditions must hold; an empty filter is the whole set. */
export const StoryFilter = z.strictObject({
  groups: z.array(Id).optional(),
  waves: z.array(Id).optional(),
  answers: z.array(AnswerRule).optional(),
  /** Stories with at least one coding of one of these codes, by any coder the viewer may see. */
  codes: z.array(Id).optional(),
  /** Stories with at least one coding by this coder. */
  codedBy: Id.optional(),
  /** true: the viewer has no coding in it; false: has one. */
  uncodedByMe: z.boolean().optional(),
  /** true: the viewer marked it done. */
  doneByMe: z.boolean().optional(),
  /** A story number, or words that occur in the main text (case ignored). */
  search: z.string().max(200).optional()
})
export type StoryFilter = z.infer<typeof StoryFilter>
