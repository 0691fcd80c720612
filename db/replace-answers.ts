// The answers of a story that an import tells anew. Everybody who writes waits for the lock meanwhile, and a later export changes few of
// them: so what is as it was is left alone.
import type { Store } from './store.ts'

/** In local numbers, as in table answer. */
export type StoredAnswer = readonly [signifier: number, part: number, option: number | null, value: number | null]

/** Makes these the answers of the story; `asked`: to these questions only, what was said to others stays. Throws what SQLite throws for a part that is there twice. */
export function replaceAnswers(store: Store, story: number, rows: Iterable<StoredAnswer>, asked: ReadonlySet<number> | null = null): void {
  const there = new Map((store.tuples('SELECT signifier, part, option, value FROM answer WHERE story = ?').all(story) as StoredAnswer[]).map((row) => [`${row[0]} ${row[1]}`, row]))
  for (const [signifier, part, option, value] of rows) {
    const key = `${signifier} ${part}`
    const known = there.get(key)
    there.delete(key)
    if (!known) store.run('INSERT INTO answer (signifier, story, part, option, value) VALUES (?, ?, ?, ?, ?)', [signifier, story, part, option, value])
    else if (known[2] !== option || known[3] !== value) store.run('UPDATE answer SET option = ?, value = ? WHERE signifier = ? AND story = ? AND part = ?', [option, value, signifier, story, part])
  }
  for (const [signifier, part] of there.values()) if (asked?.has(signifier) ?? true) store.run('DELETE FROM answer WHERE signifier = ? AND story = ? AND part = ?', [signifier, story, part])
}
