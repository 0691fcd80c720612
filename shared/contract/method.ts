// What the project itself can say for the page that accounts for it: who told, when, how it was coded, and what was done with it since.
import { z } from 'zod'
import { Id } from '../domain/ids.ts'
import { Layer } from '../domain/layer.ts'
import { About, Mode } from '../domain/release.ts'
import { Role } from './coder.ts'
import { OF_FILTER, read } from './call.ts'
import { ExportKind } from './export.ts'

const Count = z.number().int().min(0)
/** YYYY-MM-DD; null where no story has a date. */
const Day = z.string().nullable()

export const MethodFacts = z.strictObject({
  about: About,
  /** A last one with group null: stories without a group. */
  groups: z.array(z.strictObject({ group: Id.nullable(), name: z.string(), stories: Count, from: Day, to: Day, channels: z.array(z.strictObject({ name: z.string(), stories: Count })) })),
  /** Tellers who told more than one story, and how many stories those are. */
  severalTold: z.strictObject({ tellers: Count, stories: Count }),
  imports: z.array(z.strictObject({ /** Milliseconds since 1970. */ at: z.number(), files: z.array(z.string()), added: Count, changed: Count })),
  coders: z.array(z.strictObject({ coder: Id, name: z.string(), role: Role, background: z.string(), statement: z.string(), /** Stories they marked done. */ done: Count })),
  /** Stories that a coder of the layer marked done; that two or more coders did. */
  read: Count, readTwice: Count,
  codes: z.strictObject({ used: Count, retired: Count, defined: Count }),
  codings: Count, fragments: Count,
  /** Corrections of texts; codes changed, merged or retired since they were made. */
  corrections: Count, codeChanges: Count,
  themes: Count, selections: Count,
  /** What left the project as files, by kind, the most first. */
  exports: z.array(z.strictObject({ kind: ExportKind, count: Count }))
})
export type MethodFacts = z.infer<typeof MethodFacts>

/** The codes as they came: stories in the order of their first coding, with how many codes each brought that no story before it had. */
export const Course = z.strictObject({
  about: About, codes: Count,
  stories: z.array(z.strictObject({ story: Id, number: z.number().int(), group: Id.nullable(), codes: Count, fresh: z.array(Id), total: Count }))
})
export type Course = z.infer<typeof Course>

const Around = { layer: Layer.default({ is: 'all' }), mode: Mode.default('analysis') }

export const method = {
  'method.facts': read({
    input: z.strictObject(Around), output: MethodFacts, long: true,
    reads: ['project', 'story', 'story_group', 'import', 'coder', 'reading', 'code', 'coding', 'text', 'revision', ...OF_FILTER, 'export']
  }),
  'method.course': read({ input: z.strictObject(Around), output: Course, reads: ['project', 'story', 'coder', 'reading', 'code', 'coding', 'import'], long: true })
}
