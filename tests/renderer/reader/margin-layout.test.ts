// Names in the margin never lie over each other and never far from their fragment.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  CHIP_WIDTH, CODERS_IN_ROW, LABEL_HEIGHT, MAX_DRIFT, STRIPE_LANES, layOutMargin, type MarginMark, type MarginRow
} from '../../../renderer/reader/margin-layout.ts'

const SEEDED = { seed: 20261122, numRuns: 500 }
const marks = fc.array(fc.tuple(fc.nat(1200), fc.integer({ min: 20, max: 400 }), fc.nat(12)), { maxLength: 60 })
  .map(list => list.map(([top, height, strand], at): MarginMark => ({ id: `c${at}`, strand: `s${strand}`, top, bottom: top + height })))
const widths = fc.constantFrom(44, 60, 140, 200)

function clashes(rows: readonly MarginRow[], width: number): string[] {
  const box = (row: MarginRow) => ({ left: row.left, right: row.left + (row.folded ? CHIP_WIDTH : width), top: row.top, bottom: row.top + LABEL_HEIGHT })
  return rows.flatMap((one, at) => rows.slice(at + 1).filter(other => {
    const [a, b] = [box(one), box(other)]
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
  }).map(other => `${one.ids[0]} over ${other.ids[0]}`))
}

test('every coding has one place among the names and one among the stripes', () => {
  fc.assert(fc.property(marks, widths, (list, width) => {
    const { rows, stripes } = layOutMargin(list, width)
    const all = list.map(mark => mark.id).sort()
    expect(rows.flatMap(row => row.ids).sort()).toEqual(all)
    expect(stripes.flatMap(stripe => stripe.ids).sort()).toEqual(all)
  }), SEEDED)
})

test('no name lies over another, none leaves the column, all stand in order of reading', () => {
  fc.assert(fc.property(marks, widths, (list, width) => {
    const { rows } = layOutMargin(list, width)
    expect(clashes(rows, width)).toEqual([])
    expect(rows.every(row => !row.folded || row.left === 0 || row.left + CHIP_WIDTH <= width)).toBe(true)
    expect(rows).toEqual(rows.toSorted((one, other) => one.top - other.top || one.left - other.left))
  }), SEEDED)
})

test('a name in full stands beside its first line or at most two lines below; what shares it begins there too', () => {
  fc.assert(fc.property(marks, list => {
    const byId = new Map(list.map(mark => [mark.id, mark]))
    for (const { ids, top, folded } of layOutMargin(list, 180).rows) {
      const parts = ids.map(id => byId.get(id)!)
      expect(new Set(parts.map(mark => mark.strand)).size).toBe(1)
      expect(ids.length <= (folded ? 1 : CODERS_IN_ROW)).toBe(true)
      expect(parts.every(mark => mark.top - parts[0]!.top < LABEL_HEIGHT)).toBe(true)
      if (!folded) expect(top - parts[0]!.top >= 0 && top - parts[0]!.top <= MAX_DRIFT).toBe(true)
    }
  }), SEEDED)
})

test('stripes beside each other do not share a lane until the lanes are full, and cover their codings', () => {
  fc.assert(fc.property(marks, list => {
    const { stripes } = layOutMargin(list, 180)
    const shared = stripes.flatMap((one, at) => stripes.slice(at + 1).filter(other =>
      one.lane === other.lane && one.lane < STRIPE_LANES - 1 && one.top < other.bottom && other.top < one.bottom))
    expect(shared).toEqual([])
    for (const { ids, top, bottom } of stripes) {
      const parts = list.filter(mark => ids.includes(mark.id))
      expect([top, bottom]).toEqual([Math.min(...parts.map(part => part.top)), Math.max(...parts.map(part => part.bottom))])
    }
  }), SEEDED)
})

describe('by example', () => {
  const mark = (id: string, top: number, strand = id): MarginMark => ({ id, strand, top, bottom: top + 20 })
  const names = (list: MarginMark[], width = 180) => layOutMargin(list, width).rows.map(({ ids, top, left, folded }) => [ids.join('+'), top, left, folded])

  test('three on one line stand below each other', () => {
    expect(names([mark('a', 10), mark('b', 10), mark('c', 40)])).toEqual([['a', 10, 0, false], ['b', 32, 0, false], ['c', 54, 0, false]])
  })

  test('three coders of one code share a name, a fourth begins another', () => {
    expect(names([mark('a', 10, 'klik'), mark('b', 10, 'klik'), mark('c', 11, 'klik'), mark('d', 11, 'klik')])).toEqual([['a+b+c', 10, 0, false], ['d', 32, 0, false]])
  })

  test('one code that goes on two lines lower has its name there again', () => {
    expect(names([mark('a', 10, 'klik'), mark('b', 70, 'klik')])).toEqual([['a', 10, 0, false], ['b', 70, 0, false]])
  })

  test('five on one line keep their names; six fold to initials, four in a row; the next one alone stays in full', () => {
    expect(names(['c0', 'c1', 'c2', 'c3', 'c4'].map(id => mark(id, 10)))).toEqual([['c0', 10, 0, false], ['c1', 32, 0, false], ['c2', 54, 0, false], ['c3', 76, 0, false], ['c4', 98, 0, false]])
    expect(names([...['c0', 'c1', 'c2', 'c3', 'c4', 'c5'].map(id => mark(id, 10)), mark('far', 300)])).toEqual([
      ['c0', 10, 0, true], ['c1', 10, 44, true], ['c2', 10, 88, true], ['c3', 10, 132, true], ['c4', 32, 0, true], ['c5', 32, 44, true], ['far', 300, 0, false]
    ])
  })

  test('a narrow margin has initials only', () => {
    expect(names([mark('a', 10)], 60)).toEqual([['a', 10, 0, true]])
  })
})
