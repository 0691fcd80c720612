// Every sort of column on a handful of stories: options, ticks, zones, quadrants, numbers, days and periods.
import { afterAll, describe, expect, test } from 'vitest'
import type { ColumnsBy, Crosstab } from '../../shared/contract/crosstab.ts'
import { ask } from '../support/ask.ts'
import { plainProject, type PlainAnswer, type PlainStory } from '../support/plain-project.ts'

const story = (answers: Record<string, PlainAnswer>, more: Partial<PlainStory> = {}): PlainStory => ({
  body: 'Het ging goed.', doneBy: ['Anna'], answers, codings: [{ coder: 'Anna', code: 'klik', start: 0, end: 3 }], ...more
})
const plain = plainProject({
  coders: [{ name: 'Anna' }],
  groups: ['gezin', 'team'],
  waves: ['voorjaar', 'najaar'],
  codes: [{ name: 'klik' }],
  signifiers: [
    { key: 'tevreden', kind: 'likert', title: 'Tevreden?', options: ['zeer', 'wel', 'niet'], highLast: false },
    { key: 'wie', kind: 'multi', options: ['ouder', 'kind', 'school'] },
    { key: 'plan', kind: 'triad', anchors: ['gezin', 'hulpverlener', 'netwerk'] },
    { key: 'stenen', kind: 'stones', stones: ['klik', 'op tijd'], anchors: ['slecht', 'goed', 'onbelangrijk', 'belangrijk'] },
    { key: 'factoren', kind: 'stones', stones: ['buren'], anchors: ['onbelangrijk', 'belangrijk'] },
    { key: 'leeftijd', kind: 'number' },
    { key: 'start', kind: 'date' }
  ],
  stories: [
    story({ tevreden: { option: 'zeer' }, wie: { options: ['ouder', 'kind'] }, plan: { shares: [60, 40, 0] }, stenen: { places: { klik: [80, 90], 'op tijd': [50, 49.9] } }, factoren: { places: { buren: [50, null] } }, leeftijd: { value: 7 }, start: { value: 19_800 } },
      { group: 'gezin', wave: 'najaar', collectedOn: '2024-03-31' }),
    story({ tevreden: { option: 'niet' }, wie: { options: ['kind'] }, plan: { shares: [40, 40, 20] }, stenen: { places: { klik: [49, 10] } }, leeftijd: { value: 30 }, start: { value: 19_830 } }, { group: 'team', collectedOn: '2024-04-01' }),
    story({ tevreden: 'na', wie: { options: [] }, plan: { shares: [100 / 3, 100 / 3, 100 / 3] }, leeftijd: { value: 12 } }, { wave: 'voorjaar', collectedOn: '2023-12-01' }),
    story({ wie: 'na', plan: { shares: [10, 59.9, 30.1] }, leeftijd: { value: 55 } }, { codings: [] }),
    story({ plan: { shares: [19.9, 0.1, 80] } }, { codings: [], doneBy: [] })
  ]
})
afterAll(() => plain.close())

const table = (columns: ColumnsBy): Promise<Crosstab> => ask(plain, 'Anna', 'crosstab.table', { columns })
/** Column by column: its face in a few letters, stories, with, without, unread. */
async function shape(columns: ColumnsBy, face: (column: Crosstab['columns'][number]) => unknown = (column) => column.face.is): Promise<unknown[]> {
  const { columns: heads, rows: [row] } = await table(columns)
  return heads.map((head, at) => [face(head), head.value, head.stories, row!.with[at], row!.without[at], row!.unread[at]])
}
const of = (key: string, more: object = {}): ColumnsBy => ({ is: 'signifier', signifier: plain.id(key), ...more })
const named = ({ face }: Crosstab['columns'][number]): unknown => ('name' in face ? face.name : 'zone' in face ? [face.zone, ...face.anchors] : 'quadrant' in face ? face.quadrant : 'from' in face ? [face.from, face.to] : 'period' in face ? face.period : face.is)

describe('columns', () => {
  test('a Likert: its options in order, scored from low to high whichever comes first', async () => {
    expect(await shape(of('tevreden'), named)).toEqual([['niet', true, 1, 1, 0, 0], ['wel', true, 0, 0, 0, 0], ['zeer', true, 1, 1, 0, 0], ['na', false, 1, 1, 0, 0], ['blank', false, 2, 0, 1, 1]])
    expect((await table(of('tevreden'))).measures).toEqual([{ key: 'likert', is: 'likert', name: 'Tevreden?', all: { n: 2, mean: 2, median: 2, sd: Math.SQRT2 } }])
  })
  test('several ticks: a story stands in each; nothing ticked is an answer, n.v.t. and blank are not', async () => {
    expect(await shape(of('wie'), named)).toEqual([
      ['ouder', true, 1, 1, 0, 0], ['kind', true, 2, 2, 0, 0], ['school', true, 0, 0, 0, 0], ['none', true, 1, 1, 0, 0], ['na', false, 1, 0, 1, 0], ['blank', false, 1, 0, 0, 1]
    ])
    const { valid, na, blank, notAsked, overlapping, rows } = await table(of('wie'))
    expect({ valid, na, blank, notAsked, overlapping }).toEqual({ valid: 3, na: 1, blank: 1, notAsked: 0, overlapping: true })
    expect(rows[0]!.tests).toEqual([{ is: 'refused', column: null, reason: 'fewStories', n: 3 }])
  })
  test('a triad in zones: corner from 60, edge under 20, else the centre', async () => {
    expect(await shape(of('plan'), named)).toEqual([
      [['top', 'gezin'], true, 1, 1, 0, 0], [['left', 'hulpverlener'], true, 0, 0, 0, 0], [['right', 'netwerk'], true, 1, 0, 0, 1], [['topLeft', 'gezin', 'hulpverlener'], true, 0, 0, 0, 0],
      [['topRight', 'gezin', 'netwerk'], true, 0, 0, 0, 0], [['leftRight', 'hulpverlener', 'netwerk'], true, 1, 0, 1, 0], [['centre', 'gezin', 'hulpverlener', 'netwerk'], true, 2, 2, 0, 0]
    ])
    expect((await shape(of('plan', { zones: { corner: 75, edge: 10 } }), named)).filter((column) => (column as unknown[])[2] !== 0)).toEqual([
      [['right', 'netwerk'], true, 1, 0, 0, 1], [['topLeft', 'gezin', 'hulpverlener'], true, 1, 1, 0, 0], [['centre', 'gezin', 'hulpverlener', 'netwerk'], true, 3, 2, 1, 0]
    ])
    expect((await table(of('plan'))).measures.map(({ key, name, all }) => [key, name, all.n])).toEqual([['share0', 'gezin', 5], ['share1', 'hulpverlener', 5], ['share2', 'netwerk', 5]])
  })
  test('stones: the quadrants of one stone, or halves on one axis; left aside is not placed, which differs from blank', async () => {
    expect(await shape(of('stenen'), named)).toEqual([['bottomLeft', true, 1, 1, 0, 0], ['bottomRight', true, 0, 0, 0, 0], ['topLeft', true, 0, 0, 0, 0], ['topRight', true, 1, 1, 0, 0], ['blank', false, 3, 1, 1, 1]])
    expect(await shape(of('stenen', { stone: plain.id('stenen/op tijd') }), named)).toEqual([
      ['bottomLeft', true, 0, 0, 0, 0], ['bottomRight', true, 1, 1, 0, 0], ['topLeft', true, 0, 0, 0, 0], ['topRight', true, 0, 0, 0, 0], ['none', false, 1, 1, 0, 0], ['blank', false, 3, 1, 1, 1]
    ])
    expect(await shape(of('factoren'), named)).toEqual([['left', true, 0, 0, 0, 0], ['right', true, 1, 1, 0, 0], ['blank', false, 4, 2, 1, 1]])
  })
  test('a number: round classes about what was answered, or of a chosen width', async () => {
    expect((await shape(of('leeftijd', { bins: { is: 'classes', count: 5 } }), named)).slice(0, 6)).toEqual([
      [[0, 10], true, 1, 1, 0, 0], [[10, 20], true, 1, 1, 0, 0], [[20, 30], true, 0, 0, 0, 0], [[30, 40], true, 1, 1, 0, 0], [[40, 50], true, 0, 0, 0, 0], [[50, 60], true, 1, 0, 1, 0]
    ])
    expect((await shape(of('leeftijd', { bins: { is: 'width', width: 25 } }), named)).slice(0, 3)).toEqual([[[0, 25], true, 2, 2, 0, 0], [[25, 50], true, 1, 1, 0, 0], [[50, 75], true, 1, 0, 1, 0]])
  })
  test('days of an answer, and the day of collection by month, quarter and year', async () => {
    expect(await shape(of('start'), named)).toEqual([['2024-03', true, 1, 1, 0, 0], ['2024-04', true, 1, 1, 0, 0], ['blank', false, 3, 1, 1, 1]])
    const keys = async (by: 'month' | 'quarter' | 'year'): Promise<string[]> => (await table({ is: 'period', by })).columns.map((column) => `${column.key} ${column.stories}`)
    expect(await keys('month')).toEqual(['2023-12 1', '2024-03 1', '2024-04 1', 'unknown 2'])
    expect(await keys('quarter')).toEqual(['2023-Q4 1', '2024-Q1 1', '2024-Q2 1', 'unknown 2'])
    expect(await keys('year')).toEqual(['2023 1', '2024 2', 'unknown 2'])
  })
  test('waves', async () => {
    expect(await shape({ is: 'wave' }, named)).toEqual([['voorjaar', true, 1, 1, 0, 0], ['najaar', true, 1, 1, 0, 0], ['unknown', false, 3, 1, 1, 1]])
  })
})
