// What can be agreed on at a place.
import { expect, test } from 'vitest'
import { readingsOf } from '../../../shared/agreement/readings.ts'
import { spotsOf, type PlacedCoding } from '../../../shared/agreement/spots.ts'

let made = 0
const coding = (coder: string, code: string, start: number, end: number): PlacedCoding => ({ id: `${coder}${++made}`, text: 't', code, coder, start, end })
const offered = (codings: PlacedCoding[], readers = ['A', 'B']) => {
  const byId = new Map(codings.map(each => [each.id, each]))
  return spotsOf(codings, readers).map(spot => readingsOf(spot, byId).map(({ is, coders, parts }) => `${is} ${coders.join('')} ${parts.map(({ code, start, end }) => `${code} ${start}-${end}`).join(' + ')}`))
}

test('[A4] one way where it was read alike or by one; each way and the whole where words differ; each code and both where codes do', () => {
  expect(offered([coding('A', 'klik', 0, 10), coding('B', 'klik', 0, 10)])).toEqual([['one AB klik 0-10']])
  expect(offered([coding('A', 'klik', 0, 10)])).toEqual([['one A klik 0-10']])
  expect(offered([coding('A', 'klik', 0, 10), coding('B', 'klik', 4, 14)])).toEqual([['one A klik 0-10', 'one B klik 4-14', 'merged  klik 0-14']])
  expect(offered([coding('A', 'klik', 0, 10), coding('B', 'klik', 2, 8)])).toEqual([['one A klik 0-10', 'one B klik 2-8']])
  expect(offered([coding('A', 'klik', 0, 10), coding('B', 'kunde', 0, 12)])).toEqual([['one A klik 0-10', 'one B kunde 0-12', 'both  klik 0-10 + kunde 0-12']])
  expect(offered([coding('A', 'klik', 0, 10), coding('B', 'klik', 0, 4), coding('B', 'klik', 5, 10)])).toEqual([['one A klik 0-10', 'one B klik 0-4 + klik 5-10']])
})
