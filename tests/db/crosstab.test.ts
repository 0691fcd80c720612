// Counts worked out by hand on fourteen stories, two coders and two groups.
import { afterAll, describe, expect, test } from 'vitest'
import type { Crosstab, CrosstabRow } from '../../shared/contract/crosstab.ts'
import type { Input } from '../../shared/contract/index.ts'
import { ask, askInVain } from '../support/ask.ts'
import { plainProject, type Plain, type PlainProject, type PlainStory } from '../support/plain-project.ts'

const BODY = 'Zij luisterde en dat hielp ons verder.'
const story = (group: string, invloed: number | 'na' | null, doneBy: string[], codings: [coder: string, code: string, start: number, end: number][] = []): PlainStory => ({
  body: BODY, group, doneBy, codings: codings.map(([coder, code, start, end]) => ({ coder, code, start, end })),
  answers: invloed === null ? {} : { invloed: invloed === 'na' ? 'na' : { value: invloed } }
})

const PROJECT: PlainProject = {
  coders: [{ name: 'Anna' }, { name: 'Bram' }, { name: 'Samen', role: 'consensus' }],
  groups: ['gezin', 'team'],
  codes: [{ name: 'hulp' }, { name: 'klik', parent: 'hulp' }, { name: 'school', parent: 'hulp' }, { name: 'weg', removed: true }],
  signifiers: [{ key: 'invloed', kind: 'slider', title: 'Hoeveel invloed had je?', askedOf: ['gezin'] }, { key: 'toelichting', kind: 'text' }],
  stories: [
    story('gezin', 95, ['Anna'], [['Anna', 'klik', 0, 4], ['Bram', 'klik', 0, 4], ['Anna', 'school', 2, 6]]),
    story('gezin', 90, ['Anna'], [['Anna', 'klik', 0, 4], ['Anna', 'klik', 5, 9]]),
    story('gezin', 94, ['Bram'], [['Bram', 'klik', 0, 4]]),
    story('gezin', 88, [], [['Anna', 'klik', 0, 4]]),
    { ...story('gezin', 10, ['Anna']), codings: [{ coder: 'Anna', code: 'klik', start: 0, end: 4, removed: true }] },
    story('gezin', 14, ['Anna', 'Bram']),
    story('gezin', 5, ['Anna'], [['Anna', 'school', 0, 6]]),
    story('gezin', 12, ['Bram']),
    story('gezin', 20, ['Anna']),
    story('gezin', 91, ['Anna'], [['Anna', 'klik', 0, 4], ['Samen', 'school', 0, 4]]),
    story('gezin', 'na', ['Anna'], [['Anna', 'klik', 0, 4]]),
    story('gezin', null, ['Anna']),
    story('team', null, ['Bram'], [['Bram', 'klik', 0, 4]]),
    story('team', null, []),
    { ...story('gezin', 90, ['Anna'], [['Anna', 'klik', 0, 4]]), state: 'withdrawn' },
    { ...story('gezin', 90, ['Anna'], [['Anna', 'klik', 0, 4]]), state: 'staged' }
  ]
}

const open = plainProject(PROJECT)
const blind = plainProject({ ...PROJECT, blind: true })
afterAll(() => {
  open.close()
  blind.close()
})

type Question = Partial<Omit<Input<'crosstab.table'>, 'rows'>> & { rows?: [code: string, branch?: boolean][] }
const table = (question: Question = {}, viewer: string | null = 'Anna', plain: Plain = open): Promise<Crosstab> => ask(plain, viewer, 'crosstab.table', {
  columns: { is: 'signifier', signifier: plain.id('invloed') }, ...question, rows: (question.rows ?? [['klik']]).map(([code, branch]) => ({ code: plain.id(code), branch: branch ?? false }))
})
/** The columns of a list that are not 0, by key. */
const filled = ({ columns }: Crosstab, counts: number[]): Record<string, number> => Object.fromEntries(columns.flatMap(({ key }, at) => (counts[at] === 0 ? [] : [[key, counts[at]!]])))
const sides = (answer: Crosstab, row: CrosstabRow = answer.rows[0]!) => ({ with: filled(answer, row.with), without: filled(answer, row.without), unread: filled(answer, row.unread) })

describe('a slider in eleven bars', () => {
  test('columns: eleven bars, n.v.t., blank, not asked; n of the question', async () => {
    const answer = await table()
    expect(answer.columns.map((column) => column.key)).toEqual(['bar0', 'bar10', 'bar20', 'bar30', 'bar40', 'bar50', 'bar60', 'bar70', 'bar80', 'bar90', 'bar100', 'na', 'blank', 'notAsked'])
    expect(filled(answer, answer.columns.map((column) => column.stories))).toEqual({ bar10: 4, bar20: 1, bar90: 4, bar100: 1, na: 1, blank: 1, notAsked: 2 })
    expect(filled(answer, answer.columns.map((column) => column.done))).toEqual({ bar10: 4, bar20: 1, bar90: 3, bar100: 1, na: 1, blank: 1, notAsked: 1 })
    const { valid, na, blank: blanks, notAsked, about } = answer
    expect({ valid, na, blanks, notAsked, about }).toEqual({
      valid: 10, na: 1, blanks: 1, notAsked: 2, about: { n: 14, layer: { is: 'all' }, viewer: open.id('Anna'), mode: 'analysis', blind: false }
    })
  })

  test('[X1] stories: the same place by two coders, or two places by one, is one story', async () => {
    const answer = await table()
    expect(filled(answer, answer.rows[0]!.counts)).toEqual({ bar90: 4, bar100: 1, na: 1, notAsked: 1 })
    expect(answer.rows[0]!.total).toEqual({ count: 7, with: 7, without: 6, unread: 1, unfinished: 1 })
  })

  test('[X2] without the code only where a coder of the layer marked the story done; the rest is unread', async () => {
    expect(sides(await table())).toEqual({
      with: { bar90: 4, bar100: 1, na: 1, notAsked: 1 }, without: { bar10: 4, bar20: 1, blank: 1 }, unread: { notAsked: 1 }
    })
    const anna = await table({ layer: { is: 'coder', coder: open.id('Anna') } })
    expect(sides(anna)).toEqual({ with: { bar90: 3, bar100: 1, na: 1 }, without: { bar10: 3, bar20: 1, blank: 1 }, unread: { bar10: 1, bar90: 1, notAsked: 2 } })
    expect(sides(await table({ layer: { is: 'consensus' }, rows: [['school']] }))).toEqual({
      with: { bar90: 1 }, without: {}, unread: { bar10: 4, bar20: 1, bar90: 3, bar100: 1, na: 1, blank: 1, notAsked: 2 }
    })
  })

  test('[X3] fragments: a place counts once whoever coded it; codings count each', async () => {
    const fragments = await table({ unit: 'fragment' })
    expect([filled(fragments, fragments.rows[0]!.counts), fragments.rows[0]!.total.count]).toEqual([{ bar90: 5, bar100: 1, na: 1, notAsked: 1 }, 8])
    const codings = await table({ unit: 'coding' })
    expect([filled(codings, codings.rows[0]!.counts), codings.rows[0]!.total.count]).toEqual([{ bar90: 5, bar100: 2, na: 1, notAsked: 1 }, 9])
    expect(sides(codings)).toEqual(sides(await table()))
  })

  test('[X4] a branch counts a story once, and takes every code below it along', async () => {
    const rows: [string, boolean][] = [['hulp', true], ['hulp', false]]
    const answer = await table({ rows })
    expect(answer.rows.map((row) => filled(answer, row.counts))).toEqual([{ bar10: 1, bar90: 4, bar100: 1, na: 1, notAsked: 1 }, {}])
    expect((await table({ rows, unit: 'fragment' })).rows.map((row) => row.total.count)).toEqual([10, 0])
    expect((await table({ rows, unit: 'coding' })).rows.map((row) => row.total.count)).toEqual([11, 0])
  })

  test('scores of the stories with and without the code', async () => {
    const { measures, rows } = await table()
    expect(measures).toEqual([{ key: 'score', is: 'score', name: 'Hoeveel invloed had je?', all: { n: 10, mean: 51.9, median: 54, sd: expect.closeTo(Math.sqrt(15_914.9 / 9), 10) as number } }])
    expect(rows[0]!.scores).toEqual([{
      with: { n: 5, mean: expect.closeTo(91.6, 10) as number, median: 91, sd: expect.closeTo(Math.sqrt(8.3), 10) as number },
      without: { n: 5, mean: expect.closeTo(12.2, 10) as number, median: 12, sd: expect.closeTo(Math.sqrt(30.2), 10) as number }
    }])
  })

  test('[X5] the test: stories with against stories without, simulated where expected counts are small', async () => {
    const answer = await table()
    const [row] = answer.rows
    // Four of the 252 ways to lay five codes over these ten stories part the columns as sharply.
    const { p, standardError, adjusted, ...rest } = row!.tests[0] as Extract<CrosstabRow['tests'][number], { is: 'tested' }>
    expect(Math.abs(p - 4 / 252)).toBeLessThan(5 * standardError!)
    expect(adjusted).toBe(p)
    expect(rest).toEqual({
      is: 'tested', column: null, method: 'permutation', unit: 'story', n: 10, missing: 0, statistic: 10, df: 3, df2: null, classic: expect.closeTo(0.018566, 6) as number, effect: null, tellers: null, replicates: 9999, seed: 20260101,
      cramersV: expect.closeTo(Math.sqrt(0.75), 12) as number, minExpected: 0.5, warnings: ['smallExpected', 'unfinished']
    })
    expect(answer.tests).toBe(1)
    expect(filled(answer, row!.expected.map((value) => value ?? 0))).toEqual({ bar10: 2, bar20: 0.5, bar90: 2, bar100: 0.5 })
    // Columns under five stories bear no mark.
    expect(row!.residuals.every((z) => z === null)).toBe(true)
  })

  test('classes: equal ones, or of a chosen width; each value in one class, the end in the last', async () => {
    const five = await table({ columns: { is: 'signifier', signifier: open.id('invloed'), bins: { is: 'classes', count: 5 } } })
    expect(five.columns.map((column) => column.face).slice(0, 5)).toEqual([0, 20, 40, 60, 80].map((from) => ({ is: 'range', from, to: from + 20, closed: from === 80 })))
    expect(filled(five, five.columns.map((column) => column.stories))).toEqual({ from0: 4, from20: 1, from80: 5, na: 1, blank: 1, notAsked: 2 })
    const wide = await table({ columns: { is: 'signifier', signifier: open.id('invloed'), bins: { is: 'width', width: 30 } } })
    expect(wide.columns.slice(0, 4).map((column) => column.face)).toEqual([[0, 30], [30, 60], [60, 90], [90, 100]].map(([from, to]) => ({ is: 'range', from, to, closed: to === 100 })))
    expect(filled(wide, wide.columns.map((column) => column.stories))).toEqual({ from0: 5, from60: 1, from90: 4, na: 1, blank: 1, notAsked: 2 })
  })

  test('a filter narrows the stories, not the meaning of the columns', async () => {
    const answer = await table({ filter: { answers: [{ is: 'range', signifier: open.id('invloed'), part: 0, from: 0, to: 50 }] } })
    expect([answer.about.n, sides(answer)]).toEqual([5, { with: {}, without: { bar10: 4, bar20: 1 }, unread: {} }])
  })
})

describe('other columns', () => {
  test('groups, periods and coders', async () => {
    const groups = await table({ columns: { is: 'group' } })
    expect(groups.columns.map(({ face, stories, done }) => ({ face, stories, done }))).toEqual([
      { face: { is: 'group', id: open.id('gezin'), name: 'gezin' }, stories: 12, done: 11 },
      { face: { is: 'group', id: open.id('team'), name: 'team' }, stories: 2, done: 1 }
    ])
    expect(groups.rows[0]!.with).toEqual([6, 1])
    expect(groups.rows[0]!.tests).toEqual([{ is: 'refused', column: null, reason: 'oneColumn', n: 12 }])
    const periods = await table({ columns: { is: 'period', by: 'month' } })
    expect(periods.columns.map((column) => column.key)).toEqual(['unknown'])
    const coders = await table({ columns: { is: 'coder' } })
    expect(coders.columns.map(({ face, done }) => [face.is === 'coder' && face.name, done])).toEqual([['Anna', 9], ['Bram', 4]])
    expect({ ...coders.rows[0]!, scores: [] }).toMatchObject({
      counts: [5, 3], with: [5, 3], without: [5, 2], unread: [4, 9], total: { count: 7 }, tests: [{ is: 'refused', reason: 'notIndependent' }]
    })
    expect((await table({ columns: { is: 'coder' }, unit: 'coding' })).rows[0]!.counts).toEqual([6, 3])
    expect((await table({ columns: { is: 'coder' }, unit: 'fragment' })).rows[0]!.counts).toEqual([6, 3])
  })

  test('what makes no table is refused', async () => {
    expect(await askInVain(open, 'Anna', 'crosstab.table', { columns: { is: 'signifier', signifier: open.id('toelichting') } }))
      .toEqual({ kind: 'invalid_input', message: 'crosstab.free_text', values: { question: 'toelichting' } })
    expect(await askInVain(open, 'Anna', 'crosstab.table', { columns: { is: 'signifier', signifier: open.id('invloed'), bins: { is: 'width', width: 0.5 } } }))
      .toEqual({ kind: 'invalid_input', message: 'crosstab.too_many_columns', values: { columns: 200 } })
    expect(await askInVain(open, 'Anna', 'crosstab.table', { columns: { is: 'group' }, rows: [{ code: open.id('weg') }] })).toEqual({ kind: 'not_found', message: 'code.absent', values: {} })
    expect(await askInVain(open, 'Anna', 'crosstab.table', { columns: { is: 'group' }, mode: 'sharing' })).toEqual({ kind: 'forbidden', message: 'counts.not_for_sharing', values: {} })
  })
})

describe('[X6] blind coding', () => {
  test('counts hold what the viewer may see, and a story they have not finished is unread to them', async () => {
    const anna = await table({}, 'Anna', blind)
    expect(anna.about.blind).toBe(true)
    expect(sides(anna)).toEqual({ with: { bar90: 3, bar100: 1, na: 1 }, without: { bar10: 3, bar20: 1, blank: 1 }, unread: { bar10: 1, bar90: 1, notAsked: 2 } })
    expect((await table({ unit: 'coding' }, 'Anna', blind)).rows[0]!.total.count).toBe(7)
    const nobody = await table({}, null, blind)
    expect(nobody.rows[0]!.total).toEqual({ count: 0, with: 0, without: 0, unread: 14, unfinished: 0 })
  })
})

describe('frequencies', () => {
  test('by coder, by group, small codes taken together', async () => {
    const byCoder = await ask(open, 'Anna', 'frequency.table', { by: 'coder' })
    expect(byCoder.parts.map(({ name, stories }) => [name, stories])).toEqual([['Anna', 9], ['Bram', 4]])
    expect(byCoder.rows.map(({ name, coders, all, parts }) => ({ name, coders, all, parts }))).toEqual([
      { name: 'hulp', coders: 0, all: { codings: 0, fragments: 0, stories: 0 }, parts: [{ codings: 0, fragments: 0, stories: 0 }, { codings: 0, fragments: 0, stories: 0 }] },
      { name: 'klik', coders: 2, all: { codings: 9, fragments: 8, stories: 7 }, parts: [{ codings: 6, fragments: 6, stories: 5 }, { codings: 3, fragments: 3, stories: 3 }] },
      { name: 'school', coders: 1, all: { codings: 2, fragments: 2, stories: 2 }, parts: [{ codings: 2, fragments: 2, stories: 2 }, { codings: 0, fragments: 0, stories: 0 }] }
    ])
    const byGroup = await ask(open, 'Anna', 'frequency.table', { by: 'group', lump: 2, fragments: false })
    expect(byGroup).toMatchObject({ stories: 14, parts: [{ name: 'gezin', stories: 12 }, { name: 'team', stories: 2 }] })
    expect(byGroup.rows).toEqual([
      { code: open.id('klik'), name: 'klik', colour: 2, lumped: [], coders: 2, all: { codings: 9, fragments: null, stories: 7 },
        parts: [{ codings: 8, fragments: null, stories: 6 }, { codings: 1, fragments: null, stories: 1 }] },
      { code: null, name: '', colour: null, lumped: [open.id('hulp'), open.id('school')], coders: 1, all: { codings: 2, fragments: null, stories: 2 },
        parts: [{ codings: 2, fragments: null, stories: 2 }, { codings: 0, fragments: null, stories: 0 }] }
    ])
  })

  test('code.counts agrees, branches too', async () => {
    const counts = await ask(open, 'Anna', 'code.counts', {})
    expect(counts).toEqual([
      { code: open.id('hulp'), codings: 0, fragments: 0, stories: 0, coders: 0, branch: { codings: 11, fragments: 10, stories: 8 } },
      { code: open.id('klik'), codings: 9, fragments: 8, stories: 7, coders: 2, branch: { codings: 9, fragments: 8, stories: 7 } },
      { code: open.id('school'), codings: 2, fragments: 2, stories: 2, coders: 1, branch: { codings: 2, fragments: 2, stories: 2 } }
    ])
  })
})

describe('[X7] what lies behind a number is what it counted', () => {
  const behind = (input: Partial<Input<'crosstab.behind'>>) => ask(open, 'Anna', 'crosstab.behind', { columns: { is: 'signifier', signifier: open.id('invloed') }, row: { code: open.id('klik') }, column: null, ...input })
  const numbers = async (input: Partial<Input<'crosstab.behind'>>): Promise<number[]> => (await behind(input)).rows.map((row) => row.number)

  test('a cell, its other sides, a row and a column', async () => {
    expect(await numbers({ column: 'bar90' })).toEqual([2, 3, 4, 10])
    expect(await numbers({ column: 'bar10', side: 'without' })).toEqual([5, 6, 7, 8])
    expect(await numbers({ column: 'notAsked', side: 'unread' })).toEqual([14])
    expect(await numbers({})).toEqual([1, 2, 3, 4, 10, 11, 13])
    expect(await numbers({ row: null, column: 'na' })).toEqual([11])
    expect(await numbers({ columns: { is: 'coder' }, column: open.id('Bram') })).toEqual([1, 3, 13])
  })

  test('fragments with their words; the same place by two coders is one', async () => {
    const { stories, fragments, codings, rows } = await behind({ column: 'bar100' })
    expect({ stories, fragments, codings, rows }).toEqual({
      stories: 1, fragments: 1, codings: 2,
      rows: [{
        story: open.id('#1'), number: 1, group: open.id('gezin'), wave: null, opening: BODY, more: 0,
        fragments: [{ text: expect.any(String) as string, start: 0, end: 4, before: '', quote: 'Zij ', after: BODY.slice(4), codes: [open.id('klik')], coders: [open.id('Anna'), open.id('Bram')] }]
      }]
    })
  })

  test('a page at a time, the totals of the whole', async () => {
    const page = await behind({ offset: 1, limit: 2 })
    expect([page.stories, page.fragments, page.codings, page.rows.map((row) => row.number)]).toEqual([7, 8, 9, [2, 3]])
  })

  test('a column that is not there is refused', async () => {
    expect(await askInVain(open, 'Anna', 'crosstab.behind', { columns: { is: 'group' }, row: null, column: 'bar10' })).toEqual({ kind: 'not_found', message: 'crosstab.column_absent', values: {} })
  })
})
