// The tests of a table: which one is taken, over what, and when none is.
import { describe, expect, test } from 'vitest'
import type { Crosstab, CrosstabRow, RowTest } from '../../shared/contract/crosstab.ts'
import { testTable } from '../../shared/crosstab/test-table.ts'
import { chi2Independence, DEFAULT_SEED, fisher2x2, pAdjust, permutationChi2, proportionDifference, raoScott, seededRandom } from '../../shared/statistics/index.ts'
import { ask } from '../support/ask.ts'
import { plainProject, type PlainProject, type PlainStory } from '../support/plain-project.ts'

type Told = { group: string; klik: boolean; school?: boolean; teller?: string; ticks?: string[]; unread?: boolean }
const project = (stories: Told[]): PlainProject => ({
  coders: [{ name: 'Anna' }], groups: ['gezin', 'team', 'klein'], codes: [{ name: 'klik' }, { name: 'school' }], signifiers: [{ key: 'wie', kind: 'multi', options: ['ouder', 'kind'] }],
  stories: stories.map(({ group, klik, school, teller, ticks, unread }): PlainStory => ({
    body: 'Zij luisterde.', group, ...(teller === undefined ? {} : { teller }), doneBy: unread ? [] : ['Anna'], answers: ticks ? { wie: { options: ticks } } : {},
    codings: [...(klik ? [{ coder: 'Anna', code: 'klik', start: 0, end: 3 }] : []), ...(school ? [{ coder: 'Anna', code: 'school', start: 0, end: 3 }] : [])]
  }))
})
const told = (count: number, what: Told): Told[] => Array.from({ length: count }, () => what)

async function rowsOf(stories: Told[], columns: 'group' | 'wie' = 'group', more: { tests?: boolean; testing?: { adjust: 'holm' | 'bh' } } = {}): Promise<Crosstab> {
  const plain = plainProject(project(stories))
  try {
    return await ask(plain, 'Anna', 'crosstab.table', { columns: columns === 'group' ? { is: 'group' } : { is: 'signifier', signifier: plain.id('wie') }, ...more })
  } finally {
    plain.close()
  }
}
const tested = (row: CrosstabRow | undefined): Extract<RowTest, { is: 'tested' }>[] => row!.tests.filter((one): one is Extract<RowTest, { is: 'tested' }> => one.is === 'tested')

describe('per story', () => {
  test('two columns: Fisher, which is every shuffle at once; Pearson beside it, the effect first; unread stories stay out', async () => {
    const { rows } = await rowsOf([
      ...told(30, { group: 'gezin', klik: true }), ...told(10, { group: 'gezin', klik: false }), ...told(12, { group: 'team', klik: true }), ...told(28, { group: 'team', klik: false }),
      ...told(9, { group: 'team', klik: false, unread: true })
    ])
    const [chi, exact] = [chi2Independence({ table: [[30, 12], [10, 28]] }), fisher2x2({ table: [[30, 12], [10, 28]] })]
    const apart = proportionDifference({ x1: 30, n1: 40, x2: 12, n2: 40 })
    if (chi.status !== 'ok' || exact.status !== 'ok' || apart.status !== 'ok') throw new Error('the table has two rows')
    expect(tested(rows[0])).toEqual([{
      is: 'tested', column: null, method: 'fisher', unit: 'story', n: 80, missing: 9, statistic: chi.statistic, df: 1, df2: null, p: exact.pTwoSided, classic: chi.p, tellers: null, standardError: null,
      replicates: null, seed: null, adjusted: exact.pTwoSided, cramersV: chi.cramersVBc, minExpected: 19, warnings: [],
      effect: { column: expect.any(String) as string, here: { with: 30, of: 40 }, elsewhere: { with: 12, of: 40 }, difference: apart.difference, low: apart.low, high: apart.high }
    }])
    expect(rows[0]!.residuals).toEqual([...chi.adjustedResiduals[0]!, null])
    expect(rows[1]!.tests).toEqual([{ is: 'refused', column: null, reason: 'smallGroup', n: 80 }])
  })

  test('more columns: the stories shuffled, the same every time; in the window the same as here', async () => {
    const stories = [
      ...told(20, { group: 'gezin', klik: true }), ...told(10, { group: 'gezin', klik: false, school: true }), ...told(9, { group: 'team', klik: true }), ...told(21, { group: 'team', klik: false }),
      ...told(8, { group: 'klein', klik: true, school: true }), ...told(12, { group: 'klein', klik: false })
    ]
    const [{ about: _, ...whole }, { about: __, ...counts }] = [await rowsOf(stories, 'group', { testing: { adjust: 'bh' } }), await rowsOf(stories, 'group', { tests: false })]
    const shuffled = permutationChi2({ table: [[20, 9, 8], [10, 21, 12]], seed: DEFAULT_SEED })
    if (shuffled.status !== 'ok') throw new Error('three columns of twenty stories and more')
    expect(tested(whole.rows[0])[0]).toMatchObject({ method: 'permutation', p: shuffled.p, standardError: shuffled.standardError, replicates: 9999, seed: DEFAULT_SEED, effect: { here: { with: 20, of: 30 }, elsewhere: { with: 17, of: 50 } } })
    const raw = whole.rows.flatMap(tested).map((one) => one.p)
    const bh = pAdjust({ p: raw, method: 'bh' })
    expect([raw.length, whole.rows.flatMap(tested).map((one) => one.adjusted)]).toEqual([2, bh.status === 'ok' ? bh.adjusted : null])
    const nameless = (table: object): unknown => JSON.parse(JSON.stringify(table).replaceAll(/[\w-]{22}/g, 'id'))
    const shares: number[] = []
    expect(nameless(testTable(counts as Crosstab, { adjust: 'bh', draws: 9999 }, (share) => shares.push(share)))).toEqual(nameless(whole))
    expect(shares).toEqual([0.5, 1])
  })

  test('Fisher on a small two by two; a group under five stories takes no part', async () => {
    const { rows } = await rowsOf([...told(6, { group: 'gezin', klik: true }), ...told(2, { group: 'gezin', klik: false }), ...told(1, { group: 'team', klik: true }), ...told(6, { group: 'team', klik: false }), ...told(3, { group: 'klein', klik: true })])
    const exact = fisher2x2({ table: [[6, 1], [2, 6]] })
    expect(tested(rows[0])[0]).toMatchObject({ method: 'fisher', n: 15, missing: 3, p: exact.status === 'ok' ? exact.pTwoSided : NaN, warnings: ['smallExpected', 'leftOut'] })
    expect(rows[0]!.residuals[2]).toBeNull()
  })

  test('Holm over the rows of the table', async () => {
    const { rows, tests } = await rowsOf([
      ...told(30, { group: 'gezin', klik: true, school: true }), ...told(10, { group: 'gezin', klik: false, school: true }), ...told(12, { group: 'team', klik: true }), ...told(15, { group: 'team', klik: false, school: true }), ...told(13, { group: 'team', klik: false })
    ])
    const raw = rows.flatMap(tested).map((one) => one.p)
    const holm = pAdjust({ p: raw, method: 'holm' })
    expect([tests, rows.flatMap(tested).map((one) => one.adjusted)]).toEqual([2, holm.status === 'ok' ? holm.adjusted : null])
  })

  test('several ticks: each option for itself, ticked or not', async () => {
    const { rows } = await rowsOf([
      ...told(12, { group: 'gezin', klik: true, ticks: ['ouder', 'kind'] }), ...told(8, { group: 'gezin', klik: true, ticks: ['kind'] }), ...told(5, { group: 'gezin', klik: false, ticks: ['ouder'] }), ...told(15, { group: 'gezin', klik: false, ticks: ['kind'] })
    ], 'wie')
    const of = (table: number[][]): number => { const chi = chi2Independence({ table }); return chi.status === 'ok' ? chi.statistic : NaN }
    expect(tested(rows[0]).map(({ statistic, n, warnings }) => [statistic, n, warnings.at(-1)])).toEqual([[of([[12, 8], [5, 15]]), 40, 'overlapping'], [of([[20, 0], [15, 5]]), 40, 'overlapping']])
  })
})

describe('[X8] where tellers told several stories, the teller is the unit', () => {
  const random = seededRandom(7)
  const stories = Array.from({ length: 26 }, (_, teller) => Array.from({ length: 1 + teller % 3 }, (): Told => ({ teller: `verteller ${teller}`, group: random() < 0.5 ? 'gezin' : 'team', klik: random() < (teller % 2 === 0 ? 0.7 : 0.3) }))).flat()

  test('Rao and Scott over tellers', async () => {
    const { rows } = await rowsOf(stories)
    const naive = raoScott({ rows: stories.map(({ teller, klik, group }) => [teller!, klik ? 1 : 0, group]) })
    if (naive.status !== 'ok') throw new Error('the tellers differ')
    expect(tested(rows[0])[0]).toMatchObject({
      method: 'raoScott', unit: 'teller', tellers: 26, n: stories.length, statistic: expect.closeTo(naive.f, 9) as number, df: expect.closeTo(naive.ndf, 9) as number,
      df2: expect.closeTo(naive.ddf, 9) as number, p: expect.closeTo(naive.p, 9) as number, warnings: ['severalStories']
    })
  })

  test('refused with fewer than twenty tellers', async () => {
    const few = stories.filter(({ teller }) => Number(teller!.split(' ')[1]) < 19)
    expect((await rowsOf(few)).rows[0]!.tests).toEqual([{ is: 'refused', column: null, reason: 'fewTellers', n: few.length }])
  })
})
