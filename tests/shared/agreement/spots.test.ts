// Places to talk about: what counts as read alike, and what as read differently.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countKinds, spotsOf, type PlacedCoding } from '../../../shared/agreement/spots.ts'

let made = 0
const coding = (coder: string, code: string, start: number, end: number, text = 't'): PlacedCoding => ({ id: `${coder}${++made}`, text, code, coder, start, end })
const told = (codings: PlacedCoding[], readers = ['A', 'B']) =>
  spotsOf(codings, readers).map(({ kind, start, end, codes }) => `${kind} ${start}-${end} ${codes.map(({ code, coders }) => `${code}:${coders.join('')}`).join(' ')}`)

test('[A2] alike, other words, one of two, another code', () => {
  expect(told([coding('A', 'klik', 0, 10), coding('B', 'klik', 0, 10)])).toEqual(['same 0-10 klik:AB'])
  expect(told([coding('A', 'klik', 0, 10), coding('B', 'klik', 4, 14)])).toEqual(['edges 0-14 klik:AB'])
  expect(told([coding('A', 'klik', 0, 10), coding('B', 'klik', 10, 20)])).toEqual(['some 0-10 klik:A', 'some 10-20 klik:B'])
  expect(told([coding('A', 'klik', 0, 10)])).toEqual(['some 0-10 klik:A'])
  expect(told([coding('A', 'klik', 0, 10), coding('B', 'kunde', 2, 10)])).toEqual(['other 0-10 klik:A kunde:B'])
})

test('[A2] another code counts as such only at about the same place, and where both did not choose it', () => {
  expect(told([coding('A', 'klik', 0, 40), coding('B', 'kunde', 5, 15)])).toEqual(['some 0-40 klik:A', 'some 5-15 kunde:B'])
  expect(told([coding('A', 'klik', 0, 10), coding('A', 'kunde', 0, 10), coding('B', 'kunde', 0, 10)])).toEqual(['some 0-10 klik:A', 'same 0-10 kunde:AB'])
  expect(told([coding('A', 'klik', 0, 10), coding('A', 'kunde', 0, 10)])).toEqual(['some 0-10 klik:A', 'some 0-10 kunde:A'])
})

test('[A2] three readers; who did not read it to the end and other texts stay apart', () => {
  expect(told([coding('A', 'klik', 0, 10), coding('B', 'klik', 0, 10), coding('C', 'kunde', 0, 9)], ['A', 'B', 'C'])).toEqual(['other 0-10 klik:AB kunde:C'])
  expect(told([coding('A', 'klik', 0, 10), coding('B', 'klik', 0, 10), coding('C', 'klik', 0, 10)])).toEqual(['same 0-10 klik:AB'])
  expect(told([coding('A', 'klik', 0, 10), coding('B', 'klik', 0, 10, 'u')])).toEqual(['some 0-10 klik:A', 'some 0-10 klik:B'])
})

test('[A2] whatever was coded: every coding of a reader lies in one place, and the order of coders and codings changes nothing', () => {
  const any = fc.array(fc.record({ coder: fc.constantFrom('A', 'B', 'C'), code: fc.constantFrom('x', 'y', 'z'), start: fc.nat(30), long: fc.integer({ min: 1, max: 12 }) }), { maxLength: 14 })
  fc.assert(fc.property(any, rows => {
    const codings = rows.map(({ coder, code, start, long }, at): PlacedCoding => ({ id: String(at).padStart(2, '0'), text: 't', code, coder, start, end: start + long }))
    const spots = spotsOf(codings, ['A', 'B', 'C'])
    expect(spots.flatMap(({ codes }) => codes.flatMap(each => each.codings)).toSorted()).toEqual(codings.map(({ id }) => id))
    const back = spotsOf(codings.toReversed(), ['C', 'B', 'A'])
    const plain = (list: typeof spots) => list.map(({ kind, start, end, codes }) => [kind, start, end, ...codes.map(each => `${each.code} ${each.codings.toSorted().join()}`)].join(' ')).toSorted()
    expect(plain(back)).toEqual(plain(spots))
    const counts = countKinds(spots)
    expect(counts.same + counts.edges + counts.some + counts.other).toBe(spots.length)
  }), { numRuns: 200, seed: 7 })
})
