// How what a code means has changed: every time its name, definition or rules of use were written, from the log.
import type { CodeChange } from '../shared/contract/code.ts'
import type { Id } from '../shared/domain/ids.ts'
import { toBlob, toIdOrNull } from './ids.ts'
import type { Store } from './store.ts'

const FIELDS = ['name', 'definition', 'include', 'exclude'] as const

/** Newest first; what a code was made with counts as a change from nothing. */
export function listCodeChanges(store: Store, code: Id): CodeChange[] {
  type Row = { hlc: number; coder: Buffer | null; patch: string; before: string | null }
  const rows = store.all<Row>(`SELECT hlc, coder, patch, before FROM op WHERE entity_id = ? AND entity = 'code' ORDER BY hlc DESC, replica, rseq DESC`, [toBlob(code)])
  return rows.flatMap(({ hlc, coder, patch, before }) => {
    const [now, was] = [JSON.parse(patch) as Record<string, unknown>, before === null ? {} : JSON.parse(before) as Record<string, unknown>]
    return FIELDS.flatMap((field): CodeChange[] => {
      if (typeof now[field] !== 'string' || now[field] === (was[field] ?? '')) return []
      return [{ at: Math.floor(hlc / 1024), coder: toIdOrNull(coder), field, was: typeof was[field] === 'string' ? was[field] : '', now: now[field] }]
    })
  })
}
