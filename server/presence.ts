// Who is here: the windows of this host, what other processes on the file say, and the telling of both whenever it changes.
import { newId, type Id } from '../shared/domain/ids.ts'
import type { Here } from '../shared/contract/feed.ts'
import { readPresence, writePresence } from '../db/presence.ts'
import type { Store } from '../db/store.ts'
import { report, steadily } from './report.ts'

export type Place = { viewer(): Id | null; story: Id | null; /** Milliseconds since 1970. */ came: number }
export type Presence = {
  /** Somebody came, went or moved here. */
  moved(): void
  /** The file changed, or time passed: look at what others say. */
  look(): void
  /** Everyone now. */
  all(): Here[]
  close(): void
}

/** A row is renewed this often, and lapses after nearly three times as long. */
const BEAT = 15_000
/** Steps from story to story are told together. */
const GATHER = 120
/** Whoever was here this long has seen what there is: the next time only what came later is news. */
const LOOKED_ROUND = 60_000

/** `places`: of the windows here. `tell` is called when the list differs from the one told last. */
export function createPresence(store: Store, places: () => Iterable<Place>, tell: (here: Here[]) => void): Presence {
  const process = newId()
  let others: Here[] = []
  let told = '[]'
  let timer: NodeJS.Timeout | undefined
  let hasRows = false

  const mine = (): Here[] => distinct([...places()].flatMap(({ viewer, story }) => { const coder = viewer(); return coder ? [{ coder, story }] : [] }))
  const all = (): Here[] => distinct([...mine(), ...others])
  const spread = (): void => {
    const here = all()
    const words = JSON.stringify(here)
    if (words === told) return
    told = words
    tell(here)
  }
  const write = (here: Here[]): void => {
    if (!store.db.open || (here.length === 0 && !hasRows)) return
    const now = Date.now()
    const saw = [...places()].flatMap(({ viewer, came }) => { const coder = viewer(); return coder && now - came >= LOOKED_ROUND ? [coder] : [] })
    const went = attempt(() => writePresence(store, { process, here, saw: [...new Set(saw)], now }))
    if (!went) later(20 + Math.random() * 80)
    else hasRows = here.length > 0
  }
  const later = (delay: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => write(mine()), delay).unref()
  }
  const steady = steadily()
  const look = (): void => steady(() => {
    if (!store.db.open) return
    others = readPresence(store, process, Date.now())
    spread()
  })
  const beat = setInterval(() => { write(mine()); look() }, BEAT).unref()
  look()
  return {
    moved() { spread(); later(GATHER) },
    look, all,
    close() {
      clearInterval(beat)
      clearTimeout(timer)
      write([])
    }
  }
}

/** Being seen is no reason to stop anybody's work: a fault is written down, and the next beat tries again. */
function attempt(work: () => boolean): boolean {
  try {
    return work()
  } catch (error) {
    report(error)
    return true
  }
}

/** Each coder with each story once, and nowhere in particular only where there is no story; in a steady order. */
function distinct(list: readonly Here[]): Here[] {
  const inStory = new Set(list.filter(({ story }) => story !== null).map(({ coder }) => coder))
  const byKey = new Map(list.filter(({ coder, story }) => story !== null || !inStory.has(coder)).map((here) => [`${here.coder} ${here.story ?? ''}`, here]))
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, here]) => here)
}
