// An import from files to live stories: read, stage, publish; on any error or a cancel nothing stays behind.
import type { Id } from '../../shared/domain/ids.ts'
import type { SignifierShape } from '../../shared/domain/signifier.ts'
import type { Definition } from '../../shared/importing/definition.ts'
import type { Mapping } from '../../shared/importing/mapping.ts'
import { mappingJson } from '../../shared/importing/read-mapping.ts'
import { proposeMapping } from '../../shared/importing/propose.ts'
import type { KnownKinds } from '../../shared/importing/as-known.ts'
import type { ImportProblem } from '../../shared/importing/staged.ts'
import { openTable } from '../../db/exchange/open-table.ts'
import { findTranscripts } from '../../db/exchange/read-transcripts.ts'
import { isTranscript } from '../../shared/importing/transcript-names.ts'
import { beginImport, type ImportOutcome, type ImportWriter } from '../../db/staging.ts'
import { rehearseImport, type Rehearsed } from '../../db/staging-rehearsal.ts'
import { knownKinds } from '../../db/staging-questions.ts'
import type { Store } from '../../db/store.ts'
import { createAcrossFiles } from './across-files.ts'
import { besideProject, kindClashes } from './import-beside.ts'
import { tableSource, transcriptSource, type Counts, type Source, type SourceEnd } from './import-source.ts'

export type Input = { path: string; /** What to call it in sentences. */ name: string; /** A folder of transcripts. */ folder?: boolean }
export type Wish = { inputs: Input[]; /** Null: the proposed one. */ mapping: Mapping | null; definition: Definition | null; /** The group of every story, where no column says so. */ group: string | null; wave?: string | null }
/** Bytes, or files for transcripts. */
export type Progress = { done: number; total: number }
export type ImportReport =
  | { ok: true; /** Null after a rehearsal. */ outcome: ImportOutcome | null; /** What would happen; null after a true import. */ rehearsed: Rehearsed | null; counts: Counts; /** Null for transcripts. */ mapping: Mapping | null; signifiers: SignifierShape[]; dropped: string[]; problems: ImportProblem[] }
  | { ok: false; problems: ImportProblem[]; cancelled: boolean }
export type Run = { coder: Id | null; profile: string; /** Read and check all, write nothing. */ rehearse: boolean; signal?: AbortSignal; onProgress?: (progress: Progress) => void }

/** Never throws for bad input; throws a Refusal when the store refuses (busy, another import under way). */
export async function runImport(store: Store, wish: Wish, run: Run): Promise<ImportReport> {
  const kinds = knownKinds(store)
  const { sources, problems } = await openSources(wish, kinds)
  if (problems.length > 0) return { ok: false, problems, cancelled: false }
  const mapping = sources.find((source) => source.mapping)?.mapping ?? null
  const clashes = kindClashes(kinds, sources)
  const writer = run.rehearse || clashes.length > 0 ? null : await beginImport(store, {
    coder: run.coder, profile: run.profile, files: wish.inputs.map(({ name }) => name), mapping: mapping ? mappingJson(mapping) : '{}', signifiers: unite(sources.flatMap(({ shapes }) => shapes))
  })
  const rehearsal = run.rehearse ? rehearseImport(store) : null
  try {
    const ends = await stageAll(sources, writer ?? rehearsal, run)
    const told = ends.flatMap((end) => end.problems)
    if (run.signal?.aborted || ends.some(({ errors }) => errors > 0)) {
      await writer?.cancel()
      return { ok: false, problems: told, cancelled: run.signal?.aborted ?? false }
    }
    // After what is wrong in the files: a cell that went astray makes another kind of its column.
    if (clashes.length > 0) return { ok: false, problems: [...clashes, ...told], cancelled: false }
    const signifiers = unite(ends.flatMap((end) => end.signifiers))
    const beside = besideProject(store, kinds, signifiers, (writer ?? rehearsal)!, wish.inputs[0]!.name)
    const sum = (name: keyof Counts): number => ends.reduce((total, { counts }) => total + counts[name], 0)
    return {
      ok: true, outcome: (await writer?.finish(signifiers)) ?? null, rehearsed: rehearsal?.end() ?? null, counts: { rows: sum('rows'), stories: sum('stories'), warning: sum('warning') + beside.length, skipped: sum('skipped') },
      mapping, signifiers, dropped: ends.flatMap(({ dropped }) => dropped), problems: [...beside, ...told]
    }
  } catch (error) {
    await writer?.cancel()
    throw error
  }
}

async function openSources(wish: Wish, kinds: KnownKinds): Promise<{ sources: Source[]; problems: ImportProblem[] }> {
  const transcripts = wish.inputs.filter(({ name, folder }) => folder || isTranscript(name))
  const sources: Source[] = []
  const problems: ImportProblem[] = []
  if (transcripts.length > 0) {
    const found = await findTranscripts(transcripts)
    problems.push(...found.problems.filter(({ severity }) => severity === 'error'))
    sources.push(transcriptSource(found, wish))
  }
  for (const { path, name } of wish.inputs.filter((input) => !transcripts.includes(input))) {
    const opened = await openTable(path, wish.mapping?.file, name)
    if (!opened.ok) {
      problems.push(...opened.problems)
      continue
    }
    const proposal = wish.mapping ? null : proposeMapping(opened.table, { definition: wish.definition, group: wish.group, kinds })
    problems.push(...(proposal?.problems.filter((found) => found.severity === 'error') ?? []))
    const mapping = wish.mapping ?? proposal!.mapping
    sources.push(tableSource(opened.table, { ...mapping, file: { ...mapping.file, group: wish.group ?? mapping.file.group, wave: wish.wave ?? mapping.file.wave } }))
  }
  return { sources, problems }
}

async function stageAll(sources: Source[], writer: Pick<ImportWriter, 'add'> | null, run: Run): Promise<SourceEnd[]> {
  let failed = false
  const sift = sources.length > 1 ? createAcrossFiles() : null
  const across: ImportProblem[][] = []
  for (const [place, source] of sources.entries()) {
    const found: ImportProblem[] = (across[place] = [])
    for await (const { stories: read, problems, done, total } of source.pieces()) {
      const { stories, problems: twice } = sift?.(source.name ?? '', read) ?? { stories: read, problems: [] }
      found.push(...twice)
      failed ||= [...problems, ...twice].some(({ severity }) => severity === 'error')
      // After the first error nothing more is written; the rest is still read, so that all errors are told at once.
      if (writer && !failed) await writer.add(stories)
      run.onProgress?.({ done, total })
      if (run.signal?.aborted) break
    }
  }
  return sources.map((source, place) => withProblems(source.end(), across[place] ?? []))
}

function withProblems(end: SourceEnd, more: ImportProblem[]): SourceEnd {
  const count = (severity: ImportProblem['severity']): number => more.filter((found) => found.severity === severity).length
  const { counts } = end
  return {
    ...end, problems: [...end.problems, ...more], errors: end.errors + count('error'),
    counts: { ...counts, stories: counts.stories - more.length, skipped: counts.skipped + count('skipped') }
  }
}

/** One question per key, with the options of every file. */
function unite(shapes: SignifierShape[]): SignifierShape[] {
  const byKey = new Map<string, SignifierShape>()
  for (const shape of shapes) {
    const known = byKey.get(shape.key)
    if (!known) byKey.set(shape.key, shape)
    else byKey.set(shape.key, { ...known, options: [...known.options, ...shape.options.filter(({ key }) => !known.options.some((option) => option.key === key))] })
  }
  return [...byKey.values()]
}
