// The rule behind a cell against the number in it, for every kind of row, side and column.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ColumnsBy, RowBy } from '../../../shared/contract/crosstab.ts'
import { newId } from '../../../shared/domain/ids.ts'
import type { Layer, StoryFilter } from '../../../shared/domain/layer.ts'
import { cellRule, poleWords, type Side } from '../../../renderer/crosstab/cell-rule.ts'
import { filterFromQuery, filterToQuery } from '../../../renderer/filter/filter-route.ts'
import { ask } from '../../support/ask.ts'
import { plainProject, type PlainAnswer, type PlainStory } from '../../support/plain-project.ts'

const CODES = ['hulp', 'klik', 'school', 'les']
const pick = <T>(list: readonly T[], at: number): T => list[at % list.length]!
/** Forty stories in which group, day, answers, readers and codings go round at steps that share no divisor. */
const stories = Array.from({ length: 40 }, (_, at): PlainStory => ({
  body: 'abcdef', ...(at % 7 === 6 ? {} : { group: pick(['gezin', 'team'], at) }), ...(at % 5 === 0 ? {} : { collectedOn: pick(['2024-01-31', '2024-02-29', '2024-03-01'], at) }),
  doneBy: [[], ['Anna'], ['Bram', 'Samen'], ['Anna', 'Bram'], ['Samen']][at % 5]!,
  codings: [0, 1].flatMap((step) => ((at + step) % 3 === 0 ? [] : [{ coder: pick(['Anna', 'Bram', 'Anna', 'Samen'], at + step), code: pick(CODES, (at * 3 + step) % 11), start: step, end: step + 2 }])),
  answers: Object.fromEntries(Object.entries<PlainAnswer | null>({
    schaal: at % 8 === 7 ? 'na' : at % 9 === 8 ? null : { value: at * 37 % 101 }, wie: at % 6 === 5 ? null : { options: [[], ['ouder'], ['ouder', 'kind']][at % 3]! },
    plan: { shares: [at * 13 % 60, 20, 80 - at * 13 % 60] }, stenen: { places: { s1: [at * 29 % 101, at * 53 % 101], ...(at % 2 ? { s2: [at * 7 % 101, 40] } : {}) } }
  }).filter((entry): entry is [string, PlainAnswer] => entry[1] !== null))
}))
const plain = plainProject({
  coders: [{ name: 'Anna' }, { name: 'Bram' }, { name: 'Samen', role: 'consensus' }], groups: ['gezin', 'team'],
  codes: [{ name: 'hulp' }, { name: 'klik', parent: 'hulp' }, { name: 'school', parent: 'hulp' }, { name: 'les', parent: 'school' }],
  signifiers: [
    { key: 'schaal', kind: 'slider', anchors: ['Niets', 'Alles'], askedOf: ['gezin'] }, { key: 'wie', kind: 'multi', options: ['ouder', 'kind'] },
    { key: 'plan', kind: 'triad', anchors: ['a', 'b', 'c'] }, { key: 'stenen', kind: 'stones', stones: ['s1', 's2'], anchors: ['l', 'r', 'o', 'b'] }
  ],
  stories
})
const theme = newId()
beforeAll(() => ask(plain, 'Anna', 'theme.create', { id: theme, name: 'Nabij', codes: [plain.id('klik'), plain.id('les')] }))
afterAll(() => plain.close())

const of = (key: string, more: object = {}): ColumnsBy => ({ is: 'signifier', signifier: plain.id(key), ...more })
const SIDES: readonly Side[] = ['with', 'without', 'unread']

test('[X2] [X7] the rule of a cell, as it stands in the address, picks as many stories as the cell counts; a theme by coder and unread stories have none', async () => {
  const [codes, signifiers] = [await ask(plain, 'Anna', 'code.list', {}), await ask(plain, 'Anna', 'signifier.list', {})]
  const rows: RowBy[] = [...CODES.flatMap((code) => [false, true].map((branch) => ({ code: plain.id(code), branch }))), { theme }]
  const asks: [ColumnsBy, Layer, StoryFilter][] = [
    [of('schaal'), { is: 'all' }, {}], [of('schaal', { bins: { is: 'classes', count: 4 } }), { is: 'consensus' }, { groups: [plain.id('gezin')] }],
    [of('wie'), { is: 'coder', coder: plain.id('Bram') }, { codes: [plain.id('klik')] }], [of('plan', { zones: { corner: 55, edge: 15 } }), { is: 'all' }, { any: [{ groups: [plain.id('team')] }, { doneBy: plain.id('Anna') }] }],
    [of('stenen'), { is: 'all' }, { withoutCodes: [plain.id('les')], layer: { is: 'coder', coder: plain.id('Anna') } }], [of('stenen', { stone: plain.id('stenen/s2') }), { is: 'all' }, {}],
    [{ is: 'group' }, { is: 'consensus' }, { doneBy: plain.id('Anna') }], [{ is: 'period', by: 'quarter' }, { is: 'all' }, { collected: { from: '2024-02-01', to: null } }], [{ is: 'coder' }, { is: 'all' }, {}]
  ]
  const without = new Set<string>()
  let counted = 0
  for (const [columns, layer, filter] of asks) {
    const table = await ask(plain, 'Anna', 'crosstab.table', { columns, layer, filter, rows, tests: false })
    const signifier = columns.is === 'signifier' ? signifiers.find(({ id }) => id === columns.signifier)! : null
    for (const row of [...table.rows, null]) {
      for (const column of [...table.columns, null]) {
        for (const side of row ? SIDES : SIDES.slice(0, 1)) {
          if (!row && !column) continue
          const at = column ? table.columns.indexOf(column) : -1
          const number = row === null ? column!.stories : column === null ? row.total[side] : row[side][at]!
          const rule = cellRule({ asked: { columns, layer, filter }, row: row?.by ?? null, column, side, signifier, codes })
          if (rule === null) {
            without.add(side === 'unread' ? 'unread' : row && 'theme' in row.by && column!.face.is === 'coder' ? 'theme by coder' : column!.face.is)
            continue
          }
          counted += number
          const { total } = await ask(plain, 'Anna', 'story.list', { filter: filterFromQuery(filterToQuery(rule)), limit: 1 })
          expect([columns, row?.by, column?.face, side, total]).toEqual([columns, row?.by, column?.face, side, number])
        }
      }
    }
  }
  expect([...without].toSorted()).toEqual(['coder', 'theme by coder', 'unknown', 'unread'])
  expect(counted).toBeGreaterThan(1000) // not a table of noughts
})

test('the words at the ends of a scale stand at its first and last value, whatever states stand beside them', async () => {
  const schaal = (await ask(plain, 'Anna', 'signifier.list', {})).find(({ key }) => key === 'schaal')!
  const table = await ask(plain, 'Anna', 'crosstab.table', { columns: of('schaal', { bins: { is: 'classes', count: 4 } }), tests: false })
  expect(table.columns.map(({ key }, at) => [key.replace(/\d.*/, ''), poleWords(table, schaal)[at]])).toEqual([
    ['from', 'Niets'], ['from', null], ['from', null], ['from', 'Alles'], ['na', null], ['blank', null], ['notAsked', null]
  ])
  expect(poleWords(table, null)).toEqual(table.columns.map(() => null))
})
