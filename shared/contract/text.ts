// The words of a story: correcting them, and the states they went through.
import { z } from 'zod'
import { Id } from '../domain/ids.ts'
import { read, write } from './call.ts'
import { CodingInContext } from './coding.ts'

/** Why words were corrected. */
export const RevisionReason = z.enum(['spelling', 'anonymising', 'other'])
export type RevisionReason = z.infer<typeof RevisionReason>

/** Units of a text at most: far beyond any transcript. */
const LONGEST = 3_000_000

/** One state of a text that stands. */
export const Revision = z.strictObject({
  number: z.number().int(),
  /** As people count: 1 is the imported text. */
  version: z.number().int(),
  /** The number of the one it was made on; null for the imported text. */
  from: z.number().int().nullable(),
  reason: RevisionReason.nullable(), coder: Id.nullable(), at: z.number().nullable(),
  newest: z.boolean(),
  /** Made in another copy at the same time as one that is newer: its corrections are not in the newest version. */
  aside: z.boolean()
})
export type Revision = z.infer<typeof Revision>

/** A coding that a person must look at, with the words it was made on; before, quote, after: its best guess in the newest words, '' for none. */
export const CodingToLook = CodingInContext.extend({ revision: z.number().int(), was: z.string() })
export type CodingToLook = z.infer<typeof CodingToLook>

export const text = {
  /**
   * Corrected words of one or more texts, as one gesture; each made on revision `from`, with an id of its own. Line ends become
   * LF. Refused as stale, with the name of who was first, when the newest revision is another; nothing is written for words
   * that are those of the newest. Gives the numbers of the revisions that now hold these words.
   */
  'text.revise': write({
    input: z.strictObject({
      texts: z.array(z.strictObject({ text: Id, revision: Id, from: z.number().int().min(1), body: z.string().min(1).max(LONGEST) })).min(1).max(100), reason: RevisionReason
    }),
    output: z.strictObject({ numbers: z.array(z.number().int()) })
  }),
  /** Newest first. */
  'text.revisions': read({ input: z.strictObject({ text: Id }), output: z.array(Revision), reads: ['text', 'revision', 'import'] }),
  /** The words of one revision; those of a correction that was taken back too. */
  'text.body': read({ input: z.strictObject({ text: Id, number: z.number().int().min(1) }), output: z.strictObject({ body: z.string() }), reads: ['text', 'revision'] }),
  /** In reading order; of one story or of all. */
  'coding.toLook': read({
    input: z.strictObject({ story: Id.optional() }), output: z.array(CodingToLook), reads: ['coding', 'revision', 'story', 'text', 'reading']
  })
}
