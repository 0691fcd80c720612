// Fragments follow their words when a text is corrected.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { carrySpan, diffTexts, type Edit } from '../../../shared/anchoring/revise.ts'
import { SEEDED, hardText } from './texts.ts'

/** Rebuilds the new text from the old one and the differences: the only words taken from the new text are the inserted ones. */
function replay(before: string, after: string, edits: readonly Edit[]): string {
  let [text, from, shift] = ['', 0, 0]
  for (const { at, removed, inserted } of edits) {
    text += before.slice(from, at) + after.slice(at + shift, at + shift + inserted)
    from = at + removed
    shift += inserted - removed
  }
  return text + before.slice(from)
}

describe('differences', () => {
  test('rebuild the new text, in order and without touching', () => {
    fc.assert(fc.property(hardText, hardText, (before, after) => {
      const edits = diffTexts(before, after)
      expect(replay(before, after, edits)).toBe(after)
      for (let at = 1; at < edits.length; at++) expect(edits[at]!.at).toBeGreaterThan(edits[at - 1]!.at + edits[at - 1]!.removed)
    }), SEEDED)
  })

  test('a corrected word is one difference', () => {
    expect(diffTexts('Zij woonde in Demostat, zei ze.', 'Zij woonde toen in Demostad, zei ze.')).toEqual([
      { at: 11, removed: 0, inserted: 5 }, { at: 14, removed: 8, inserted: 8 }
    ])
  })

  test('equal texts do not differ', () => {
    expect(diffTexts('een\ntwee', 'een\ntwee')).toEqual([])
  })

  test('a wholly rewritten long text is one difference, found quickly', () => {
    const words = (seed: number) => Array.from({ length: 4000 }, (_, at) => `w${seed}-${at}`).join(' ')
    expect(diffTexts(words(1), words(2)).length).toBeGreaterThan(0)
  })
})

describe('places', () => {
  const carry = (before: string, after: string, quote: string) => {
    const start = before.indexOf(quote)
    const carried = carrySpan(diffTexts(before, after), { start, end: start + quote.length })
    return carried && { words: after.slice(carried.start, carried.end), intact: carried.intact }
  }

  test.each([
    ['words before it came in', 'Hij zei dat.', 'Gisteren: Hij zei dat.', 'zei dat', { words: 'zei dat', intact: true }],
    ['words right behind it came in', 'Hij zei dat.', 'Hij zei dat nu.', 'zei dat', { words: 'zei dat', intact: true }],
    ['words right before it came in', 'Hij zei dat.', 'Hij niet zei dat.', 'zei', { words: 'zei', intact: true }],
    ['a word inside it changed', 'het was heel fijn daar', 'het was erg fijn daar', 'was heel fijn', { words: 'was erg fijn', intact: false }],
    ['its last word changed', 'het was heel fijn daar', 'het was heel mooi daar', 'heel fijn', { words: 'heel mooi', intact: false }],
    ['half of a word at its end changed', 'het was fijner daar', 'het was mooi daar', 'was fijn', { words: 'was mooi', intact: false }],
    ['all of it went', 'het was heel fijn daar', 'het was daar', 'heel fijn', null],
    ['a line end inside it became a space', 'een\ntwee', 'een twee', 'een\ntwee', { words: 'een twee', intact: false }]
  ])('%s', (_, before, after, quote, expected) => {
    expect(carry(before, after, quote)).toEqual(expected)
  })

  test('a span no difference touches keeps its very words', () => {
    fc.assert(fc.property(hardText, hardText, hardText, hardText, (a, b, c, d) => {
      const kept = 'blijft hier staan'
      const [before, after] = [`${a}\n${kept}\n${b}`, `${c}\n${kept}\n${d}`]
      const start = a.length + 1
      const carried = carrySpan(diffTexts(before, after), { start, end: start + kept.length })
      if (carried?.intact) expect(after.slice(carried.start, carried.end)).toBe(kept)
      if (carried) expect(0 <= carried.start && carried.start <= carried.end && carried.end <= after.length).toBe(true)
    }), SEEDED)
  })

  test('replacing text outside a span shifts it by exactly what was added or taken', () => {
    fc.assert(fc.property(hardText, hardText, (a, c) => {
      const start = a.length
      const grown = c.length - a.length
      expect(carrySpan([{ at: 0, removed: a.length, inserted: c.length }], { start, end: start + 5 })).toEqual({ start: start + grown, end: start + 5 + grown, intact: true })
    }), SEEDED)
  })
})
