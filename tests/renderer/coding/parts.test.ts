// The pure parts of coding: what is painted before it is saved, number keys, names from words, search, and never covering the words.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Code } from '../../../shared/contract/code.ts'
import type { Coding } from '../../../shared/contract/coding.ts'
import { newId, type Id } from '../../../shared/domain/ids.ts'
import { codeNamed, offersOf, searchCodes, stillAt } from '../../../renderer/coding/code-search.ts'
import { IN_VIVO_LENGTH, inVivoName } from '../../../renderer/coding/in-vivo.ts'
import { withPending } from '../../../renderer/coding/pending.ts'
import { findWords } from '../../../renderer/coding/find-words.ts'
import { placeBeside } from '../../../renderer/coding/place-beside.ts'
import { byUse, SLOTS, withUsed, type Slots } from '../../../renderer/coding/recent-codes.ts'

const [text, coder, klik, hulp] = [newId(), newId(), newId(), newId()]
const coding = (start: number, end: number, code: Id = klik): Coding => ({ id: newId(), text, start, end, code, coder, flag: '', fit: 'same', memos: 0 })

describe('pending changes lie over what was read', () => {
  test('an added coding stands among the others and says that it waits', () => {
    const [first, second, added] = [coding(0, 4), coding(20, 30), coding(5, 9)]
    expect(withPending([first, second], [{ is: 'added', coding: added }]))
      .toEqual([{ ...first, pending: false }, { ...added, pending: true }, { ...second, pending: false }])
  })

  test('once the core has it, it is there once and no longer waits', () => {
    const added = coding(5, 9)
    expect(withPending([added], [{ is: 'added', coding: added }])).toEqual([{ ...added, pending: false }])
  })

  test('the same decision again adds nothing, as in the core', () => {
    const first = coding(5, 9)
    expect(withPending([first], [{ is: 'added', coding: { ...first, id: newId() } }])).toEqual([{ ...first, pending: false }])
  })

  test('a move and a recode of one coding hold together; a removal hides it', () => {
    const first = coding(5, 9)
    expect(withPending([first], [{ is: 'changed', coding: first.id, to: { start: 0, end: 9 } }, { is: 'changed', coding: first.id, to: { code: hulp } }]))
      .toEqual([{ ...first, start: 0, end: 9, code: hulp, pending: true }])
    expect(withPending([first], [{ is: 'removed', codings: [first.id] }])).toEqual([])
    expect(withPending([], [{ is: 'changed', coding: first.id, to: { code: hulp } }])).toEqual([])
  })
})

describe('number keys', () => {
  const codes = Array.from({ length: 11 }, () => newId())
  const after = (...used: number[]): Slots => used.reduce((slots, at) => withUsed(slots, codes[at]!), [] as Slots)

  test('a code keeps its number when it is used again', () => {
    expect(after(0, 1, 2, 1, 0).map(slot => slot.code)).toEqual([codes[0], codes[1], codes[2]])
    expect(byUse(after(0, 1, 2, 1, 0))).toEqual([codes[0], codes[1], codes[2]])
    expect(byUse(after(0, 1, 2))).toEqual([codes[2], codes[1], codes[0]])
  })

  test('the tenth code takes the number of the one used longest ago', () => {
    const slots = after(0, 1, 2, 3, 4, 5, 6, 7, 8, 0, 9)
    expect(slots).toHaveLength(SLOTS)
    expect(slots[1]!.code).toBe(codes[9])
    expect(slots[0]!.code).toBe(codes[0])
  })
})

describe('in vivo', () => {
  test.each([
    ['  toen viel\nhet kwartje. ', 'toen viel het kwartje'],
    ['“Ik hoef niet meer alles uit te leggen”', 'Ik hoef niet meer alles uit te leggen'],
    ['ze zei dat ik altijd mocht bellen, ook in het weekend en als het midden in de nacht was', 'ze zei dat ik altijd mocht bellen, ook in het weekend en…'],
    ['Zo’n gevoel', 'Zo’n gevoel']
  ])('%s', (quote, name) => { expect(inVivoName(quote)).toBe(name) })

  test('never too long, never half a character, never empty for words', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), quote => {
      const name = inVivoName(`a${quote}`)
      expect(name.length).toBeLessThanOrEqual(IN_VIVO_LENGTH)
      expect(name.isWellFormed()).toBe(`a${quote}`.isWellFormed())
      expect(name).not.toBe('')
    }), { seed: 7, numRuns: 300 })
  })
})

describe('finding a code', () => {
  const code = (name: string, parent: Id | null = null, more: Partial<Code> = {}): Code =>
    ({ id: newId(), parent, position: 0, name, colour: 1, definition: '', include: '', exclude: '', flag: '', retired: false, mergedInto: null, ...more })
  const top = code('Hulpvraag')
  const codes = [top, code('Kliek'), code('klik'), code('geen klik', top.id), code('één aanspreekpunt', top.id), code('oud', null, { retired: true })]
  const offers = offersOf(codes)
  const names = (words: string, last: Id[] = []) => searchCodes(offers, words, last).map(offer => offer.code.name)

  test('without words: the last codes, then the tree without what is retired', () => {
    expect(names('', [codes[2]!.id, codes[0]!.id])).toEqual(['klik', 'Hulpvraag', 'geen klik', 'één aanspreekpunt', 'Kliek'])
  })

  test('the very name comes first, then what begins so, then what is like it', () => {
    expect(names('KLIK').slice(0, 2)).toEqual(['klik', 'geen klik'])
    expect(names('een aan')[0]).toBe('één aanspreekpunt')
    expect(names('hulpvr')).toEqual(['Hulpvraag', 'geen klik', 'één aanspreekpunt'])
    expect(names('xyzzy')).toEqual([])
  })

  test('a slip of the finger finds the code, a new word that only resembles one does not', () => {
    const echt = offersOf([code('Echt luisteren'), code('Opvoeding')])
    const found = (words: string) => searchCodes(echt, words, []).map(offer => offer.code.name)
    expect([found('vecht'), found('opvodeing'), found('luistern'), found('voeding')]).toEqual([[], ['Opvoeding'], ['Echt luisteren'], ['Opvoeding']])
  })

  test('a code that a colleague retires, renames or adds meanwhile moves the mark to no other code', () => {
    const [klik, expertise, thuis] = [code('klik'), code('expertise'), code('thuis')]
    const [former, now] = [offersOf([klik, expertise, thuis]), offersOf([code('buddy'), klik, { ...expertise, retired: true }, { ...thuis, name: 'op straat' }])]
    expect([0, 1, 2].map(at => stillAt(former, at, now, true))).toEqual([1, -1, 2])
    expect(stillAt(searchCodes(former, 'exper', []), 0, searchCodes(now, 'exper', []), true)).toBe(-1)
    expect([stillAt(former, 3, now, true), stillAt(former, 3, now, false)]).toEqual([3, 0])
  })

  test('a path tells where a code hangs, a name is known under its own parent only', () => {
    expect(offers.find(offer => offer.code.name === 'geen klik')?.path).toEqual(['Hulpvraag'])
    expect(codeNamed(offers, ' Klik ', null)?.id).toBe(codes[2]!.id)
    expect(codeNamed(offers, 'klik', top.id)).toBeUndefined()
  })
})

describe('beside the words', () => {
  const window = { width: 1440, height: 900 }
  const wanted = { width: 384, height: 420 }

  test('below where there is room, else above', () => {
    expect(placeBeside({ left: 400, right: 700, top: 100, bottom: 130 }, wanted, window)).toEqual({ left: 400, top: 138, maxHeight: 754 })
    expect(placeBeside({ left: 400, right: 700, top: 700, bottom: 730 }, wanted, window)).toEqual({ left: 400, top: 272, maxHeight: 684, bottom: 692 })
  })

  test('never over the words, as long as there is room on any side', () => {
    const box = fc.record({ left: fc.integer({ min: 0, max: 1000 }), width: fc.integer({ min: 1, max: 440 }), top: fc.integer({ min: 0, max: 880 }), height: fc.integer({ min: 1, max: 800 }) })
    fc.assert(fc.property(box, ({ left, width, top, height }) => {
      const words = { left, top, right: left + width, bottom: Math.min(900, top + height) }
      const place = placeBeside(words, wanted, window)
      const tall = Math.min(wanted.height, place.maxHeight)
      const covers = place.left < words.right && words.left < place.left + wanted.width && place.top < words.bottom && words.top < place.top + tall
      expect(covers).toBe(false)
      expect(place.left).toBeGreaterThanOrEqual(8)
      expect(place.left + wanted.width).toBeLessThanOrEqual(1432)
      expect(place.top).toBeGreaterThanOrEqual(0)
    }), { seed: 3, numRuns: 500 })
  })
})

describe('finding words in a story', () => {
  test.each([
    ['case and accents aside', 'Één klik, en nóg een KLIK.', 'klik', ['klik', 'KLIK']],
    ['a loose accent goes along', 'cafe\u0301 en café', 'CAFE', ['cafe\u0301', 'café']],
    ['over a line end', 'toen viel\nhet kwartje', 'viel het', ['viel\nhet']],
    ['behind an emoji', '👨‍👩‍👧 samen', 'samen', ['samen']],
    ['white space finds nothing', 'a b', '  ', []]
  ])('%s', (_, body, words, quotes) => {
    expect(findWords(body, words).map(({ start, end }) => body.slice(start, end))).toEqual(quotes)
  })
})
