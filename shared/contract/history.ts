// What happened, and taking it back.
import { z } from 'zod'
import { Id } from '../domain/ids.ts'
import { read, write } from './call.ts'

/** One recorded change, without story words. `at`: milliseconds since 1970. */
export const LogEntry = z.strictObject({
  seq: z.number().int(), at: z.number(), coder: Id.nullable(), kind: z.string(), entity: z.string(), id: Id, tx: z.number().int(), patch: z.record(z.string(), z.unknown())
})
export type LogEntry = z.infer<typeof LogEntry>

/** It put back what the coder had changed just before, or put that back again. */
export const Turned = z.enum(['undone', 'redone']).nullable()

/** What a coder did in one go under one kind: a line of the history. */
export const Act = z.strictObject({
  /** Its last and its first op in the file; the state after it is the state at `seq`. */
  seq: z.number().int(), from: z.number().int(),
  /** Milliseconds since 1970. */
  at: z.number(), coder: Id.nullable(), kind: z.string(), entity: z.string(), id: Id,
  /** Rows it changed. */
  count: z.number().int(),
  story: z.strictObject({ id: Id, number: z.number().int() }).nullable(),
  /** Of the thing, or for a coding of its code; `was`: its name before, where it got another. */
  name: z.string().nullable(), was: z.string().nullable(), fields: z.array(z.string()),
  /** Where it undid something, name and `was` are those of what was undone. */
  turned: Turned,
  /** An act of the viewer's own that still stands as it was done. */
  canUndo: z.boolean()
})
export type Act = z.infer<typeof Act>

/** Which acts. `story`, `code`: all that happened to it and to what is on it. `from`, `to`: milliseconds since 1970, `to` exclusive. */
export const TimelineRule = z.strictObject({
  story: Id.optional(), code: Id.optional(), coder: Id.optional(), nouns: z.array(z.string().max(20)).max(30).optional(), from: z.number().optional(), to: z.number().optional(),
  before: z.number().int().optional(), limit: z.number().int().min(1).max(1000).default(100)
})
export type TimelineRule = z.output<typeof TimelineRule>

const Undone = z.strictObject({ kind: z.string().nullable(), story: Id.nullable() })

export const history = {
  /** Kinds of op that undo and redo would turn for the viewer, e.g. 'coding.applied'; null when there is none. */
  'history.state': read({ input: z.strictObject({}), output: z.strictObject({ undo: z.string().nullable(), redo: z.string().nullable() }), reads: ['gesture'] }),
  /** Newest first. */
  'history.list': read({
    input: z.strictObject({ entity: Id.optional(), coder: Id.optional(), before: z.number().int().optional(), limit: z.number().int().min(1).max(1000).default(100) }),
    output: z.array(LogEntry), reads: ['gesture']
  }),
  /** Newest first; `next`: the `before` of the following page, null at the end. */
  'history.timeline': read({ input: TimelineRule, output: z.strictObject({ acts: z.array(Act), next: z.number().int().nullable() }), reads: ['gesture'], long: true }),
  /**
   * Own gestures only: the last one, or the one that the op `seq` belongs to, which is then a gesture that can be undone in turn.
   * Refused (conflict) with the name of the colleague who built on it. kind null: nothing left.
   */
  'history.undo': write({ undoable: false, input: z.strictObject({ seq: z.number().int().optional() }), output: Undone }),
  'history.redo': write({ undoable: false, input: z.strictObject({}), output: Undone })
}
