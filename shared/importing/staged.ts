// What every story file becomes before it touches the project: questions and stories, in plain words.
import { z } from 'zod'
import { AnswerValue, SignifierShape } from '../domain/signifier.ts'

export const StagedStory = z.strictObject({
  /** Row in the file as a person counts it in a spreadsheet (the first line is 1); 1 for a one-story file. */
  row: z.number().int(),
  /** The source's own id; when the file has none, a stable hash made of the content. */
  sourceId: z.string().min(1),
  group: z.string().nullable(),
  /** The source's teller or family key. The store replaces it by a random id. */
  teller: z.string().nullable(),
  wave: z.string().nullable(),
  /** ISO day. */
  collectedOn: z.string().nullable(),
  language: z.string().nullable(),
  channel: z.string().nullable(),
  /** false: listed and not imported; null: the file has no consent column. */
  consent: z.boolean().nullable(),
  /** The told story, line ends LF, else untouched. */
  text: z.string(),
  /** By signifier key; a blank answer is absent. Free text ("anders, namelijk") is here too. */
  answers: z.record(z.string(), AnswerValue)
})
export type StagedStory = z.infer<typeof StagedStory>

/** One sentence about one place in the input, in the words of a message key plus its values. */
export const ImportProblem = z.strictObject({
  file: z.string(),
  row: z.number().int().nullable(),
  column: z.string().nullable(),
  /** Message key, e.g. 'import.slider_out_of_range'. */
  message: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  /** error: nothing is imported; warning: told, and imported; skipped: this row is left out (no consent, empty). */
  severity: z.enum(['error', 'warning', 'skipped'])
})
export type ImportProblem = z.infer<typeof ImportProblem>

export const StagedImport = z.strictObject({
  signifiers: z.array(SignifierShape),
  stories: z.array(StagedStory),
  /** Headings of columns left out on purpose (location, names, …). */
  dropped: z.array(z.string()),
  problems: z.array(ImportProblem)
})
export type StagedImport = z.infer<typeof StagedImport>
