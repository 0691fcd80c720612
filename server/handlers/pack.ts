// Rules of packs: what they are called, how they are drawn, what is counted out and back.
import { randomInt } from 'node:crypto'
import type { Pack } from '../../shared/contract/pack.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { PackLook } from '../../shared/domain/pack.ts'
import { release } from '../../shared/domain/release.ts'
import { Refusal } from '../../shared/errors.ts'
import { draw } from '../../shared/session/draw.ts'
import { listCards } from '../../db/cards.ts'
import { balanceOf } from '../../db/pack-balance.ts'
import { sourceRows } from '../../db/pack-source.ts'
import { findPack, isKnown, listPacks, packNumbers } from '../../db/packs.ts'
import { isBlind } from '../../db/scope.ts'
import type { Store } from '../../db/store.ts'
import type { ReadHandlers, WriteHandlers } from '../context.ts'
import { addCards } from './card.ts'

export const packReads: ReadHandlers<'pack.list' | 'pack.read' | 'pack.draw' | 'pack.balance'> = {
  'pack.list': ({ store, viewer }) => listPacks(store, viewer),
  'pack.read': ({ store, viewer }, { pack }) => ({ pack: mustBePack(store, viewer, pack), ...listCards(store, viewer, pack) }),
  'pack.draw': ({ store, viewer }, { source, method, count, without, mode }) => {
    const left = new Set(without)
    const rows = sourceRows(store, viewer, source, method).filter(({ story }) => !left.has(story))
    const byKey = new Map(rows.map((row) => [row.key, row]))
    const of = new Set(rows.map(({ story }) => story)).size
    const drawn = draw(rows, count, method.is === 'hand' ? 'random' : method.is, method.seed).map((key) => byKey.get(key)!)
    return release({ of, rows: drawn.map(({ from, story, category }) => ({ from, story, category })) }, { n: of, layer: source.layer, viewer, mode, blind: isBlind(store) })
  },
  'pack.balance': ({ store, viewer }, { pack, mode }) => balanceOf(store, viewer, mustBePack(store, viewer, pack), listCards(store, viewer, pack).cards, mode)
}

export const packWrites: WriteHandlers<'pack.make' | 'pack.change' | 'pack.remove'> = {
  'pack.make': (context, { id, name, question, source, method, tables, tone, look, cards }) => {
    const { store, write, viewer } = context
    if (isKnown(store, 'pack', id)) return null // a retry of the same call
    write.insert('pack.made', 'pack', id, {
      number: drawNumber(packNumbers(store)), name, question, source: JSON.stringify(source), method: JSON.stringify(method), look: JSON.stringify(look ?? PackLook.parse({})), tables,
      tone, counted: '[]', coder: viewer, at: write.now, removed: false
    })
    addCards(context, id, cards)
    return null
  },
  'pack.change': ({ store, write, viewer }, { pack, look, counted, ...plain }) => {
    mustBePack(store, viewer, pack)
    const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined))
    write.change('pack.changed', 'pack', pack, { ...given, ...(look ? { look: JSON.stringify(look) } : {}), ...(counted ? { counted: JSON.stringify(counted) } : {}) })
    return null
  },
  'pack.remove': ({ store, write, viewer }, { pack }) => {
    mustBePack(store, viewer, pack)
    write.change('pack.removed', 'pack', pack, { removed: true })
    return null
  }
}

/** Throws a Refusal: not_found. */
export function mustBePack(store: Store, viewer: Id | null, id: Id): Pack {
  const found = findPack(store, viewer, id)
  if (!found) throw new Refusal('not_found', 'pack.absent')
  return found
}

/** A number that nobody has yet; longer ones once the short ones are half gone. */
export function drawNumber(taken: ReadonlySet<number>, least = 1000): number {
  const from = taken.size * 2 > least * 9 ? least * 10 : least
  for (;;) {
    const number = randomInt(from, from * 10)
    if (!taken.has(number)) return number
  }
}
