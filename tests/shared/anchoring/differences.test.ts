// What differs between two states of a text.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffTexts, type Edit } from '../../../shared/anchoring/differences.ts'
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

test('every name in a long transcript replaced: as many differences, and nothing else', () => {
  const lines = Array.from({ length: 3000 }, (_, at) => `Regel ${at}: toen kwam Sanne langs en vertelde Sanne over dag ${at * 7}.`)
  const before = lines.join('\n')
  const after = before.replaceAll('Sanne', '<naam>')
  const edits = diffTexts(before, after)
  expect(replay(before, after, edits)).toBe(after)
  expect(edits).toEqual([...before.matchAll(/Sanne/g)].map(({ index }) => ({ at: index, removed: 5, inserted: 6 })))
})

test('a long passage taken out is one difference; one that was wholly rewritten rebuilds', () => {
  const words = (seed: number) => Array.from({ length: 4000 }, (_, at) => `w${seed}-${at}`).join(' ')
  expect(diffTexts(`begin ${words(1)} eind`, 'begin eind')).toEqual([{ at: 6, removed: words(1).length + 1, inserted: 0 }])
  expect(replay(words(1), words(2), diffTexts(words(1), words(2)))).toBe(words(2))
})
