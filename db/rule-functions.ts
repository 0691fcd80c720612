// What SQLite is taught for the rules that pick stories: words without regard to case, and places in a picture.
import { isInside, type Outline } from '../shared/signifier/outline.ts'
import { zoneOfShares } from '../shared/signifier/triad.ts'
import type { Store } from './store.ts'

const taught = new WeakSet<Store>()

/**
 * holds_words(body, JSON list): every word occurs. SQLite itself folds the case of ASCII only; stories say Één.
 * zone_of(top, left, right, corner, edge): the zone of a triad. inside(JSON outline, x, y): 1 inside a closed line.
 */
export function teachRules(store: Store): void {
  if (taught.has(store)) return
  const wordsOf = kept((spelled) => JSON.parse(spelled) as string[])
  const outlineOf = kept((spelled) => JSON.parse(spelled) as Outline)
  store.db.function('holds_words', { deterministic: true }, (body: unknown, wanted: unknown) => {
    const folded = (body as string).toLocaleLowerCase('nl')
    return wordsOf(wanted as string).every((word) => folded.includes(word)) ? 1 : 0
  })
  store.db.function('zone_of', { deterministic: true }, (top: unknown, left: unknown, right: unknown, corner: unknown, edge: unknown) =>
    zoneOfShares([top as number, left as number, right as number], { corner: corner as number, edge: edge as number }))
  store.db.function('inside', { deterministic: true }, (outline: unknown, x: unknown, y: unknown) =>
    (isInside(outlineOf(outline as string), x as number, y as number) ? 1 : 0))
  taught.add(store)
}

/** A statement asks with the same value for every row: it is read once. */
function kept<T>(read: (spelled: string) => T): (spelled: string) => T {
  let last: { spelled: string; value: T } | null = null
  return (spelled) => {
    if (last?.spelled !== spelled) last = { spelled, value: read(spelled) }
    return last.value
  }
}
