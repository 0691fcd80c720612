// Taking the words of a withdrawn story out of the store: its texts' bodies, its answers and all else its teller gave. What is left is
// a tombstone: id, number, date, and the codings without words. Freed pages are overwritten (secure_delete).
import type { Id } from '../shared/domain/ids.ts'
import { toBlob } from './ids.ts'
import type { Store } from './store.ts'

/** Goes with the op story.withdrawn, here or from another copy; harmless when it was done already. */
export function purgeWords(store: Store, story: Id): void {
  const num = store.get<{ num: number }>('SELECT num FROM story WHERE id = ?', [toBlob(story)])!.num
  store.run('UPDATE revision SET body = NULL WHERE text IN (SELECT num FROM text WHERE story = ?)', [num])
  store.run('DELETE FROM answer WHERE story = ?', [num])
  store.run(`UPDATE story SET content_import = NULL, story_group = NULL, wave = NULL, teller = NULL, collected_on = NULL, language = NULL, channel = NULL, consent = NULL, length = 0, content = '' WHERE num = ?`, [num])
}
