// What handlers of packs, cards and sessions share: the pack that must be there, and numbers drawn by lot.
import { randomInt } from 'node:crypto'
import type { Pack } from '../shared/contract/pack.ts'
import type { Id } from '../shared/domain/ids.ts'
import { Refusal } from '../shared/errors.ts'
import { findPack } from '../db/packs.ts'
import type { Store } from '../db/store.ts'

/** Throws a Refusal: not_found. */
export function mustBePack(store: Store, viewer: Id | null, id: Id): Pack {
  const found = findPack(store, viewer, id)
  if (!found) throw new Refusal('not_found', 'pack.absent')
  return found
}

/** A number that nobody has yet; longer ones once the short ones are half gone. */
export function drawNumber(taken: ReadonlySet<number>, least = 1000): number {
  const from = taken.size * 2 > least * 9 ? least * 10 : least
  for (;;) {
    const number = randomInt(from, from * 10)
    if (!taken.has(number)) return number
  }
}
