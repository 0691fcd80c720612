// The questions tellers answered.
import { z } from 'zod'
import { Id } from '../domain/ids.ts'
import { SignifierKind } from '../domain/signifier.ts'
import { read } from './call.ts'

export const Signifier = z.strictObject({
  id: Id, key: z.string(), kind: SignifierKind, title: z.string(), highLast: z.boolean().nullable(), linkedTo: Id.nullable(),
  options: z.array(z.strictObject({ id: Id, name: z.string() })), anchors: z.array(z.string()), stones: z.array(z.strictObject({ id: Id, name: z.string() })),
  /** The groups that were asked, each in its own words; empty in a project without groups. */
  wordings: z.array(z.strictObject({ group: Id, title: z.string() }))
})
export type Signifier = z.infer<typeof Signifier>

export const signifier = {
  'signifier.list': read({ input: z.strictObject({}), output: z.array(Signifier), reads: ['signifier', 'option', 'stone', 'import'] })
}
