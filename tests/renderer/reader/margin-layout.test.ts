// Names in the margin never lie over each other and never far from their fragment.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CHIP_WIDTH, LABEL_HEIGHT, MAX_DRIFT, STRIPE_LANES, layOutMargin, type MarginMark, type MarginPlace } from '../../../renderer/reader/margin-layout.ts'

const SEEDED = { seed: 20261122, numRuns: 500 }
const marks = fc.array(fc.tuple(fc.nat(1200), fc.integer({ min: 20, max: 400 })), { maxLength: 60 })
  .map(list => list.map(([top, height], at): MarginMark => ({ id: `c${at}`, top, bottom: top + height })))
const widths = fc.constantFrom(44, 60, 140, 200)

function clashes(places: readonly MarginPlace[], width: number): string[] {
  const box = ({ label }: MarginPlace) => ({ left: label.left, right: label.left + (label.folded ? CHIP_WIDTH : width), top: label.top, bottom: label.top + LABEL_HEIGHT })
  return places.flatMap((one, at) => places.slice(at + 1).filter(other => {
    const [a, b] = [box(one), box(other)]
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
  }).map(other => `${one.id} over ${other.id}`))
}

test('every coding has its place, in order of reading', () => {
  fc.assert(fc.property(marks, widths, (list, width) => {
    const places = layOutMargin(list, width)
    const tops = new Map(list.map(mark => [mark.id, mark.top]))
    expect(places.map(place => place.id).sort()).toEqual(list.map(mark => mark.id).sort())
    const order = places.map(place => tops.get(place.id)!)
    expect(order).toEqual(order.toSorted((one, other) => one - other))
  }), SEEDED)
})

test('no name lies over another, none leaves the column, none stands above the first line of its fragment', () => {
  fc.assert(fc.property(marks, widths, (list, width) => {
    const places = layOutMargin(list, width)
    expect(clashes(places, width)).toEqual([])
    expect(places.every(({ label }) => !label.folded || label.left === 0 || label.left + CHIP_WIDTH <= width)).toBe(true)
    expect(places.every(({ label, stripe }) => label.top >= stripe.top - (label.folded ? LABEL_HEIGHT - 1 : 0))).toBe(true)
  }), SEEDED)
})

test('a name in full drifts two lines at most', () => {
  fc.assert(fc.property(marks, list => {
    expect(layOutMargin(list, 180).every(({ label, stripe }) => label.folded || label.top - stripe.top <= MAX_DRIFT)).toBe(true)
  }), SEEDED)
})

test('stripes beside each other do not share a lane until the lanes are full', () => {
  fc.assert(fc.property(marks, list => {
    const places = layOutMargin(list, 180)
    const shared = places.flatMap((one, at) => places.slice(at + 1).filter(other =>
      one.stripe.lane === other.stripe.lane && one.stripe.lane < STRIPE_LANES - 1 && one.stripe.top < other.stripe.bottom && other.stripe.top < one.stripe.bottom))
    expect(shared).toEqual([])
  }), SEEDED)
})

describe('by example', () => {
  const names = (list: MarginMark[], width = 180) => layOutMargin(list, width).map(({ id, label }) => [id, label.top, label.left, label.folded])

  test('three on one line stand below each other', () => {
    expect(names([{ id: 'a', top: 10, bottom: 40 }, { id: 'b', top: 10, bottom: 30 }, { id: 'c', top: 40, bottom: 60 }])).toEqual([
      ['a', 10, 0, false], ['b', 32, 0, false], ['c', 54, 0, false]
    ])
  })

  test('five on one line fold to initials, four in a row; the next one alone stays in full', () => {
    const five = Array.from({ length: 5 }, (_, at) => ({ id: `c${at}`, top: 10, bottom: 30 }))
    expect(names([...five, { id: 'far', top: 300, bottom: 330 }])).toEqual([
      ['c0', 10, 0, true], ['c1', 10, 44, true], ['c2', 10, 88, true], ['c3', 10, 132, true], ['c4', 32, 0, true], ['far', 300, 0, false]
    ])
  })

  test('a narrow margin has initials only', () => {
    expect(names([{ id: 'a', top: 10, bottom: 40 }], 60)).toEqual([['a', 10, 0, true]])
  })
})
