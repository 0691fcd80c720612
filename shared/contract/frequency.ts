// How often each code was used.
import { z } from 'zod'
import { Id } from '../domain/ids.ts'
import { Layer, StoryFilter } from '../domain/layer.ts'
import { About, Mode } from '../domain/release.ts'
import { OF_FILTER, read } from './call.ts'

const Count = z.number().int().min(0)

/** `fragments` is null when the question left them out. */
export const Frequency = z.strictObject({ codings: Count, fragments: Count.nullable(), stories: Count })
export type Frequency = z.infer<typeof Frequency>

export const FrequencyRow = z.strictObject({
  /** Null: the row in which the small codes are taken together; `lumped` names them. */
  code: Id.nullable(), name: z.string(), colour: z.number().int().nullable(), lumped: z.array(Id),
  coders: Count, all: Frequency, /** By part. */ parts: z.array(Frequency)
})
export type FrequencyRow = z.infer<typeof FrequencyRow>

export const frequency = {
  /** Codes in the order of the codebook, retired ones that are in use too; the lumped row last. */
  'frequency.table': read({
    input: z.strictObject({
      by: z.enum(['coder', 'group']).nullable().default(null), layer: Layer.default({ is: 'all' }), filter: StoryFilter.default({}),
      /** Fragments take a look at every place; without them the answer comes sooner. */
      fragments: z.boolean().default(true),
      /** Codes with this many codings or fewer go into one row; 0 lumps none. */
      lump: Count.default(0), mode: Mode.default('analysis')
    }),
    output: z.strictObject({
      about: About,
      /** Coders or groups; id null: stories without a group. `stories`: in scope, for a coder those marked done. */
      parts: z.array(z.strictObject({ id: Id.nullable(), name: z.string(), stories: Count })),
      stories: Count, rows: z.array(FrequencyRow)
    }),
    reads: ['code', 'coding', 'coder', 'reading', 'story', 'revision', 'story_group', 'import', 'project', ...OF_FILTER], long: true
  })
}
