// Triads: there and back, and zones that divide the triangle without gap or overlap.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TRIAD_CORNERS, TRIAD_ZONES, outlineOfZone, placeOfShares, sharesOfPlace, zoneOfShares, type TriadShares } from '../../../shared/signifier/triad.ts'

const SEEDED = { seed: 20261122, numRuns: 1000 }
const shares = fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000)).filter(([a, b, c]) => a + b + c > 0)
  .map(([a, b, c]): TriadShares => [a / (a + b + c) * 100, b / (a + b + c) * 100, c / (a + b + c) * 100])

describe('places', () => {
  test('the anchors lie at the corners and an even answer in the middle', () => {
    expect([[100, 0, 0], [0, 100, 0], [0, 0, 100]].map(each => placeOfShares(each as unknown as TriadShares))).toEqual(TRIAD_CORNERS)
    const { x, y } = placeOfShares([100 / 3, 100 / 3, 100 / 3])
    expect([x, y]).toEqual([50, 100 / 3])
  })

  test('from shares to a place and back', () => {
    fc.assert(fc.property(shares, given => {
      const back = sharesOfPlace(placeOfShares(given))!
      back.forEach((share, at) => expect(share).toBeCloseTo(given[at]!, 9))
    }), SEEDED)
  })

  test('a place off the edge by rounding is brought in, and still sums to 100; one outside is none', () => {
    expect(sharesOfPlace({ x: 20, y: -0.4 })).toEqual([0, 80.2 / 100.4 * 100, 20.2 / 100.4 * 100])
    expect(sharesOfPlace({ x: 20, y: 60 })).toBeNull()
    expect(sharesOfPlace({ x: Number.NaN, y: 10 })).toBeNull()
  })
})

describe('zones', () => {
  test.each([
    [[60, 20, 20], 'top'], [[20, 60, 20], 'left'], [[20, 20, 60], 'right'],
    [[59.999, 20, 20.001], 'centre'], [[20, 40, 40], 'centre'], [[40, 20, 40], 'centre'], [[40, 40, 20], 'centre'],
    [[40, 40.001, 19.999], 'topLeft'], [[40, 19.999, 40.001], 'topRight'], [[19.999, 40, 40.001], 'leftRight'],
    [[80, 20, 0], 'top'], [[20, 80, 0], 'left'], [[20, 0, 80], 'right'], [[60, 40, 0], 'top'], [[40, 60, 0], 'left'], [[50, 50, 0], 'topLeft'],
    [[100, 0, 0], 'top'], [[0, 50, 50], 'leftRight'],
    [[100 / 3, 100 / 3, 100 / 3], 'centre'], [[200 / 3, 100 / 3, 0], 'top'], [[100 / 3, 200 / 3, 0], 'left'], [[0, 100 / 3, 200 / 3], 'right']
  ] as [TriadShares, string][])('%j lies in %s', (given, zone) => {
    expect(zoneOfShares(given)).toBe(zone)
  })

  test('shares as floating point leaves them fall on the same side as the numbers meant', () => {
    expect((0.1 + 0.7) * 75).not.toBe(60)
    expect(zoneOfShares([(0.1 + 0.7) * 75, 20, 20])).toBe('top')
    expect(70.1 - 50.1).not.toBe(20)
    expect(zoneOfShares([70.1 - 50.1, 40, 40])).toBe('centre')
  })

  test('turning the triangle turns the zone: no anchor is favoured', () => {
    const turned = { top: 'left', left: 'right', right: 'top', topLeft: 'leftRight', leftRight: 'topRight', topRight: 'topLeft', centre: 'centre' } as const
    fc.assert(fc.property(shares, ([top, left, right]) => {
      expect(zoneOfShares([right, top, left])).toBe(turned[zoneOfShares([top, left, right])])
    }), SEEDED)
  })

  test('the outlines cover the triangle once: their areas sum to it, and their middles lie in their zone', () => {
    const area = (zone: (typeof TRIAD_ZONES)[number]) => {
      const outline = outlineOfZone(zone)
      return Math.abs(outline.reduce((sum, { x, y }, at) => {
        const next = outline[(at + 1) % outline.length]!
        return sum + x * next.y - next.x * y
      }, 0)) / 2
    }
    expect(TRIAD_ZONES.reduce((sum, zone) => sum + area(zone), 0)).toBeCloseTo(5000, 9)
    for (const zone of TRIAD_ZONES) {
      const outline = outlineOfZone(zone)
      const middle = { x: outline.reduce((sum, each) => sum + each.x, 0) / outline.length, y: outline.reduce((sum, each) => sum + each.y, 0) / outline.length }
      expect(zoneOfShares(sharesOfPlace(middle)!)).toBe(zone)
    }
  })
})
