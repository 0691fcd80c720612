// How the sharing of the open project stands, as the feed tells it; null where the project is not in a team folder.
import { useSyncExternalStore } from 'react'
import type { TeamState } from '../../shared/contract/team.ts'

let state: TeamState | null = null
/** The last op this window heard of: what was saved after `state` was told is not counted in it. */
let heard = 0
let shown: Shown | null = null
const listeners = new Set<() => void>()

export type Shown = TeamState & { /** All that this window knows of is in the team folder. */ isShared: boolean }

export function teamHeard(told: TeamState | null): void { become(told, heard) }
export function opsHeard(seq: number): void { become(state, seq) }

function become(told: TeamState | null, seq: number): void {
  state = told
  heard = seq
  const next = told && { ...told, isShared: told.unshared === 0 && told.seq >= seq }
  if (JSON.stringify(next) === JSON.stringify(shown)) return
  shown = next
  for (const listener of listeners) listener()
}

const listen = (listener: () => void) => { listeners.add(listener); return () => { listeners.delete(listener) } }
export const useTeam = (): Shown | null => useSyncExternalStore(listen, () => shown)
