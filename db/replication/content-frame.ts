// What stands around the stories of an import: groups, waves, tellers, questions with their options, stones, anchors and wordings.
import { toBlob } from '../ids.ts'
import type { Store } from '../store.ts'
import type { Bundle } from './bundle.ts'
import type { ImportStamps } from './content-stories.ts'

const numOf = (store: Store, table: string, id: string | null): number | null =>
  id === null ? null : (store.get<{ num: number }>(`SELECT num FROM ${table} WHERE id = ?`, [toBlob(id)])?.num ?? null)

/** The row of the import, staged, and all it brings that is not here yet; gives its local number. */
export function insertFrame(store: Store, bundle: Bundle): number {
  const { id, files, mapping, coder } = bundle.import
  store.run(`INSERT INTO import (id, state, files, mapping, coder, at, added, changed, unchanged, absent) VALUES (?, 'staged', ?, ?, ?, ?, 0, 0, 0, 0)`,
    [toBlob(id), JSON.stringify(files), mapping, numOf(store, 'coder', coder), Date.now()])
  const num = numOf(store, 'import', id)!
  for (const table of ['story_group', 'wave'] as const) {
    for (const row of table === 'wave' ? bundle.waves : bundle.groups) {
      store.run(`INSERT INTO ${table} (id, import, name, position, removed) VALUES (?, ?, ?, ?, 0) ON CONFLICT DO NOTHING`, [toBlob(row.id), num, row.name, row.position])
    }
  }
  for (const teller of bundle.tellers) store.run('INSERT INTO teller (id, import) VALUES (?, ?) ON CONFLICT DO NOTHING', [toBlob(teller), num])
  for (const row of bundle.signifiers) {
    const made = store.run('INSERT INTO signifier (id, import, key, kind, title, high_last, linked_to, position, removed) VALUES (?, ?, ?, ?, ?, ?, NULL, ?, 0) ON CONFLICT DO NOTHING',
      [toBlob(row.id), num, row.key, row.kind, row.title, row.highLast === null ? null : Number(row.highLast), row.position])
    if (made.changes > 0) insertAnchors(store, Number(made.lastInsertRowid), row.anchors)
  }
  for (const table of ['option', 'stone'] as const) {
    for (const row of table === 'option' ? bundle.options : bundle.stones) {
      store.run(`INSERT INTO ${table} (id, import, signifier, key, name, position) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
        [toBlob(row.id), num, numOf(store, 'signifier', row.signifier), row.key, row.name, row.position])
    }
  }
  for (const { signifier, group, title } of bundle.wordings) {
    store.run('INSERT INTO wording (signifier, story_group, import, title) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING', [numOf(store, 'signifier', signifier), numOf(store, 'story_group', group) ?? 0, num, title])
  }
  return num
}

function insertAnchors(store: Store, signifier: number, anchors: string[]): void {
  anchors.forEach((name, place) => store.run('INSERT INTO anchor (signifier, position, name) VALUES (?, ?, ?)', [signifier, place, name]))
}

/** Rows that a later import brought are this one's from now on, in its words; what people changed since stays theirs. */
export function settleFrame(store: Store, bundle: Bundle, num: number, stamps: ImportStamps): void {
  const take = (table: string, id: string, fields: Record<string, string | number | null>): boolean => {
    const row = store.get<{ import: number | null }>(`SELECT import FROM ${table} WHERE id = ?`, [toBlob(id)])!
    if (row.import === num || !stamps.isOlder(num, row.import)) return false
    store.run(`UPDATE ${table} SET import = ? WHERE id = ?`, [num, toBlob(id)])
    for (const [column, value] of Object.entries(fields)) {
      const field = column === 'high_last' ? 'highLast' : column
      if (!store.get('SELECT 1 FROM cell WHERE entity_id = ? AND field = ?', [toBlob(id), field])) store.run(`UPDATE ${table} SET ${column} = ? WHERE id = ?`, [value, toBlob(id)])
    }
    return true
  }
  for (const { id, name, position } of bundle.groups) take('story_group', id, { name, position })
  for (const { id, name, position } of bundle.waves) take('wave', id, { name, position })
  for (const id of bundle.tellers) take('teller', id, {})
  for (const row of bundle.signifiers) {
    if (!take('signifier', row.id, { title: row.title, position: row.position, high_last: row.highLast === null ? null : Number(row.highLast) })) continue
    const signifier = numOf(store, 'signifier', row.id)!
    store.run('DELETE FROM anchor WHERE signifier = ?', [signifier])
    insertAnchors(store, signifier, row.anchors)
  }
  for (const { id, name, position } of bundle.options) take('option', id, { name, position })
  for (const { id, name, position } of bundle.stones) take('stone', id, { name, position })
  for (const { signifier, group, title } of bundle.wordings) {
    const key = [numOf(store, 'signifier', signifier), numOf(store, 'story_group', group) ?? 0]
    const row = store.get<{ import: number | null }>('SELECT import FROM wording WHERE signifier = ? AND story_group = ?', key)!
    if (row.import !== num && stamps.isOlder(num, row.import)) store.run('UPDATE wording SET import = ?, title = ? WHERE signifier = ? AND story_group = ?', [num, title, ...key])
  }
  // Two imports that link one question to different ones: the lower id, so that no copy depends on what came first.
  for (const { id, linkedTo } of bundle.signifiers) {
    if (linkedTo === null) continue
    store.run(`UPDATE signifier SET linked_to = (SELECT num FROM signifier WHERE id = @to) WHERE id = @id AND (linked_to IS NULL OR (SELECT l.id FROM signifier l WHERE l.num = signifier.linked_to) > @to)`,
      { id: toBlob(id), to: toBlob(linkedTo) })
  }
}
