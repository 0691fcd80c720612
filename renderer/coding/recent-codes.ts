// The nine codes under the number keys. A code keeps its number while it stands there, so that fingers learn it;
// a new one takes a free number, or that of the code that was used longest ago.
import { useCallback, useMemo } from 'react'
import { z } from 'zod'
import type { Code } from '../../shared/contract/code.ts'
import { Id } from '../../shared/domain/ids.ts'
import { usePreference } from '../api/preferences.ts'

export const SLOTS = 9

/** `used`: a running count, the highest is the last code. */
export const Slots = z.array(z.strictObject({ code: Id, used: z.number() })).max(SLOTS)
export type Slots = z.infer<typeof Slots>

export function withUsed(slots: Slots, code: Id): Slots {
  const used = Math.max(0, ...slots.map(slot => slot.used)) + 1
  if (slots.some(slot => slot.code === code)) return slots.map(slot => (slot.code === code ? { code, used } : slot))
  if (slots.length < SLOTS) return [...slots, { code, used }]
  const oldest = slots.reduce((one, other) => (other.used < one.used ? other : one))
  return slots.map(slot => (slot === oldest ? { code, used } : slot))
}

/** Last used first. */
export const byUse = (slots: Slots): Id[] => slots.toSorted((one, other) => other.used - one.used).map(slot => slot.code)

export interface RecentCodes {
  /** By number key, 1 first; retired codes and those of another codebook are left out but keep their key free for none. */
  numbered: readonly (Code | null)[]
  /** Last used first. */
  lastFirst: readonly Code[]
  used: (code: Id) => void
}

const NONE: Slots = []

export function useRecentCodes(project: Id, coder: Id, codes: ReadonlyMap<Id, Code>): RecentCodes {
  const [slots, keep] = usePreference(`codes.recent.${project}.${coder}`, Slots, NONE)
  const used = useCallback((code: Id) => keep(withUsed(slots, code)), [keep, slots])
  return useMemo(() => {
    const offered = (id: Id) => { const code = codes.get(id); return code && !code.retired ? code : null }
    return { numbered: slots.map(slot => offered(slot.code)), lastFirst: byUse(slots).map(offered).filter(code => code !== null), used }
  }, [slots, codes, used])
}
