// Rules of kept views: everyone who codes keeps and changes them; those of the cross-table have names of their own.
import type { ViewKind } from '../../shared/contract/view.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { Refusal } from '../../shared/errors.ts'
import type { Store } from '../../db/store.ts'
import { findView, listViews } from '../../db/views.ts'
import type { ReadHandlers, WriteHandlers } from '../context.ts'

export const viewReads: ReadHandlers<'view.list'> = {
  'view.list': ({ store }, { kind }) => listViews(store, kind)
}

export const viewWrites: WriteHandlers<'view.keep' | 'view.change' | 'view.remove'> = {
  'view.keep': ({ store, viewer, write }, { id, kind, name, body }) => {
    if (findView(store, id)) return null // a retry of the same call
    refuseTaken(store, id, kind, name)
    write.insert('view.kept', 'view', id, { kind, name, body, coder: viewer, removed: false })
    return null
  },
  'view.change': ({ store, write }, { view, name, body }) => {
    const { kind } = mustBe(store, view)
    if (name !== undefined) refuseTaken(store, view, kind, name)
    write.change('view.changed', 'view', view, { ...(name === undefined ? {} : { name }), ...(body === undefined ? {} : { body }) })
    return null
  },
  'view.remove': ({ store, write }, { view }) => {
    mustBe(store, view)
    write.change('view.removed', 'view', view, { removed: true })
    return null
  }
}

function mustBe(store: Store, id: Id): { kind: ViewKind } {
  const found = findView(store, id)
  if (!found) throw new Refusal('not_found', 'view.absent')
  return found
}

function refuseTaken(store: Store, id: Id, kind: ViewKind, name: string): void {
  if (kind !== 'crosstab') return
  const same = listViews(store, kind).find((other) => other.id !== id && other.name.toLocaleLowerCase('nl') === name.toLocaleLowerCase('nl'))
  if (same) throw new Refusal('conflict', 'view.same_name', { name: same.name })
}
