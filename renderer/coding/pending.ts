// What this window just did and the core has not answered yet, laid over the codings as they were last read.
import type { Coding } from '../../shared/contract/coding.ts'
import type { Id } from '../../shared/domain/ids.ts'

export type Change =
  | { is: 'added', coding: Coding }
  | { is: 'removed', codings: readonly Id[] }
  | { is: 'changed', coding: Id, to: Partial<Pick<Coding, 'code' | 'start' | 'end' | 'flag'>> }

export interface Shown extends Coding {
  pending: boolean
}

/** The codings as the coder should see them now, in the order of reading; later changes lie over earlier ones. */
export function withPending(codings: readonly Coding[], changes: readonly Change[]): Shown[] {
  const shown = new Map<Id, Shown>(codings.map(coding => [coding.id, { ...coding, pending: false }]))
  for (const change of changes) {
    if (change.is === 'removed') for (const id of change.codings) shown.delete(id)
    else if (change.is === 'changed') {
      const before = shown.get(change.coding)
      if (before) shown.set(change.coding, { ...before, ...change.to, pending: true })
    } else if (!shown.has(change.coding.id) && !isThere(shown, change.coding)) shown.set(change.coding.id, { ...change.coding, pending: true })
  }
  return [...shown.values()].sort((one, other) => one.start - other.start || other.end - one.end || (one.id < other.id ? -1 : 1))
}

/** The core keeps the older of two equal decisions of one coder; so does the picture. */
function isThere(shown: ReadonlyMap<Id, Shown>, { coder, code, text, start, end }: Coding): boolean {
  for (const each of shown.values()) if (each.coder === coder && each.code === code && each.text === text && each.start === start && each.end === end) return true
  return false
}
