// What people have to settle after copies came together: values written side by side, and codes and codings that need a look.
import { z } from 'zod'
import { Id } from '../domain/ids.ts'
import { read, write } from './call.ts'

const Entity = z.string().regex(/^[a-z_]{1,40}$/)

/** One of the values; `stamp` names the change it came from. `name`: of the code or coder that the value is. */
export const ConflictChoice = z.strictObject({
  stamp: z.string(), coder: Id.nullable(), /** Milliseconds since 1970. */ at: z.number(), /** It is the one that stands now. */ stands: z.boolean(),
  values: z.array(z.strictObject({ field: z.string(), value: z.union([z.string(), z.number(), z.boolean(), z.null()]), name: z.string().nullable() })),
  /** The words at the place, for the place of a coding. */
  quote: z.string().nullable()
})
export type ConflictChoice = z.infer<typeof ConflictChoice>

/** Two or more people (or one on two computers) changed the same thing apart from each other. `name`: what it is called; the code's for a coding. */
export const Conflict = z.strictObject({ entity: Entity, id: Id, name: z.string(), story: Id.nullable(), mayISettle: z.boolean(), choices: z.array(ConflictChoice).min(2) })
export type Conflict = z.infer<typeof Conflict>

const Named = z.strictObject({ id: Id, name: z.string(), /** That the viewer may see. */ codings: z.number().int() })

export const ConflictList = z.strictObject({
  conflicts: z.array(Conflict),
  /** Codes that people put under each other: this one now stands at the top, until somebody moves it. */
  circles: z.array(z.strictObject({ code: Id, name: z.string(), under: z.string() })),
  /** Codes taken away by one while others used them: they stay, out of use. `by`: who took it away. */
  inUse: z.array(Named.extend({ by: Id.nullable() })),
  /** Codes that were merged into another while somebody coded with them. */
  leftBehind: z.array(Named.extend({ into: Id, intoName: z.string() })),
  /** Codes in one place with the same name. */
  sameName: z.array(z.array(Named)),
  /** People of one name, the one with most codings first: perhaps one person, on two computers. */
  sameCoder: z.array(z.array(Named)),
  /** The same coder, code and place more than once. */
  twice: z.array(z.strictObject({ story: Id, number: z.number().int(), code: z.string(), coder: Id, codings: z.array(Id), quote: z.string() }))
})
export type ConflictList = z.infer<typeof ConflictList>

export const conflict = {
  'conflict.list': read({ input: z.strictObject({}), output: ConflictList, reads: ['project', 'coder', 'code', 'coding', 'memo', 'reading', 'story_group', 'wave', 'signifier', 'option', 'stone', 'view', 'talk'], long: true }),
  /** Keeps the value of that change, for good and in every copy. Refused: not_found when there is nothing to settle (any more). */
  'conflict.settle': write({ undoable: false, input: z.strictObject({ entity: Entity, id: Id, stamp: z.string() }), output: z.null() })
}
