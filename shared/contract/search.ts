// Searching the words of stories, answers and memos: hits by story, words in their context, how often words occur, which stand
// together, and passages that are like one another. Reading aids: nothing here is a coding, and nothing is counted into a table.
import { z } from 'zod'
import { Id } from '../domain/ids.ts'
import { StoryFilter } from '../domain/layer.ts'
import { OF_FILTER, read, write } from './call.ts'

const Words = z.string().max(200)
const Place = { story: Id, number: z.number().int(), text: Id, start: z.number().int(), end: z.number().int() }

/** Words round a hit. `marks`: what was found, as places in `words` (UTF-16 units, end exclusive). `start`, `end`: of the first, in the text. */
export const Snippet = z.strictObject({
  text: Id, kind: z.enum(['main', 'answer']), signifier: Id.nullable(), start: z.number().int(), end: z.number().int(),
  words: z.string(), marks: z.array(z.tuple([z.number().int(), z.number().int()]))
})
export type Snippet = z.infer<typeof Snippet>

export const StoryHit = z.strictObject({
  story: Id, number: z.number().int(), group: Id.nullable(),
  /** How often what was looked for occurs in it; a few of those are shown. */
  hits: z.number().int(), snippets: z.array(Snippet)
})
export type StoryHit = z.infer<typeof StoryHit>

/** A story that is called so: by its number, or in its source. */
export const CalledStory = z.strictObject({ story: Id, number: z.number().int(), sourceId: z.string(), group: Id.nullable(), opening: z.string() })
export type CalledStory = z.infer<typeof CalledStory>

export const MemoHit = z.strictObject({
  memo: Id, about: z.string(), aboutId: Id, story: Id.nullable(), title: z.string(), coder: Id, at: z.number(), words: z.string(), marks: Snippet.shape.marks
})
export type MemoHit = z.infer<typeof MemoHit>

/** One occurrence with what stands left and right of it, on one line. */
export const Line = z.strictObject({ ...Place, left: z.string(), words: z.string(), right: z.string() })
export type Line = z.infer<typeof Line>

export const WordCount = z.strictObject({
  /** The form that occurs most, folded. */
  word: z.string(),
  /** Every form that counts as it, the most frequent first. */
  forms: z.array(z.string()),
  times: z.number().int(), stories: z.number().int(),
  /** Per group of the answer, in that order. */
  byGroup: z.array(z.number().int())
})
export type WordCount = z.infer<typeof WordCount>

export const NearWord = z.strictObject({
  word: z.string(), /** Times near what was looked for, and in all. */ near: z.number().int(), times: z.number().int(), stories: z.number().int(),
  /** How much more often than chance: G² (Dunning 1993). */
  strength: z.number()
})
export type NearWord = z.infer<typeof NearWord>

export const Passage = z.strictObject({ ...Place, words: z.string(), /** 0–1. */ likeness: z.number(), /** What they share, the most telling first. */ shared: z.array(z.string()) })
export type Passage = z.infer<typeof Passage>

export const search = {
  /** Is there an index to search in? Asking makes the host bring it up to date. `part`: how far that is, 0–1. */
  'search.state': read({
    input: z.strictObject({}), reads: ['story', 'text', 'revision', 'memo', 'import', 'project'],
    output: z.strictObject({
      state: z.enum(['ready', 'building']), /** Words that this project counts as too common, and those it does not. */ stops: z.strictObject({ added: z.array(z.string()), dropped: z.array(z.string()) }),
      /** May the program point at passages that are alike? */
      suggestions: z.boolean()
    })
  }),
  /** Stories in which all words occur, best first, with the first hits; and memos. Twelve words count at most. */
  'search.find': read({
    input: z.strictObject({ words: Words, filter: StoryFilter.default({}), offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(100).default(20) }),
    output: z.strictObject({ total: z.number().int(), stories: z.array(StoryHit), memos: z.array(MemoHit), /** The first few. */ called: z.array(CalledStory), /** Where nothing was found: what may have been meant, nearest first. */ meant: z.array(z.string()) }),
    reads: ['story', 'text', 'revision', 'memo', 'import', 'project', ...OF_FILTER, 'reading']
  }),
  /** Every occurrence on a line of its own. `all`: how many there are; lines past 2,000 are not looked at. */
  'search.lines': read({
    input: z.strictObject({ words: Words, filter: StoryFilter.default({}), sort: z.enum(['story', 'left', 'right']).default('story'), offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(500).default(100) }),
    output: z.strictObject({ all: z.number().int(), looked: z.number().int(), lines: z.array(Line) }),
    reads: ['story', 'text', 'revision', 'import', 'project', ...OF_FILTER, 'reading'], long: true
  }),
  /** How often words occur, the most frequent first, by group. Words of a stem are one. */
  'search.words': read({
    input: z.strictObject({ filter: StoryFilter.default({}), withStops: z.boolean().default(false), limit: z.number().int().min(1).max(1000).default(200) }),
    output: z.strictObject({
      groups: z.array(z.strictObject({ id: Id.nullable(), name: z.string(), words: z.number().int(), stories: z.number().int() })),
      words: z.number().int(), rows: z.array(WordCount)
    }),
    reads: ['story', 'story_group', 'text', 'revision', 'import', 'project', ...OF_FILTER, 'reading'], long: true
  }),
  /** Words that stand within five words of what was looked for, more often than chance. */
  'search.near': read({
    input: z.strictObject({ words: Words, filter: StoryFilter.default({}), limit: z.number().int().min(1).max(200).default(60) }),
    output: z.strictObject({ hits: z.number().int(), rows: z.array(NearWord) }),
    reads: ['story', 'text', 'revision', 'import', 'project', ...OF_FILTER, 'reading'], long: true
  }),
  /**
   * Passages that are like these words, or like what was coded with a code so far: of other places, best first. A suggestion, made by
   * counting words; it is no coding. Refused (forbidden, 'search.no_suggestions') where the project has switched them off.
   */
  'search.alike': read({
    input: z.strictObject({ like: z.discriminatedUnion('is', [
      z.strictObject({ is: z.literal('code'), code: Id }), z.strictObject({ is: z.literal('place'), text: Id, start: z.number().int().min(0), end: z.number().int().min(1) })
    ]), limit: z.number().int().min(1).max(50).default(15) }),
    output: z.strictObject({ /** The words it was compared with, shortened. */ like: z.string(), passages: z.array(Passage) }),
    reads: ['story', 'text', 'revision', 'import', 'project', 'coding', 'reading'], long: true
  }),
  /** The project's own choices. Words are folded to how they are counted. */
  'search.change': write({
    input: z.strictObject({ added: z.array(z.string().trim().min(1).max(60)).max(500), dropped: z.array(z.string().trim().min(1).max(60)).max(500), suggestions: z.boolean() }).partial(),
    output: z.null()
  })
}
