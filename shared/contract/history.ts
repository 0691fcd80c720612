// What happened, and taking it back.
import { z } from 'zod'
import { Id } from '../domain/ids.ts'
import { read, write } from './call.ts'

/** One recorded change, without story words. `at`: milliseconds since 1970. */
export const LogEntry = z.strictObject({
  seq: z.number().int(), at: z.number(), coder: Id.nullable(), kind: z.string(), entity: z.string(), id: Id, tx: z.number().int(), patch: z.record(z.string(), z.unknown())
})
export type LogEntry = z.infer<typeof LogEntry>

const Turned = z.strictObject({ kind: z.string().nullable(), story: Id.nullable() })

export const history = {
  /** Kinds of op that undo and redo would turn for the viewer, e.g. 'coding.applied'; null when there is none. */
  'history.state': read({ input: z.strictObject({}), output: z.strictObject({ undo: z.string().nullable(), redo: z.string().nullable() }), reads: ['gesture'] }),
  /** Newest first. */
  'history.list': read({
    input: z.strictObject({ entity: Id.optional(), coder: Id.optional(), before: z.number().int().optional(), limit: z.number().int().min(1).max(1000).default(100) }),
    output: z.array(LogEntry), reads: ['gesture']
  }),
  /** Own gestures only. Refused (conflict) with the name of the colleague who built on it. kind null: nothing left. */
  'history.undo': write({ undoable: false, input: z.strictObject({}), output: Turned }),
  'history.redo': write({ undoable: false, input: z.strictObject({}), output: Turned })
}
