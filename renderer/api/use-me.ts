// The coder this window speaks for, and everyone else by id.
import { useMemo } from 'react'
import type { Right } from '../../shared/contract/call.ts'
import type { Coder, CoderWork, Role } from '../../shared/contract/coder.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { hasRight } from '../../shared/domain/rights.ts'
import { useDeskRead } from './desk.ts'
import { useRead } from './hooks.ts'

/** Null before one was chosen. */
export const useMe = (): Id | null => useDeskRead().data?.opened?.coder ?? null

/** Undefined until it is known. */
export function useMyRole(): Role | undefined {
  const me = useMe()
  return useCoders().get(me ?? '')?.role
}

/** What this coder's role lets them do, in a project that may be written to. Until that is known, as most may. */
export function useMay(right: Right): boolean {
  const role = useMyRole()
  const isReadonly = useRead('project.read', {}).data?.readonly ?? false
  return !isReadonly && (role === undefined || hasRight(role, right))
}

export function useCoders(): ReadonlyMap<Id, Coder> {
  const coders = useRead('coder.list', {}).data
  return useMemo(() => new Map((coders ?? []).map(coder => [coder.id, coder])), [coders])
}

/** How much everyone did; null until it is counted, which takes a while in a large project. */
export function useWork(when = true): ReadonlyMap<Id, CoderWork> | null {
  const work = useRead('coder.work', {}, { when }).data
  return useMemo(() => (work ? new Map(work.map(row => [row.id, row])) : null), [work])
}

/** Of all coders together; what they agreed on is theirs already. */
export const codingsIn = (work: ReadonlyMap<Id, CoderWork>, coders: Iterable<Coder>): number =>
  [...coders].reduce((sum, { id, role }) => sum + (role === 'consensus' ? 0 : work.get(id)?.codings ?? 0), 0)

/** Also who was joined to another: for what the log says, where their names stay. */
export function useAllCoders(): ReadonlyMap<Id, Coder> {
  const coders = useCoders()
  const former = useRead('coder.former', {}).data
  return useMemo(() => new Map([...(former ?? []).map(coder => [coder.id, coder] as const), ...coders]), [coders, former])
}
