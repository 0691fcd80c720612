// Every score falls in exactly one class, also on the lines.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NEAREST_TENS, binOf, countBins, equalBins } from '../../../shared/signifier/bins.ts'

const SEEDED = { seed: 20261122, numRuns: 1000 }

describe('the nearest ten', () => {
  test.each([[0, 0], [4.999, 0], [5, 10], [14.999, 10], [15, 20], [50, 50], [94.999, 90], [95, 100], [100, 100]])('%d goes to the bar %d', (score, bar) => {
    expect(NEAREST_TENS[binOf(NEAREST_TENS, score)!]!.centre).toBe(bar)
  })

  test('the end bars are half as wide', () => {
    expect(NEAREST_TENS.map(bin => bin.to - bin.from)).toEqual([5, 10, 10, 10, 10, 10, 10, 10, 10, 10, 5])
  })
})

describe('equal classes', () => {
  test.each([[20, [[0, 20], [20, 40], [40, 60], [60, 80], [80, 100]]], [30, [[0, 30], [30, 60], [60, 90], [90, 100]]], [100, [[0, 100]]]])('%d wide', (width, bounds) => {
    expect(equalBins(width).map(bin => [bin.from, bin.to])).toEqual(bounds)
  })

  test('20, 40, 60 and 80 begin a class, 100 ends the last; thirds are cut exactly', () => {
    expect([0, 19.999, 20, 40, 60, 80, 99.999, 100].map(score => binOf(equalBins(20), score))).toEqual([0, 0, 1, 2, 3, 4, 4, 4])
    expect([33.3, 100 / 3, 66.6, 200 / 3, 100].map(score => binOf(equalBins(100 / 3), score))).toEqual([0, 1, 1, 2, 2])
    expect(binOf(equalBins(20), (0.1 + 0.7) * 75)).toBe(3)
  })

  test('every score from 0 to 100 falls in exactly one class of any width', () => {
    fc.assert(fc.property(fc.integer({ min: 100, max: 10000 }), fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 30 }), (hundredths, scores) => {
      const bins = equalBins(hundredths / 100)
      expect(countBins(bins, scores).reduce((sum, count) => sum + count, 0)).toBe(scores.length)
    }), SEEDED)
  })

  test('scores outside fall nowhere, and a width that makes no sense is refused', () => {
    expect([binOf(equalBins(10), -0.1), binOf(equalBins(10), 100.1), binOf(equalBins(10), Number.NaN)]).toEqual([null, null, null])
    expect(() => equalBins(0)).toThrow(new RangeError('classes are 1 to 100 wide, not 0'))
  })
})
