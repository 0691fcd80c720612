// Two scales against each other: who answered both, where their stories lie, and whether the scores rise together.
import { z } from 'zod'
import { About } from '../domain/release.ts'
import { RefusedTest } from './crosstab.ts'

const Count = z.number().int().min(0)

/** Of all stories in scope: those without a score on this scale. */
const Unanswered = z.strictObject({ na: Count, blank: Count, notAsked: Count })

export const Scatter = z.strictObject({
  about: About,
  /** Stories with a score on both. */
  valid: Count,
  /** Ten by ten classes (shared/domain/cell-rule): row by row from below, each from the left. They add up to `valid`. */
  counts: z.array(Count).length(100),
  /** x, y, x, y, … of every story with both, 0–100 from the left and from below. */
  dots: z.array(z.number()),
  across: Unanswered, up: Unanswered,
  /**
   * refused: under ten pairs there are only dots, and without variation there is nothing to relate. rho: Spearman's on midranks, with p
   * by t; r: Pearson's, with its 95 % interval (Fisher's z). `chance` is null where somebody told several of the stories.
   */
  answer: z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('refused'), reason: RefusedTest.extract(['fewStories', 'noVariation']), n: Count }),
    z.strictObject({ is: z.literal('related'), n: Count, rho: z.number(), r: z.number(), chance: z.strictObject({ p: z.number(), low: z.number(), high: z.number() }).nullable() })
  ])
})
export type Scatter = z.infer<typeof Scatter>
