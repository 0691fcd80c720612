// A window that goes to another project or coder: what the screen of before still asks would reach the wrong one, so reads wait
// until the new screen stands, and those that nobody wants any more are never sent.

let moving: Promise<unknown> | null = null
const parting = new Set<() => void>()

/** What a screen keeps to itself until a pause is told by `tell` before the window goes, as the coder who sits here. Gives how to stop. */
export function tellBeforeGoing(tell: () => void): () => void {
  parting.add(tell)
  return () => void parting.delete(tell)
}

/** Before the changes under way are waited for: these are among them. */
export const tellWhatIsKept = (): void => parting.forEach(tell => tell())

export const isGoing = (): boolean => moving !== null

/** Does the work of going; reads wait for its end, also when it fails. */
export async function move<T>(work: () => Promise<T>): Promise<T> {
  const done = work()
  const mine = (moving = done.catch(() => undefined))
  try {
    return await done
  } finally {
    if (moving === mine) moving = null
  }
}

/** Resolves when the window stands still; throws the abort of a question that nobody asks any more. */
export async function standing(signal?: AbortSignal): Promise<void> {
  if (moving) {
    await moving
    await standing(signal)
  }
  signal?.throwIfAborted()
}
