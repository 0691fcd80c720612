// The same project once more, from its log and its content alone: what a merge, a mirror and a doubt about a file need.
import { exportBundle } from './export-content.ts'
import { createStore } from '../open.ts'
import { toBlob } from '../ids.ts'
import type { Store } from '../store.ts'
import type { ContentSource } from './apply-content.ts'
import { applyOps, type Applied } from './apply-ops.ts'
import { opsAfter } from './wire.ts'

/** The content that an open project file holds; the file is only read. */
export const contentOf = (store: Store): ContentSource => ({
  importBundle: (id) => exportBundle(store, id),
  revision: (id) => store.get<{ body: string | null }>('SELECT body FROM revision WHERE id = ?', [toBlob(id)])?.body ?? null
})

/** An empty store of the same project at `target`, which must not exist: its id, its key, and what it was called before anything changed. */
export function createSibling(source: Store, target: string): Store {
  const row = source.get<Record<string, unknown>>('SELECT * FROM project')!
  const store = createStore(target, { title: row.title as string, question: row.question as string, language: row.language as 'nl' | 'en' })
  const columns = Object.keys(row)
  store.run(`UPDATE project SET ${columns.map((column) => `${column} = ?`).join(', ')}`, columns.map((column) => row[column]))
  return store
}

/** Everything the source's log and content say, in a new file; what could not come in is listed in `waiting`. */
export async function rebuild(source: Store, target: string, profile: string): Promise<{ store: Store; applied: Applied }> {
  const store = createSibling(source, target)
  const applied = await applyOps({ store, profile, ops: (heard) => opsAfter(source, heard), content: contentOf(source) })
  return { store, applied }
}

