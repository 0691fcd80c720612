// One group's stories and its own questions, as every file format starts from them.
import type { AnswerValue, SignifierShape } from '../../shared/domain/signifier.ts'
import type { SampleGroup, SampleProject, SampleStory } from '../sample.ts'

/** `shape.title` is the question as this group was asked it. */
export type GroupTable = { group: SampleGroup; questions: SignifierShape[]; stories: SampleStory[] }

export function groupTable(sample: SampleProject, group: SampleGroup): GroupTable {
  return {
    group,
    questions: sample.signifiers.flatMap(({ shape, wordings }) => wordings[group] === undefined ? [] : [{ ...shape, title: wordings[group] }]),
    stories: sample.stories.filter((story) => story.group === group)
  }
}

/** How a kind of file writes headings and values. Cells are words; a blank answer is an empty cell. */
export type Style = {
  option: (question: SignifierShape, option: string, place: number) => string
  anchor: (question: SignifierShape, anchor: string, place: number) => string
  /** axis null: stones on one line. */
  stone: (question: SignifierShape, stone: string, axis: 'x' | 'y' | null) => string
  plain: (question: SignifierShape) => string
  /** How an option is ticked in its own column, or null when all options stand in one cell, each followed by `;`. */
  ticked: ((label: string) => string) | null
  number: (value: number) => string
  day: (iso: string) => string
  na: string
}

export type Column = { heading: string; cell: (story: SampleStory) => string }

type Of<K extends AnswerValue['is']> = Extract<AnswerValue, { is: K }>

/** The columns of a question. n.v.t. stands in the first column of the question. */
export function columnsOf(question: SignifierShape, style: Style): Column[] {
  const answer = (story: SampleStory): AnswerValue | undefined => story.answers[question.key]
  const cell = <K extends AnswerValue['is']>(is: K, write: (value: Of<K>) => string, first = true) => (story: SampleStory): string => {
    const value = answer(story)
    return value?.is === 'na' ? (first ? style.na : '') : value?.is === is ? write(value as Of<K>) : ''
  }
  const label = (key: string) => question.options.find((option) => option.key === key)!.label
  const heading = style.plain(question)
  switch (question.kind) {
    case 'choice':
    case 'likert': return [{ heading, cell: cell('option', ({ option }) => label(option)) }]
    case 'multi': return style.ticked === null ? [{ heading, cell: cell('options',
      ({ options }) => options.map((option) => `${label(option)};`).join('')) }]
      : question.options.map((option, place) => ({ heading: style.option(question, option.label, place),
        cell: cell('options', ({ options }) => options.includes(option.key) ? style.ticked!(option.label) : '', false) }))
    case 'slider':
    case 'number': return [{ heading, cell: cell('number', ({ value }) => style.number(value)) }]
    case 'triad': return question.anchors.map((anchor, place) => ({ heading: style.anchor(question, anchor, place),
      cell: cell('triad', ({ shares }) => style.number(shares[place]!), true) }))
    case 'stones': return question.stones.flatMap((stone) => (question.anchors.length === 2 ? [null] : ['x' as const, 'y' as const]).map((axis) => ({
      heading: style.stone(question, stone.label, axis),
      cell: cell('stones', ({ places }) => {
        const at = places.find((one) => one.stone === stone.key)?.[axis ?? 'x']
        return at === undefined || at === null ? '' : style.number(at)
      }, false)
    })))
    case 'date': return [{ heading, cell: cell('date', ({ day }) => style.day(day)) }]
    case 'text': return [{ heading, cell: cell('text', ({ text }) => text) }]
  }
}

export const rowsOf = (columns: Column[], stories: SampleStory[]): string[][] =>
  [columns.map(({ heading }) => heading), ...stories.map((story) => columns.map(({ cell }) => cell(story)))]

export const dutchNumber = (value: number): string => String(value).replace('.', ',')
export const dutchDay = (iso: string): string => iso.split('-').reverse().join('-')
