// Rules of cards: each stands on words that are there and that its maker may see, its number is drawn by lot, and an edit is made on the
// newest words or not at all.
import type { CardFrom } from '../../shared/contract/pack.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { Refusal } from '../../shared/errors.ts'
import { editsFit, type CardEdit } from '../../shared/session/edits.ts'
import { triggersIn } from '../../shared/session/triggers.ts'
import { findCard, mainTextOf, newestBody, placeOfCoding } from '../../db/cards.ts'
import { checkFragment, checksumOf } from '../../db/codings.ts'
import { cardNumbers, isKnown } from '../../db/packs.ts'
import { projectSalt } from '../../db/project.ts'
import { findStory } from '../../db/stories.ts'
import type { Store } from '../../db/store.ts'
import type { WriteContext, WriteHandlers } from '../context.ts'
import { drawNumber, mustBePack } from '../pack-rules.ts'

export const cardWrites: WriteHandlers<'card.add' | 'card.change' | 'card.edit' | 'card.remove'> = {
  'card.add': (context, { pack, cards }) => {
    mustBePack(context.store, context.viewer, pack)
    addCards(context, pack, cards)
    return null
  },
  'card.change': ({ store, write, viewer }, { card, title, tables, side, triggers }) => {
    const { story } = mustBeCard(store, viewer, card)
    write.change('card.changed', 'card', card, {
      ...(title === undefined ? {} : { title }), ...(tables === undefined ? {} : { tables: JSON.stringify(tables.toSorted((a, b) => a - b)) }), ...(side === undefined ? {} : { side }), ...(triggers === undefined ? {} : { triggers: JSON.stringify(triggers) })
    }, { story })
    return null
  },
  'card.edit': ({ store, write, viewer }, { card, revision, start, end, edits }) => {
    const { story, text, revision: newest, whole } = mustBeCard(store, viewer, card)
    const body = newestBody(store, text)
    if (revision !== newest) throw new Refusal('stale', 'fragment.moved')
    if (start >= end || end > body.length || ends(start, end, edits).some((at) => cutsCharacter(body, at))) throw new Refusal('stale', 'fragment.moved')
    if (!editsFit(edits, { start, end })) throw new Refusal('invalid_input', 'card.edits_overlap')
    const isWhole = whole && start === 0 && end === body.length
    write.change('card.edited', 'card', card, { revision, start, end, whole: isWhole, checksum: checksumOf(projectSalt(store), isWhole ? '' : body.slice(start, end)), edits: JSON.stringify(edits) }, { story })
    return null
  },
  'card.remove': ({ store, write, viewer }, { cards }) => {
    for (const card of cards) {
      const found = findCard(store, viewer, card)
      if (!found && isKnown(store, 'card', card)) continue // a retry, or a colleague was first
      write.change('card.removed', 'card', card, { removed: true }, { story: (found ?? mustBeCard(store, viewer, card)).story })
    }
    return null
  }
}

const ends = (start: number, end: number, edits: readonly CardEdit[]): number[] => [start, end, ...edits.flatMap((edit) => [edit.start, edit.end])]
const cutsCharacter = (body: string, at: number): boolean => /[\uD800-\uDBFF]/.test(body.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(body.charAt(at))

function mustBeCard(store: Store, viewer: Id, id: Id): NonNullable<ReturnType<typeof findCard>> {
  const found = findCard(store, viewer, id)
  if (!found) throw new Refusal('not_found', 'card.absent')
  return found
}

/** Puts cards in a pack; those that are there already (a retry) are let be. Throws a Refusal: not_found, stale. */
export function addCards({ store, write, viewer }: WriteContext, pack: Id, cards: readonly { card: Id; from: CardFrom; tables: number[] }[]): void {
  const taken = cardNumbers(store, pack)
  for (const { card, from, tables } of cards) {
    if (isKnown(store, 'card', card)) continue
    const { story, quote, ...place } = placeOf(store, viewer, from)
    const number = drawNumber(taken, 100)
    taken.add(number)
    write.insert('card.added', 'card', card, {
      pack, number, ...place, checksum: checksumOf(projectSalt(store), place.whole ? '' : quote), edits: '[]', title: '', tables: JSON.stringify(tables), side: '',
      triggers: JSON.stringify(triggersIn(quote)), removed: false
    }, { story })
  }
}

type Place = { story: Id; text: Id; revision: number; start: number; end: number; whole: boolean; quote: string }

function placeOf(store: Store, viewer: Id, from: CardFrom): Place {
  if (from.is === 'story') {
    const main = mainTextOf(store, viewer, from.story)
    if (!main || main.body === '') throw new Refusal('not_found', 'story.absent')
    return { story: from.story, text: main.text, revision: main.revision, start: 0, end: main.body.length, whole: true, quote: main.body }
  }
  if (from.is === 'coding') {
    const place = placeOfCoding(store, viewer, from.coding)
    if (!place || findStory(store, place.story, viewer) === undefined) throw new Refusal('not_found', 'coding.absent')
    return { ...place, whole: false }
  }
  const { story } = checkFragment(store, from.fragment)
  if (findStory(store, story, viewer) === undefined) throw new Refusal('not_found', 'story.absent')
  const { text, revision, start, end, quote } = from.fragment
  return { story, text, revision, start, end, whole: false, quote }
}
