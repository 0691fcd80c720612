// Taking the words of a withdrawn story out of the store: its texts' bodies, its answers and all else its teller gave. What is left is
// a tombstone: id, number, date, and the codings without words. Freed pages are overwritten (secure_delete).
import type { Id } from '../shared/domain/ids.ts'
import { toBlob, toId } from './ids.ts'
import type { Writer } from './record.ts'
import type { Store } from './store.ts'

/** Goes with the op story.withdrawn, here or from another copy; harmless when it was done already. */
export function purgeWords(store: Store, story: Id): void {
  const num = store.get<{ num: number }>('SELECT num FROM story WHERE id = ?', [toBlob(story)])!.num
  store.run('UPDATE revision SET body = NULL WHERE text IN (SELECT num FROM text WHERE story = ?)', [num])
  store.run('DELETE FROM answer WHERE story = ?', [num])
  store.run(`UPDATE story SET content_import = NULL, story_group = NULL, wave = NULL, teller = NULL, collected_on = NULL, language = NULL, channel = NULL, consent = NULL, length = 0, content = '' WHERE num = ?`, [num])
}

/** The story is withdrawn as of today; its words are gone with the commit. */
export function withdrawStory(write: Writer, story: Id): void {
  write.change('story.withdrawn', 'story', story, { state: 'withdrawn', withdrawnOn: new Date(write.now).toISOString().slice(0, 10) }, { story })
  purgeWords(write.store, story)
}

export const listWithdrawn = (store: Store): Id[] => store.all<{ id: Buffer }>(`SELECT id FROM story WHERE state = 'withdrawn' ORDER BY num`).map(({ id }) => toId(id))

/** Is it a story that can be read here? */
export const isLive = (store: Store, story: Id): boolean => store.get(`SELECT 1 FROM story WHERE id = ? AND state = 'live'`, [toBlob(story)]) !== undefined
