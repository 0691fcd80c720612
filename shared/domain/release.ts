// The one gate for numbers: every count that leaves for a screen, a tooltip, a file or paper passes here and says what it is about.
import { z } from 'zod'
import { Refusal } from '../errors.ts'
import { Id } from './ids.ts'
import { Layer } from './layer.ts'

/** analysis: for the coding team. sharing: for others; small numbers of people must then be hidden. */
export const Mode = z.enum(['analysis', 'sharing'])
export type Mode = z.infer<typeof Mode>

/** n: stories in scope. blind: colleagues' codings of stories that the viewer has not finished are not in it. */
export const About = z.strictObject({
  n: z.number().int(), layer: Layer, viewer: Id.nullable(), mode: Mode, blind: z.boolean()
})
export type About = z.infer<typeof About>

/**
 * Lets counts out. For sharing only through `hide`, which makes them fit to be told (shared/sharing); without it a Refusal (forbidden):
 * numbers that look protected but are not would be worse than none.
 */
export function release<Counts extends object>(counts: Counts, about: About, hide?: (counts: Counts) => Counts): Counts & { about: About } {
  if (about.mode === 'analysis') return { ...counts, about }
  if (!hide) throw new Refusal('forbidden', 'counts.not_for_sharing')
  return { ...hide(counts), about }
}
