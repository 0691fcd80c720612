// A window that goes to another project or coder: what the screen of before still asks would reach the wrong one, so reads wait
// until the new screen stands, and those that nobody wants any more are never sent.

/** Until the new screen stands. */
let moving: Promise<unknown> | null = null
/** Until the host said where the window is now, and what was known of before is forgotten. */
let leaving: Promise<unknown> | null = null
const parting = new Set<() => void>()

/** What a screen keeps to itself until a pause is told by `tell` before the window goes, as the coder who sits here. Gives how to stop. */
export function tellBeforeGoing(tell: () => void): () => void {
  parting.add(tell)
  return () => void parting.delete(tell)
}

/** Before the changes under way are waited for: these are among them. */
export const tellWhatIsKept = (): void => parting.forEach(tell => tell())

export const isGoing = (): boolean => moving !== null

/** Goes, then shows where one came; reads wait for the end of both, also when it fails. */
export async function move<T>(go: () => Promise<T>, show: () => Promise<void>): Promise<T> {
  const left = go()
  const done = left.finally(show)
  const mine = (moving = done.catch(() => undefined))
  const mineLeft = (leaving = left.catch(() => undefined))
  void mineLeft.then(() => { if (leaving === mineLeft) leaving = null })
  try {
    return await done
  } finally {
    if (moving === mine) moving = null
  }
}

/**
 * Resolves when it is settled where the window is. The question which screen that takes waits for it: a screen that came before what is
 * known of the former was forgotten would have its own questions forgotten with it, and stand empty.
 */
export const whereabouts = (): Promise<void> => over(() => leaving)

/** Resolves when the window stands still; throws the abort of a question that nobody asks any more. */
export async function standing(signal?: AbortSignal): Promise<void> {
  await over(() => moving)
  signal?.throwIfAborted()
}

/** Also of what began meanwhile. */
async function over(going: () => Promise<unknown> | null): Promise<void> {
  for (let one = going(); one; one = going()) await one
}
