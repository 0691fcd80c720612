// The people who code. A window chooses who it speaks for; every write then takes the coder from that session.
import { z } from 'zod'
import { Id } from '../domain/ids.ts'
import { read, write } from './call.ts'

export const Role = z.enum(['lead', 'researcher', 'coder', 'facilitator', 'reader', 'consensus'])
export type Role = z.infer<typeof Role>

export const Coder = z.strictObject({
  id: Id, name: z.string(), initials: z.string(), colour: z.number().int(), role: Role, background: z.string(), statement: z.string()
})
export type Coder = z.infer<typeof Coder>

/** How much a coder did: standing codings, and stories marked done. */
export const CoderWork = z.strictObject({ id: Id, codings: z.number().int(), done: z.number().int() })
export type CoderWork = z.infer<typeof CoderWork>

const Name = z.string().trim().min(1).max(80)

export const coder = {
  /** Everyone, the consensus layer included, in order of joining. Every window asks for it first, so it counts nothing. */
  'coder.list': read({ input: z.strictObject({}), output: z.array(Coder), reads: ['coder'] }),
  /** Of everyone in that list, in its order; codings as the viewer may see them. */
  'coder.work': read({ input: z.strictObject({}), output: z.array(CoderWork), reads: ['coder', 'coding', 'reading', 'story'], longInLarge: () => true }),
  /** Names that look like this one ("Anna d B." ~ "Anna de Boer"), to be asked before a second coder is made of one person. */
  'coder.similar': read({ input: z.strictObject({ name: Name }), output: z.array(z.strictObject({ id: Id, name: z.string() })), reads: ['coder'] }),
  /** Adds a person. The first one of a project becomes its lead. Refused (conflict) when that very name is there already. */
  'coder.join': write({
    right: 'read', undoable: false,
    input: z.strictObject({ id: Id, name: Name, role: Role.optional(), background: z.string().max(2000).optional() }), output: z.strictObject({ id: Id })
  }),
  'coder.change': write({
    input: z.strictObject({
      coder: Id, name: Name.optional(), initials: z.string().trim().min(1).max(4).optional(), role: Role.optional(),
      background: z.string().max(2000).optional(), statement: z.string().max(20_000).optional()
    }),
    output: z.null()
  }),
  /** Two of one name are one person: all work of `coder` becomes that of `into`, who stays. Refused (conflict) for other names. */
  'coder.merge': write({ right: 'steer', input: z.strictObject({ coder: Id, into: Id }), output: z.null() }),
  /** Who took part once and was joined to another: for names in what they did before. */
  'coder.former': read({ input: z.strictObject({}), output: z.array(Coder), reads: ['coder'] })
}
