// Whether what the coder did is saved: how many changes are under way, and whether the host can be reached.
import { useSyncExternalStore } from 'react'
import type { Failure } from '../../shared/errors.ts'

/**
 * saved: all acknowledged. busy: some under way. offline: the host does not answer. stranger: a host answers that does not know
 * this window (it was started anew). stuck: the host answers and can't write (a full disk). In the last three, changes wait and are sent again.
 */
export type SaveState = 'saved' | 'busy' | 'offline' | 'stranger' | 'stuck'
export interface Connection { state: SaveState, waiting: number, /** Why nothing can be written now. */ stuck: Failure | null, /** Milliseconds since 1970 of the last acknowledged change here. */ savedAt: number | null }

let now: Connection = { state: 'saved', waiting: 0, stuck: null, savedAt: null }
let touch: 'good' | 'offline' | 'stranger' = 'good'
/** When the host was last out of reach, up to the moment it was heard again; milliseconds since 1970. */
let awayUntil = -1
const listeners = new Set<() => void>()

function become(change: Partial<Connection>): void {
  const next = { ...now, ...change }
  const state: SaveState = touch !== 'good' ? touch : next.stuck ? 'stuck' : next.waiting > 0 ? 'busy' : 'saved'
  if (state === now.state && next.waiting === now.waiting && next.stuck?.message === now.stuck?.message && next.savedAt === now.savedAt) return
  now = { ...next, state }
  for (const listener of listeners) listener()
}

export function heardFrom(): void { if (touch !== 'good') awayUntil = Date.now(); touch = 'good'; become({}) }
export function lostTouch(): void { touch = 'offline'; become({}) }
export function becameStranger(): void { touch = 'stranger'; become({}) }
/** Was the host out of reach at any time after this moment (milliseconds since 1970)? */
export const wasAwaySince = (moment: number): boolean => touch !== 'good' || awayUntil >= moment

export function couldNotWrite(failure: Failure): void { become({ stuck: failure }) }
export function couldWrite(): void { if (now.stuck) become({ stuck: null }) }

export function changeBegan(): void { become({ waiting: now.waiting + 1 }) }
export function changeEnded(saved: boolean): void { become({ waiting: now.waiting - 1, savedAt: saved ? Date.now() : now.savedAt }) }

export const connection = (): Connection => now
const listen = (listener: () => void) => { listeners.add(listener); return () => { listeners.delete(listener) } }
export const useConnection = (): Connection => useSyncExternalStore(listen, connection)

/** Asks before the window closes on changes that are not acknowledged yet. */
export function guardClosing(): void {
  window.addEventListener('beforeunload', event => { if (now.waiting > 0) event.preventDefault() })
}
