// Fragments follow their words when a text is corrected.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isGraphemeBoundary, snapToGraphemes } from '../../../shared/anchoring/boundaries.ts'
import { diffTexts } from '../../../shared/anchoring/differences.ts'
import { placeSpan } from '../../../shared/anchoring/revise.ts'
import { trimSpan, type Span } from '../../../shared/anchoring/span.ts'
import { hardText } from './texts.ts'

const place = (before: string, after: string, quote: string) => {
  const start = before.indexOf(quote)
  const { fit, ...there } = placeSpan(before, after, diffTexts(before, after), { start, end: start + quote.length })
  return [after.slice(there.start, there.end), fit]
}

const PASSAGE = 'Toen kwam de buurvrouw met soep en een lijst met nummers.'

test.each([
  ['words before it came in', 'Hij zei dat.', 'Gisteren: Hij zei dat.', 'zei dat', ['zei dat', 'same']],
  ['words right behind it came in', 'Hij zei dat.', 'Hij zei dat nu.', 'zei dat', ['zei dat', 'same']],
  ['words right before it came in', 'Hij zei dat.', 'Hij niet zei dat.', 'zei', ['zei', 'same']],
  ['a word inside it changed', 'het was heel fijn daar', 'het was erg fijn daar', 'was heel fijn', ['was erg fijn', 'corrected']],
  ['its last word was misspelt', 'dat was een fijne hullpverlener.', 'dat was een fijne hulpverlener.', 'een fijne hullpverlener', ['een fijne hulpverlener', 'corrected']],
  ['its first word got a letter', 'en zij klikten meteen daar', 'en wij klikten meteen daar', 'zij klikten meteen', ['wij klikten meteen', 'corrected']],
  ['half a word is coded, the other half changed', 'het was fijner daar', 'het was fijnst daar', 'was fijn', ['was fijn', 'same']],
  ['a name became a placeholder', 'toen belde Sanne de Wit terug', 'toen belde <naam> terug', 'Sanne de Wit', ['<naam>', 'corrected']],
  ['one word of two is another word', 'het was heel fijn daar', 'het was heel verschrikkelijk daar', 'heel fijn', ['heel verschrikkelijk', 'look']],
  ['all of it went', 'het was heel fijn daar', 'het was daar', 'heel fijn', ['', 'look']],
  ['a line end inside it became a space', 'een\ntwee', 'een twee', 'een\ntwee', ['een twee', 'corrected']],
  ['it was moved', `${PASSAGE} Daarna niets meer, weken lang. Tot de brief kwam.`, `Daarna niets meer, weken lang. Tot de brief kwam. ${PASSAGE}`, 'buurvrouw met soep', ['buurvrouw met soep', 'same']],
  ['a copy of it came in before it', `Zo ging het. ${PASSAGE}`, `${PASSAGE} Zo ging het. ${PASSAGE}`, 'met soep en', ['met soep en', 'same']],
  ['one of two copies went', `${PASSAGE} Zo ging het. ${PASSAGE}`, `Zo ging het. ${PASSAGE}`, 'buurvrouw met soep', ['', 'look']],
  ['an accent was written as a mark of its own', 'hij vond het één groot feest', 'hij vond het e\u0301e\u0301n groot feest', 'één groot feest', ['e\u0301e\u0301n groot feest', 'corrected']],
  ['an emoji got a skin colour', 'top 👍 zei ze gewoon', 'top 👍🏽 zei ze gewoon', 'top 👍 zei', ['top 👍🏽 zei', 'corrected']],
  ['right-to-left words round it changed', 'היא אמרה שלום לכולם', 'הוא אמר שלום לכולם', 'שלום לכולם', ['שלום לכולם', 'same']]
])('%s', (_, before, after, quote, expected) => {
  expect(place(before, after, quote)).toEqual(expected)
})

/** Coded places, then corrections: each takes out, puts in, doubles or moves a stretch, anywhere, also inside a character. */
const correction = fc.record({ is: fc.constantFrom('replace', 'double', 'move'), at: fc.nat(999), length: fc.nat(30), to: fc.nat(999), words: hardText })
type Correction = { is: string; at: number; length: number; to: number; words: string }

function correct(text: string, { is, at, length, to, words }: Correction): string {
  const start = Math.floor((at / 1000) * text.length)
  const end = Math.min(text.length, start + length)
  const [cut, rest] = [text.slice(start, end), text.slice(0, start) + text.slice(end)]
  const there = Math.floor((to / 1000) * rest.length)
  const whole = is === 'replace' ? text.slice(0, start) + words + text.slice(end)
    : is === 'double' ? text.slice(0, start) + cut + cut + text.slice(end)
    : rest.slice(0, there) + cut + rest.slice(there)
  return whole.replace(/\r\n?/g, '\n')
}

const longer = fc.array(hardText, { minLength: 1, maxLength: 4 }).map(texts => texts.join(' '))
const coded = fc.tuple(longer, fc.array(fc.tuple(fc.nat(999), fc.nat(60)), { minLength: 4, maxLength: 4 }), fc.array(correction, { minLength: 1, maxLength: 4 }))

const spanIn = (text: string, [at, length]: readonly [number, number]): Span | null => {
  const start = Math.floor((at / 1000) * text.length)
  return trimSpan(text, snapToGraphemes(text, { start, end: Math.min(text.length, start + length + 1) }))
}

describe('[V1] a correction drops no coding', () => {
  test('10,000 codings under random corrections: each has its words, has them corrected, or is listed', () => {
    let seen = 0
    const fits = { same: 0, corrected: 0, look: 0 }
    fc.assert(fc.property(coded, ([before, places, corrections]) => {
      const after = corrections.reduce(correct, before)
      const edits = diffTexts(before, after)
      for (const span of places.map(each => spanIn(before, each))) {
        if (!span) continue
        const { start, end, fit } = placeSpan(before, after, edits, span)
        seen++
        fits[fit]++
        expect(0 <= start && start <= end && end <= after.length).toBe(true)
        expect(start < end || fit === 'look').toBe(true)
        const [words, was] = [after.slice(start, end), before.slice(span.start, span.end)]
        if (fit === 'same') expect(words).toBe(was)
        else if (start < end) {
          expect(words).not.toBe(was)
          expect([isGraphemeBoundary(after, start), isGraphemeBoundary(after, end), words.trim()]).toEqual([true, true, words])
        }
        if (fit === 'corrected') expect(was.match(/\S/gu)!.some(letter => words.includes(letter)) || words.includes('<')).toBe(true)
      }
    }), { seed: 20261122, numRuns: 2900 })
    expect(seen).toBeGreaterThan(10_000)
    // Neither way of passing may be empty.
    expect(Math.min(fits.same, fits.corrected, fits.look)).toBeGreaterThan(200)
  })

  test('where no word occurs twice, a coding that no correction touches stays on its very words, to the unit', () => {
    const words = fc.uniqueArray(fc.stringMatching(/^[a-zéü]{2,7}$/), { minLength: 12, maxLength: 40 })
    fc.assert(fc.property(words, fc.nat(999), fc.nat(4), fc.nat(999), fc.nat(4), fc.nat(5), (list, from, take, codedFrom, length, come) => {
      const cut = Math.floor((from / 1000) * list.length)
      const gone = Math.min(list.length, cut + take)
      const first = Math.floor((codedFrom / 1000) * list.length)
      const last = Math.min(list.length - 1, first + length)
      if (first < gone && last >= cut) return // touched
      const after = [...list.slice(0, cut), ...Array.from({ length: come }, (_, at) => `NIEUW${at}`), ...list.slice(gone)]
      const quote = list.slice(first, last + 1).join(' ')
      if (first < cut && last >= cut) return
      const [before, fresh] = [list.join(' '), after.join(' ')]
      const start = first === 0 ? 0 : list.slice(0, first).join(' ').length + 1
      const shift = first >= gone ? fresh.length - before.length : 0
      expect(placeSpan(before, fresh, diffTexts(before, fresh), { start, end: start + quote.length })).toEqual({ start: start + shift, end: start + shift + quote.length, fit: 'same' })
    }), { seed: 20261122, numRuns: 1500 })
  })
})
