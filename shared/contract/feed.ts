// What a window hears over its WebSocket: which rows changed, never their contents.
import { z } from 'zod'
import { Id } from '../domain/ids.ts'

export const FeedMessage = z.discriminatedUnion('is', [
  /** Sent once on connecting: the last op in the file. */
  z.strictObject({ is: z.literal('hello'), seq: z.number().int() }),
  /** Ops that were committed, up to seq. A window that last heard less than `from` - 1 asks for everything anew. */
  z.strictObject({
    is: z.literal('ops'), from: z.number().int(), seq: z.number().int(),
    ops: z.array(z.strictObject({ kind: z.string(), entity: z.string(), id: Id, coder: Id.nullable(), story: Id.nullable() }))
  }),
  /** A job's progress: 0–1, or null while its size is unknown. */
  z.strictObject({ is: z.literal('job'), job: Id, state: z.enum(['running', 'done', 'failed', 'cancelled']), progress: z.number().nullable(), step: z.string() })
])
export type FeedMessage = z.infer<typeof FeedMessage>
