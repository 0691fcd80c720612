// New stories that stand word for word in the project already, under another number, group or wave: an id column that was saved otherwise.
import type { Store } from './store.ts'

/** The number a story has in the file, and the one it has in the project. */
export type ToldAgain = { sourceId: string; before: string }
export type Retold = {
  note(sourceId: string, sha256: Buffer, length: number): void
  /** `seen`: local numbers of the stories that the file itself names. */
  found(seen: ReadonlySet<number>): ToldAgain[]
}

/** Two tellers may both say "Goed" (UTF-16 units). */
const TELLING_LENGTH = 60

export function createRetold(store: Store): Retold {
  const fresh = new Map<string, string>()
  const hasStories = store.get(`SELECT 1 FROM story WHERE state = 'live'`) !== undefined
  return {
    note(sourceId, sha256, length) {
      if (hasStories && length >= TELLING_LENGTH) fresh.set(sha256.toString('latin1'), sourceId)
    },
    found(seen) {
      if (fresh.size === 0) return []
      return store.all<{ num: number; source_id: string; sha256: Buffer }>(
        `SELECT s.num, s.source_id, r.sha256 FROM story s JOIN text t ON t.story = s.num AND t.kind = 'main' JOIN revision r ON r.text = t.num AND r.number = 1 WHERE s.state = 'live' ORDER BY s.num`)
        .flatMap(({ num, source_id: before, sha256 }) => {
          const sourceId = seen.has(num) ? undefined : fresh.get(sha256.toString('latin1'))
          return sourceId === undefined ? [] : [{ sourceId, before }]
        })
    }
  }
}
