// Every problem has a Dutch and an English sentence, with the same gaps, short enough and closed with a full stop.
import { expect, test } from 'vitest'
import { problem, problemSentence, shortened, sizeWords } from '../../../shared/importing/messages.ts'
import { PROBLEM_SENTENCES } from '../../../shared/importing/problem-sentences.ts'
import { REASON_SENTENCES } from '../../../shared/importing/reason-sentences.ts'

const gaps = (sentence: string) => [...new Set(sentence.match(/\{\w+\}/g) ?? [])].toSorted()

test('both languages say the same things', () => {
  const all = Object.entries({ ...PROBLEM_SENTENCES, ...REASON_SENTENCES })
  expect(all.filter(([, { nl, en }]) => JSON.stringify(gaps(nl)) !== JSON.stringify(gaps(en))).map(([key]) => key)).toEqual([])
  expect(all.filter(([, { nl, en }]) => ![nl, en].every((sentence) => /^[“{A-Z].*[.]$/.test(sentence) && sentence.length <= 170)).map(([key]) => key)).toEqual([])
})

test('the place stands in front, numbers in the notation of the language', () => {
  const found = problem('slider_out_of_range', { file: 'g.csv', row: 12, column: 'Invloed' }, { value: 101.25, from: 0, to: 100 })
  expect(problemSentence(found, 'nl')).toBe('g.csv, rij 12, kolom “Invloed”: De waarde 101,25 ligt buiten de schaal van 0 tot 100. Verbeter de cel of de schaal.')
  expect(problemSentence(found, 'en')).toBe('g.csv, row 12, column “Invloed”: The value 101.25 lies outside the scale from 0 to 100. Mend the cell or the scale.')
  expect(problemSentence({ ...found, message: 'from_a_newer_version' })).toBe('g.csv, rij 12, kolom “Invloed”: from_a_newer_version')
})

test('long cells are cut without breaking a letter; sizes are words', () => {
  expect(shortened(`${'x'.repeat(38)}😀 en nog veel meer`)).toBe(`${'x'.repeat(38)}…`)
  expect(shortened(' twee\n woorden ')).toBe('twee woorden')
  expect([999, 12_400_000, 3_000_000_000].map(sizeWords)).toEqual(['1 kB', '12 MB', '3,0 GB'])
})
