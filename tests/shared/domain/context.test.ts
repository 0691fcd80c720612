// The words around a place: whole ones, and never more than asked.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutBefore, cutBehind, wordsBefore, wordsBehind } from '../../../shared/domain/context.ts'

test('a word that would be cut is left out; a single long one is cut between characters', () => {
  expect(wordsBefore('Er kwam een jongeman, die ', 13)).toBe('die ')
  expect(wordsBefore('Er kwam een jongeman, die ', 14)).toBe('jongeman, die ')
  expect(wordsBefore('Er kwam', 20)).toBe('Er kwam')
  expect(wordsBefore('boerderij', 4)).toBe('erij')
  expect(wordsBefore('😀😀', 3)).toBe('😀')
  expect(wordsBehind(' Ze praat met de geiten alsof', 25)).toBe(' Ze praat met de geiten')
  expect(wordsBehind(' Ze praat', 3)).toBe(' Ze')
  expect(wordsBehind(' Ze praat', 20)).toBe(' Ze praat')
  expect(wordsBehind('boerderij', 4)).toBe('boer')
  expect(wordsBehind('😀😀', 3)).toBe('😀')
})

test('what was left out is seen', () => {
  expect([cutBefore('Er kwam een jongeman, die ', 14), cutBehind(' Ze praat met de geiten', 15)]).toEqual(['…jongeman, die ', ' Ze praat met…'])
  expect([cutBefore('die ', 14), cutBehind(' Ze praat', 15)]).toEqual(['die ', ' Ze praat'])
})

test('what is kept stands at the edge, within the measure, and halves no character', () => {
  const words = fc.array(fc.constantFrom('a', 'bc', ' ', '\n', '😀', 'é'), { maxLength: 30 }).map((parts) => parts.join(''))
  fc.assert(fc.property(words, fc.integer({ min: 1, max: 20 }), (all, most) => {
    const [before, behind] = [wordsBefore(all, most), wordsBehind(all, most)]
    expect(all.endsWith(before) && all.startsWith(behind)).toBe(true)
    expect(Math.max(before.length, behind.length)).toBeLessThanOrEqual(most)
    expect(before.isWellFormed() && behind.isWellFormed()).toBe(true)
  }), { seed: 7, numRuns: 500 })
})
