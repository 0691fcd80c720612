// Cuts never split what a reader sees as one character, and words come whole.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { graphemeCeil, graphemeFloor, isGraphemeBoundary, snapToGraphemes, snapToWords, step } from '../../../shared/anchoring/boundaries.ts'
import { SEEDED, hardText, textWithSpan } from './texts.ts'

/** Every boundary of the whole text, taken the plain way: all paragraphs cut up from the start. */
function allBoundaries(text: string): Set<number> {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  const found = new Set([0, text.length])
  let from = 0
  for (const paragraph of text.split('\n')) {
    for (const { index } of segmenter.segment(paragraph)) found.add(from + index)
    found.add(from + paragraph.length)
    from += paragraph.length + 1
  }
  return found
}

describe('graphemes', () => {
  test('floor and ceil are the nearest true boundaries', () => {
    fc.assert(fc.property(hardText, fc.nat(200), (text, anywhere) => {
      const offset = Math.min(anywhere, text.length)
      const all = [...allBoundaries(text)]
      expect(graphemeFloor(text, offset)).toBe(Math.max(...all.filter(each => each <= offset)))
      expect(graphemeCeil(text, offset)).toBe(Math.min(...all.filter(each => each >= offset)))
      expect(isGraphemeBoundary(text, offset)).toBe(all.includes(offset))
    }), SEEDED)
  })

  test('a snapped span holds the old one, snaps to itself and splits no surrogate pair', () => {
    fc.assert(fc.property(textWithSpan, ({ text, span }) => {
      const snapped = snapToGraphemes(text, span)
      expect(snapped.start).toBeLessThanOrEqual(span.start)
      expect(snapped.end).toBeGreaterThanOrEqual(span.end)
      expect(snapToGraphemes(text, snapped)).toEqual(snapped)
      expect(text.slice(snapped.start, snapped.end).isWellFormed()).toBe(true)
    }), SEEDED)
  })

  test('a family of emoji, a flag and a letter with its accent stay whole', () => {
    expect(snapToGraphemes('a👨‍👩‍👧b', { start: 3, end: 4 })).toEqual({ start: 1, end: 9 })
    expect(snapToGraphemes('🇳🇱🇧🇪', { start: 2, end: 2 })).toEqual({ start: 0, end: 4 })
    expect(snapToGraphemes('cafe\u0301!', { start: 0, end: 4 })).toEqual({ start: 0, end: 5 })
  })

  test('an offset outside the text comes inside', () => {
    expect([graphemeFloor('abc', -4), graphemeCeil('abc', 99), graphemeFloor('', 3)]).toEqual([0, 3, 0])
  })
})

describe('words', () => {
  test('a snapped span starts and ends outside words, and holds the old one', () => {
    fc.assert(fc.property(textWithSpan, ({ text, span }) => {
      const snapped = snapToWords(text, span, 'nl')
      expect(snapped.start).toBeLessThanOrEqual(span.start)
      expect(snapped.end).toBeGreaterThanOrEqual(span.end)
      expect(snapToWords(text, snapped, 'nl')).toEqual(snapped)
    }), SEEDED)
  })

  const text = 'Zij zag één écht huis.\nEn toen?'
  test.each([
    ['inside two words', { start: 9, end: 15 }, 'één écht'],
    ['a caret in a word', { start: 5, end: 5 }, 'zag'],
    ['a caret on the full stop', { start: 22, end: 22 }, ''],
    ['up to white space', { start: 0, end: 4 }, 'Zij '],
    ['over a line end', { start: 19, end: 24 }, 'huis.\nEn'],
    ['nothing at the very end', { start: text.length, end: text.length }, '']
  ])('%s', (_, span, words) => {
    const snapped = snapToWords(text, span, 'nl')
    expect(text.slice(snapped.start, snapped.end)).toBe(words)
  })

  test('a language name that is none does not matter', () => {
    expect(snapToWords('een huis', { start: 5, end: 6 }, 'niet echt!')).toEqual({ start: 4, end: 8 })
  })
})

describe('steps', () => {
  test('steps of one character walk every boundary, there and back', () => {
    fc.assert(fc.property(hardText, text => {
      const all = [...allBoundaries(text)].sort((one, other) => one - other)
      const there = [0]
      while (there.at(-1)! < text.length) there.push(step(text, there.at(-1)!, 1, 'grapheme'))
      const back = [text.length]
      while (back.at(-1)! > 0) back.push(step(text, back.at(-1)!, -1, 'grapheme'))
      expect(there).toEqual(all)
      expect(back.reverse()).toEqual(all)
    }), { ...SEEDED, numRuns: 200 })
  })

  test('steps of a word end behind a word going on, before a word going back', () => {
    const text = 'Ja, dat\nklopt.'
    expect([0, 2, 7, 13].map(at => step(text, at, 1, 'word', 'nl'))).toEqual([2, 7, 13, 14])
    expect([14, 8, 4, 0].map(at => step(text, at, -1, 'word', 'nl'))).toEqual([8, 4, 0, 0])
  })
})
