// Staging: rows of a file plus a mapping become stories with answers, before anything touches the project.
//
//   const stager = createStager(mapping, table)        // table: TableHead, of which it uses file and headings
//   for await (const batch of table.batches()) {
//     const { stories, problems } = stager.push(batch) // stories to write as staged rows; problems newly listed
//   }
//   const end = stager.finish()                        // signifiers (new options included), dropped columns, all problems, counts
//
// The caller publishes only when end.counts.error === 0. Memory: one id and one hash a story, never the stories themselves.
import type { AnswerValue, SignifierShape } from '../domain/signifier.ts'
import type { ImportProblem, StagedStory } from './staged.ts'
import type { Mapping } from './mapping.ts'
import type { Heading, RowBatch, TableRow } from './table.ts'
import type { ProblemKey } from './problem-sentences.ts'
import type { RowReader } from './row-reader.ts'
import { DATE_EXAMPLES, readDay, sameWords } from './cell-values.ts'
import { contentHash } from './content-hash.ts'
import { problem, shortened } from './messages.ts'
import { createProblemList } from './problem-list.ts'
import { answerOf, toLf } from './stage-answers.ts'
import { checkFit, planOf, shapeOf } from './stage-plan.ts'
import type { PlannedColumn } from './stage-plan.ts'

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

/** Same text shorter than this may well be two tellers saying "Goed": no warning. */
const TELLING_LENGTH = 60

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

  const rowOfId = new Map<string, number>()
  const rowOfText = new Map<string, number>()
  const toldOften = new Map<string, { row: number; count: number }>()
  const counts = { rows: 0, stories: 0 }
  const column = (role: PlannedColumn['mapping']['role']) => plan.columns.find((c) => c.mapping.role === role)
  const [text, sourceId, group, teller, wave] = [column('storyText'), column('sourceId'), column('group'), column('teller'), column('wave')]
  const [day, language, channel, consent] = [column('collectedOn'), column('language'), column('channel'), column('consent')]
  const isBlank = (cell: string) => cell === '' || cell.trim() === '' || plan.blank.has(cell)

  function push(batch: Pick<RowBatch, 'rows' | 'problems'>) {
    const problems: ImportProblem[] = []
    const report = (found: ImportProblem) => {
      const listed = list.add(found)
      if (listed) problems.push(listed)
    }
    batch.problems.forEach(report)
    counts.rows += batch.rows.length
    const stories = misfit ? [] : batch.rows.flatMap((row) => stageRow(row, report) ?? [])
    counts.stories += stories.length
    return { stories, problems }
  }

  function stageRow({ row, cells }: TableRow, report: (found: ImportProblem) => void): StagedStory | null {
    const tell = (key: ProblemKey, at: string | null, values = {}, severity: ImportProblem['severity'] = 'error') =>
      report(problem(key, { file: head.file, row, column: at }, values, severity))
    const word = (planned: PlannedColumn | undefined) => {
      const cell = planned ? (cells[planned.index] ?? '') : ''
      return isBlank(cell) ? null : toLf(cell).trim()
    }
    const consented = consent ? consentOf(consent, word(consent), tell) : null
    if (consented === false) return null
    const body = text && !isBlank(cells[text.index] ?? '') ? toLf(cells[text.index]!) : ''
    if (body === '') {
      tell('story_blank', text!.mapping.column, {}, 'skipped')
      return null
    }
    const own = detached(word(sourceId))
    if (sourceId && own === null) tell('id_missing', sourceId.mapping.column)
    const place = { group: word(group) ?? mapping.file.group, wave: word(wave) }
    const id = own ?? idOfContent(cells, [body, place.group ?? '', word(teller) ?? '', place.wave ?? ''], row, tell)
    if (id === null) return null
    // The same person may answer in every wave, and two groups may count from 1: an id is unique within both.
    const name = contentHash([place.group ?? '', place.wave ?? '', id])
    const first = rowOfId.get(name)
    if (first !== undefined) tell('id_twice', sourceId?.mapping.column ?? null, { id: shortened(id), first })
    else rowOfId.set(name, row)
    if (sourceId) warnOfSameText(body, row, tell)
    return {
      row, sourceId: id, text: body, consent: consented,
      ...place, teller: word(teller),
      collectedOn: dayOf(day, word(day), tell), language: word(language), channel: word(channel),
      answers: answersOf(cells, { cells, decimal: mapping.file.decimal, isBlank, report: tell })
    }
  }

  function consentOf(planned: PlannedColumn, said: string | null, tell: Tell): boolean {
    if (planned.mapping.role !== 'consent') return false
    const yes = said !== null && planned.mapping.yes.some((value) => sameWords(value) === sameWords(said))
    if (said === null) tell('consent_blank', planned.mapping.column, {}, 'skipped')
    else if (!yes) tell('consent_no', planned.mapping.column, { value: shortened(said) }, 'skipped')
    return yes
  }

  /** Without an id column the words are the id. An equal row is left out; an equal story with other answers gets a number behind. */
  function idOfContent(cells: string[], parts: string[], row: number, tell: Tell): string | null {
    const whole = contentHash(cells)
    const same = rowOfText.get(whole)
    if (same !== undefined) {
      tell('row_twice', null, { first: same }, 'skipped')
      return null
    }
    rowOfText.set(whole, row)
    const base = contentHash(parts)
    const told = toldOften.get(base)
    toldOften.set(base, { row: told?.row ?? row, count: (told?.count ?? 0) + 1 })
    if (told && parts[0]!.length >= TELLING_LENGTH) tell('text_twice', text!.mapping.column, { first: told.row }, 'warning')
    return told ? `${base}-${told.count + 1}` : base
  }

  function warnOfSameText(body: string, row: number, tell: Tell): void {
    if (body.length < TELLING_LENGTH) return
    const hash = contentHash([body])
    const first = rowOfText.get(hash)
    if (first === undefined) rowOfText.set(hash, row)
    else tell('text_twice', text!.mapping.column, { first }, 'warning')
  }

  function dayOf(planned: PlannedColumn | undefined, said: string | null, tell: Tell): string | null {
    if (planned?.mapping.role !== 'collectedOn' || said === null) return null
    const found = readDay(said, planned.mapping.date)
    if (found === null) tell('date_unreadable', planned.mapping.column, { value: shortened(said), expected: DATE_EXAMPLES[planned.mapping.date] })
    return found
  }

  function answersOf(cells: string[], reader: RowReader): Record<string, AnswerValue> {
    const answers: Record<string, AnswerValue> = {}
    for (const planned of plan.signifiers) {
      const answer = answerOf(planned, { ...reader, cells })
      if (answer !== null) answers[planned.signifier.key] = answer
    }
    for (const { signifier } of plan.signifiers) {
      if (signifier.kind === 'text' && answers[signifier.key]?.is === 'text') tickLinked(signifier.linkedTo, signifier.ticksOption, answers)
    }
    return answers
  }

  /** Words behind "anders, namelijk" tick that option where the file itself has no tick for it. */
  function tickLinked(linkedTo: string | null, option: string | null, answers: Record<string, AnswerValue>): void {
    const linked = plan.signifiers.find((planned) => planned.signifier.key === linkedTo)
    if (!linked || option === null) return
    const answer = answers[linked.signifier.key]
    if (linked.signifier.kind !== 'multi') {
      if (!answer) answers[linked.signifier.key] = { is: 'option', option }
      return
    }
    const chosen = new Set([...(answer?.is === 'options' ? answer.options : []), option])
    answers[linked.signifier.key] = { is: 'options', options: linked.list.map((o) => o.key).filter((key) => chosen.has(key)) }
  }

  function finish(): StagedEnd {
    if (counts.stories === 0 && !misfit && list.counts().error === 0) list.add(problem('stories_missing', head))
    return { signifiers: plan.signifiers.map(shapeOf), dropped: plan.dropped, problems: list.all(), counts: { ...counts, ...list.counts() } }
  }

  return { push, finish }
}

/** A copy of its own: a piece cut from a chunk of the file would keep that whole chunk in memory as long as the id lives. */
function detached(id: string | null): string | null {
  return id === null ? null : ` ${id}`.slice(1)
}

type Tell = (key: ProblemKey, at: string | null, values?: Record<string, string | number>, severity?: ImportProblem['severity']) => void
