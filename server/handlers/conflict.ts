// Settling what two people wrote side by side: the choice is a change of its own that names all it settles.
import type { Id } from '../../shared/domain/ids.ts'
import { Refusal } from '../../shared/errors.ts'
import { listToSettle, ownerOf } from '../../db/codebook-look.ts'
import { findCoder } from '../../db/coders.ts'
import { headNamed, listConflicts, listDisputes, stampsToSettle } from '../../db/conflicts.ts'
import { ENTITIES, type EntityName } from '../../db/entities.ts'
import type { Store } from '../../db/store.ts'
import type { ReadHandlers, WriteHandlers } from '../context.ts'

export const conflictReads: ReadHandlers<'conflict.list'> = {
  'conflict.list': ({ store, viewer }) => ({
    conflicts: listConflicts(store, viewer, (entity, id) => viewer !== null && maySettle(store, viewer, entity, id)), ...listToSettle(store, viewer)
  })
}

export const conflictWrites: WriteHandlers<'conflict.settle'> = {
  'conflict.settle': ({ store, viewer, write }, { entity, id, stamp }) => {
    if (!Object.hasOwn(ENTITIES, entity)) throw new Refusal('not_found', 'conflict.settled')
    const name = entity as EntityName
    const dispute = listDisputes(store, { entity: name, id }).find((one) => headNamed(one, stamp))
    if (!dispute) throw new Refusal('not_found', 'conflict.settled')
    if (!maySettle(store, viewer, name, id)) throw new Refusal('forbidden', 'conflict.not_yours')
    const { patch } = headNamed(dispute, stamp)!
    const fields = dispute.fields.filter((field) => field in patch)
    const heads = stampsToSettle(store, dispute)
    write.settle('conflict.settled', name, id, Object.fromEntries(fields.map((field) => [field, patch[field]!])), Object.fromEntries(fields.flatMap((field) => (heads[field] ? [[field, heads[field]]] : []))))
    return null
  }
}

/** [C3] [M1] Own codings and memos only; who takes part, groups and questions are for those who lead; the codebook is everybody's. */
function maySettle(store: Store, viewer: Id, entity: EntityName, id: Id): boolean {
  if (entity === 'coding' || entity === 'memo' || entity === 'theme_verdict') return ownerOf(store, entity, id) === viewer
  const role = findCoder(store, viewer)?.role
  if (entity === 'code' || entity === 'view') return role !== undefined && !['facilitator', 'reader'].includes(role)
  return role === 'lead' || role === 'researcher'
}
