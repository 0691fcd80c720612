// Who else is here, as the feed tells it, and telling the host which story this window has before it.
import { useEffect, useSyncExternalStore } from 'react'
import type { Here, WindowWord } from '../../shared/contract/feed.ts'
import type { Id } from '../../shared/domain/ids.ts'

let here: readonly Here[] = []
let story: Id | null = null
let moved = (): void => {}
let seen = (): void => {}
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()
const listen = (listener: () => void) => { listeners.add(listener); return () => { listeners.delete(listener) } }

export function hereHeard(list: readonly Here[]): void {
  here = list
  for (const listener of listeners) listener()
}

/** What to do when this window turns to another story. */
export function whenMoved(tell: () => void): void { moved = tell }

export function sayWhere(socket: WebSocket): void {
  socket.send(JSON.stringify({ is: 'at', story } satisfies WindowWord))
}

/** The coder has looked at what happened while they were away. */
export function saySeen(): void { seen() }
export function whenSeen(tell: () => void): void { seen = tell }

/** Everyone who is here, the coder of this window too. */
export const useHere = (): readonly Here[] => useSyncExternalStore(listen, () => here)

/** Leaving one story for the next is told as one step. */
function turnTo(next: Id | null): void {
  story = next
  clearTimeout(timer)
  timer = setTimeout(() => moved(), 30)
}

/** This window has that story before it for as long as the component stands. */
export function useIsAt(wanted: Id): void {
  useEffect(() => {
    turnTo(wanted)
    return () => turnTo(null)
  }, [wanted])
}
