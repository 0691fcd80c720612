// The mapping in the documentation is a mapping, written as the program writes them, and names every role, part and kind.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readMapping } from '../../../shared/importing/read-mapping.ts'
import { createStager } from '../../../shared/importing/stage.ts'
import { AnswerPart, ColumnMapping, DateOrder, DropReason, FileSettings, MappedSignifier } from '../../../shared/importing/mapping.ts'

const page = readFileSync(new URL('../../../docs/mapping.md', import.meta.url), 'utf8')

test('the example on the page stages a story', () => {
  const read = readMapping(/```json\n([\s\S]+?)```/.exec(page)![1]!, 'mapping.json')
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const { mapping } = read
  const stager = createStager(mapping, { file: 'f.csv', headings: mapping.columns.map(({ column }) => ({ name: column, title: column })) })
  const cells = ['7', 'g1', 'T0', '12-03-2024', 'Ja', 'Het klikte.', 'Zeer tevreden', 'x', '', 'de buren', '73,5', '', '', '', '1', '0,25', '1', 'a@b.nl', 'vaak gebeld']
  expect(stager.push({ rows: [{ row: 2, cells }], problems: [] }).stories).toEqual([{
    row: 2, sourceId: '7', group: 'gezinnen', teller: 'g1', wave: 'T0', collectedOn: '2024-03-12', language: null, channel: null, consent: true, text: 'Het klikte.',
    answers: {
      tevreden: { is: 'option', option: '3' }, steun: { is: 'options', options: ['kind', 'anders'] }, 'steun anders': { is: 'text', text: 'de buren' }, invloed: { is: 'number', value: 73.5 },
      plan: { is: 'na' }, stenen: { is: 'stones', places: [{ stone: 'klik', x: 25, y: 100 }] }
    }
  }])
  expect(stager.finish().problems).toEqual([])
})

test('the page names every word the mapping knows', () => {
  const roles = ColumnMapping.options.flatMap(({ shape: { role } }) => ('options' in role ? role.options : [role.value]))
  const words = [...roles, ...AnswerPart.options.map((option) => option.shape.is.value), ...MappedSignifier.options.map((option) => option.shape.kind.value), ...Object.keys(FileSettings.shape), ...DateOrder.options]
  expect(words.filter((word) => !page.includes(`\`${word}\``) && !page.includes(`"${word}"`))).toEqual([])
  expect(DropReason.options.filter((reason) => !page.includes(reason))).toEqual([])
})
