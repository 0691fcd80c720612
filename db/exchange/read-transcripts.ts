// Transcripts, one story a file: .txt, .md and .docx, chosen one by one or as a folder.
//
//   const found = await findTranscripts(paths)                       // files in order, or problems
//   for await (const piece of readTranscripts(found.files, { group })) …  // stories to stage, problems, files done
//
// The source id is the file name without its ending; files that share one keep their ending or their folder.
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import type { ImportProblem, StagedStory } from '../../shared/importing/staged.ts'
import { problem } from '../../shared/importing/messages.ts'
import { isTranscript, sortedOut } from '../../shared/importing/transcript-names.ts'
import { toLf } from '../../shared/importing/stage-answers.ts'
import { isProblem, lookAt, refusalOf } from './file-kind.ts'
import { FileRefused } from './file-refused.ts'
import { readDocx, type WordText } from './read-docx.ts'
import { findEncoding } from './text-encoding.ts'

export type TranscriptFile = { path: string; file: string; sourceId: string }
/** `name`: what the file is called, when `path` is a copy under another name (an upload). */
export type TranscriptInput = string | { path: string; name: string }
type Named = { path: string; name: string }
export type TranscriptPiece = { stories: StagedStory[]; problems: ImportProblem[]; /** Files. */ done: number; total: number }
export type TranscriptFacts = { group?: string | null; wave?: string | null; language?: string | null }

/** Files and folders (not the folders inside them) to a list in the order a person sorts names: 2 before 10. */
export async function findTranscripts(inputs: TranscriptInput[]): Promise<{ files: TranscriptFile[]; problems: ImportProblem[] }> {
  const problems: ImportProblem[] = []
  const found = new Map<string, Named>()
  for (const input of inputs) {
    const { path, name } = typeof input === 'string' ? { path: input, name: basename(input) } : input
    const inside = await filesIn(path)
    if (inside?.folder) problems.push(...inside.left.map((file) => problem('transcript_left', { file: file.name }, {}, 'skipped')))
    if (inside === null) problems.push(problem('file_missing', { file: name }))
    else if (inside.folder && inside.files.length === 0) problems.push(problem('transcripts_missing', { file: name }))
    else if (!inside.folder && !isTranscript(name)) problems.push(problem('transcript_unknown', { file: name }))
    else if (inside.folder) for (const file of inside.files) found.set(file.path, file)
    else found.set(path, { path, name })
  }
  const sorted = [...found.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'nl', { numeric: true }) || (a.path < b.path ? -1 : 1))
  return { files: withSourceIds(sorted), problems }
}

export async function* readTranscripts(files: TranscriptFile[], facts: TranscriptFacts = {}): AsyncGenerator<TranscriptPiece> {
  let done = 0
  for (const transcript of files) {
    done += 1
    const { text, problems } = await readTranscript(transcript)
    yield { stories: text === null ? [] : [storyOf(transcript, text, facts)], problems, done, total: files.length }
  }
}

/** The words of one file, line ends LF, else as they stand; null with the problem that there is. */
export async function readTranscript(transcript: { path: string; file: string }): Promise<{ text: string | null; problems: ImportProblem[] }> {
  const read = await wordsOf(transcript)
  if ('message' in read) return { text: null, problems: [read] }
  return { text: read.text, problems: read.hasBeside ? [problem('transcript_beside', { file: transcript.file }, {}, 'warning')] : [] }
}

async function wordsOf({ path, file }: { path: string; file: string }): Promise<WordText | ImportProblem> {
  const look = await lookAt(path, file)
  if (isProblem(look)) return look.message === 'file_empty' ? problem('transcript_empty', { file }, {}, 'skipped') : look
  const isWord = extname(file).toLowerCase() === '.docx'
  if (isWord && look.kind !== 'zip') return problem(look.kind === 'ole' ? 'is_encrypted' : 'transcript_damaged', { file })
  const refusal = look.kind === 'markup' ? null : refusalOf(look, file)
  if (refusal && !isWord) return { ...refusal, message: refusal.message === 'is_database' || refusal.message === 'is_old_excel' ? 'transcript_unknown' : refusal.message }
  if (!isWord && look.kind === 'zip') return problem('transcript_unknown', { file })
  const text = isWord ? await wordText(path, file, look.size) : await plainText(path, file, look.head)
  return 'text' in text && text.text.trim() === '' ? problem('transcript_empty', { file }, {}, 'skipped') : text
}

async function wordText(path: string, file: string, size: number): Promise<WordText | ImportProblem> {
  try {
    const { text, hasBeside } = await readDocx(path, size)
    return { text: toLf(text), hasBeside }
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error
    return problem(error.key === 'xlsx_damaged' ? 'transcript_damaged' : error.key, { file }, error.values)
  }
}

async function plainText(path: string, file: string, head: Uint8Array): Promise<WordText | ImportProblem> {
  const found = await findEncoding(path, head, null)
  const bytes = await readFile(path)
  if (found.ok) return { text: toLf(new TextDecoder(found.encoding).decode(bytes)), hasBeside: false }
  if (found.why === 'wrong') return problem('transcript_damaged', { file })
  const row = toLf(new TextDecoder(found.as).decode(bytes.subarray(0, found.at))).split('\n').length
  return problem(found.why === 'nul' ? 'nul_bytes' : 'encoding_undecodable', { file, row }, found.why === 'nul' ? {} : { encoding: 'UTF-8' })
}

function storyOf({ sourceId }: TranscriptFile, text: string, { group = null, wave = null, language = null }: TranscriptFacts): StagedStory {
  return { row: 1, sourceId, group, teller: null, wave, collectedOn: null, language, channel: null, consent: null, text, answers: {} }
}

async function filesIn(path: string): Promise<{ folder: boolean; files: Named[]; left: Named[] } | null> {
  const found = await stat(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null
    throw error
  })
  if (found === null) return null
  if (!found.isDirectory()) return { folder: false, files: [], left: [] }
  const { taken, left } = sortedOut((await readdir(path)).map((name) => ({ path: join(path, name), name })))
  return { folder: true, files: taken, left }
}

function withSourceIds(files: Named[]): TranscriptFile[] {
  const [bare, whole] = [counted(files.map(({ name }) => bareName(name))), counted(files.map(({ name }) => name))]
  const taken = new Set<string>()
  return files.map(({ path, name }) => {
    const id = bare.get(bareName(name)) === 1 ? bareName(name) : whole.get(name) === 1 ? name : `${basename(dirname(path))}/${name}`
    let sourceId = id
    for (let n = 2; taken.has(sourceId); n++) sourceId = `${id} (${n})`
    taken.add(sourceId)
    return { path, file: name, sourceId }
  })
}

function counted(names: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

function bareName(name: string): string {
  return basename(name, extname(name))
}
