// The stories of a group as the tables people have: made by hand in Excel, or from LimeSurvey, Qualtrics or Microsoft Forms.
import { columnsOf, dutchDay, dutchNumber, rowsOf, type Column, type GroupTable, type Style } from './group-table.ts'
import { delimited } from './delimited.ts'

const STORY = 'Uw verhaal'

const BY_HAND: Style = {
  option: (question, option) => `${question.title} ${option}`, anchor: (question, anchor) => `${question.title} ${anchor}`,
  stone: (question, stone, axis) => `${question.title} ${stone}${axis === null ? '' : ` ${axis}`}`, plain: (question) => question.title,
  ticked: () => 'x', number: dutchNumber, day: dutchDay, na: 'n.v.t.'
}

/** A hand-made Dutch table, for a CSV and for a workbook: crosses, decimal commas, dd-mm-jjjj. */
export function handMadeRows(table: GroupTable): string[][] {
  const columns: Column[] = [
    { heading: 'Verhaalnummer', cell: ({ id }) => id }, { heading: 'Datum', cell: ({ collectedOn }) => dutchDay(collectedOn) },
      { heading: 'Groep', cell: () => table.group },
    { heading: 'Taal', cell: ({ language }) => language }, { heading: 'Verhaal', cell: ({ text }) => text },
      ...table.questions.flatMap((question) => columnsOf(question, BY_HAND))
  ]
  return rowsOf(columns, table.stories)
}

/** The same for a workbook: numbers are numbers. */
export function workbookRows(table: GroupTable): (string | number)[][] {
  const [headings, ...rows] = handMadeRows(table)
  return [headings!, ...rows.map((row) => row.map((cell) => /^\d+(,\d+)?$/.test(cell) ? Number(cell.replace(',', '.')) : cell))]
}

/** Semicolons; write it with `windows1252` to get what an older Excel saves. */
export const dutchCsv = (table: GroupTable): string => delimited(handMadeRows(table), ';')

const LIME: Style = {
  ...BY_HAND, option: (question, option) => `${question.title} [${option}]`, anchor: (question, anchor) => `${question.title} [${anchor}]`,
  stone: (question, stone, axis) => `${question.title} [${stone}]${axis === null ? '' : `[${axis}]`}`, ticked: () => 'Y', number: String,
    day: (iso) => iso, na: 'N/A'
}

export function limeSurveyCsv(table: GroupTable): string {
  const columns: Column[] = [
    { heading: 'id', cell: ({ id }) => id }, { heading: 'submitdate', cell: ({ collectedOn }) => `${collectedOn} 10:15:00` },
      { heading: 'lastpage', cell: () => '6' },
    { heading: 'startlanguage', cell: ({ language }) => language }, { heading: 'seed', cell: () => '48151623' },
      { heading: 'ipaddr', cell: () => '127.0.0.1' },
    { heading: STORY, cell: ({ text }) => text }, ...table.questions.flatMap((question) => columnsOf(question, LIME)),
      { heading: 'interviewtime', cell: () => '431.02' }
  ]
  return '\ufeff' + delimited(rowsOf(columns, table.stories), ',', '\n')
}

/** Three heading rows: field, words, import id. */
export function qualtricsCsv(table: GroupTable): string {
  const style: Style = {
    ...LIME, option: (question, option) => `${question.title} - Selected Choice - ${option}`,
      anchor: (question, anchor) => `${question.title} - ${anchor}`,
    stone: (question, stone, axis) => `${question.title} - ${stone}${axis === null ? '' : ` ${axis}`}`, ticked: (label) => label
  }
  const fixed: [string, Column][] = [
    ['StartDate', { heading: 'Start Date', cell: ({ collectedOn }) => `${collectedOn} 10:00:00` }],
      ['RecordedDate', { heading: 'Recorded Date', cell: ({ collectedOn }) => `${collectedOn} 10:15:00` }],
    ['IPAddress', { heading: 'IP Address', cell: () => '127.0.0.1' }], ['ResponseId', { heading: 'Response ID', cell: ({ id }) => id }],
    ['UserLanguage', { heading: 'User Language', cell: ({ language }) => language.toUpperCase() }],
      ['Q1', { heading: STORY, cell: ({ text }) => text }]
  ]
  const asked = table.questions.flatMap((question, at): [string, Column][] => {
    const columns = columnsOf(question, style)
    const name = (place: number) => question.kind === 'text' && question.linkedTo !== null
      ? `Q${2 + table.questions.findIndex(({ key }) => key === question.linkedTo)}_5_TEXT`
      : columns.length === 1 ? `Q${at + 2}` : question.kind === 'stones'
        ? `Q${at + 2}_${Math.floor(place / (question.anchors.length / 2)) + 1}${question.anchors.length === 2 || place % 2 === 0 ? 'x' : 'y'}` : `Q${at + 2}_${place + 1}`
    return columns.map((column, place) => [name(place), column])
  })
  const all = [...fixed, ...asked]
  const [words, ...rows] = rowsOf(all.map(([, column]) => column), table.stories)
  return '\ufeff' + delimited([all.map(([name]) => name), words!, all.map(([name]) => `{"ImportId":"${name}"}`), ...rows], ',', '\n')
}

/** Several choices in one cell, each with a semicolon behind it. */
export function formsCsv(table: GroupTable): string {
  const style: Style = { ...BY_HAND, anchor: (question, anchor) => `${question.title}: ${anchor}`,
    stone: (question, stone, axis) => `${question.title}: ${stone}${axis === null ? '' : ` ${axis}`}`, ticked: null }
  const columns: Column[] = [
    { heading: 'ID', cell: ({ id }) => id }, { heading: 'Begintijd', cell: ({ collectedOn }) => `${dutchDay(collectedOn)} 10:00` },
      { heading: 'Tijd van voltooien', cell: ({ collectedOn }) => `${dutchDay(collectedOn)} 10:15` },
    { heading: 'E-mail', cell: () => 'anonymous' }, { heading: 'Naam', cell: () => '' }, { heading: STORY, cell: ({ text }) => text },
      ...table.questions.flatMap((question) => columnsOf(question, style))
  ]
  return delimited(rowsOf(columns, table.stories), ';')
}
