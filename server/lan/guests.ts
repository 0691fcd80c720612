// Who may come in and who is in: invitations with a code each, colleagues with a cookie each. Cookies outlive this program, as a hash,
// so that a host that was away for a moment knows its colleagues again; codes do not.
import { createHash, randomBytes, randomInt } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Invite } from '../../shared/contract/lan.ts'
import { Id, newId } from '../../shared/domain/ids.ts'

const Kept = z.object({
  guests: z.array(z.object({ guest: Id, coder: Id, joinedAt: z.number(), cookie: z.string() })).default([]),
  /** Tried first the next time, so that links and cookies stay good. */
  port: z.number().int().nullable().default(null)
})
export type KeptGuest = z.infer<typeof Kept>['guests'][number]

export type Guests = {
  invites(): Invite[]
  invite(coder: Id | null, role: Invite['role']): Invite
  withdraw(invite: Id): void
  /** The invitation of a code, however it was typed. */
  find(code: string): Invite | undefined
  /** Uses an invitation up; gives the cookie of the colleague who is now in. */
  admit(invite: Id, coder: Id): { guest: KeptGuest; cookie: string }
  of(cookie: string): KeptGuest | undefined
  all(): KeptGuest[]
  remove(guest: Id): void
  port(): number | null
  keepPort(port: number): void
}

/** Without I, O, 0 and 1, which are read wrong. 32 signs: five bits each. */
const SIGNS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const CODE_LENGTH = 8
const CODE_LIVES = 24 * 3_600_000
export const COOKIE_LIVES = 14 * 86_400_000

export function openGuests(profile: string, project: Id, now = Date.now): Guests {
  const file = join(profile, `lan-${project}.json`)
  const kept = read(file)
  let invites: Invite[] = []
  const write = (): void => {
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(kept), { mode: 0o600 })
    renameSync(`${file}.${process.pid}`, file)
  }
  const standing = (): Invite[] => (invites = invites.filter(({ until }) => until > now()))
  return {
    invites: standing,
    invite(coder, role) {
      const code = Array.from({ length: CODE_LENGTH }, () => SIGNS[randomInt(SIGNS.length)]!).join('')
      const made = { invite: newId(), code: `${code.slice(0, 4)}-${code.slice(4)}`, coder, role, until: now() + CODE_LIVES }
      // One code a person: an earlier one for the same coder is good no more.
      invites = [...standing().filter((other) => coder === null || other.coder !== coder), made]
      return made
    },
    withdraw(invite) { invites = invites.filter((other) => other.invite !== invite) },
    find: (code) => standing().find((invite) => bare(invite.code) === bare(code)),
    admit(invite, coder) {
      invites = invites.filter((other) => other.invite !== invite)
      const cookie = randomBytes(32).toString('base64url')
      const guest = { guest: newId(), coder, joinedAt: now(), cookie: hashOf(cookie) }
      kept.guests = [...kept.guests.filter(({ joinedAt }) => now() - joinedAt < COOKIE_LIVES), guest]
      write()
      return { guest, cookie }
    },
    of(cookie) {
      const hash = hashOf(cookie)
      return kept.guests.find((guest) => guest.cookie === hash && now() - guest.joinedAt < COOKIE_LIVES)
    },
    all: () => kept.guests,
    remove(guest) {
      kept.guests = kept.guests.filter((other) => other.guest !== guest)
      write()
    },
    port: () => kept.port,
    keepPort(port) {
      if (kept.port === port) return
      kept.port = port
      write()
    }
  }
}

const bare = (code: string): string => code.toUpperCase().replace(/[^A-Z0-9]/g, '')
const hashOf = (cookie: string): string => createHash('sha256').update(cookie).digest('base64url')

function read(file: string): z.infer<typeof Kept> {
  try {
    return Kept.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return Kept.parse({}) // nobody yet, or unreadable: then everybody needs a new code
  }
}
