// What an import reads from: a table through its mapping, or transcripts one story a file. Both give stories in pieces.
import type { SignifierShape } from '../../shared/domain/signifier.ts'
import type { Mapping } from '../../shared/importing/mapping.ts'
import { createStager } from '../../shared/importing/stage.ts'
import { planOf, shapeOf } from '../../shared/importing/stage-plan.ts'
import type { ImportProblem, StagedStory } from '../../shared/importing/staged.ts'
import { readTranscripts, type TranscriptFile } from '../../db/exchange/read-transcripts.ts'
import type { OpenTable } from '../../db/exchange/table-types.ts'

export type Piece = { stories: StagedStory[]; problems: ImportProblem[]; done: number; total: number }
export type Counts = { rows: number; stories: number; warning: number; skipped: number }
export type SourceEnd = { signifiers: SignifierShape[]; dropped: string[]; problems: ImportProblem[]; counts: Counts; errors: number }
export type Source = {
  /** What to call it in sentences; null: many files, each told by its own name. */
  name: string | null
  mapping: Mapping | null
  /** Every question the mapping names, before a row was read. */
  shapes: SignifierShape[]
  pieces(): AsyncGenerator<Piece>
  end(): SourceEnd
}

export function tableSource(table: OpenTable, mapping: Mapping): Source {
  const stager = createStager(mapping, table)
  return {
    name: table.file,
    mapping,
    shapes: planOf(mapping, table.headings).signifiers.map(shapeOf),
    async *pieces() {
      for await (const batch of table.batches()) yield { ...stager.push(batch), done: batch.done, total: batch.total }
    },
    end() {
      const { signifiers, dropped, problems, counts: { error, ...counts } } = stager.finish()
      return { signifiers, dropped, problems, counts, errors: error }
    }
  }
}

/** `left`: told with the rest, as they stop nothing. */
export function transcriptSource({ files, problems: left }: { files: TranscriptFile[]; problems: ImportProblem[] }, facts: { group: string | null; wave?: string | null }): Source {
  const problems = left.filter(({ severity }) => severity !== 'error')
  let stories = 0
  const those = (severity: ImportProblem['severity']): number => problems.filter((found) => found.severity === severity).length
  return {
    name: null,
    mapping: null,
    shapes: [],
    async *pieces() {
      for await (const piece of readTranscripts(files, facts)) {
        problems.push(...piece.problems)
        stories += piece.stories.length
        yield piece
      }
    },
    end: () => ({ signifiers: [], dropped: [], problems, counts: { rows: files.length, stories, warning: those('warning'), skipped: those('skipped') }, errors: those('error') })
  }
}
