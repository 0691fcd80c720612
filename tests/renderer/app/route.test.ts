// Addresses: what is written is read back, whatever is in it; broken ones lead somewhere harmless.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatRoute, parseRoute, passageOf, storyRoute } from '../../../renderer/app/route.ts'

test('an address is read back as it was written', () => {
  const word = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
  const route = fc.record({ place: word, rest: fc.array(word, { maxLength: 3 }), query: fc.dictionary(word, fc.string({ maxLength: 12, unit: 'grapheme' }), { maxKeys: 3, noNullPrototype: true }) })
  fc.assert(fc.property(route, given => { expect(parseRoute(formatRoute(given))).toEqual(given) }), { seed: 20, numRuns: 300 })
})

test('a story with a fragment to land on', () => {
  const [story, text] = ['AAAAAAAAAAAAAAAAAAAAAA', '01234567890123456789_g']
  const address = storyRoute(story, { text, start: 12, end: 40 })
  expect(address).toBe(`#/lezen/${story}?van=${text}:12-40`)
  expect(passageOf(parseRoute(address))).toEqual({ text, start: 12, end: 40 })
  expect(storyRoute(story)).toBe(`#/lezen/${story}`)
  expect(passageOf(parseRoute(storyRoute(story)))).toBeNull()
})

test('addresses typed by hand', () => {
  expect(parseRoute('')).toEqual({ place: '', rest: [], query: {} })
  expect(parseRoute('#/')).toEqual({ place: '', rest: [], query: {} })
  expect(parseRoute('#lezen//x')).toEqual({ place: 'lezen', rest: ['x'], query: {} })
  expect(parseRoute('#/lezen/%E0%A4%A')).toEqual({ place: 'lezen', rest: ['%E0%A4%A'], query: {} })
  expect(passageOf(parseRoute('#/lezen/x?van=weg:1-2'))).toBeNull()
})
