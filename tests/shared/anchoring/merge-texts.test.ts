// Two corrections of one text, and differences as one reads them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differencePieces } from '../../../shared/anchoring/difference-pieces.ts'
import { mergeTexts } from '../../../shared/anchoring/merge-texts.ts'
import { SEEDED, hardText } from './texts.ts'

const BASE = 'Wij kreegen hulp van Sanne. Ze luisterde echt. Daarna niets meer.'

test('corrections of different words come together', () => {
  expect(mergeTexts(BASE, BASE.replace('kreegen', 'kregen'), BASE.replace('Sanne', '<naam>').replace(' Daarna niets meer.', '')))
    .toEqual({ body: 'Wij kregen hulp van <naam>. Ze luisterde echt.', both: [] })
})

test('the same correction twice is one', () => {
  const mine = BASE.replace('kreegen', 'kregen')
  expect(mergeTexts(BASE, mine, mine)).toEqual({ body: mine, both: [] })
})

test('where both changed the same words mine stand, and both are told', () => {
  expect(mergeTexts(BASE, BASE.replace('Sanne', '<hulpverlener>'), BASE.replace('Sanne', '<naam>')))
    .toEqual({ body: BASE.replace('Sanne', '<hulpverlener>'), both: [{ mine: '<hulpverlener>', theirs: '<naam>' }] })
})

test('who changed nothing changes nothing', () => {
  fc.assert(fc.property(hardText, hardText, (base, other) => {
    expect([mergeTexts(base, base, other), mergeTexts(base, other, base)]).toEqual([{ body: other, both: [] }, { body: other, both: [] }])
  }), SEEDED)
})

test('nothing of mine is lost: what I put in stands in the merged text', () => {
  fc.assert(fc.property(hardText, hardText, hardText, fc.nat(99), (base, theirs, come, place) => {
    const at = Math.floor((place / 100) * base.length)
    const mine = `${base.slice(0, at)} MIJN${come}WOORD ${base.slice(at)}`
    expect(mergeTexts(base, mine, theirs).body).toContain('MIJN')
  }), SEEDED)
})

test('differences read as paragraphs, and hold all words of both texts', () => {
  expect(differencePieces('Een.\nTwee oud.\nDrie.', 'Een.\nTwee nieuw.\nDrie.')).toEqual([
    { changed: false, pieces: [{ is: 'kept', words: 'Een.' }] },
    { changed: true, pieces: [{ is: 'kept', words: 'Twee ' }, { is: 'gone', words: 'oud' }, { is: 'come', words: 'nieuw' }, { is: 'kept', words: '.' }] },
    { changed: false, pieces: [{ is: 'kept', words: 'Drie.' }] }
  ])
  fc.assert(fc.property(hardText, hardText, (before, after) => {
    const lines = differencePieces(before, after)
    const told = (is: 'gone' | 'come') => lines.map(({ pieces }) => pieces.filter(piece => piece.is === 'kept' || piece.is === is).map(piece => piece.words).join(''))
    expect(told('come').join('\n')).toBe(after)
    expect(told('gone').join('').replaceAll('¶', '')).toBe(before.replaceAll('\n', ''))
  }), SEEDED)
})
