// Rules of packs: what they are called, how they are drawn, what is counted out and back.
import { PackLook } from '../../shared/domain/pack.ts'
import { release } from '../../shared/domain/release.ts'
import { draw } from '../../shared/session/draw.ts'
import { listCards } from '../../db/cards.ts'
import { balanceOf } from '../../db/pack-balance.ts'
import { sourceRows } from '../../db/pack-source.ts'
import { isKnown, listPacks, packNumbers } from '../../db/packs.ts'
import { isBlind } from '../../db/scope.ts'
import type { ReadHandlers, WriteHandlers } from '../context.ts'
import { drawNumber, mustBePack } from '../pack-rules.ts'
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
