// The stories of a group as a raw SenseMaker capture with the definition of its questionnaire.
import type { AnswerValue, SignifierShape } from '../../shared/domain/signifier.ts'
import type { SampleStory } from '../sample.ts'
import { delimited } from './delimited.ts'
import { rowsOf, type Column, type GroupTable } from './group-table.ts'

/** An invented UUID: the same name gives the same one. */
export function uuidFor(name: string): string {
  let state = 2166136261
  const eight = (): string => {
    for (const unit of `${name}/${state}`) state = Math.imul(state ^ unit.codePointAt(0)!, 16777619) >>> 0
    return state.toString(16).padStart(8, '0')
  }
  const hex = eight() + eight() + eight() + eight()
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}

const idIn = (table: GroupTable) => (...parts: string[]): string => uuidFor([table.group, ...parts].join('/'))
const STORY = 'verhaal'

/** framework_definition.json, the generation that keeps all signifiers in one list. */
export function senseMakerDefinition(table: GroupTable): string {
  const id = idIn(table)
  const story = { id: id(STORY), name: STORY, type: 'freetext', fragment: true, title: '<h4>Uw verhaal</h4>', allow_na: false,
    required: true, content: { multiline: true, items: {}, labels: {}, stones: {} } }
  return '\ufeff' + JSON.stringify({ id: id('project'), name: `Demostad, ${table.group}`, fragment_signifier_id: id(STORY), language: 'nl',
    signifiers: [story, ...table.questions.map((question) => defined(table, question))] }, null, 2)
}

const TYPES: Record<SignifierShape['kind'], string> = {
  choice: 'list', likert: 'list', multi: 'list', slider: 'dyad', triad: 'triad', stones: 'stones', number: 'freetext', date: 'freetext',
    text: 'freetext'
}

function defined(table: GroupTable, question: SignifierShape): object {
  const id = idIn(table)
  const behind = table.questions.find(({ linkedTo }) => linkedTo === question.key)
  const items = question.options.map(({ key, label }) => ({ id: id(question.key, key), title: `${label}<br>`,
    ...behind && key === 'anders' ? { other_signifier_id: id(behind.key) } : {} }))
  const [left, right, bottom, top] = question.anchors
  return {
    id: id(question.key), name: question.key, type: TYPES[question.kind], title: `<h4>${question.title}</h4>`, allow_na: true, required: false,
    content: {
      items, max_responses: question.kind === 'multi' ? items.length : 1, multiline: false,
      labels: question.kind === 'stones' ? {} : question.anchors.map((anchor, place) => ({ id: id(question.key, `anchor ${place}`), text: anchor })),
      stones: question.stones.map(({ key, label }) => ({ id: id(question.key, key), title: label })),
      axis: question.kind === 'stones' ? { x: { start_label: left, end_label: right },
        ...bottom === undefined ? {} : { y: { start_label: bottom, end_label: top } } } : {}
    }
  }
}

/** UTF-8 with BOM, commas, LF; ids instead of words, shares 0–1, moments in epoch milliseconds, and the columns a raw capture brings along. */
export function senseMakerCsv(table: GroupTable): string {
  const id = idIn(table)
  const moment = ({ collectedOn }: SampleStory) => String(Date.parse(`${collectedOn}T09:30:00Z`))
  const columns: Column[] = [
    { heading: 'id', cell: (story) => story.id }, { heading: 'project_id', cell: () => id('project') },
      { heading: 'version', cell: () => '0.3' }, { heading: 'definition_version', cell: () => '-1' },
    { heading: 'language', cell: (story) => story.language }, { heading: 'server_upload_time', cell: moment },
      { heading: 'meta_completed', cell: moment }, { heading: 'meta_platform', cell: () => 'Web' },
    { heading: 'meta_started_location_latitude', cell: () => '' }, { heading: id(STORY), cell: ({ text }) => text },
    ...table.questions.flatMap((question) => rawColumns(question, id(question.key),
      (part) => `${id(question.key)}_${id(question.key, part)}`, (option) => id(question.key, option)))
  ]
  return '\ufeff' + delimited(rowsOf(columns, table.stories), ',', '\n')
}

/** Of 100 to of 1; the noise of the division stays, as in a real capture. */
const share = (value: number | null | undefined): string => (value === null || value === undefined ? '' : String(value / 100))

function rawColumns(question: SignifierShape, own: string, part: (name: string) => string, optionId: (option: string) => string): Column[] {
  const cell = (write: (answer: AnswerValue) => string) => (story: SampleStory): string => {
    const answer = story.answers[question.key]
    return answer === undefined || answer.is === 'na' ? '' : write(answer)
  }
  const na: Column = { heading: `${own}_NA`, cell: (story) => (story.answers[question.key]?.is === 'na' ? '1' : '') }
  switch (question.kind) {
    case 'choice':
    case 'likert': return [{ heading: own, cell: cell((answer) => answer.is === 'option' ? optionId(answer.option) : '') }, na]
    case 'multi': return question.options.map(({ key }) => ({ heading: part(key),
      cell: cell((answer) => answer.is === 'options' && answer.options.includes(key) ? '1' : '') }))
    case 'slider': {
      const at = (answer: AnswerValue) => answer.is === 'number' ? answer.value : null
      return [
        { heading: `${own}_percentX`, cell: cell((answer) => share(at(answer))) },
          { heading: part('anchor 0'), cell: cell((answer) => at(answer) === null ? '' : share(100 - at(answer)!)) },
        { heading: part('anchor 1'), cell: cell((answer) => share(at(answer))) }, na
      ]
    }
    case 'triad': {
      const shares = (answer: AnswerValue) => answer.is === 'triad' ? answer.shares : null
      return [
        { heading: `${own}_percentX`, cell: cell((answer) => { const of = shares(answer); return of ? share(of[2] + of[0] / 2) : '' }) },
        { heading: `${own}_percentY`, cell: cell((answer) => share(shares(answer)?.[0])) },
        ...[0, 1, 2].map((place) => ({ heading: part(`anchor ${place}`), cell: cell((answer) => share(shares(answer)?.[place])) })), na
      ]
    }
    case 'stones': return question.stones.flatMap(({ key }) => (question.anchors.length === 2 ? ['x' as const]
      : ['x' as const, 'y' as const]).map((axis) => ({
      heading: `${part(key)}_percent${axis.toUpperCase()}`, cell: cell((answer) => answer.is === 'stones'
        ? share(answer.places.find((place) => place.stone === key)?.[axis]) : '')
    })))
    case 'number': return [{ heading: own, cell: cell((answer) => answer.is === 'number' ? String(answer.value) : '') }]
    case 'date': return [{ heading: own, cell: cell((answer) => answer.is === 'date' ? answer.day : '') }, na]
    case 'text': return [{ heading: own, cell: cell((answer) => answer.is === 'text' ? answer.text : '') }]
  }
}
