// Talk cards: a place that coders read differently, the question it raises, and what came of talking about it.
import { z } from 'zod'
import { Id } from '../domain/ids.ts'
import { read, write } from './call.ts'
import { Fragment } from './coding.ts'

/** both: both readings stay. learned: one of us came to read it otherwise. changed: a code was changed. */
export const Outcome = z.enum(['both', 'learned', 'changed'])
export type Outcome = z.infer<typeof Outcome>

const Question = z.string().trim().max(2000)
const Words = z.string().trim().max(5000)

export const Talk = z.strictObject({
  id: Id, story: Id, number: z.number().int(), text: Id,
  /** Its place in the newest words; empty (start = end) where none of them are left. UTF-16 units, end exclusive. */
  start: z.number().int(), end: z.number().int(),
  /** The words at its place, or those it was opened on where they are gone. */
  quote: z.string(),
  codes: z.array(Id), coders: z.array(Id), question: z.string(),
  coder: Id, /** Milliseconds since 1970. */ at: z.number(),
  /** Null while it is open. */
  settled: z.strictObject({ outcome: Outcome, words: z.string(), by: Id.nullable(), at: z.number() }).nullable()
})
export type Talk = z.infer<typeof Talk>

export const talk = {
  /** Open ones first, each in order of stories and places. */
  'talk.list': read({ input: z.strictObject({ story: Id.optional() }), output: z.array(Talk), reads: ['talk', 'story', 'text', 'revision', 'reading', 'project', 'import'] }),
  /** Refused: stale when the quote does not stand there; forbidden ('compare.not_yet') where blind coding keeps the story shut. */
  'talk.open': write({
    input: z.strictObject({ id: Id, fragment: Fragment, codes: z.array(Id).max(20), coders: z.array(Id).max(8), question: Question.default('') }), output: z.null()
  }),
  /** Of whoever opened it. */
  'talk.change': write({ input: z.strictObject({ talk: Id, question: Question }), output: z.null() }),
  'talk.settle': write({ input: z.strictObject({ talk: Id, outcome: Outcome, words: Words.default('') }), output: z.null() }),
  'talk.reopen': write({ input: z.strictObject({ talk: Id }), output: z.null() }),
  /** Of whoever opened it. */
  'talk.remove': write({ input: z.strictObject({ talk: Id }), output: z.null() })
}
