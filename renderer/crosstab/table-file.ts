// The table as a file: what the screen shows and what it rests on, in the words of the screen; written by the host, saved by the browser.
import type { Crosstab, CrosstabRow } from '../../shared/contract/crosstab.ts'
import type { StudyTest } from '../../shared/crosstab/study-test.ts'
import { toldNames } from '../../shared/domain/code-named.ts'
import type { Sheet } from '../../shared/contract/table.ts'
import { exportSheets } from '../api/exporting.ts'
import type { Formats } from '../i18n/format.ts'
import type { Say } from '../i18n/say.ts'
import { columnWords, rowBase, rowWords, type Signifier } from './column-words.ts'
import type { Around } from './around.ts'
import { expectedWords, outcomeWords, whenWords } from './expectation-words.ts'
import { chanceOf } from './ordered-rows.ts'
import type { ExpectedRows } from './use-expected.ts'

export interface Material { table: Crosstab, rows: readonly CrosstabRow[], question: string, layer: string, unit: 'story' | 'fragment' | 'coding', signifier: Signifier | null, adjust: 'holm' | 'bh', study: StudyTest | null, expected: ExpectedRows, around: Around, viewer: string }
type Words = { say: Say<'crosstab'>, format: Formats }

export async function saveTable(form: 'csv' | 'xlsx', given: Material, words: Words): Promise<void> {
  const material = { ...given, rows: toldRows(given) }
  const sheets = [countSheet(material, words), testSheet(material, words), ...(material.table.measures.length > 0 ? [meansSheet(material, words)] : []), aboutSheet(material, words)]
  await exportSheets('table', form, sheets, words.say('file.name'))
}

/** On screen a code stands below the one it is under; in a file its name alone must say which it is. */
function toldRows({ rows, around }: Material): CrosstabRow[] {
  const names = toldNames(around.codes)
  return rows.map(row => ('code' in row.by ? { ...row, name: names.get(row.by.code) ?? row.name } : row))
}

function countSheet({ table, rows, unit, signifier }: Material, { say, format }: Words): Sheet {
  const names = table.columns.map(column => columnWords(column, { say, format, signifier }))
  const values = table.columns.flatMap(({ value }, at) => (value ? [at] : []))
  return {
    name: say('file.sheet.table'),
    headings: [
      say('col.code'), ...names, say('col.total'), say('col.unread'), ...values.map(at => `${names[at]} – ${say('show.row')}`), ...values.map(at => `${names[at]} – ${say('show.column')}`),
      ...names.map(column => say('file.with', { column })), ...names.map(column => say('file.without', { column })), ...names.map(column => say('file.unread', { column }))
    ],
    rows: rows.map(row => [
      rowWords(row, say), ...row.counts, row.total.count, row.total.unread,
      ...values.map(at => percent(row.counts[at]!, rowBase(table, row, unit))), ...values.map(at => percent(row.with[at]!, row.with[at]! + row.without[at]!)), ...row.with, ...row.without, ...row.unread
    ])
  }
}

/** Per hundred, one decimal; empty under ten, where "3 of 7" says more. */
const percent = (count: number, base: number): number | null => (base < 10 ? null : Math.round(count / base * 1000) / 10)

function testSheet({ table, rows, signifier }: Material, { say, format }: Words): Sheet {
  const names = table.columns.map(column => columnWords(column, { say, format, signifier }))
  const nameOf = (key: string | null): string => names[table.columns.findIndex(column => column.key === key)] ?? ''
  return {
    name: say('file.sheet.tests'),
    headings: [
      say('col.code'), say('columns'), say('explain.method'), say('explain.n'), say('explain.missing'), 'χ²', 'df', say('explain.p'), say('explain.classic'), say('explain.adjusted'), say('explain.tests'), say('explain.v'), say('explain.minExpected'), say('explain.seed'),
      say('file.effect.column'), say('file.effect.points'), say('file.effect.low'), say('file.effect.high'),
      ...names.map(column => say('file.residual', { column })), ...names.map(column => say('file.expected', { column }))
    ],
    rows: rows.flatMap(row => row.tests.map((test, at) => {
      const marks = at === 0 ? [...row.residuals, ...row.expected] : []
      return test.is === 'refused' ? [rowWords(row, say), nameOf(test.column), say(`refused.${test.reason}`, { n: test.n }), test.n, ...Array.from({ length: 14 }, () => null), ...marks] : [
        rowWords(row, say), nameOf(test.column), say(`explain.method.${test.method}`), test.n, test.missing, test.statistic, test.df, test.p, test.classic, test.adjusted, table.tests, test.cramersV, test.minExpected, test.seed,
        nameOf(test.effect?.column ?? null), ...(test.effect ? [test.effect.difference, test.effect.low, test.effect.high].map(share => Math.round(share * 1000) / 10) : [null, null, null]), ...marks
      ]
    }))
  }
}

function meansSheet({ table, rows }: Material, { say }: Words): Sheet {
  const parts = ['n', 'mean', 'median', 'sd'] as const
  return {
    name: say('file.sheet.means'),
    headings: [say('means.measure'), say('col.code'), ...(['with', 'without'] as const).flatMap(side => parts.map(part => `${say(`means.${side}`)} – ${say(`means.${part}`)}`))],
    rows: table.measures.flatMap((measure, at) => rows.map(row => [measure.name, rowWords(row, say), ...(['with', 'without'] as const).flatMap(side => parts.map(part => row.scores[at]![side][part]))]))
  }
}

function aboutSheet({ table, question, layer, unit, viewer, rows, adjust, study, expected, around }: Material, { say, format }: Words): Sheet {
  const before = [...expected.byRow.values()].flat().map(({ expectation, weighed }) => [
    expectedWords(expectation, { say, format, around }), ...outcomeWords(expectation, weighed, expected.tests, { say, format, around }), whenWords(expectation, around.coders.find(({ id }) => id === expectation.coder)?.name ?? '', { say, format, around })
  ].join(' '))
  const best = rows.map(chanceOf).filter(test => test !== null)
  return {
    name: say('file.sheet.about'), headings: [],
    rows: [
      [say('file.question'), question], [say('file.counted'), say(`unit.${unit}`)], [say('layer'), layer], [say('file.stories'), table.about.n], [say('n.valid', { valid: table.valid, n: table.about.n }), table.valid],
      [say('face.na'), table.na], [say('face.blank'), table.blank], [say('face.notAsked'), table.notAsked], ...(table.about.blind ? [[say('n.blind'), null]] : []), [say('file.viewer'), viewer],
      [say('file.made'), format.date(Date.now())], ...(best.length > 0 ? [[say(`tests.${adjust}`, { count: table.tests }), null], [say('explain.unit'), null], [say('legend.rule'), null]] : []), ...(study?.is === 'tested' ? [[say('study.banner'), null], ['χ²', study.statistic], ['df', study.df], [say('explain.p'), study.p]] as (string | number | null)[][] : []), ...before.map((words): [string, string] => [say('expect.before'), words]), [say('cause'), null]
    ]
  }
}
