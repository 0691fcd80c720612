// Importing through the window: files are uploaded first, then looked at, rehearsed and brought in as a job that shows how far it
// is and can be stopped. Like the desk's, these calls go past the core's door: they take files, and they take time.
import { z } from 'zod'
import { Id } from '../domain/ids.ts'
import { SignifierShape } from '../domain/signifier.ts'
import { FileSettings, Mapping } from '../importing/mapping.ts'
import { ImportProblem } from '../importing/staged.ts'

const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): { input: I; output: O } => ({ input, output })

/** One file as the wizard shows it. `sample`: its first rows, each cell cut to 4,000 characters. */
export const LookedAt = z.strictObject({
  upload: Id, name: z.string(), is: z.enum(['table', 'transcript', 'unreadable']),
  sheets: z.array(z.string()), sheet: z.string().nullable(), format: z.enum(['csv', 'xlsx']).nullable(), delimiter: z.string().nullable(), encoding: z.string().nullable(),
  headerRows: z.array(z.array(z.string())), headings: z.array(z.strictObject({ name: z.string(), title: z.string() })),
  sample: z.array(z.strictObject({ row: z.number().int(), cells: z.array(z.string()) })),
  /** Rows below the headings, as far as was read: all of them, or the first 500. */
  rows: z.number().int(), rowsAreAll: z.boolean(),
  /** The tool whose export this looks like. */
  tool: z.string().nullable(),
  /** Null when no mapping could be proposed. */
  mapping: Mapping.nullable(),
  /** Per column: how sure the proposal is and why, as a sentence's key. */
  notes: z.array(z.strictObject({ column: z.string(), confidence: z.enum(['sure', 'likely', 'guess']), reason: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) })),
  problems: z.array(ImportProblem)
})
export type LookedAt = z.infer<typeof LookedAt>

export const ImportDone = z.strictObject({
  /** Null after a rehearsal; the counts then say what would happen. */
  import: Id.nullable(), added: z.number().int(), changed: z.number().int(), unchanged: z.number().int(), absent: z.array(z.string()), withdrawn: z.array(z.string()), textDiffers: z.array(z.string()),
  rows: z.number().int(), stories: z.number().int(), skipped: z.number().int(), warning: z.number().int(),
  signifiers: z.array(SignifierShape), dropped: z.array(z.string())
})
export type ImportDone = z.infer<typeof ImportDone>

export const JobState = z.strictObject({
  job: Id, state: z.enum(['running', 'done', 'failed', 'cancelled']),
  /** 0–1; null while the size is unknown. */
  progress: z.number().nullable(),
  problems: z.array(ImportProblem), done: ImportDone.nullable(),
  /** Set when the project itself refused, e.g. because another import runs. */
  failure: z.strictObject({ message: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable()
})
export type JobState = z.infer<typeof JobState>

export const importing = {
  'import.look': call(z.strictObject({
    uploads: z.array(Id).min(1).max(2000), settings: FileSettings.partial().default({}), definition: Id.nullable().default(null), group: z.string().nullable().default(null),
    /** Every row that was read comes along in `sample` (500 at most), not only enough to look at. */
    whole: z.boolean().default(false)
  }), z.array(LookedAt)),
  /** A mapping saved as a template, or one given: is it a mapping at all? */
  'import.readMapping': call(z.strictObject({ upload: Id }), z.strictObject({ mapping: Mapping.nullable(), problems: z.array(ImportProblem) })),
  /** Every table of these files as cells, headings first: one of each sheet. At most 6,000 rows and 40 columns; what is beyond is left. */
  'import.readTable': call(z.strictObject({ uploads: z.array(Id).min(1).max(50) }), z.strictObject({ sheets: z.array(z.strictObject({ name: z.string(), rows: z.array(z.array(z.string())) })), problems: z.array(ImportProblem) })),
  /** The definition of a questionnaire, as JSON or in the zip it was downloaded in. `name` null: it cannot be read. */
  'import.readDefinition': call(z.strictObject({ upload: Id }), z.strictObject({ name: z.string().nullable(), signifiers: z.number().int(), problems: z.array(ImportProblem) })),
  /** `rehearse`: reads and checks everything and writes nothing. `mapping` null: transcripts, or the proposed one. */
  'import.start': call(z.strictObject({
    uploads: z.array(Id).min(1).max(2000), mapping: Mapping.nullable(), definition: Id.nullable().default(null), group: z.string().trim().min(1).nullable().default(null), wave: z.string().trim().min(1).max(100).nullable().default(null), rehearse: z.boolean()
  }), z.strictObject({ job: Id })),
  'job.read': call(z.strictObject({ job: Id }), JobState),
  'job.cancel': call(z.strictObject({ job: Id }), z.null())
}

export type ImportingCall = keyof typeof importing
export type ImportingInput<N extends ImportingCall> = z.input<(typeof importing)[N]['input']>
export type ImportingOutput<N extends ImportingCall> = z.output<(typeof importing)[N]['output']>
