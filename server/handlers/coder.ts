// Rules about who takes part.
import type { Coder, Role } from '../../shared/contract/coder.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { Refusal } from '../../shared/errors.ts'
import { initialsOf, lookAlike, sameName } from '../../shared/domain/names.ts'
import { leadsAlone, mergeCoders } from '../../db/coder-merge.ts'
import { countCodingsByCoder, countDoneByCoder, findAnyCoder, findCoder, listCoders, listFormerCoders, type CoderRow } from '../../db/coders.ts'
import type { Writer } from '../../db/record.ts'
import type { Store } from '../../db/store.ts'
import type { ReadHandlers, WriteHandlers } from '../context.ts'

const plain = ({ id, name, initials, colour, role, background, statement }: CoderRow): Coder => ({ id, name, initials, colour, role, background, statement })

export const coderReads: ReadHandlers<'coder.list' | 'coder.work' | 'coder.similar' | 'coder.former'> = {
  'coder.list': ({ store }) => listCoders(store).map(plain),
  'coder.work': ({ store, viewer }) => {
    const codings = countCodingsByCoder(store, viewer)
    const done = countDoneByCoder(store)
    return listCoders(store).map(({ num, id }) => ({ id, codings: codings.get(num) ?? 0, done: done.get(num) ?? 0 }))
  },
  'coder.former': ({ store }) => listFormerCoders(store).map(plain),
  'coder.similar': ({ store }, { name }) => listCoders(store).filter((row) => lookAlike(row.name, name)).map(({ id, name: known }) => ({ id, name: known }))
}

/** Adds a person under a name that nobody bears yet; the first one leads the project. */
export function joinCoder(store: Store, write: Writer, { id, name, role, background }: { id: Id; name: string; role?: Role; background?: string }): void {
  const all = listCoders(store)
  if (all.some((row) => sameName(row.name, name))) throw new Refusal('conflict', 'coder.same_name', { name })
  const first = all.every((row) => row.role === 'consensus')
  write.insert('coder.joined', 'coder', id, {
    name, initials: initialsOf(name, all.map((row) => row.initials)), colour: (all.length % 12) + 1, role: first ? 'lead' : (role ?? 'coder'),
    background: background ?? '', statement: '', removed: false
  })
}

export const coderWrites: WriteHandlers<'coder.join' | 'coder.change' | 'coder.merge'> = {
  'coder.join': ({ store, write }, { id, name, role, background }) => {
    if (!findCoder(store, id)) joinCoder(store, write, { id, name, role, background }) // else a retry of the same call
    return { id }
  },
  'coder.change': ({ store, viewer, write }, { coder, ...patch }) => {
    const row = findCoder(store, coder)
    if (!row) throw new Refusal('not_found', 'coder.absent')
    const own = coder === viewer
    const steers = ['lead', 'researcher'].includes(findCoder(store, viewer)?.role ?? '')
    if (!own && !steers) throw new Refusal('forbidden', 'coder.not_yours', { name: row.name })
    if (patch.role !== undefined && patch.role !== row.role) {
      if (!steers) throw new Refusal('forbidden', 'coder.role_by_lead')
      if (row.role === 'lead' && listCoders(store).filter((other) => other.role === 'lead').length === 1) throw new Refusal('conflict', 'coder.last_lead')
    }
    if (patch.name !== undefined && listCoders(store).some((other) => other.id !== coder && sameName(other.name, patch.name!))) {
      throw new Refusal('conflict', 'coder.same_name', { name: patch.name })
    }
    write.change('coder.changed', 'coder', coder, patch)
    return null
  },
  'coder.merge': ({ store, write }, { coder, into }) => {
    const [from, to] = [findAnyCoder(store, coder), findCoder(store, into)]
    if (!from || !to || coder === into || [from, to].some(({ role }) => role === 'consensus')) throw new Refusal('not_found', 'coder.absent')
    if (!sameName(from.name, to.name)) throw new Refusal('conflict', 'coder.other_name', { name: from.name, other: to.name })
    if (leadsAlone(store, coder)) write.change('coder.changed', 'coder', into, { role: 'lead' })
    mergeCoders(write, coder, into)
    return null
  }
}
