// Stories: the list, and one story with all that belongs to it.
import { z } from 'zod'
import { AnswerValue } from '../domain/signifier.ts'
import { Id } from '../domain/ids.ts'
import { StoryFilter } from '../domain/layer.ts'
import { OF_FILTER, read, write } from './call.ts'
import { Coding } from './coding.ts'
import { Memo } from './memo.ts'

export const StoryInList = z.strictObject({
  id: Id, number: z.number().int(), sourceId: z.string(), group: Id.nullable(), wave: Id.nullable(),
  /** UTF-16 units of the main text. */
  length: z.number().int(),
  /** The first words, on one line. */
  opening: z.string(),
  /** Codings of coders that the viewer may see (what was agreed on stands beside them), and the viewer's own. */
  codings: z.number().int(), mine: z.number().int(),
  opened: z.boolean(), done: z.boolean()
})
export type StoryInList = z.infer<typeof StoryInList>

/** The newest words. revision: its number; version: as people count, 1 being the imported text. */
export const Text = z.strictObject({
  id: Id, kind: z.enum(['main', 'answer']), signifier: Id.nullable(), revision: z.number().int(), version: z.number().int(), body: z.string()
})
export type Text = z.infer<typeof Text>

export const Story = z.strictObject({
  id: Id, number: z.number().int(), /** Its number or name in the source, or one made of its words (isOwnName tells). */ sourceId: z.string(), group: Id.nullable(), wave: Id.nullable(), collectedOn: z.string().nullable(),
  language: z.string().nullable(), channel: z.string().nullable(),
  /** The main text first. */
  texts: z.array(Text),
  /** Options and stones by their ids in signifier.list. Blank ones are absent; free text is in `texts`. */
  answers: z.array(z.strictObject({ signifier: Id, value: AnswerValue })),
  codings: z.array(Coding),
  memos: z.array(Memo),
  /** Of the viewer. `position`: UTF-16 offset in the main text where reading stopped. */
  reading: z.strictObject({ done: z.boolean(), position: z.number().int() }),
  /** Coders who marked it done. */
  doneBy: z.array(Id),
  /** Codings of colleagues that blind coding hides until the viewer marks the story done. */
  hidden: z.number().int(),
  /** A facilitator may see it. */
  released: z.boolean()
})
export type Story = z.infer<typeof Story>

/** Something that people wrote about a story, or that holds words of it. */
export const Quoting = z.strictObject({ is: z.enum(['pack', 'memo', 'talk', 'code', 'theme', 'session', 'lesson']), id: Id, name: z.string() })
export type Quoting = z.infer<typeof Quoting>

export const story = {
  /** In the order of the numbers, a page at a time. */
  'story.list': read({
    input: z.strictObject({ filter: StoryFilter.default({}), offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(500).default(200) }),
    output: z.strictObject({ total: z.number().int(), rows: z.array(StoryInList) }),
    reads: ['story', 'coding', 'reading', 'text', 'revision', 'import', ...OF_FILTER], longInLarge: ({ filter }) => Object.keys(filter).length > 0
  }),
  'story.read': read({ input: z.strictObject({ story: Id }), output: Story, reads: ['story', 'coding', 'reading', 'text', 'revision', 'memo', 'import'] }),
  /** The neighbours in the list under this filter; `uncoded`: the next one, from here round, in which the viewer has no coding. */
  'story.neighbours': read({
    input: z.strictObject({ story: Id, filter: StoryFilter.default({}) }),
    output: z.strictObject({ previous: Id.nullable(), next: Id.nullable(), uncoded: Id.nullable(), place: z.number().int(), total: z.number().int() }),
    reads: ['story', 'coding', 'reading', 'import', ...OF_FILTER], longInLarge: ({ filter }) => Object.keys(filter).length > 0
  }),
  'reading.open': write({ right: 'mark', undoable: false, input: z.strictObject({ story: Id }), output: z.null() }),
  'reading.place': write({ right: 'mark', undoable: false, input: z.strictObject({ story: Id, position: z.number().int().min(0) }), output: z.null() }),
  /** Lets facilitators see these stories, or no longer. */
  'story.release': write({ right: 'steer', input: z.strictObject({ stories: z.array(Id).min(1).max(1000), released: z.boolean() }), output: z.null() }),
  'reading.mark': write({ input: z.strictObject({ story: Id, done: z.boolean() }), output: z.null() }),
  /** What withdrawing a story would do: how long it is, how many codings the viewer sees in it, and what may quote it. */
  'story.withdrawal': read({
    input: z.strictObject({ story: Id }), output: z.strictObject({ number: z.number().int(), length: z.number().int(), codings: z.number().int(), quoting: z.array(Quoting) }),
    reads: ['story', 'coding', 'memo', 'code', 'theme', 'theme_part', 'talk', 'reading', 'text', 'revision', 'pack', 'card', 'session', 'harvest', 'lesson'], long: true
  }),
  /** Takes the words of these stories out of the project for good, here and in every copy that hears of it. Nothing brings them back. */
  'story.withdraw': write({ right: 'steer', undoable: false, input: z.strictObject({ stories: z.array(Id).min(1).max(100) }), output: z.null() })
}
