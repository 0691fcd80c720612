// Rules of tables from elsewhere: everyone who codes makes and mends them; they stand beside the stories and count none.
import { Refusal } from '../../shared/errors.ts'
import type { RegisterBody } from '../../shared/contract/register.ts'
import { release } from '../../shared/domain/release.ts'
import { listRegisters, registerKind } from '../../db/registers.ts'
import type { Patch } from '../../db/rows.ts'
import { isBlind } from '../../db/scope.ts'
import type { Store } from '../../db/store.ts'
import type { Id } from '../../shared/domain/ids.ts'
import type { ReadHandlers, WriteHandlers } from '../context.ts'

export const registerReads: ReadHandlers<'register.list'> = {
  'register.list': ({ store, viewer }, { mode }) => release({ registers: listRegisters(store) }, { n: 0, layer: { is: 'all' }, viewer, mode, blind: isBlind(store) })
}

export const registerWrites: WriteHandlers<'register.make' | 'register.change' | 'register.remove'> = {
  'register.make': ({ store, viewer, write }, { id, table, from, to, ...facts }) => {
    if (registerKind(store, id, 'also') !== undefined) return null // a retry of the same call
    write.insert('register.made', 'register', id, { ...facts, from, to, ...spelled(table), coder: viewer, at: write.now, removed: false })
    return null
  },
  'register.change': ({ store, write }, { register, table, settings, ...facts }) => {
    const kind = mustStand(store, register)
    if (settings && (table?.kind ?? kind) !== 'log') throw new Refusal('invalid_input', 'register.no_settings')
    const given = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Patch
    write.change('register.changed', 'register', register, { ...given, ...(table ? spelled(table) : {}), ...(settings ? { settings: JSON.stringify(settings) } : {}) })
    return null
  },
  'register.remove': ({ store, write }, { register }) => {
    mustStand(store, register)
    write.change('register.removed', 'register', register, { removed: true })
    return null
  }
}

const spelled = (table: RegisterBody): Patch => ({ kind: table.kind, body: JSON.stringify(table.body), settings: table.kind === 'log' ? JSON.stringify(table.settings) : '' })

function mustStand(store: Store, id: Id): string {
  const kind = registerKind(store, id)
  if (kind === undefined) throw new Refusal('not_found', 'register.absent')
  return kind
}
