// Readings: a story in the hands of a coder.
import type { Id } from '../shared/domain/ids.ts'
import { stableId, toBlob, toId } from './ids.ts'
import { projectSalt } from './project.ts'
import type { Store } from './store.ts'

export type ReadingRow = { id: Id; openedAt: number | null; done: boolean; position: number; /** Blind coding hides nothing in it any more. */ revealed: boolean }

/** The reading of a story by a coder; the same id on every replica, whether it exists yet or not. */
export function findReading(store: Store, story: Id, coder: Id): { id: Id; row: ReadingRow | undefined } {
  const salt = projectSalt(store)
  const id = stableId(salt, 'reading', story, coder)
  const raw = store.get<{ opened_at: number | null; done: number; position: number; revealed: number }>('SELECT opened_at, done, position, revealed FROM reading WHERE id = ?', [toBlob(id)])
  return { id, row: raw && { id, openedAt: raw.opened_at, done: raw.done === 1, position: raw.position, revealed: raw.revealed === 1 } }
}

/** Coders who marked the story done, in order of joining. */
export const listDoneBy = (store: Store, story: Id): Id[] =>
  store.all<{ id: Buffer }>('SELECT k.id FROM reading r JOIN coder k ON k.num = r.coder WHERE r.story = (SELECT num FROM story WHERE id = ?) AND r.done = 1 ORDER BY k.num', [toBlob(story)])
    .map((row) => toId(row.id))
