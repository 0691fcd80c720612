// The printed figures of the papers and the study, to the digits that were printed, and the worked example by hand.
import { describe, expect, test } from 'vitest'
import {
  alphaU, alphaU1995, fleissKappa, krippendorffAlpha, marginOfError, proportionCi, requiredSampleSize, UNDEFINED_REASONS,
  type MeasurementLevel, type Outcome, type Span
} from '../../../shared/statistics/index.ts'
import { fisherUpper, normalCritical, studentCritical, chiSquareUpper, studentTwoSided } from '../../../shared/statistics/distributions.ts'
import { hedgesCorrection } from '../../../shared/statistics/effect-size.ts'
import type { CountTable } from '../../../shared/statistics/index.ts'
import { cases } from './cases.ts'

function figures<T extends object>(answer: Outcome<T>): T {
  if (answer.status === 'undefined') throw new Error(answer.reason)
  return answer
}

function casesInput(file: string, name: string): { ratings: (number | null)[][], counts: CountTable } {
  return cases.get(file)!.find(each => each.name === name)!.input as never
}

describe('Krippendorff', () => {
  const printedAlphas: [MeasurementLevel, number][] = [['nominal', 0.743], ['ordinal', 0.815], ['interval', 0.849], ['ratio', 0.797]]
  test.each(printedAlphas)('four observers, twelve units, %s', (level, printed) => {
    const { ratings } = casesInput('agreement.json', 'nominal canonical 4×12')
    const answer = figures(krippendorffAlpha({ ratings, level }))
    expect(Number(answer.alpha.toFixed(3))).toBe(printed)
    expect([answer.nUnits, answer.nValues]).toEqual([11, 40])
  })

  test('three observers, fifteen units: .691 nominal, .811 interval', () => {
    const { ratings } = casesInput('agreement.json', 'nominal 3×15')
    expect((['nominal', 'interval'] as const).map(level => Number(figures(krippendorffAlpha({ ratings, level })).alpha.toFixed(3)))).toEqual([0.691, 0.811])
  })

  test('the worked example of own spans', () => {
    const [a, b] = [
      [{ start: 0, end: 20, value: 'k' }, { start: 50, end: 80, value: 'e' }],
      [{ start: 0, end: 25, value: 'k' }, { start: 60, end: 70, value: 'e' }, { start: 70, end: 90, value: 'k' }]
    ]
    const answer = figures(alphaU({ length: 100, coders: [a, b] }))
    expect([answer.uAlpha, answer.uAlphaBinary!].map(alpha => alpha.toFixed(10))).toEqual(['0.4784095427', '0.5303258145'])
    // By hand: shared lengths kk 20, ee 10, ek 10 in both directions make 80; margins 50 and 30, own squares 900 and 500.
    expect(answer.cuAlpha).toBeCloseTo(1 - 20 / (2 * 80 * 50 * 30 / (80 ** 2 - 1400)), 14)
    expect(answer.cuAlpha!.toFixed(10)).toBe('0.5833333333')
    expect(answer.coverage).toBeCloseTo(40 / 100, 14)
    expect(answer.perValue.map(each => [each.value, each.coverage])).toEqual([['e', 30 / 40], ['k', 50 / 65]])
  })

  // The book prints .510 / .413 / .724 for three coders and 60 characters, but its spans are nowhere to be read. This one is worked out by
  // hand so that what is at stake there shows: with three coders a unit counts by the square of the mean length that met a mark.
  test('three coders, by hand: a unit meets others by its mean overlap', () => {
    const answer = figures(alphaU({ length: 10, coders: [[{ start: 0, end: 6, value: 'k' }, { start: 6, end: 10, value: 'e' }], [{ start: 0, end: 4, value: 'k' }], [{ start: 4, end: 10, value: 'e' }]] }))
    // Where both marked: kk 4, ee 4, ke 1 both ways: 10, margins 5 and 5. Own squares 3², 2², 2², 3² = 26 of the mean overlaps.
    expect(answer.cuAlpha).toBeCloseTo(1 - 2 / (10 * 2 * 5 * 5 / (10 ** 2 - 26)), 14)
    expect(answer.cuAlpha).toBeCloseTo(0.704, 14)
    // Squares of each overlap by itself would be 36 and give .744; of the whole that met anybody 104, and leave nothing to chance.
    // All characters: k, e and unmarked 10 each; k with unmarked 5, e with unmarked 5, k with e 1, both ways; units 36 + 16 + 16 + 36, gaps 10.
    expect(answer.uAlpha).toBeCloseTo(1 - 22 / (30 * 3 * 2 * 100 / (30 ** 2 - 114)), 14)
    expect(answer.uAlphaBinary).toBeCloseTo(1 - 20 / (30 * 2 * 200 / (30 ** 2 - 114)), 14)
    expect(answer.coverage).toBeCloseTo(10 / 30, 14)
  })

  test('the 1995 measure: .7286 for one code, .85867 over both', () => {
    const span = (at: number, length: number, value: string): Span => ({ start: at - 150, end: at - 150 + length, value })
    const answer = figures(alphaU1995({
      length: 300,
      coders: [
        [span(225, 70, 'c'), span(370, 30, 'c'), span(180, 60, 'k'), span(300, 50, 'k')],
        [span(220, 80, 'c'), span(355, 20, 'c'), span(400, 20, 'c'), span(180, 60, 'k'), span(300, 50, 'k')]
      ]
    }))
    expect([answer.perCategory[0]!.alpha!.toFixed(4), answer.alpha.toFixed(5)]).toEqual(['0.7286', '0.85867'])
  })
})

test('Fleiss 1971 has kappa .430, ten subjects with fourteen raters .210', () => {
  expect(figures(fleissKappa(casesInput('agreement.json', 'Fleiss 1971'))).kappa.toFixed(3)).toBe('0.430')
  expect(figures(fleissKappa(casesInput('agreement.json', 'ten subjects, fourteen raters'))).kappa.toFixed(3)).toBe('0.210')
})

describe('the study', () => {
  test('75 of 465 families: 11.3 % without and 10.4 % with the correction', () => {
    const answer = figures(marginOfError({ n: 75, population: 465 }))
    expect([answer.moeInfinite, answer.moe].map(moe => (100 * moe).toFixed(1))).toEqual(['11.3', '10.4'])
  })

  test('±10 % among 465 needs 80', () => {
    expect(figures(requiredSampleSize({ population: 465, moe: 0.1 })).n).toBe(80)
  })

  test('nobody and everybody have exact ends', () => {
    expect(figures(proportionCi({ x: 0, n: 40 })).wilsonLow).toBe(0)
    expect(figures(proportionCi({ x: 40, n: 40 })).wilsonHigh).toBe(1)
  })
})

describe('distributions', () => {
  test('quantiles of the textbook tables', () => {
    expect([normalCritical(0.95), studentCritical(0.95, 10), studentCritical(0.99, 1), studentCritical(0.5, 3)].map(value => value.toFixed(6)))
      .toEqual(['1.959964', '2.228139', '63.656741', '0.764892'])
  })

  test('tails stay right where a difference from 1 would be 0, and with very many degrees of freedom', () => {
    const near = (actual: number, expected: number): void => expect(Math.abs(actual / expected - 1)).toBeLessThan(1e-10)
    // mpmath, 40 digits
    near(chiSquareUpper(1300, 3), 1.47174371069801e-281)
    near(chiSquareUpper(20000, 20000), 0.498670191660045)
    near(studentTwoSided(1e-8, 1), 0.999999993633802)
    near(fisherUpper(1, 4, 1e6), 0.40600639104988834)
  })

  test('J of Hedges against the gamma function, and none with one degree of freedom', () => {
    // J(4) = Γ(2)/(√2·Γ(3/2)) = √(2/π)
    expect(hedgesCorrection(4)).toBeCloseTo(Math.sqrt(2 / Math.PI), 14)
    // J(3) = Γ(3/2)/(√(3/2)·Γ(1)) = √(π/6)
    expect(hedgesCorrection(3)).toBeCloseTo(Math.sqrt(Math.PI / 6), 14)
    expect(hedgesCorrection(1)).toBeNull()
    expect(hedgesCorrection(20_000)!).toBeCloseTo(1 - 3 / (4 * 20_000 - 1), 9)
  })
})

test('every reason in the list occurs in a case', () => {
  const seen = new Set([...cases.values()].flat().map(each => each.expected.reason).filter(reason => reason !== undefined))
  expect(seen).toEqual(new Set(UNDEFINED_REASONS))
})
