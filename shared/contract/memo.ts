// Memos: a note on anything; a memo on the project is a journal entry.
import { z } from 'zod'
import { Id } from '../domain/ids.ts'
import { read, write } from './call.ts'

export const MemoAbout = z.enum(['project', 'story', 'code', 'coding', 'signifier', 'coder', 'theme'])
export type MemoAbout = z.infer<typeof MemoAbout>

export const Memo = z.strictObject({
  id: Id, about: MemoAbout, aboutId: Id,
  /** Where it can be read in its place: the story it is on, or the story of its coding. */
  story: Id.nullable(),
  /** The number of that story. */
  number: z.number().int().nullable(),
  thread: Id.nullable(), title: z.string(), body: z.string(), private: z.boolean(), coder: Id,
  /** Milliseconds since 1970 when it was first written. */
  at: z.number()
})
export type Memo = z.infer<typeof Memo>

const Title = z.string().max(200)
const Body = z.string().max(100_000)

export const memo = {
  /** Newest first. Others' private memos are left out. Without `aboutId`: every memo of that sort. */
  'memo.list': read({ input: z.strictObject({ about: MemoAbout.optional(), aboutId: Id.optional() }), output: z.array(Memo), reads: ['memo'] }),
  'memo.write': write({
    input: z.strictObject({ id: Id, about: MemoAbout, aboutId: Id, thread: Id.nullable().default(null), title: Title.default(''), body: Body, private: z.boolean().default(false) }),
    output: z.null()
  }),
  'memo.change': write({ input: z.strictObject({ memo: Id, title: Title.optional(), body: Body.optional(), private: z.boolean().optional() }), output: z.null() }),
  'memo.remove': write({ input: z.strictObject({ memo: Id }), output: z.null() })
}
