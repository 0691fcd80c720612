// The colleagues' projects in which this installation takes part: where, with which certificate, and the cookie that lets it in.
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { lanDoor } from '../../shared/contract/lan.ts'
import { newId } from '../../shared/domain/ids.ts'
import { Refusal } from '../../shared/errors.ts'
import { certificateOf, openRemote, readLink, type Membership, type Remote } from './remote.ts'

const Kept = z.array(z.object({ url: z.string(), pem: z.string(), cookie: z.string() }))

export type Memberships = {
  /** Joins by an invitation's link. Throws a Refusal: what the host said, 'lan.bad_link', 'lan.other_certificate', 'lan.host_away'. */
  join(link: string, person: { name?: string; background?: string }): Promise<Remote>
  /** One that was joined before, by its address. Throws a Refusal (not_found). */
  open(url: string): Remote
}

export function openMemberships(profile: string): Memberships {
  const file = join(profile, 'lan-memberships.json')
  const read = (): Membership[] => {
    try {
      return Kept.parse(JSON.parse(readFileSync(file, 'utf8')))
    } catch {
      return [] // none yet, or unreadable: then a new code is needed
    }
  }
  const keep = (membership: Membership): void => {
    writeFileSync(`${file}.${process.pid}`, JSON.stringify([membership, ...read().filter(({ url }) => url !== membership.url)]), { mode: 0o600 })
    renameSync(`${file}.${process.pid}`, file)
  }
  return {
    async join(link, person) {
      const { url, code, print } = readLink(link)
      const remote = openRemote({ url, pem: await certificateOf(url, print), cookie: '' }, keep)
      const joined = await remote.send(newId(), 'lan.join', { code, ...person } satisfies z.input<(typeof lanDoor)['lan.join']['input']>)
      if (!joined.ok) throw Refusal.from(joined.failure)
      return remote
    },
    open(url) {
      const known = read().find((membership) => membership.url === url)
      if (!known) throw new Refusal('not_found', 'lan.not_in')
      return openRemote(known, keep)
    }
  }
}
