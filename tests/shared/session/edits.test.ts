// The words on a card: what was told can always be told apart from what was done to it, and nothing goes without a sign.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { CardEdit, cardPieces, editsFit, editsOf, ELLIPSIS, REDACTED, wordsOfPieces } from '../../../shared/session/edits.ts'
import { triggersIn } from '../../../shared/session/triggers.ts'

const word = fc.constantFrom('Sanne', 'belde', 'niet', 'terug', '🙂', '<naam>', 'שלום', 'é', 'de', 'school', '\n', 'drie', 'weken')
const text = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => words.join(' '))
const squeezed = (words: string) => words.replace(/\s+/g, ' ').trim()

test('[P4] M37: the edits of a card give the words as they were written, and what was told stands in them in full', () => {
  fc.assert(fc.property(text, text, fc.nat(5), (body, written, cut) => {
    const place = { start: Math.min(cut, body.length - 1), end: body.length }
    const edits = editsOf(body, place, written)
    expect(editsFit(edits, place)).toBe(true)
    const pieces = cardPieces(body, place, edits, REDACTED.nl)
    expect(pieces.map((piece) => (piece.is === 'told' ? piece.words : piece.told)).join('')).toBe(body.slice(place.start))
    // What was taken away has its sign; all else is as written.
    const without = pieces.filter(({ is }) => is !== 'ellipsis')
    expect(squeezed(wordsOfPieces(without)).replaceAll(' ', '')).toBe(squeezed(written).replaceAll(' ', ''))
  }), { numRuns: 200, seed: 20261123 })
})

test('[P4] leaving out, making unrecognisable and putting otherwise are told apart', () => {
  const body = 'Sanne van de Brug belde ons drie weken lang niet terug.'
  const place = { start: 0, end: body.length }
  const edits = editsOf(body, place, '[naam] van de [organisatie] belde ons […] niet terug, nooit.')
  expect(edits).toEqual([
    { is: 'redaction', start: 0, end: 5, what: 'name' }, { is: 'redaction', start: 13, end: 17, what: 'organisation' },
    { is: 'ellipsis', start: 28, end: 43 }, { is: 'correction', start: 54, end: 54, words: ', nooit' }
  ])
  expect(wordsOfPieces(cardPieces(body, place, edits, REDACTED.nl))).toBe('[naam] van de [organisatie] belde ons […] niet terug, nooit.')
  expect(editsOf(body, place, 'Sanne belde ons niet terug.').every(({ is }) => is === 'ellipsis')).toBe(true)
  expect(wordsOfPieces(cardPieces(body, place, editsOf(body, place, 'Sanne belde ons niet terug.'), REDACTED.nl)).split(ELLIPSIS).length).toBe(3)
  expect(editsFit([{ is: 'ellipsis', start: 3, end: 9 }, { is: 'ellipsis', start: 8, end: 12 }], place)).toBe(false)
  expect(editsFit([{ is: 'ellipsis', start: 3, end: 3 }], place)).toBe(false)
})

test('[P4] words put otherwise stand on the card whole, however many there are', () => {
  const body = 'Ze kwam elke week. Toen werd het rustig.'
  const place = { start: 0, end: body.length }
  fc.assert(fc.property(fc.integer({ min: 250, max: 1300 }), fc.constantFrom('a', '🙂', 'één 👨‍👩‍👧 '), fc.boolean(), (size, letter, isAdded) => {
    const long = letter.repeat(size).trim()
    const written = isAdded ? `Ze kwam elke week ${long}. Toen werd het rustig.` : `${long} Toen werd het rustig.`
    const edits = editsOf(body, place, written)
    expect(editsFit(edits, place)).toBe(true)
    expect(z.array(CardEdit).safeParse(edits).success).toBe(true)
    expect(edits.every((edit) => edit.is !== 'correction' || edit.words.isWellFormed())).toBe(true)
    expect(wordsOfPieces(cardPieces(body, place, edits, REDACTED.nl).filter(({ is }) => is !== 'ellipsis')).replace(/\s/g, '')).toBe(written.replace(/\s/g, ''))
  }), { numRuns: 60, seed: 20261123 })
})

test('words that may hurt ask for a look', () => {
  expect(triggersIn('Hij sloeg haar en dronk alcohol.')).toEqual(['violence', 'addiction'])
  expect(triggersIn('Na de begrafenis van oma.')).toEqual(['loss'])
  expect(triggersIn('We speelden een wedstrijd en aten samen.')).toEqual([])
})
