// Kept selections: a readable rule with a name, used wherever stories are filtered. The rule is followed anew every time; a frozen
// selection keeps the stories it held on its date.
import { z } from 'zod'
import { About, Mode } from '../domain/release.ts'
import { Id } from '../domain/ids.ts'
import { StoryFilter } from '../domain/layer.ts'
import { OF_FILTER, read, write } from './call.ts'

const Name = z.string().trim().min(1).max(120)

export const Selection = z.strictObject({
  id: Id, name: z.string(),
  /** Null: kept by a newer version, in words this one does not know; it then picks nothing. */
  rule: StoryFilter.nullable(),
  /** `at`: milliseconds since 1970; `stories`: how many it held then, withdrawn ones included. */
  frozen: z.strictObject({ at: z.number(), stories: z.number().int() }).nullable(),
  coder: Id.nullable(), at: z.number(),
  /** What it picks now, for this viewer; null when its rule goes round in a circle. */
  stories: z.number().int().nullable()
})
export type Selection = z.infer<typeof Selection>

export const selection = {
  /** By name. */
  'selection.list': read({
    input: z.strictObject({ mode: Mode.default('analysis') }), output: z.strictObject({ about: About, rows: z.array(Selection) }),
    reads: [...OF_FILTER, 'story', 'coding', 'reading', 'signifier', 'option', 'text', 'import', 'project'], long: true
  }),
  /** Refused (conflict) when the name is taken, letter case aside; (invalid_input) when the rule rests on itself. */
  'selection.keep': write({ input: z.strictObject({ id: Id, name: Name, rule: StoryFilter }), output: z.null() }),
  'selection.change': write({ input: z.strictObject({ selection: Id, name: Name.optional(), rule: StoryFilter.optional() }), output: z.null() }),
  /** Holds on to the stories it picks now, as the viewer sees them. */
  'selection.freeze': write({ input: z.strictObject({ selection: Id }), output: z.strictObject({ stories: z.number().int() }) }),
  /** Follows its rule again. */
  'selection.release': write({ input: z.strictObject({ selection: Id }), output: z.null() }),
  /** Refused (conflict) while another selection rests on it. */
  'selection.remove': write({ input: z.strictObject({ selection: Id }), output: z.null() })
}
