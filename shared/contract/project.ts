// The project as a whole.
import { z } from 'zod'
import { Id } from '../domain/ids.ts'
import { Phase } from '../domain/phase.ts'
import { read, write } from './call.ts'

export const Language = z.enum(['nl', 'en'])

export const ProjectDetails = z.strictObject({
  id: Id, title: z.string(), question: z.string(), language: Language,
  /** Blind coding: a colleague's codings of a story are hidden until you marked it done. */
  blind: z.boolean(),
  /** Figures of agreement between coders are asked for and shown. */
  agreement: z.boolean(),
  /** Where the group is in its analysis; null while nobody said so. */
  phase: Phase.nullable(),
  stories: z.number().int(), codes: z.number().int(),
  groups: z.array(z.strictObject({ id: Id, name: z.string(), stories: z.number().int() })),
  waves: z.array(z.strictObject({ id: Id, name: z.string(), stories: z.number().int() })),
  /** At least one story was talked over to its end, so that there is a shared layer to count in. */
  hasConsensus: z.boolean(), readonly: z.boolean()
})
export type ProjectDetails = z.infer<typeof ProjectDetails>

export const project = {
  /** Without a count of codings: every screen begins with this answer, and a large project counts those for a good while. */
  'project.read': read({ input: z.strictObject({}), output: ProjectDetails, reads: ['project', 'story_group', 'wave', 'story', 'code', 'coder', 'reading', 'import'] }),
  'project.change': write({
    right: 'steer',
    input: z.strictObject({ title: z.string().trim().min(1).max(200), question: z.string().max(2000), language: Language, blind: z.boolean(), agreement: z.boolean() }).partial(),
    output: z.null()
  }),
  /** Forward or back: every coder may say where the group is. */
  'project.phase': write({ input: z.strictObject({ phase: Phase }), output: z.null() }),
  'group.rename': write({ right: 'steer', input: z.strictObject({ group: Id, name: z.string().trim().min(1).max(100) }), output: z.null() })
}
