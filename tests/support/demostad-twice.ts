// Demostad as if its families had told twice: every other story is of a second year, by the teller of the one before it.
import { newId } from '../../shared/domain/ids.ts'
import { toBlob } from '../../db/ids.ts'
import { openStore } from '../../db/open.ts'

export const YEARS = ['Eerste jaar', 'Tweede jaar'] as const

/** Changes the file at `path`, which nobody may have open. The staff's stories stay of no year. */
export function toldTwice(path: string): void {
  const store = openStore(path)
  try {
    store.db.transaction(() => {
      const waves = YEARS.map((name, position) => Number(store.run('INSERT INTO wave (id, name, position, removed) VALUES (?, ?, ?, 0)', [toBlob(newId()), name, position]).lastInsertRowid))
      const stories = store.all<{ num: number }>('SELECT s.num FROM story s JOIN story_group g ON g.num = s.story_group WHERE g.name = ? ORDER BY s.num', ['Gezinnen'])
      let teller = 0
      for (const [at, { num }] of stories.entries()) {
        if (at % 2 === 0) teller = Number(store.run('INSERT INTO teller (id) VALUES (?)', [toBlob(newId())]).lastInsertRowid)
        store.run('UPDATE story SET wave = ?, teller = ? WHERE num = ?', [waves[at % 2]!, teller, num])
      }
    })()
    store.db.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    store.close()
  }
}
