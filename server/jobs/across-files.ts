// Stories that stand in more than one file of the same import: a true copy is left out, two different ones are told.
import { contentHash } from '../../shared/importing/content-hash.ts'
import { problem, shortened } from '../../shared/importing/messages.ts'
import type { ImportProblem, StagedStory } from '../../shared/importing/staged.ts'

type Met = { file: string; row: number; content: string }
type Sifted = { stories: StagedStory[]; problems: ImportProblem[] }

/** Sifts the stories of each file against those of the files before it; keeps two hashes and a row number a story. */
export function createAcrossFiles(): (file: string, stories: StagedStory[]) => Sifted {
  const met = new Map<string, Met>()
  return (file, stories) => {
    const problems: ImportProblem[] = []
    const fresh = stories.filter((story) => {
      const key = contentHash([story.group ?? '', story.wave ?? '', story.sourceId])
      const content = contentOf(story)
      const first = met.get(key)
      if (!first) met.set(key, { file, row: story.row, content })
      if (!first || first.file === file) return true // within one file the stager itself has told it
      const values = { id: shortened(story.sourceId), file: first.file, first: first.row }
      const copy = first.content === content
      problems.push(problem(copy ? 'story_in_two_files' : 'id_in_two_files', { file, row: story.row }, values, copy ? 'skipped' : 'error'))
      return false
    })
    return { stories: fresh, problems }
  }
}

function contentOf(staged: StagedStory): string {
  const { row: _, answers, ...story } = staged
  return contentHash([JSON.stringify(story), ...Object.keys(answers).toSorted().map((key) => JSON.stringify([key, answers[key]]))])
}
