// What happened while a coder was away: what they would want to hear first, each with the place it opens.
import { z } from 'zod'
import { Id } from '../domain/ids.ts'
import { read } from './call.ts'

const Count = z.number().int().min(0)

export const News = z.strictObject({
  /** Codes that colleagues made, oldest first. */
  made: z.array(z.strictObject({ code: Id, name: z.string(), coder: Id.nullable() })),
  /** Codes whose name or definition a colleague changed, or that went out of use or into another one. */
  changed: z.array(z.strictObject({ code: Id, name: z.string(), coder: Id.nullable(), what: z.enum(['name', 'definition', 'merged', 'retired', 'restored']) })),
  /** Memos of colleagues in reply to the viewer's, or on the viewer's codings. `opening`: their first words. */
  memos: z.array(z.strictObject({ memo: Id, coder: Id, reply: z.boolean(), story: Id.nullable(), coding: Id.nullable(), opening: z.string() })),
  /** Talk that colleagues opened about what the viewer coded, or settled where the viewer takes part; each once. `question`: its first words, '' for none. */
  talks: z.array(z.strictObject({ talk: Id, coder: Id.nullable(), story: Id, number: z.number().int(), isSettled: z.boolean(), question: z.string() })),
  /** Standing codings of colleagues, by coder; the stories with most of them first, ten at most, `storiesInAll` counts them. */
  codings: z.array(z.strictObject({
    coder: Id, codings: Count, storiesInAll: Count, stories: z.array(z.strictObject({ story: Id, number: z.number().int(), codings: Count }))
  })),
  /** How many things in all: the number beside the heading. */
  count: Count
})
export type News = z.infer<typeof News>

export const visit = {
  /** Between two places in this file's log: after `after`, up to and with `upTo`. As the viewer may see it. */
  'visit.news': read({
    input: z.strictObject({ after: z.number().int().min(0), upTo: z.number().int().min(0) }), output: News, reads: ['code', 'coding', 'memo', 'reading', 'story', 'project', 'talk'], longInLarge: () => true
  })
}
