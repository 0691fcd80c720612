// The wizard's own changes to a mapping: columns to and from a question, a template over another file; always fitting itself.
import { expect, test } from 'vitest'
import { headingsOf } from '../../../shared/importing/headings.ts'
import type { Mapping } from '../../../shared/importing/mapping.ts'
import { proposeMapping } from '../../../shared/importing/propose.ts'
import { checkMapping } from '../../../shared/importing/read-mapping.ts'
import { linesOf } from '../../../renderer/import/lines.ts'
import { moved } from '../../../renderer/import/option-list.tsx'
import { putQuestion, removeColumn, setPart, withColumn } from '../../../renderer/import/parts.ts'
import { absentColumns, fitTemplate, withoutAbsent } from '../../../renderer/import/template.ts'

const names = ['nr', 'verhaal', 'Plan: gezin', 'Plan: werker', 'Plan: netwerk', 'geen plan', 'wijk']
const rows = Array.from({ length: 8 }, (_, i) => [String(i), `Verhaal ${i}: er was eens een dag waarop alles anders liep dan gedacht.`, '20', String(30 + i), String(50 - i), i === 2 ? 'x' : '', ['Oost', 'West'][i % 2]!])
const tableOf = (columns: string[]) => ({
  file: 'f.csv', format: 'csv' as const, sheets: [], sheet: null, delimiter: ';' as const, encoding: 'utf-8' as const, headerRows: [columns], headings: headingsOf([columns]),
  sample: rows.map((cells, i) => ({ row: i + 2, cells: columns.map(name => cells[names.indexOf(name)] ?? 'iets') })), sampleIsAll: true
})
const head = tableOf(names)
const start = proposeMapping(head).mapping
const plan = (mapping: Mapping) => mapping.signifiers.find(({ key }) => key.startsWith('Plan'))!
const parts = (mapping: Mapping) => Object.fromEntries(mapping.columns.flatMap(column => (column.role === 'answer' && column.signifier === plan(mapping).key ? [[column.column, column.part]] : [])))
const fits = (mapping: Mapping) => expect(checkMapping(mapping, 'm')).toEqual({ ok: true, mapping })

test('a column goes from a triangle and comes back to the free corner; ticks alone are its n.v.t.', () => {
  const without = removeColumn(start, head, 'Plan: werker')
  fits(without)
  expect(parts(without)).toEqual({ 'Plan: gezin': { is: 'share', anchor: 0 }, 'Plan: netwerk': { is: 'share', anchor: 2 } })
  const back = withColumn(without, head, plan(without), 'Plan: werker')
  fits(back)
  expect(parts(back)).toEqual(parts(start))
  const na = withColumn(back, head, plan(back), 'geen plan')
  fits(na)
  expect(parts(na)['geen plan']).toEqual({ is: 'na' })
})

test('one number grows into a triangle, in its own words', () => {
  const single = removeColumn(removeColumn(start, head, 'Plan: werker'), head, 'Plan: netwerk')
  const grown = ['Plan: werker', 'Plan: netwerk'].reduce((mapping, column) => withColumn(mapping, head, plan(mapping), column), { ...single, signifiers: single.signifiers.map(one => (one === plan(single) ? { ...one, title: 'Wie maakte het plan?' } : one)) })
  fits(grown)
  expect(plan(grown)).toMatchObject({ kind: 'triad', title: 'Wie maakte het plan?' })
})

test('two columns change places when one takes the piece of the other', () => {
  const turned = setPart(start, 'Plan: gezin', { is: 'share', anchor: 2 })
  fits(turned)
  expect(parts(turned)).toEqual({ 'Plan: gezin': { is: 'share', anchor: 2 }, 'Plan: werker': { is: 'share', anchor: 1 }, 'Plan: netwerk': { is: 'share', anchor: 0 } })
})

test('a template over another file: its own columns as kept, new ones as proposed, lost ones told and let go', () => {
  const next = tableOf(['nr', 'verhaal', 'Plan: gezin', 'Plan: werker', 'Plan: netwerk', 'geen plan', 'soort'])
  const laid = fitTemplate(start, proposeMapping(next).mapping, next)
  expect(absentColumns(laid, next)).toEqual(['wijk'])
  expect(laid.columns.map(({ column }) => column)).toEqual([...next.headings.map(({ name }) => name), 'wijk'])
  const without = withoutAbsent(laid, next)
  fits(without)
  expect([absentColumns(without, next), without.signifiers.some(({ key }) => key === 'wijk')]).toEqual([[], false])
})

test('one line for a question of three columns, in the order of the file', () => {
  const lines = linesOf(start, { headings: head.headings, notes: [] }, new Set())
  expect(lines.map(({ shelf, columns }) => [shelf, columns.map(({ column }) => column)])).toEqual([
    ['about', ['nr']], ['about', ['verhaal']], ['questions', ['Plan: gezin', 'Plan: werker', 'Plan: netwerk']],
    [lines[3]!.shelf, ['geen plan']], ['questions', ['wijk']]
  ])
})

test('an option moves up or down', () => {
  expect([moved(['a', 'b', 'c'], 0, 2), moved(['a', 'b', 'c'], 2, 0), moved(['a', 'b', 'c'], 1, 1)]).toEqual([['b', 'c', 'a'], ['c', 'a', 'b'], ['a', 'b', 'c']])
})

test('an option that is taken away takes the column of its ticks along', () => {
  const columns = ['nr', 'verhaal', 'Steun: kind', 'Steun: ouder', 'Steun: groep']
  const ticked = { ...tableOf(columns), sample: rows.map((cells, i) => ({ row: i + 2, cells: [cells[0]!, cells[1]!, i % 2 ? 'x' : '', 'x', i % 3 ? 'x' : ''] })) }
  const proposed = proposeMapping(ticked).mapping
  const support = proposed.signifiers.find(({ kind }) => kind === 'multi')!
  if (support.kind !== 'multi') throw new Error('the ticks were not recognised')
  const without = putQuestion(proposed, ticked, { ...support, options: support.options.slice(1) })
  fits(without)
  expect(without.columns.map(({ column, role }) => [column, role])).toEqual([['nr', 'sourceId'], ['verhaal', 'storyText'], ['Steun: kind', 'ignore'], ['Steun: ouder', 'answer'], ['Steun: groep', 'answer']])
})
