// Codings: one coder's application of one code to one fragment.
import { z } from 'zod'
import { Id } from '../domain/ids.ts'
import { Layer, StoryFilter } from '../domain/layer.ts'
import { OF_FILTER, read, write } from './call.ts'

/** A passage of a text: UTF-16 units of that revision, end exclusive. `quote` must equal the text there, else the call is stale. */
export const Fragment = z.strictObject({
  text: Id, revision: z.number().int().min(1), start: z.number().int().min(0), end: z.number().int().min(1), quote: z.string()
})
export type Fragment = z.infer<typeof Fragment>

/** literal: what is said; underlying: what is meant; '' when the coder did not say. */
export const CodingFlag = z.enum(['', 'literal', 'underlying'])

/** Do the words it was made on still stand at its place? same; corrected: mostly; look: a person must see to it. */
export const CodingFit = z.enum(['same', 'corrected', 'look'])

/** start, end: its place in the newest revision of its text; empty (start = end) where none of its words are left. */
export const Coding = z.strictObject({
  id: Id, text: Id, start: z.number().int(), end: z.number().int(), code: Id, coder: Id, flag: CodingFlag, fit: CodingFit, memos: z.number().int()
})
export type Coding = z.infer<typeof Coding>

/** A coding as a reading list shows it: its words, with up to 80 characters before and behind. Where none of its words are left, the words it was made on. */
export const CodingInContext = z.strictObject({
  id: Id, story: Id, number: z.number().int(), group: Id.nullable(), text: Id, start: z.number().int(), end: z.number().int(), code: Id, coder: Id,
  before: z.string(), quote: z.string(), after: z.string()
})
export type CodingInContext = z.infer<typeof CodingInContext>

export const coding = {
  /**
   * Applies one or more codes to a fragment, as one gesture. `coding` ids are made by the window, so that a retry is harmless.
   * A coding of that coder, code and place that is there already is left alone; the answer names the ids that now stand.
   */
  'coding.apply': write({
    input: z.strictObject({ fragment: Fragment, codes: z.array(z.strictObject({ coding: Id, code: Id })).min(1).max(50), flag: CodingFlag.default('') }),
    output: z.strictObject({ codings: z.array(Id) })
  }),
  /** Makes a new code and applies it, as one gesture. Where one of that name is in use under that parent, that one is applied. */
  'coding.applyNew': write({
    input: z.strictObject({ fragment: Fragment, coding: Id, code: Id, name: z.string().trim().min(1).max(200), parent: Id.nullable() }),
    output: z.strictObject({ coding: Id })
  }),
  /** Own codings only: a new place for the same decision. */
  'coding.move': write({ input: z.strictObject({ coding: Id, fragment: Fragment }), output: z.null() }),
  /** Own codings only: two where there was one, the second with the same code and flag. Memos stay with the first. */
  'coding.split': write({ input: z.strictObject({ coding: Id, first: Fragment, second: Fragment, made: Id }), output: z.null() }),
  /** Own codings of one code and text: `coding` takes the place given, `gone` is removed. */
  'coding.join': write({ input: z.strictObject({ coding: Id, gone: Id, fragment: Fragment }), output: z.null() }),
  'coding.recode': write({ input: z.strictObject({ coding: Id, code: Id }), output: z.null() }),
  /** Makes a new code and puts the coding under it, as one gesture; or under the one of that name, as above. */
  'coding.recodeNew': write({ input: z.strictObject({ coding: Id, code: Id, name: z.string().trim().min(1).max(200), parent: Id.nullable() }), output: z.null() }),
  'coding.flag': write({ input: z.strictObject({ coding: Id, flag: CodingFlag }), output: z.null() }),
  'coding.remove': write({ input: z.strictObject({ codings: z.array(Id).min(1).max(500) }), output: z.null() }),
  /** Codings in reading order of the stories, a page at a time. `branch` takes the codes below it along. */
  'coding.list': read({
    input: z.strictObject({
      code: Id.optional(), branch: z.boolean().default(false), coder: Id.optional(), story: Id.optional(), layer: Layer.default({ is: 'all' }),
      filter: StoryFilter.default({}), offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(500).default(50)
    }),
    output: z.strictObject({ total: z.number().int(), rows: z.array(CodingInContext) }),
    reads: ['coding', 'story', 'text', 'revision', 'reading', 'code', ...OF_FILTER], longInLarge: ({ story }) => story === undefined
  })
}
