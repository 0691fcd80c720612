// Staging: rows of a file plus a mapping become stories with answers, before anything touches the project.
//
//   const stager = createStager(mapping, table)        // table: TableHead, of which it uses file and headings
//   for await (const batch of table.batches()) {
//     const { stories, problems } = stager.push(batch) // stories to write as staged rows; problems newly listed
//   }
//   const end = stager.finish()                        // signifiers (new options included), dropped columns, all problems, counts
//
// The caller publishes only when end.counts.error === 0. Memory: one id and one hash a story, never the stories themselves.
import type { SignifierShape } from '../domain/signifier.ts'
import type { ImportProblem, StagedStory } from './staged.ts'
import type { Mapping } from './mapping.ts'
import type { Heading, RowBatch, TableRow } from './table.ts'
import type { Tell } from './row-reader.ts'
import { DATE_EXAMPLES, detached, readDay, sameWords } from './cell-values.ts'
import { createHeadingCheck } from './headings.ts'
import { problem, shortened } from './messages.ts'
import { createProblemList } from './problem-list.ts'
import { answersOf, toLf } from './stage-answers.ts'
import { checkFit, planOf, shapeOf } from './stage-plan.ts'
import type { PlannedColumn } from './stage-plan.ts'
import { createIdentity } from './story-identity.ts'

export type StagedEnd = {
  /** Every question of the mapping, new options included. */
  signifiers: SignifierShape[]
  /** Names of columns left out on purpose. */
  dropped: string[]
  problems: ImportProblem[]
  counts: { rows: number; stories: number; error: number; warning: number; skipped: number }
}

export type Stager = {
  push(batch: Pick<RowBatch, 'rows' | 'problems'>): { stories: StagedStory[]; problems: ImportProblem[] }
  finish(): StagedEnd
}

/**
 * A stager for one file. A mapping that does not fit the file (no story column, absent columns) stages nothing and
 * reports so in finish(). Stories come in the order of the rows; a cell that cannot be read leaves its answer out.
 */
export function createStager(mapping: Mapping, head: { file: string; headings: Heading[] }): Stager {
  const plan = planOf(mapping, head.headings)
  const list = createProblemList()
  const misfits = [...checkFit(mapping, head), ...(mapping.columns.some((c) => c.role === 'storyText') ? [] : [problem('mapping_no_story', head)])]
  const misfit = misfits.some((found) => found.severity === 'error')
  for (const found of misfits) list.add(found)

  const counts = { rows: 0, stories: 0 }
  const repeatsHeadings = createHeadingCheck(head.headings)
  const column = (role: PlannedColumn['mapping']['role']) => plan.columns.find((c) => c.mapping.role === role)
  const [text, sourceId, group, teller, wave] = [column('storyText'), column('sourceId'), column('group'), column('teller'), column('wave')]
  const [day, language, channel, consent] = [column('collectedOn'), column('language'), column('channel'), column('consent')]
  const identify = createIdentity({ id: sourceId?.mapping.column ?? null, text: text?.mapping.column ?? '' })
  const isBlank = (cell: string) => cell === '' || cell.trim() === '' || plan.blank.has(cell)

  function push(batch: Pick<RowBatch, 'rows' | 'problems'>) {
    const problems: ImportProblem[] = []
    const report = (found: ImportProblem) => {
      const listed = list.add(found)
      if (listed) problems.push(listed)
    }
    batch.problems.forEach(report)
    counts.rows += batch.rows.length
    // In a row that is broken every cell stands in a wrong place: what is wrong with them goes without saying.
    const broken = new Set(batch.problems.flatMap(({ severity, row, column, values }) => (severity === 'error' && column === null && row !== null ? [row, Number(values.next ?? row)] : [])))
    const stories = misfit ? [] : batch.rows.flatMap((row) => (broken.has(row.row) ? [] : stageRow(row, report) ?? []))
    counts.stories += stories.length
    return { stories, problems }
  }

  function stageRow({ row, cells }: TableRow, report: (found: ImportProblem) => void): StagedStory | null {
    const tell: Tell = (key, at, values, severity) => report(problem(key, { file: head.file, row, column: at }, values, severity))
    const word = (planned: PlannedColumn | undefined) => {
      const cell = planned ? (cells[planned.index] ?? '') : ''
      return isBlank(cell) ? null : toLf(cell).trim()
    }
    if (repeatsHeadings(cells)) {
      tell('row_headings', null, {}, 'skipped')
      return null
    }
    const consented = consent ? consentOf(consent, word(consent), tell) : null
    if (consented === false) return null
    const body = text && !isBlank(cells[text.index] ?? '') ? toLf(cells[text.index]!) : ''
    if (body === '') {
      tell('story_blank', text!.mapping.column, {}, 'skipped')
      return null
    }
    const written = word(sourceId)
    // Statistics programs save a column of numbers as 1.0, 2.0: the same stories as 1 and 2 of the export before.
    const own = written === null ? null : detached(written.replace(/^(\d+)\.0$/, '$1'))
    if (sourceId && own === null) tell('id_missing', sourceId.mapping.column)
    const facts = { group: word(group) ?? mapping.file.group, wave: word(wave) ?? mapping.file.wave, teller: word(teller) }
    const id = identify({ row, cells, body, own, ...facts }, tell)
    if (id === null) return null
    return {
      row, sourceId: id, text: body, consent: consented, ...facts,
      collectedOn: dayOf(day, word(day), tell), language: word(language), channel: word(channel),
      answers: answersOf(plan.signifiers, { cells, decimal: mapping.file.decimal, isBlank, tell })
    }
  }

  function finish(): StagedEnd {
    if (counts.stories === 0 && !misfit && list.counts().error === 0) list.add(problem('stories_missing', head))
    return { signifiers: plan.signifiers.map(shapeOf), dropped: plan.dropped, problems: list.all(), counts: { ...counts, ...list.counts() } }
  }

  return { push, finish }
}

function consentOf(planned: PlannedColumn, said: string | null, tell: Tell): boolean {
  if (planned.mapping.role !== 'consent') return false
  const yes = said !== null && planned.mapping.yes.some((value) => sameWords(value) === sameWords(said))
  if (said === null) tell('consent_blank', planned.mapping.column, {}, 'skipped')
  else if (!yes) tell('consent_no', planned.mapping.column, { value: shortened(said) }, 'skipped')
  return yes
}

function dayOf(planned: PlannedColumn | undefined, said: string | null, tell: Tell): string | null {
  if (planned?.mapping.role !== 'collectedOn' || said === null) return null
  const found = readDay(said, planned.mapping.date)
  if (found === null) tell('date_unreadable', planned.mapping.column, { value: shortened(said), expected: DATE_EXAMPLES[planned.mapping.date] })
  return found
}
