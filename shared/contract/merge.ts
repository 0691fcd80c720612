// Bringing a copy of the project back together with it: first what would come, then doing it, then what there is to settle.
import { z } from 'zod'

const whole = z.number().int()

export const MergePreview = z.strictObject({
  path: z.string(), title: z.string(),
  /** Changes the copy has and this project lacks; 0: nothing new. */
  changes: whole, codings: whole, codes: whole, memos: whole, corrections: whole,
  /** Stories brought by imports that were done in the copy. */
  stories: whole,
  /** Per coder, most changes first; name null: nobody's in particular. */
  coders: z.array(z.strictObject({ name: z.string().nullable(), changes: whole, codings: whole })),
  /** When the copy was last changed, in milliseconds since 1970; null: never. */
  changedAt: z.number().nullable(),
  /** Changes this project has and the copy lacks: they stay here, and the copy does not get them. */
  onlyHere: whole
})
export type MergePreview = z.infer<typeof MergePreview>

export const MergeReport = z.strictObject({
  changes: whole, stories: whole, coders: MergePreview.shape.coders,
  /** Whose later work could not come in, and why. */
  waiting: z.array(z.strictObject({ why: z.enum(['gap', 'built_on', 'row', 'content', 'importing', 'kind_differs', 'damaged']), on: z.string() })),
  /** How much there is for people to settle now (conflict.list). */
  conflicts: whole, circles: whole, inUse: whole, leftBehind: whole, sameName: whole, sameCoder: whole, twice: whole
})
export type MergeReport = z.infer<typeof MergeReport>
