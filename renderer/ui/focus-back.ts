// When something that floats goes away, the focus is back where it was in the same moment: react-aria gives it back a frame later,
// and a key pressed within that frame would go nowhere.
import { useEffect, useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Stands inside what floats, so that it comes and goes with it. */
export function FocusBack(): null {
  // While drawing: what floats has not taken the focus yet.
  const [giveBack] = useState(() => wayBackTo(document.activeElement))
  // Twice: right after it left the page, and again once the page behind it is no longer out of reach.
  useLayoutEffect(() => () => queueMicrotask(giveBack), [giveBack])
  useEffect(() => giveBack, [giveBack])
  return null
}

/** For what stands in the place of the button that opened it: that button comes back with its going, and takes the focus. */
export function goneBackTo(leave: () => void, button: () => HTMLElement | null | undefined): void {
  flushSync(leave)
  if (isLost()) button()?.focus({ preventScroll: true })
}

const isLost = () => document.activeElement === null || document.activeElement === document.body

const wayBackTo = (before: Element | null) => () => {
  if (isLost() && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
}
