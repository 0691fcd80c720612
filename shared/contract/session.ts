// Sessions that were held, what people brought home from them, and what was learned. Participants' interpretations stand apart from
// codes: they are counted nowhere and shown as theirs.
import { z } from 'zod'
import { Id } from '../domain/ids.ts'
import { MOST_TABLES } from '../domain/pack.ts'
import { read, write } from './call.ts'

const Count = z.number().int().min(0)
const Name = z.string().trim().min(1).max(120)
const Line = z.string().trim().max(500)
const Words = z.string().trim().max(4000)
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

export const Session = z.strictObject({
  id: Id, pack: Id.nullable(), name: z.string(), heldOn: z.string().nullable(), notes: z.string(), coder: Id.nullable(), at: z.number(), harvests: Count
})
export type Session = z.infer<typeof Session>

/** One way to read what was seen, with the dots it got. */
export const Reading = z.strictObject({ words: z.string().trim().min(1).max(2000), votes: z.number().int().min(0).max(999) })
export type Reading = z.infer<typeof Reading>

/** What one table saw: an observation, the cards it rests on, at least two readings, and what they will try. `theme`, `code`: what it is about. */
const About = z.discriminatedUnion('is', [z.strictObject({ is: z.literal('theme'), theme: Id }), z.strictObject({ is: z.literal('code'), code: Id })]).nullable()
const Told = {
  table: z.number().int().min(1).max(MOST_TABLES).nullable(), observation: Words, cards: z.array(Id).max(60),
  /** Two at least: what has one explanation only was not talked about. */
  readings: z.array(Reading).min(2).max(12),
  action: Line, owner: Line, due: Day.nullable(), signal: Line, about: About
}
export const Harvest = z.strictObject({ id: Id, session: Id, ...Told, readings: z.array(Reading), coder: Id.nullable(), at: z.number() })
export type Harvest = z.infer<typeof Harvest>

export const Lesson = z.strictObject({ id: Id, name: z.string(), questions: z.array(z.string()), harvests: z.array(Id), coder: Id.nullable(), at: z.number() })
export type Lesson = z.infer<typeof Lesson>

const Questions = z.array(z.string().trim().min(1).max(500)).max(20)
const HarvestIds = z.array(Id).max(200)

export const session = {
  /** Latest first. */
  'session.list': read({ input: z.strictObject({}), output: z.array(Session), reads: ['session', 'harvest', 'pack'] }),
  'session.hold': write({ right: 'prepare', input: z.strictObject({ id: Id, pack: Id.nullable(), name: Name, heldOn: Day.nullable(), notes: Words.default('') }), output: z.null() }),
  'session.change': write({ right: 'prepare', input: z.strictObject({ session: Id, name: Name.optional(), heldOn: Day.nullable().optional(), notes: Words.optional(), pack: Id.nullable().optional() }), output: z.null() }),
  'session.remove': write({ right: 'prepare', input: z.strictObject({ session: Id }), output: z.null() }),
  /** In the order they were written; of one session, or of all. */
  'harvest.list': read({ input: z.strictObject({ session: Id.optional() }), output: z.array(Harvest), reads: ['harvest', 'session'] }),
  'harvest.write': write({ right: 'prepare', input: z.strictObject({ id: Id, session: Id, ...Told, observation: Words.min(1) }), output: z.null() }),
  'harvest.change': write({ right: 'prepare', input: z.strictObject({ harvest: Id, ...Told, observation: Words.min(1) }), output: z.null() }),
  'harvest.remove': write({ right: 'prepare', input: z.strictObject({ harvest: Id }), output: z.null() }),
  'lesson.list': read({ input: z.strictObject({}), output: z.array(Lesson), reads: ['lesson'] }),
  'lesson.make': write({ right: 'prepare', input: z.strictObject({ id: Id, name: Name, questions: Questions, harvests: HarvestIds }), output: z.null() }),
  'lesson.change': write({ right: 'prepare', input: z.strictObject({ lesson: Id, name: Name.optional(), questions: Questions.optional(), harvests: HarvestIds.optional() }), output: z.null() }),
  'lesson.remove': write({ right: 'prepare', input: z.strictObject({ lesson: Id }), output: z.null() })
}
