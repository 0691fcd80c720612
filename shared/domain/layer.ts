// Whose codings count, and which stories are in scope: the two things every count names.
import { z } from 'zod'
import { AnswerRule } from './answer-rule.ts'
import { Id } from './ids.ts'

/** all: every coder's codings, without the consensus layer. consensus: the layer made from talk. */
export const Layer = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('all') }),
  z.strictObject({ is: z.literal('consensus') }),
  z.strictObject({ is: z.literal('coder'), coder: Id })
])
export type Layer = z.infer<typeof Layer>

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/).nullable()

/**
 * A readable rule that picks stories: all conditions must hold; an empty filter is the whole set. `any` and `not` hold rules of the
 * same kind, so that "and", "or" and "not" are all there is to learn.
 */
export const StoryFilter = z.strictObject({
  groups: z.array(Id).optional(),
  waves: z.array(Id).optional(),
  /** Collected on these days or between them; a story without a date is never in it. */
  collected: z.strictObject({ from: Day, to: Day }).optional(),
  answers: z.array(AnswerRule).optional(),
  /** Stories with at least one coding of one of these codes, by any coder the viewer may see. */
  codes: z.array(Id).optional(),
  /** Stories that speak for one of these themes: by a passage or as a whole, as the cross-table counts them. */
  themes: z.array(Id).optional(),
  /** Whose codings `codes`, `themes` and their opposites look at; left out: every coder's. */
  layer: Layer.optional(),
  /** [X2] Stories that a coder marked done and that bear none of these codes, or themes. */
  withoutCodes: z.array(Id).optional(),
  withoutThemes: z.array(Id).optional(),
  /** Stories with at least one coding by this coder. */
  codedBy: Id.optional(),
  /** Stories this coder marked done; in a blind project, of those the viewer finished too. */
  doneBy: Id.optional(),
  /** true: the viewer has no coding in it; false: has one. */
  uncodedByMe: z.boolean().optional(),
  /** true: it was given to the viewer to read. */
  assignedToMe: z.boolean().optional(),
  /** true: the viewer marked it done. */
  doneByMe: z.boolean().optional(),
  /** A story number, its number in the source, or words that occur in the main text (case ignored). */
  search: z.string().max(200).optional(),
  /** Stories that are in every one of these kept selections. */
  selections: z.array(Id).optional(),
  /** The same teller told, for each of these rules, a story that it picks; stories of nobody known are never in it. */
  get alsoTold(): z.ZodOptional<z.ZodArray<typeof StoryFilter>> { return z.array(StoryFilter).optional() },
  /** Or: at least one of these holds. */
  get any(): z.ZodOptional<z.ZodArray<typeof StoryFilter>> { return z.array(StoryFilter).optional() },
  /** None of these holds. */
  get not(): z.ZodOptional<z.ZodArray<typeof StoryFilter>> { return z.array(StoryFilter).optional() }
})
export type StoryFilter = z.infer<typeof StoryFilter>

/** Rules within rules, selections included, at most this deep: a rule nobody can read is a slip. */
export const DEEPEST_RULE = 8
