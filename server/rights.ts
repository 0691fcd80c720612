// What each role may do.
import type { Right } from '../shared/contract/call.ts'
import type { Role } from '../shared/contract/coder.ts'
import type { Id } from '../shared/domain/ids.ts'
import { Refusal } from '../shared/errors.ts'
import { findCoder } from '../db/coders.ts'
import type { Store } from '../db/store.ts'

const RIGHTS: Record<Role, Right[]> = {
  lead: ['read', 'mark', 'code', 'prepare', 'steer'], researcher: ['read', 'mark', 'code', 'prepare', 'steer'], coder: ['read', 'mark', 'code', 'prepare'], consensus: ['read', 'mark', 'code'],
  facilitator: ['read', 'mark', 'prepare'], reader: ['read']
}

/** Throws a Refusal: not_joined for a coder who is not there, forbidden for a role without that right. */
export function refuseWithoutRight(store: Store, viewer: Id, right: Right): void {
  const row = findCoder(store, viewer)
  if (!row) throw new Refusal('not_joined', 'coder.unknown')
  if (!RIGHTS[row.role].includes(right)) throw new Refusal('forbidden', 'coder.no_right', { name: row.name })
}
