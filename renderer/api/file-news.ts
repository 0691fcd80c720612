// Whether the open project's file is still the one at its path, as the feed tells it.
import { useSyncExternalStore } from 'react'

let moved = false
const listeners = new Set<() => void>()

export function fileHeard(isMoved: boolean): void {
  if (moved === isMoved) return
  moved = isMoved
  for (const listener of listeners) listener()
}

const listen = (listener: () => void) => { listeners.add(listener); return () => { listeners.delete(listener) } }

/** True when another file lies there by now: nothing done here would be found again, and the host refuses it. */
export const useFileMoved = (): boolean => useSyncExternalStore(listen, () => moved)
