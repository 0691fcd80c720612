// Stories without answers, written straight into a store: for tests about what is done with stories.
import { createHash } from 'node:crypto'
import { toBlob } from '../../db/ids.ts'
import type { Store } from '../../db/store.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'

/** Live stories numbered from 1000, with these main texts. */
export function plainStories(store: Store, bodies: string[]): { story: Id; text: Id }[] {
  return store.db.transaction(() => {
    const imported = Number(store.run(`INSERT INTO import (id, state, files, mapping, at, added, changed, unchanged, absent) VALUES (?, 'live', '[]', '{}', 0, ?, 0, 0, 0)`,
      [toBlob(newId()), bodies.length]).lastInsertRowid)
    return bodies.map((body, place) => {
      const [story, text] = [newId(), newId()]
      const num = Number(store.run(`INSERT INTO story (id, import, state, number, source_id, length, content) VALUES (?, ?, 'live', ?, ?, ?, '')`,
        [toBlob(story), imported, 1000 + place, `v${place}`, body.length]).lastInsertRowid)
      const textNum = Number(store.run(`INSERT INTO text (id, story, kind, newest) VALUES (?, ?, 'main', 1)`, [toBlob(text), num]).lastInsertRowid)
      store.run('INSERT INTO revision (text, number, body, sha256) VALUES (?, 1, ?, ?)', [textNum, body, createHash('sha256').update(body).digest()])
      return { story, text }
    })
  })()
}
