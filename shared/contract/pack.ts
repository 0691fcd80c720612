// Packs of session material and their cards: made from stories or fragments, balanced, changed before printing, counted out and back.
import { z } from 'zod'
import { Id } from '../domain/ids.ts'
import { About, Mode } from '../domain/release.ts'
import { Counted, MOST_TABLES, PackLook, PackMethod, PackSource } from '../domain/pack.ts'
import { AnswerValue } from '../domain/signifier.ts'
import { CardEdit } from '../session/edits.ts'
import { Trigger } from '../session/triggers.ts'
import { OF_FILTER, read, write } from './call.ts'
import { CodingFit, Fragment } from './coding.ts'

const Count = z.number().int().min(0)
const Name = z.string().trim().min(1).max(120)
const Title = z.string().trim().max(120)
const Tables = z.array(z.number().int().min(1).max(MOST_TABLES)).max(MOST_TABLES)

/** What a card is made from: a whole story, the passage of a coding, or any passage. */
export const CardFrom = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('story'), story: Id }), z.strictObject({ is: z.literal('coding'), coding: Id }), z.strictObject({ is: z.literal('fragment'), fragment: Fragment })
])
export type CardFrom = z.infer<typeof CardFrom>

export const Pack = z.strictObject({
  id: Id, number: Count, name: z.string(), question: z.string(),
  /** Null: made by a newer version, in words this one does not know. */
  source: PackSource.nullable(), method: PackMethod.nullable(), look: PackLook,
  tables: Count, tone: Id.nullable(), counted: Counted, coder: Id.nullable(), at: z.number(),
  /** Cards this viewer may see. */
  cards: Count
})
export type Pack = z.infer<typeof Pack>

const Place = { start: Count, end: Count }
export const Card = z.strictObject({
  id: Id,
  /** Printed; drawn by lot, so that it says nothing about the story. */
  number: Count,
  story: Id, storyNumber: Count, group: z.string().nullable(), /** So few stories are of that group that words and group together point at somebody. */ smallGroup: z.boolean(), language: z.string().nullable(), text: Id,
  /** The newest, which is what is printed; start and end are its place there (UTF-16 units, end exclusive). */
  revision: Count, ...Place, whole: z.boolean(), fit: CodingFit,
  /** Is there more of the text before and behind it? */
  before: z.boolean(), after: z.boolean(),
  /** The words at its place, and what was done to them (places in the newest revision). */
  told: z.string(), edits: z.array(CardEdit),
  title: z.string(), tables: z.array(z.number().int()), side: z.enum(['', 'contrary']), triggers: z.array(Trigger),
  /** Other packs in which words of this card stand. */
  used: z.array(z.strictObject({ pack: Id, name: z.string() })),
  answers: z.array(z.strictObject({ signifier: Id, value: AnswerValue })),
  /** Questions about facts (a choice, several, a number, a day) to which so few stories have the same answer that words and answer together point at somebody. */
  rare: z.array(Id)
})
export type Card = z.infer<typeof Card>

/** `category`: what the division of the method says of it. */
export const Drawn = z.strictObject({ from: CardFrom, story: Id, category: z.string().nullable() })
export type Drawn = z.infer<typeof Drawn>

const Category = z.strictObject({ key: z.string(), name: z.string(), whole: Count, pack: Count })
const Dimension = z.strictObject({
  kind: z.enum(['group', 'wave', 'channel', 'length', 'signifier']), signifier: Id.nullable(), name: z.string(), whole: Count, pack: Count, categories: z.array(Category), watched: z.boolean()
})
const Warning = z.discriminatedUnion('is', [
  z.strictObject({ is: z.enum(['off', 'absent']), dimension: Count, category: Count }),
  z.strictObject({ is: z.enum(['onlyPositive', 'onlyNegative', 'noLow', 'oneTeller', 'used', 'byHand', 'mixedVoices', 'long', 'tooFew']) }),
  z.strictObject({ is: z.literal('noOutlier'), signifier: Id, name: z.string() }),
  z.strictObject({ is: z.literal('oneCoder'), name: z.string() })
])
/** `add`: what would mend it, drawn by lot; from the source of the pack, or, with `outside`, from the other stories. `drop`: cards to take out. */
export const Advice = z.strictObject({ warning: Warning, add: z.array(CardFrom), outside: z.boolean(), drop: z.array(Id) })
export type Advice = z.infer<typeof Advice>

export const Balance = z.strictObject({ about: About, stories: Count, dimensions: z.array(Dimension), advice: z.array(Advice) })
export type Balance = z.infer<typeof Balance>

const NewCard = z.strictObject({ card: Id, from: CardFrom, tables: Tables })
const CARDS = ['pack', 'card', 'story', 'text', 'revision', 'story_group', 'signifier', 'option', 'import'] as const
const STORIES = ['story', 'story_group', 'wave', 'text', 'revision', 'signifier', 'option', 'code', 'coding', 'reading', ...OF_FILTER, 'import', 'project', 'coder'] as const

export const pack = {
  /** Newest first. */
  'pack.list': read({ input: z.strictObject({}), output: z.array(Pack), reads: [...CARDS] }),
  /** Cards in the order of their numbers; `gone`: cards of stories that were withdrawn or that this viewer may not see. */
  'pack.read': read({ input: z.strictObject({ pack: Id }), output: z.strictObject({ pack: Pack, cards: z.array(Card), gone: Count }), reads: [...CARDS], longInLarge: () => true }),
  /** Draws and writes nothing. `of`: stories it could draw from. Refused (invalid_input) when the method lacks its question. */
  'pack.draw': read({
    input: z.strictObject({ source: PackSource, method: PackMethod, count: z.number().int().min(1).max(200), without: z.array(Id).max(500).default([]), mode: Mode.default('analysis') }),
    output: z.strictObject({ about: About, of: Count, rows: z.array(Drawn) }), reads: [...STORIES], long: true
  }),
  /** The pack beside all stories the viewer may see. */
  'pack.balance': read({ input: z.strictObject({ pack: Id, mode: Mode.default('analysis') }), output: Balance, reads: [...CARDS, ...STORIES], long: true }),
  'pack.make': write({
    right: 'prepare',
    input: z.strictObject({ id: Id, name: Name, question: Title.default(''), source: PackSource, method: PackMethod, tables: z.number().int().min(1).max(MOST_TABLES), tone: Id.nullable().default(null), look: PackLook.optional(), cards: z.array(NewCard).max(200) }),
    output: z.null()
  }),
  'pack.change': write({
    right: 'prepare',
    input: z.strictObject({ pack: Id, name: Name.optional(), question: Title.optional(), tone: Id.nullable().optional(), look: PackLook.optional(), counted: Counted.optional(), tables: z.number().int().min(1).max(MOST_TABLES).optional() }),
    output: z.null()
  }),
  'pack.remove': write({ right: 'prepare', input: z.strictObject({ pack: Id }), output: z.null() }),
  /** Refused: not_found for what is gone or hidden, stale for words that moved. */
  'card.add': write({ right: 'prepare', input: z.strictObject({ pack: Id, cards: z.array(NewCard).min(1).max(200) }), output: z.null() }),
  'card.change': write({
    right: 'prepare', input: z.strictObject({ card: Id, title: Title.optional(), tables: Tables.optional(), side: z.enum(['', 'contrary']).optional(), triggers: z.array(Trigger).optional() }), output: z.null()
  }),
  /** Its edits anew, with the place they are on; both in `revision`, which must be the newest (else stale). */
  'card.edit': write({ right: 'prepare', input: z.strictObject({ card: Id, revision: Count, ...Place, edits: z.array(CardEdit).max(200) }), output: z.null() }),
  'card.remove': write({ right: 'prepare', input: z.strictObject({ cards: z.array(Id).min(1).max(200) }), output: z.null() })
}
