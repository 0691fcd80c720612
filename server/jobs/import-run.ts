// An import from files to live stories: read, stage, publish; on any error or a cancel nothing stays behind.
import type { Id } from '../../shared/domain/ids.ts'
import type { SignifierShape } from '../../shared/domain/signifier.ts'
import type { Definition } from '../../shared/importing/definition.ts'
import type { Mapping } from '../../shared/importing/mapping.ts'
import { mappingJson } from '../../shared/importing/read-mapping.ts'
import { proposeMapping, type Proposal } from '../../shared/importing/propose.ts'
import { createStager } from '../../shared/importing/stage.ts'
import { planOf, shapeOf } from '../../shared/importing/stage-plan.ts'
import type { ImportProblem } from '../../shared/importing/staged.ts'
import { openTable } from '../../db/exchange/open-table.ts'
import type { OpenTable } from '../../db/exchange/table-types.ts'
import { beginImport, type ImportOutcome, type ImportWriter } from '../../db/staging.ts'
import type { Store } from '../../db/store.ts'

export type Input = { path: string; /** What to call it in sentences. */ name: string }
export type Wish = { inputs: Input[]; /** Null: the proposed one. */ mapping: Mapping | null; definition: Definition | null; /** The group of every story, where no column says so. */ group: string | null }
export type Progress = { done: number; total: number }
export type Counts = { rows: number; stories: number; warning: number; skipped: number }
export type ImportReport =
  | { ok: true; /** Null after a rehearsal. */ outcome: ImportOutcome | null; counts: Counts; mapping: Mapping; signifiers: SignifierShape[]; dropped: string[]; problems: ImportProblem[] }
  | { ok: false; problems: ImportProblem[]; cancelled: boolean }
export type Run = { coder: Id | null; profile: string; /** Read and check all, write nothing. */ rehearse: boolean; signal?: AbortSignal; onProgress?: (progress: Progress) => void }

type Opened = { table: OpenTable; mapping: Mapping; proposal: Proposal | null }

/** Never throws for bad input; throws a Refusal when the store refuses (busy, another import under way). */
export async function runImport(store: Store, wish: Wish, run: Run): Promise<ImportReport> {
  const opened = await openAll(wish)
  if (!opened.ok) return { ok: false, problems: opened.problems, cancelled: false }
  const { tables } = opened
  const shapes = unite(tables.flatMap(({ table, mapping }) => planOf(mapping, table.headings).signifiers.map(shapeOf)))
  const writer = run.rehearse ? null : await beginImport(store, {
    coder: run.coder, profile: run.profile, files: wish.inputs.map(({ name }) => name), mapping: mappingJson(tables[0]!.mapping), signifiers: shapes
  })
  try {
    const staged = await stageAll(tables, writer, run)
    if (run.signal?.aborted || staged.errors > 0) {
      await writer?.cancel()
      return { ok: false, problems: staged.problems, cancelled: run.signal?.aborted ?? false }
    }
    const signifiers = unite(staged.signifiers)
    return {
      ok: true, outcome: (await writer?.finish(signifiers)) ?? null, counts: staged.counts, mapping: tables[0]!.mapping, signifiers, dropped: staged.dropped, problems: staged.problems
    }
  } catch (error) {
    await writer?.cancel()
    throw error
  }
}

async function openAll(wish: Wish): Promise<{ ok: true; tables: Opened[] } | { ok: false; problems: ImportProblem[] }> {
  const tables: Opened[] = []
  const problems: ImportProblem[] = []
  for (const { path, name } of wish.inputs) {
    const opened = await openTable(path, wish.mapping?.file, name)
    if (!opened.ok) {
      problems.push(...opened.problems)
      continue
    }
    const { table } = opened
    const proposal = wish.mapping ? null : proposeMapping(table, { definition: wish.definition, group: wish.group })
    problems.push(...(proposal?.problems.filter((found) => found.severity === 'error') ?? []))
    const mapping = wish.mapping ?? proposal!.mapping
    tables.push({ table, proposal, mapping: wish.group === null ? mapping : { ...mapping, file: { ...mapping.file, group: wish.group } } })
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, tables }
}

type Staged = { errors: number; problems: ImportProblem[]; signifiers: SignifierShape[]; dropped: string[]; counts: Counts }

async function stageAll(tables: Opened[], writer: ImportWriter | null, run: Run): Promise<Staged> {
  const staged: Staged = { errors: 0, problems: [], signifiers: [], dropped: [], counts: { rows: 0, stories: 0, warning: 0, skipped: 0 } }
  for (const { table, mapping } of tables) {
    const stager = createStager(mapping, table)
    let failed = false
    for await (const batch of table.batches()) {
      const { stories, problems } = stager.push(batch)
      failed ||= problems.some(({ severity }) => severity === 'error')
      // After the first error nothing more is written; the rest is still read, so that all errors are told at once.
      if (writer && !failed) await writer.add(stories)
      run.onProgress?.({ done: batch.done, total: batch.total })
      if (run.signal?.aborted) break
    }
    const end = stager.finish()
    staged.errors += end.counts.error
    staged.problems.push(...end.problems)
    staged.signifiers.push(...end.signifiers)
    staged.dropped.push(...end.dropped)
    for (const name of ['rows', 'stories', 'warning', 'skipped'] as const) staged.counts[name] += end.counts[name]
  }
  return staged
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
