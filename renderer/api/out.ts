// A colleague's window that is out: removed, or the host stopped. What it made and could not send stays kept.
import { useSyncExternalStore } from 'react'

export type Out = 'removed' | 'stopped' | 'taken'

let out: Out | null = null
const listeners = new Set<() => void>()
const listen = (listener: () => void) => { listeners.add(listener); return () => { listeners.delete(listener) } }

/** The first word counts: what comes after it is only its consequence. */
export function becameOut(why: Out): void {
  out ??= why
  for (const listener of listeners) listener()
}

export const isOut = (): boolean => out !== null
export const useOut = (): Out | null => useSyncExternalStore(listen, () => out)
