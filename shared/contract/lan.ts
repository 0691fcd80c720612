// "Samen coderen": one coder opens the project for colleagues on the same network, invites them one by one, and sees who is in.
// Like the desk's, these calls go past the core's door. Only the host's own windows may make the first ones; a colleague makes lan.join.
import { z } from 'zod'
import { Id } from '../domain/ids.ts'
import { Role } from './coder.ts'

const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): { input: I; output: O } => ({ input, output })

/** The roles one can invite somebody for. */
export const GuestRole = Role.exclude(['consensus'])

/** `code`: eight letters and digits, good for one colleague, once. `coder` null: somebody new, who gives a name on joining. */
export const Invite = z.strictObject({ invite: Id, code: z.string(), coder: Id.nullable(), role: GuestRole, /** Milliseconds since 1970. */ until: z.number() })
export type Invite = z.infer<typeof Invite>

export const Guest = z.strictObject({ guest: Id, coder: Id, joinedAt: z.number(), /** Has a window open now. */ here: z.boolean() })
export type Guest = z.infer<typeof Guest>

export const LanOpen = z.strictObject({
  /** Addresses to share, the likeliest first; `name`: the network's own name for that connection. */
  links: z.array(z.strictObject({ url: z.string(), name: z.string() })),
  /** SHA-256 of the certificate, as browsers show it: pairs of hex digits with colons. */
  fingerprint: z.string(),
  invites: z.array(Invite), guests: z.array(Guest)
})
export type LanOpen = z.infer<typeof LanOpen>

/** Why it is not open any more; taken: somebody else opened the project later. */
export const LanEnded = z.strictObject({ why: z.enum(['stopped', 'taken']), at: z.number() })

export const lan = {
  'lan.read': call(z.strictObject({}), z.strictObject({ open: LanOpen.nullable(), ended: LanEnded.nullable() })),
  /** Opens the project of this window to the network. Refused (forbidden) for whom the role does not allow it. */
  'lan.open': call(z.strictObject({}), LanOpen),
  /** Everybody is told and out. */
  'lan.close': call(z.strictObject({}), z.null()),
  'lan.invite': call(z.union([z.strictObject({ coder: Id }), z.strictObject({ role: GuestRole })]), Invite),
  'lan.withdraw': call(z.strictObject({ invite: Id }), z.null()),
  /** At once: every window of this colleague closes, and the way back in is a new code. */
  'lan.remove': call(z.strictObject({ guest: Id }), z.null())
}

export const lanDoor = {
  /** Lets a colleague in for a code. Refused (invalid_input, 'lan.name_needed') while somebody new gave no name; the code stays good. */
  'lan.join': call(
    z.strictObject({ code: z.string().max(40), name: z.string().trim().min(1).max(80).optional(), background: z.string().max(2000).optional() }),
    z.strictObject({ coder: Id })
  )
}

export type LanCall = keyof typeof lan
export type LanInput<N extends LanCall> = z.input<(typeof lan)[N]['input']>
export type LanOutput<N extends LanCall> = z.output<(typeof lan)[N]['output']>
