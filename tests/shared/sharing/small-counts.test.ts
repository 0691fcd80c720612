// Small counts in what leaves the team: hidden, and not to be worked out from what is shown. Checked by trying every table that fits.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hideSmall, hideSmallEach, type Told } from '../../../shared/sharing/small-counts.ts'

const sum = (list: readonly number[]) => list.reduce((all, each) => all + each, 0)

/** Every row of counts with this total that agrees with what is told. */
function rowsThatFit(told: Told, total: number): number[][] {
  const [first, ...rest] = told
  if (first === undefined) return total === 0 ? [[]] : []
  const values = first !== null ? (first <= total ? [first] : []) : Array.from({ length: total + 1 }, (_, at) => at)
  return values.flatMap((value) => rowsThatFit(rest, total - value).map((row) => [value, ...row]))
}

describe('[P9] small counts on paper', () => {
  test('one to four are hidden, with one more so that the total does not tell; none and many stay', () => {
    expect(hideSmall([[3, 12, 0, 30]])).toEqual([[null, null, 0, 30]])
    expect(hideSmall([[12, 0, 30]])).toEqual([[12, 0, 30]])
    expect(hideSmall([[3, 3, 20]])).toEqual([[null, null, 20]])
    expect(hideSmall([[1, 1, 20, 40]])).toEqual([[null, null, null, 40]]) // two of one each: their sum of two says it
    expect(hideSmall([[2, 1, 1]])).toEqual([null])
    expect(hideSmall([[5, 0]])).toEqual([[5, 0]])
    expect(hideSmall([[3, 2]])).toEqual([null])
  })

  test('what all of a known group have is told of each of them, so it is hidden; of all stories it is not', () => {
    expect(hideSmall([[12, 0], [10, 9]], { groups: true })).toEqual([[null, null], [null, null]])
    expect(hideSmall([[12, 0]])).toEqual([[12, 0]])
  })

  test('a group too small to show takes with it what would give it away beside all stories', () => {
    // All less the second and third is the first, whichever of them is shown.
    expect(hideSmall([[2, 1], [20, 30], [40, 50]])).toEqual([null, [null, null], [null, null]])
    expect(hideSmall([[12, 3, 30], [20, 9, 41]])).toEqual([[null, null, 30], [null, null, 41]])
  })

  test('where several answers are possible, so are those few who did not choose one', () => {
    expect(hideSmallEach([3, 20, 38, 0], 40)).toEqual([null, 20, null, 0])
    expect(hideSmallEach([3, 1], 4)).toBeNull()
    expect(hideSmallEach([8, 3], 8, { groups: true })).toEqual([null, null])
  })

  test('in one row every hidden count could be five different ones at least', () => {
    fc.assert(fc.property(fc.array(fc.nat(14), { minLength: 1, maxLength: 5 }), (row) => {
      const [told] = hideSmall([row])
      if (told === null) return
      expect(told!.every((count, at) => count === null ? row[at]! > 0 : count === row[at] && !(count > 0 && count < 5))).toBe(true)
      const fits = rowsThatFit(told!, sum(row)).filter((each) => each.every((count, at) => told![at] !== null || count > 0))
      told!.forEach((count, at) => { if (count === null) expect(new Set(fits.map((each) => each[at])).size).toBeGreaterThanOrEqual(5) })
    }), { numRuns: 150, seed: 20261123 })
  })

  test('in two groups beside the totals of all, too', () => {
    const line = fc.array(fc.nat(11), { minLength: 3, maxLength: 3 })
    fc.assert(fc.property(line, line, (first, second) => {
      const rows = [first, second]
      const beside = hideSmall([first.map((count, at) => count + second[at]!)])[0]
      fc.pre(beside !== null && beside!.every((count) => count !== null)) // else the sheet of all tells not all of its totals
      const told = hideSmall(rows)
      expect(told.every((row, at) => row === null || row.every((count, column) => count === null || (count === rows[at]![column] && !(count > 0 && count < 5))))).toBe(true)
      const columns = first.map((count, at) => count + second[at]!)
      const all = (at: number): number[][] => (told[at] === null ? Array.from({ length: sum(columns) + 1 }, (_, total) => rowsThatFit([null, null, null], total)).flat() : rowsThatFit(told[at]!, sum(rows[at]!)))
      const fits = all(0).filter((row) => {
        const other = columns.map((total, at) => total - row[at]!)
        return other.every((count, at) => count >= 0 && (told[1] === null || told[1]![at] === null || told[1]![at] === count)) && (told[1] === null || sum(other) === sum(second))
      })
      told.forEach((row, at) => columns.forEach((total, column) => {
        if ((row !== null && row[column] !== null) || total === 0) return
        const values = new Set(fits.map((each) => (at === 0 ? each[column] : total - each[column]!)))
        expect(values.size).toBeGreaterThanOrEqual(5)
      }))
    }), { numRuns: 60, seed: 20261123 })
  })
})
