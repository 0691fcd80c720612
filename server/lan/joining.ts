// Coming in: a code is tried, few times a minute; somebody new gives a name and gets the role they were invited for.
import { lanDoor } from '../../shared/contract/lan.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { Refusal, type Failure } from '../../shared/errors.ts'
import { findCoder } from '../../db/coders.ts'
import { dispatch, parse } from '../dispatch.ts'
import { asFailure } from '../report.ts'
import { createLimiter } from './limiter.ts'
import type { LanParts } from './lan-host.ts'

export type Joined = { ok: true; cookie: string; coder: Id } | { ok: false; failure: Failure }

/** `address`: of whoever tries. Never throws. */
export function createJoining({ project, guests, profile }: Pick<LanParts, 'project' | 'guests' | 'profile'>): (address: string, raw: unknown) => Promise<Joined> {
  const limiter = createLimiter()
  return async (address, raw) => {
    try {
      const { code, name, background } = parse(lanDoor['lan.join'].input, raw)
      if (!limiter.allows(address)) throw new Refusal('busy', 'lan.too_many_tries')
      const invite = guests.find(code)
      if (!invite) {
        limiter.failed(address)
        throw new Refusal('forbidden', 'lan.wrong_code')
      }
      if (invite.coder !== null && !findCoder(project.store, invite.coder)) throw new Refusal('not_found', 'coder.absent')
      const coder = invite.coder ?? await makeCoder(invite.role, name, background)
      const { cookie } = guests.admit(invite.invite, coder)
      return { ok: true, cookie, coder }
    } catch (error) {
      return { ok: false, failure: asFailure(error) }
    }
  }

  async function makeCoder(role: string, name: string | undefined, background: string | undefined): Promise<Id> {
    if (name === undefined) throw new Refusal('invalid_input', 'lan.name_needed')
    const id = newId()
    const { result } = await dispatch({ store: project.store, coder: null, profile }, 'coder.join', { id, name, role, background: background ?? '' })
    if (!result.ok) throw Refusal.from(result.failure)
    project.hub.nudge()
    return id
  }
}
