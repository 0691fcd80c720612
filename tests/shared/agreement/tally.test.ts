// The figures from sums are those of the contract's own statistics, which go through every unit one by one.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ac1Of, addText, addUnits, alphaOf, cohenOf, emptyTally, f1Of, fleissOf, jaccardOf, mergedPlaces, percentOf, uAlphaOf, type Tally } from '../../../shared/agreement/tally.ts'
import { agreementBasic, charAgreement, cohenKappa, fleissKappa, krippendorffAlpha, type Span } from '../../../shared/statistics/index.ts'

const RUNS = { numRuns: 150, seed: 6 }
const near = (a: number | null, b: number | null): void => { if (a === null || b === null) expect(a).toBe(b); else expect(a).toBeCloseTo(b, 9) }

/** One text of so many characters by two coders: their stretches as [start, end]. */
function pair(length: number, a: [number, number][], b: [number, number][]): Tally {
  const tally = emptyTally()
  const [first, second] = [a, b].map(list => mergedPlaces(list.toSorted((x, y) => x[0] - y[0]).flat()))
  addText(tally, length, 2, [first!, second!])
  const size = (places: number[]): number => places.reduce((sum, place, i) => sum + (i % 2 ? place : -place), 0)
  tally.first = size(first!)
  tally.second = size(second!)
  return tally
}

test('[A1] kappa on characters where known programs go wrong', () => {
  expect(cohenOf(pair(100, [[0, 50]], [[25, 75]]))).toBe(0)
  expect(cohenOf(pair(100, [[0, 50]], [[50, 100]]))).toBe(-1)
  near(cohenOf(pair(100, [[0, 50], [0, 49]], [[90, 100]])), -0.2) // a stretch that was coded twice counts once
  expect(cohenOf(pair(100, [[10, 60]], [[10, 60]]))).toBe(1)
  expect(cohenOf(pair(100, [], []))).toBeNull()
})

const stretch = fc.tuple(fc.nat(59), fc.integer({ min: 1, max: 20 })).map(([start, long]): [number, number] => [start, Math.min(60, start + long)])

describe('over texts', () => {
  test('[A1] one text: as character by character, and as the unitizing family', () => {
    fc.assert(fc.property(fc.array(fc.array(stretch, { maxLength: 4 }), { minLength: 2, maxLength: 5 }), coders => {
      const tally = emptyTally()
      const merged = coders.map(list => mergedPlaces(list.toSorted((x, y) => x[0] - y[0]).flat()))
      addText(tally, 60, coders.length, merged)
      const [first, second] = merged.map(places => places.reduce((sum, place, i) => sum + (i % 2 ? place : -place), 0))
      Object.assign(tally, { first, second })
      const whole = charAgreement({ length: 60, coders: coders.map(list => list.map(([start, end]): Span => ({ start, end, value: 'a' }))), code: 'a' })
      if (whole.status === 'undefined') {
        expect(tally.any).toBe(0)
        return
      }
      near(percentOf(tally), whole.percentAgreement)
      near(jaccardOf(tally), whole.jaccard)
      near(alphaOf(tally), whole.alpha)
      near(uAlphaOf(tally), whole.uAlphaBinary)
      near(cohenOf(tally), whole.cohenKappa)
      near(f1Of(tally), whole.f1)
    }), RUNS)
  })

  test('[A1] several texts: as if they lay end to end', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.array(stretch, { maxLength: 3 }), fc.array(stretch, { maxLength: 3 })), { minLength: 1, maxLength: 4 }), texts => {
      const tally = emptyTally()
      const laid: Span[][] = [[], []]
      texts.forEach((lists, at) => {
        addText(tally, 60, 2, lists.map(list => mergedPlaces(list.toSorted((x, y) => x[0] - y[0]).flat())))
        // One place apart, as in the product, where a stretch never runs from one text into the next.
        lists.forEach((list, coder) => laid[coder]!.push(...list.map(([start, end]): Span => ({ start: at * 61 + start, end: at * 61 + end, value: 'a' }))))
      })
      addUnits(tally, texts.length, 2, 0)
      const whole = charAgreement({ length: texts.length * 61, coders: laid, code: 'a' })
      if (whole.status === 'undefined') return
      near(uAlphaOf(tally), whole.uAlphaBinary)
      near(alphaOf(tally), whole.alpha)
      near(percentOf(tally), whole.percentAgreement)
    }), RUNS)
  })
})

test('[A1] over stories, each judged by two or more: percent, AC1, alpha; kappa of Fleiss and of Cohen', () => {
  const judged = fc.array(fc.option(fc.constantFrom(0, 1), { freq: 4 }), { minLength: 4, maxLength: 4 }).filter(list => list.filter(one => one !== null).length > 1)
  fc.assert(fc.property(fc.array(judged, { minLength: 1, maxLength: 12 }), fc.boolean(), (stories, areComplete) => {
    const units = areComplete ? stories.map(list => list.map(one => one ?? 0)) : stories
    const tally = emptyTally()
    for (const unit of units) addUnits(tally, 1, unit.filter(one => one !== null).length, unit.filter(one => one === 1).length)
    const ratings = [0, 1, 2, 3].map(coder => units.map(unit => unit[coder] ?? null))
    const basic = agreementBasic({ ratings, categories: [0, 1] })
    if (basic.status === 'ok') {
      near(percentOf(tally), basic.percentAgreement)
      near(ac1Of(tally), basic.ac1)
    }
    const alpha = krippendorffAlpha({ ratings, level: 'nominal' })
    near(alphaOf(tally), alpha.status === 'ok' ? alpha.alpha : null)
    const fleiss = fleissKappa({ counts: units.map(unit => [unit.filter(one => one === 0).length, unit.filter(one => one === 1).length]) })
    near(fleissOf(tally), fleiss.status === 'ok' ? fleiss.kappa : null)
  }), RUNS)
  fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(0, 1), fc.constantFrom(0, 1)), { minLength: 1, maxLength: 15 }), stories => {
    const tally = emptyTally()
    for (const [a, b] of stories) {
      addUnits(tally, 1, 2, a + b)
      tally.first += a
      tally.second += b
    }
    const kappa = cohenKappa({ a: stories.map(([a]) => a), b: stories.map(([, b]) => b), categories: [0, 1] })
    near(cohenOf(tally), kappa.status === 'ok' ? kappa.kappa : null)
  }), RUNS)
})
