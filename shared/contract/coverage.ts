// How far the reading is, and a fair division of what is to be read.
import { z } from 'zod'
import { Id } from '../domain/ids.ts'
import { StoryFilter } from '../domain/layer.ts'
import { OF_FILTER, read, write } from './call.ts'

const Count = z.number().int()

/** unread: nobody marked it done. single: one coder did. uncoded: somebody did, and it bears no coding. unquoted: on no card and with no theme. */
export const Uncovered = z.enum(['unread', 'single', 'uncoded', 'unquoted'])
export type Uncovered = z.infer<typeof Uncovered>

export const Coverage = z.strictObject({ stories: Count, unread: Count, single: Count, uncoded: Count, unquoted: Count })
export type Coverage = z.infer<typeof Coverage>

export const Progress = z.strictObject({
  /** done: all stories they marked done; doneOfThose: of those given to them. */
  coders: z.array(z.strictObject({ coder: Id, assigned: Count, doneOfThose: Count, done: Count })),
  /** Of the viewer, since the time asked for: what still stands of it. */
  today: z.strictObject({ stories: Count, codings: Count })
})
export type Progress = z.infer<typeof Progress>

/** keep: stories that were given to somebody stay with them; only the others are divided. overlap: percentage of the stories that two coders read. */
const Division = z.strictObject({
  filter: StoryFilter.default({}), coders: z.array(Id).min(1).max(100), overlap: z.number().min(0).max(100), seed: z.number().int().min(0).max(2 ** 32 - 1), keep: z.boolean()
})

const READS = ['story', 'coding', 'reading', 'coder', 'import', ...OF_FILTER, 'card', 'pack'] as const

export const coverage = {
  'coverage.count': read({ input: z.strictObject({ filter: StoryFilter.default({}) }), output: Coverage, reads: [...READS], long: true }),
  /** In the order of the numbers, a page at a time. */
  'coverage.stories': read({
    input: z.strictObject({ kind: Uncovered, filter: StoryFilter.default({}), offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(200).default(50) }),
    output: z.array(z.strictObject({ id: Id, number: Count, group: Id.nullable(), opening: z.string() })), reads: [...READS], long: true
  }),
  /** `since`: milliseconds since 1970. */
  'coverage.progress': read({ input: z.strictObject({ since: z.number().int().min(0) }), output: Progress, reads: ['story', 'reading', 'coding', 'coder', 'assignment'], long: true }),
  /** What `assignment.divide` would do: how many stories each gets, and how many of those somebody else gets too. */
  'assignment.plan': read({
    input: Division, output: z.strictObject({ stories: Count, coders: z.array(z.strictObject({ coder: Id, stories: Count, shared: Count })) }),
    reads: ['story', 'coder', 'import', ...OF_FILTER], longInLarge: () => true
  }),
  /** Gives the stories a filter picks to these coders. What they had of them before is replaced, unless `keep`. Refused (invalid_input) for more than 5,000 at once. */
  'assignment.divide': write({ right: 'steer', input: Division, output: z.strictObject({ stories: Count }) }),
  /** The stories a filter picks are given to nobody any more. */
  'assignment.clear': write({ right: 'steer', input: z.strictObject({ filter: StoryFilter.default({}) }), output: z.strictObject({ removed: Count }) })
}
