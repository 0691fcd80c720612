// What goes over a window's WebSocket: it hears which rows changed, never their contents, and who else is here; it says where it is.
import { z } from 'zod'
import { Id } from '../domain/ids.ts'
import { TeamState } from './team.ts'

/** A coder with a window open, and the story they have before them; null: elsewhere in the project. */
export const Here = z.strictObject({ coder: Id, story: Id.nullable() })
export type Here = z.infer<typeof Here>

export const FeedMessage = z.discriminatedUnion('is', [
  /** Sent once on connecting: the last op in the file. */
  z.strictObject({ is: z.literal('hello'), seq: z.number().int() }),
  /** Ops that were committed, up to seq. A window that last heard less than `from` - 1 asks for everything anew. */
  z.strictObject({
    is: z.literal('ops'), from: z.number().int(), seq: z.number().int(),
    ops: z.array(z.strictObject({ kind: z.string(), entity: z.string(), id: Id, coder: Id.nullable(), story: Id.nullable() }))
  }),
  /** Is the project's file still the one that lies at its path? Moved: what is done now would be lost, and is refused. */
  z.strictObject({ is: z.literal('file'), moved: z.boolean(), /** Where what was done until then can be found; a guest is not told. */ kept: z.string().optional() }),
  /** The line is good: told now and then, so that a window notices one that died without a word. */
  z.strictObject({ is: z.literal('beat') }),
  /** A job's progress: 0–1, or null while its size is unknown. */
  z.strictObject({ is: z.literal('job'), job: Id, state: z.enum(['running', 'done', 'failed', 'cancelled']), progress: z.number().nullable(), step: z.string() }),
  /** Everyone who is here now, in windows of this host and of others on the same file; told anew whenever it changes. */
  z.strictObject({ is: z.literal('here'), here: z.array(Here) }),
  /** The project is shared through a team folder: how that stands, told anew after each look into the folder and each change. */
  z.strictObject({ is: z.literal('team'), team: TeamState }),
  /** To a colleague's window: it is out, because the coder was removed, the host stopped, or another host took over. */
  z.strictObject({ is: z.literal('out'), why: z.enum(['removed', 'stopped', 'taken']) })
])
export type FeedMessage = z.infer<typeof FeedMessage>

export const WindowWord = z.discriminatedUnion('is', [
  /** Which story this window has before it. */
  z.strictObject({ is: z.literal('at'), story: Id.nullable() }),
  /** The coder has looked at what happened meanwhile: the next time it is no news. */
  z.strictObject({ is: z.literal('seen') })
])
export type WindowWord = z.infer<typeof WindowWord>
