// One cell against all other columns: the effect of the very column that was pressed, its chance, and what it is held against.
import { describe, expect, test } from 'vitest'
import type { Crosstab, CrosstabRow } from '../../../shared/contract/crosstab.ts'
import { testCell } from '../../../shared/crosstab/cell-test.ts'
import { testTable } from '../../../shared/crosstab/test-table.ts'
import { chi2Independence, fisher2x2, fisherP, pAdjust, proportionDifference } from '../../../shared/statistics/index.ts'

/** Rows of [with, without] by column; the last column is no value. */
function tableOf(rows: [yes: number[], no: number[]][], more: Partial<Crosstab> = {}): Crosstab {
  const sum = (counts: number[]): number => counts.slice(0, -1).reduce((total, count) => total + count, 0)
  const width = rows[0]![0].length
  return {
    columns: Array.from({ length: width }, (_, at) => ({ key: `k${at}`, value: at < width - 1 })), columnsAre: 'single', severalTold: false,
    rows: rows.map(([yes, no]) => ({ with: yes, without: no, unread: yes.map(() => 0), valid: { with: sum(yes), without: sum(no), unread: 0 }, total: { unfinished: 0 }, tests: [], residuals: [], expected: [] })), ...more
  } as unknown as Crosstab
}
const p = (table: number[][]): number => {
  const chi = chi2Independence({ table })
  if (chi.status !== 'ok') throw new Error('a table of two by two')
  return chi.minExpected < 5 ? (fisher2x2({ table }) as { pTwoSided: number }).pTwoSided : chi.p
}

describe('[X5] is the difference in this cell luck', () => {
  const rows: [number[], number[]][] = [[[20, 4, 12, 3], [10, 26, 18, 1]], [[9, 10, 2, 0], [21, 20, 28, 4]]]
  const table = tableOf(rows)
  const fours = rows.flatMap(([yes, no]) => [0, 1, 2].map((at) => {
    const [with1, with2] = [yes[at]!, yes.slice(0, 3).reduce((a, b) => a + b, 0) - yes[at]!]
    const [no1, no2] = [no[at]!, no.slice(0, 3).reduce((a, b) => a + b, 0) - no[at]!]
    return [[with1, with2], [no1, no2]]
  }))

  test('about the column that was pressed, though another strays more; held against all cells', () => {
    const tested = testTable(table, { adjust: 'holm', draws: 99 })
    const [strayed] = tested.rows[0]!.tests
    expect(strayed).toMatchObject({ is: 'tested', effect: { column: 'k0' } })
    for (const adjust of ['holm', 'bh'] as const) {
      const family = pAdjust({ p: fours.map(p), method: adjust }) as { adjusted: number[] }
      table.rows.forEach((row, line) => [0, 1, 2].forEach((at) => {
        const [[a, c], [b, d]] = fours[line * 3 + at]! as [[number, number], [number, number]]
        const apart = proportionDifference({ x1: a, n1: a + b, x2: c, n2: c + d }) as { difference: number, low: number, high: number }
        const answer = testCell(table, row, at, adjust)
        expect(answer).toMatchObject({ is: 'tested', n: 90, cells: 6, effect: { column: `k${at}`, here: { with: a, of: a + b }, elsewhere: { with: c, of: c + d }, difference: apart.difference, low: apart.low, high: apart.high } })
        if (answer.is !== 'tested') return
        expect(answer.p).toBeCloseTo(p(fours[line * 3 + at]!), 12)
        expect(answer.adjusted).toBeCloseTo(family.adjusted[line * 3 + at]!, 12)
      }))
    }
  })

  test('of two columns the one says what the other says: one cell a row in the family', () => {
    const two = tableOf([[[12, 5, 0], [8, 15, 0]], [[9, 9, 0], [11, 11, 0]]])
    const [left, right] = [0, 1].map((at) => testCell(two, two.rows[0]!, at, 'holm'))
    expect([left, right]).toMatchObject([{ cells: 2, effect: { column: 'k0' } }, { cells: 2, effect: { column: 'k1' } }])
    expect((left as { adjusted: number }).adjusted).toBeCloseTo((right as { adjusted: number }).adjusted, 12)
  })

  test('refused with a reason: no answer, few stories, a small column, who coded; by teller the size is told and no chance', () => {
    const row = (of: Crosstab): CrosstabRow => of.rows[0]!
    const small = tableOf([[[20, 2, 10, 0], [20, 2, 10, 0]]])
    expect([testCell(table, row(table), 3, 'holm'), testCell(small, row(small), 1, 'holm')]).toMatchObject([{ is: 'refused', reason: 'noValue', effect: null }, { is: 'refused', reason: 'smallGroup', effect: null }])
    const [few, coders] = [tableOf([[[2, 2, 0], [2, 2, 0]]]), tableOf(rows, { columnsAre: 'none' })]
    expect([testCell(few, row(few), 0, 'holm'), testCell(coders, row(coders), 0, 'holm')]).toMatchObject([{ reason: 'fewStories' }, { reason: 'notIndependent' }])
    const told = tableOf(rows, { severalTold: true })
    expect(testCell(told, row(told), 0, 'holm')).toMatchObject({ is: 'refused', reason: 'byTeller', n: 90, effect: { column: 'k0', here: { with: 20, of: 30 } } })
  })

  test('Fisher’s p alone is the one of the whole test', () => {
    for (const [a, b, c, d] of [[3, 1, 1, 3], [12, 5, 8, 15], [0, 10, 7, 3], [120, 90, 80, 140]] as const) {
      expect(fisherP([a, b, c, d])).toBe((fisher2x2({ table: [[a, b], [c, d]] }) as { pTwoSided: number }).pTwoSided)
    }
  })
})
