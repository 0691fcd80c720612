// The first rows of the file as the stories they will become, made in the window by the very code that will import them.
import type { LookedAt } from '../../shared/contract/importing.ts'
import type { SignifierShape } from '../../shared/domain/signifier.ts'
import type { Mapping } from '../../shared/importing/mapping.ts'
import { createStager } from '../../shared/importing/stage.ts'
import type { ImportProblem, StagedStory } from '../../shared/importing/staged.ts'

export interface PreviewRow { row: number, story: StagedStory | null, problems: ImportProblem[] }
export interface Preview { rows: PreviewRow[], signifiers: SignifierShape[], problems: ImportProblem[], group: string | null }

/** Problems without a row (about the file or the mapping) stand in `problems` only. */
export function previewOf(mapping: Mapping, table: Pick<LookedAt, 'name' | 'headings' | 'sample'>): Preview {
  const stager = createStager(mapping, { file: table.name, headings: table.headings })
  const { stories } = stager.push({ rows: table.sample, problems: [] })
  const { signifiers, problems } = stager.finish()
  const byRow = new Map(stories.map(story => [story.row, story]))
  return {
    rows: table.sample.map(({ row }) => ({ row, story: byRow.get(row) ?? null, problems: problems.filter(found => found.row === row) })),
    signifiers, problems, group: mapping.file.group
  }
}
