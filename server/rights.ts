// Refuses what a coder's role does not let them do.
import type { Right } from '../shared/contract/call.ts'
import { hasRight } from '../shared/domain/rights.ts'
import type { Id } from '../shared/domain/ids.ts'
import { Refusal } from '../shared/errors.ts'
import { findCoder } from '../db/coders.ts'
import type { Store } from '../db/store.ts'

/** Throws a Refusal: not_joined for a coder who is not there, forbidden for a role without that right. */
export function refuseWithoutRight(store: Store, viewer: Id, right: Right): void {
  const row = findCoder(store, viewer)
  if (!row) throw new Refusal('not_joined', 'coder.unknown')
  if (!hasRight(row.role, right)) throw new Refusal('forbidden', 'coder.no_right', { name: row.name })
}
