// From the cells of one row to one answer: options, numbers, days and words. Triads, sliders and stones: stage-places.ts.
import type { AnswerValue } from '../domain/signifier.ts'
import type { FilledPart, RowReader } from './row-reader.ts'
import type { PlannedSignifier } from './stage-plan.ts'
import { DATE_EXAMPLES, detached, readDay, readTick, sameWords } from './cell-values.ts'
import { shortened } from './messages.ts'
import { numberIn } from './row-reader.ts'
import { placeAnswer } from './stage-places.ts'

/** All answers of this row, by key; a question left blank has none. */
export function answersOf(planned: PlannedSignifier[], row: RowReader): Record<string, AnswerValue> {
  // Keys are headings of somebody's file: one may well be called __proto__.
  const answers = Object.create(null) as Record<string, AnswerValue>
  for (const question of planned) {
    const answer = answerOf(question, row)
    if (answer !== null) answers[question.signifier.key] = answer
  }
  for (const { signifier } of planned) {
    if (signifier.kind !== 'text' || signifier.ticksOption === null || answers[signifier.key]?.is !== 'text') continue
    const linked = planned.find((other) => other.signifier.key === signifier.linkedTo)
    if (linked) tickOption(linked, signifier.ticksOption, answers)
  }
  return answers
}

/** Words behind "anders, namelijk" tick that option where the file itself has no tick for it. */
function tickOption({ signifier, list }: PlannedSignifier, option: string, answers: Record<string, AnswerValue>): void {
  const answer = answers[signifier.key]
  if (signifier.kind === 'multi') {
    const chosen = new Set([...(answer?.is === 'options' ? answer.options : []), option])
    answers[signifier.key] = { is: 'options', options: list.map(({ key }) => key).filter((key) => chosen.has(key)) }
  } else if (!answer) answers[signifier.key] = { is: 'option', option }
}

/** So many different cells of a question are remembered: every score of a slider, every choice of some boxes. */
const MOST_REMEMBERED = 1000

/**
 * The answer of this row to one question; null when it was left blank or could not be read (then it was reported). In a column of its own
 * the same cell says the same in every row, so it is read once, and thousands of stories hold one and the same answer.
 */
function answerOf(planned: PlannedSignifier, row: RowReader): AnswerValue | null {
  const { parts, signifier, read } = planned
  if (parts.length !== 1 || signifier.kind === 'text') return readAnswer(planned, row)
  const cell = row.cells[parts[0]!.index] ?? ''
  if (cell === '') return null
  const known = read.get(cell)
  if (known) return known
  const answer = readAnswer(planned, row)
  if (answer && read.size < MOST_REMEMBERED) read.set(detached(cell), answer)
  return answer
}

function readAnswer(planned: PlannedSignifier, row: RowReader): AnswerValue | null {
  const given: FilledPart[] = []
  let naTick: string | null = null
  let naSaid = false
  for (const { index, column, part } of planned.parts) {
    const cell = row.cells[index] ?? ''
    if (row.isBlank(cell)) continue
    if (part.is === 'na') naTick ??= readTick(cell, [], []) === false ? null : column
    else if (planned.na.has(cell)) naSaid = true
    else given.push({ index, column, part, cell })
  }
  if (given.length === 0) return naTick !== null || naSaid ? { is: 'na' } : null
  if (naTick !== null && planned.signifier.kind !== 'multi') row.tell('answer_beside_na', naTick, {}, 'warning')
  return givenAnswer(planned, given, row)
}

function givenAnswer(planned: PlannedSignifier, given: FilledPart[], row: RowReader): AnswerValue | null {
  const { signifier } = planned
  const first = given[0]!
  switch (signifier.kind) {
    case 'choice':
    case 'likert': {
      const option = optionOf(planned, first.cell, first.column, row)
      return option === null ? null : { is: 'option', option }
    }
    case 'multi':
      return multiAnswer(planned, given, row)
    case 'number': {
      const value = numberIn(first, row)
      return value === null ? null : { is: 'number', value }
    }
    case 'date': {
      const day = readDay(first.cell, signifier.date)
      if (day === null) row.tell('date_unreadable', first.column, { value: shortened(first.cell), expected: DATE_EXAMPLES[signifier.date] })
      return day === null ? null : { is: 'date', day }
    }
    case 'text':
      return { is: 'text', text: toLf(first.cell) }
    case 'slider':
    case 'triad':
    case 'stones':
      return placeAnswer(signifier, given, !planned.parts.some((part) => part.part.is === 'y'), row)
  }
}

/** Line ends LF, as the model stores every text; nothing else is touched. */
export function toLf(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

function optionOf(planned: PlannedSignifier, cell: string, column: string, row: RowReader): string | null {
  // Most cells hold the very words already, and words made equal stay as they are.
  const known = planned.options.get(cell) ?? planned.options.get(sameWords(cell))
  if (known !== undefined) return known
  if ('unknown' in planned.signifier && planned.signifier.unknown === 'option') {
    const key = cell.replace(/\s+/gu, ' ').trim()
    planned.list.push({ key, label: key, values: [] })
    planned.options.set(sameWords(cell), key)
    row.tell('option_added', column, { value: shortened(cell) }, 'warning')
    return key
  }
  row.tell('option_unknown', column, { value: shortened(cell) })
  return null
}

function multiAnswer(planned: PlannedSignifier, given: FilledPart[], row: RowReader): AnswerValue | null {
  if (planned.signifier.kind !== 'multi') return null
  const { delimiter, ticked, unticked } = planned.signifier
  const chosen = new Set<string>()
  let readable = true
  for (const part of given) {
    if (part.part.is === 'tick') {
      // A cell that repeats the option's own words is a tick too (Qualtrics and Forms write labels).
      const tick = readTick(part.cell, ticked, unticked) ?? (planned.options.get(sameWords(part.cell)) === part.part.option ? true : null)
      if (tick === null) row.tell('tick_unreadable', part.column, { value: shortened(part.cell) })
      if (tick) chosen.add(part.part.option)
      readable &&= tick !== null
    } else {
      const named = delimiter === null ? [part.cell] : splitOptions(part.cell, delimiter, planned.options)
      for (const name of named) {
        if (planned.na.has(name)) continue
        const option = optionOf(planned, name, part.column, row)
        if (option !== null) chosen.add(option)
        readable &&= option !== null
      }
    }
  }
  // In the order of the questionnaire, whatever the order of the columns or of the teller.
  return readable ? { is: 'options', options: planned.list.map((option) => option.key).filter((key) => chosen.has(key)) } : null
}

/**
 * The options in one cell. A known option may hold the delimiter itself ("School, opleiding"), so the longest known option
 * at each place is taken first.
 */
export function splitOptions(cell: string, delimiter: string, known: Map<string, string>): string[] {
  const pieces = cell.split(delimiter)
  const found: string[] = []
  for (let start = 0; start < pieces.length; ) {
    let end = pieces.length
    while (end > start + 1 && !known.has(sameWords(pieces.slice(start, end).join(delimiter)))) end--
    const option = pieces.slice(start, end).join(delimiter).trim()
    if (option !== '') found.push(option)
    start = end
  }
  return found
}
