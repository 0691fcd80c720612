// How what a code means has changed: every time its name, definition or rules of use were written, from the log.
import type { CodeChange } from '../shared/contract/code.ts'
import type { Id } from '../shared/domain/ids.ts'
import { toBlob, toIdOrNull } from './ids.ts'
import type { Store } from './store.ts'
import { turnedBy } from './turned-acts.ts'

const FIELDS = ['name', 'definition', 'include', 'exclude'] as const

/** Newest first; what a code was made with counts as a change from nothing. */
export function listCodeChanges(store: Store, code: Id): CodeChange[] {
  type Row = { hlc: number; coder: Buffer | null; kind: string; patch: string; before: string | null }
  const rows = store.all<Row>(`SELECT hlc, coder, kind, patch, before FROM op WHERE entity_id = ? AND entity = 'code' ORDER BY hlc DESC, replica, rseq DESC`, [toBlob(code)])
  return rows.flatMap((row, place) => {
    const { hlc, coder, patch, before } = row
    const [now, was] = [JSON.parse(patch) as Record<string, unknown>, before === null ? {} : JSON.parse(before) as Record<string, unknown>]
    const turned = turnedBy(row, rows.slice(place + 1))?.is ?? null
    return FIELDS.flatMap((field): CodeChange[] => {
      if (typeof now[field] !== 'string' || now[field] === (was[field] ?? '')) return []
      return [{ at: Math.floor(hlc / 1024), coder: toIdOrNull(coder), field, was: typeof was[field] === 'string' ? was[field] : '', now: now[field], turned }]
    })
  })
}
