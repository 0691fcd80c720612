// A project in a team folder, as its windows hear of it: where it is shared, what still waits here, and what is wrong with the folder.
import { z } from 'zod'
import { Id } from '../domain/ids.ts'

/** network: on a network drive (`system`: cifs, nfs4, unc …). synced: in a folder that a program keeps equal. chosen: people asked for it. */
export const SharedPlace = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('network'), system: z.string() }),
  z.strictObject({ kind: z.literal('synced'), service: z.string() }),
  z.strictObject({ kind: z.literal('chosen') })
])
export type SharedPlace = z.infer<typeof SharedPlace>

/** Why nothing can be put in the folder, or taken from it. failing: the disk there gives errors. own_disk: this computer's does. */
export const Trouble = z.enum(['unreachable', 'read_only', 'full', 'failing', 'own_disk'])
export type Trouble = z.infer<typeof Trouble>

/** known, read: in order. absent: it will be made again. unreadable: half synchronised or broken. other_project: another one lies there now. */
export const BaseState = z.enum(['known', 'read', 'absent', 'unreadable', 'other_project'])
export type BaseState = z.infer<typeof BaseState>

export const TeamState = z.strictObject({
  /** Up to this op of the mirror was counted, and so many of those are not in the team folder yet. */
  seq: z.number().int(), unshared: z.number().int(),
  /** Another program of this computer has the sharing in hand. */
  byOther: z.boolean(),
  receiving: Trouble.nullable(), publishing: Trouble.nullable(),
  /** When the folder was read last, in milliseconds since 1970. */
  readAt: z.number().nullable(),
  /** The shared file, as it has been for a while. */
  base: BaseState.nullable(),
  /** Files that are waited for longer than a synchroniser needs; `coders`: whose work is in that writer's files. */
  late: z.array(z.strictObject({ writer: Id, number: z.number().int(), why: z.enum(['missing', 'damaged']), since: z.number(), coders: z.array(Id) })),
  /** Work that arrived and can't come in yet, by what it waits for. */
  waiting: z.array(z.strictObject({ why: z.string(), on: z.string() })),
  /** Other files of this project beside the shared one, by name, with how many changes that are not here. */
  copies: z.array(z.strictObject({ name: z.string(), changes: z.number().int() })),
  /** The first change whose clock is ahead of this computer's: whose, and by how many milliseconds. */
  skew: z.strictObject({ coder: Id.nullable(), ahead: z.number() }).nullable()
})
export type TeamState = z.infer<typeof TeamState>

/** What the project's page tells. `folder`: the team folder beside the shared file. */
export const TeamRead = z.strictObject({
  place: SharedPlace.nullable(), path: z.string(), folder: z.string().nullable(), /** May be moved to a team folder by hand. */ canChoose: z.boolean(),
  /** The newest change of each coder that is here, in milliseconds since 1970 by the clock it was made on; null: none. */
  coders: z.array(z.strictObject({ coder: Id, lastAt: z.number().nullable() }))
})
export type TeamRead = z.infer<typeof TeamRead>
