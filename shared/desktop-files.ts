// What the window may ask of the desktop's file dialogs, and which files each shows; and which project a command line names.
import { z } from 'zod'
import type { FileKind } from './desktop.ts'

export const FILE_EXTENSIONS: Record<FileKind, string[]> = {
  project: ['duiding'], stories: ['csv', 'tsv', 'txt', 'xlsx', 'md', 'docx'], table: ['csv', 'tsv', 'txt', 'xlsx'], definition: ['json'], folder: []
}

export const FilesToOpen = z.strictObject({ kind: z.enum(['project', 'stories', 'table', 'definition', 'folder']) })

/** A name without a folder, of a kind of file that Duiding writes. */
export const FileToSave = z.strictObject({
  suggestedName: z.string().max(200).regex(/^[^/\\:*?"<>|]+\.(duiding|csv|xlsx|json|docx|html|pdf|qdpx|qdc|txt|md|zip)$/)
})

/** Sheets to save as a PDF: one whole HTML file. */
export const SheetsToSave = z.strictObject({ html: z.string().min(1).max(60_000_000), suggestedName: FileToSave.shape.suggestedName.endsWith('.pdf') })

/** The value of `--name=VALUE` on a command line. */
export const optionIn = (argv: readonly string[], name: string): string | undefined =>
  argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3)

/** The project a command line names, as it was typed: `--project=FILE`, or the last argument that ends in .duiding. */
export const projectNamed = (argv: readonly string[]): string | undefined =>
  optionIn(argv, 'project') ?? argv.slice(1).findLast((word) => !word.startsWith('-') && word.toLowerCase().endsWith('.duiding'))
