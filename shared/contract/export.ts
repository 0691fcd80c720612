// What leaves the project as data for other programs, and the list of what left.
import { z } from 'zod'
import { About, Mode } from '../domain/release.ts'
import { Id } from '../domain/ids.ts'
import { Layer, StoryFilter } from '../domain/layer.ts'
import { OF_FILTER, read, write } from './call.ts'

const Count = z.number().int().min(0)

/** xlsx: a workbook with the variables and notes on sheets of their own. csv: the rows alone, as Dutch Excel opens them. zip: rows with commas and decimal points, the variables, and a script for SPSS and for R. */
export const DataForm = z.enum(['xlsx', 'csv', 'zip'])
export type DataForm = z.infer<typeof DataForm>

const DataQuestion = z.strictObject({
  filter: StoryFilter.default({}), layer: Layer.default({ is: 'all' }), mode: Mode.default('analysis'), form: DataForm.default('xlsx'), language: z.enum(['nl', 'en']).default('nl'),
  /** The words too: free answers, and of fragments the fragment. They can point at persons. */
  words: z.boolean().default(false),
  /** Which stories were chosen, in words: for the notes of the file. */
  said: z.string().max(2000).default('')
})
export type DataQuestion = z.infer<typeof DataQuestion>

/** The file as base64, with how many rows and variables it holds. */
const DataFile = z.strictObject({ about: About, bytes: z.string(), rows: Count, variables: Count })

const MADE_OF = ['signifier', 'option', 'stone', 'story', 'story_group', 'wave', 'code', 'coding', 'coder', 'reading', 'text', 'revision', 'import', 'project', ...OF_FILTER, 'memo'] as const

export const ExportKind = z.enum(['stories', 'fragments', 'table', 'picture', 'history', 'journal', 'method', 'project', 'paper', 'harvest'])
export type ExportKind = z.infer<typeof ExportKind>

export const exporting = {
  /** One row a story: answers, codes as 0/1 and as counts, themes. Refused (invalid_input) for more cells than a spreadsheet can hold. */
  'export.stories': read({ input: DataQuestion, output: DataFile, reads: [...MADE_OF], long: true }),
  /** One row a fragment: its story's answers, its place, its codes as 0/1. */
  'export.fragments': read({ input: DataQuestion, output: DataFile, reads: [...MADE_OF], long: true }),
  /** That something left: written before the file is given out. `name`: the file's. Cannot be undone: what left has left. */
  'export.note': write({ input: z.strictObject({ id: Id, kind: ExportKind, name: z.string().trim().min(1).max(200) }), output: z.null(), right: 'mark', undoable: false }),
  /** Newest first. */
  'export.list': read({
    input: z.strictObject({ limit: z.number().int().min(1).max(500).default(100) }),
    output: z.strictObject({ total: Count, rows: z.array(z.strictObject({ id: Id, kind: ExportKind, name: z.string(), coder: Id.nullable(), /** Milliseconds since 1970. */ at: z.number() })) }), reads: ['export', 'coder']
  })
}
