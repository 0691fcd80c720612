// The sample as a whole: every part refers to parts that exist, every answer fits its question, every quote its place.
import { describe, expect, test } from 'vitest'
import { buildSample } from '../../demo/build.ts'
import { AnswerValue, SignifierKind, type SignifierShape } from '../../shared/domain/signifier.ts'

const sample = buildSample()
const shapes = new Map(sample.signifiers.map(({ shape }) => [shape.key, shape]))
const storyOf = new Map(sample.stories.map((story) => [story.id, story]))

test('is the same on every call', () => {
  expect(buildSample()).toEqual(sample)
})

test('is plain JSON', () => {
  expect(JSON.parse(JSON.stringify(sample))).toEqual(sample)
})

test('all kinds of signifiers are asked, on one axis and on two', () => {
  expect(new Set(sample.signifiers.map(({ shape }) => shape.kind))).toEqual(new Set(SignifierKind.options))
  const stones = sample.signifiers.filter(({ shape }) => shape.kind === 'stones').map(({ shape }) => shape.anchors.length)
  expect(stones.sort((a, b) => a - b)).toEqual([2, 4])
})

/** What is wrong with an answer, as a sentence, or null. */
function misfit(shape: SignifierShape | undefined, answer: AnswerValue): string | null {
  if (!shape) return 'no such question'
  if (!AnswerValue.safeParse(answer).success) return 'no answer at all'
  const options = shape.options.map((option) => option.key)
  const within = (value: number) => value >= 0 && value <= 100
  switch (answer.is) {
    case 'na': return null
    case 'option': return ['choice', 'likert'].includes(shape.kind) && options.includes(answer.option) ? null : `option ${answer.option}`
    case 'options': return shape.kind === 'multi' && answer.options.every((option) => options.includes(option))
      && new Set(answer.options).size === answer.options.length ? null : `options ${answer.options.join()}`
    case 'number': return shape.kind === 'number' || (shape.kind === 'slider' && within(answer.value)) ? null : `number ${answer.value}`
    case 'triad': return shape.kind === 'triad' && answer.shares.every(within)
      && Math.abs(answer.shares[0] + answer.shares[1] + answer.shares[2] - 100) < 1e-9 ? null : `shares ${answer.shares.join()}`
    case 'stones': return shape.kind === 'stones' && answer.places.every((place) => shape.stones.some((stone) => stone.key === place.stone)
      && within(place.x) &&
      (shape.anchors.length === 2 ? place.y === null : place.y !== null && within(place.y))) ? null : 'stones'
    case 'date': return shape.kind === 'date' ? null : 'date'
    case 'text': return shape.kind === 'text' && answer.text.trim() !== '' ? null : 'text'
  }
}

test('every answer fits its question and its group', () => {
  const asked = (group: string, key: string) => sample.signifiers.some(({ shape, wordings }) => shape.key === key && group in wordings)
  const wrong = sample.stories.flatMap(({ id, group, answers }) => Object.entries(answers).flatMap(([key, answer]) => {
    const reason = asked(group, key) ? misfit(shapes.get(key), answer) : 'not asked in this group'
    return reason === null ? [] : [`${id} ${key}: ${reason}`]
  }))
  expect(wrong).toEqual([])
  expect(misfit(shapes.get('plan'), { is: 'triad', shares: [50, 50, 10] })).toBe('shares 50,50,10')
})

describe('codings', () => {
  test('every quote is the words at its place, and every fragment begins and ends on a word', () => {
    const loose = [...sample.codings, ...sample.agreed].filter(({ story, start, end, quote }) => {
      const text = storyOf.get(story)!.text
      return quote !== text.slice(start, end) || quote.trim() !== quote || quote === '' || /\p{L}/u.test(text[start - 1] ?? ' ') || (/\p{L}$/u.test(quote) && /^\p{L}/u.test(text.slice(end)))
    })
    expect(loose.map(({ key, quote }) => `${key}: ${quote}`)).toEqual([])
  })

  test('codes, coders and stories exist; no coder puts a code on the same fragment twice', () => {
    const codes = new Set(sample.codes.filter((code) => code.parent !== null).map((code) => code.key))
    const coders = new Set(sample.coders.map((coder) => coder.key))
    expect(sample.codings.filter((coding) => !codes.has(coding.code) || !coders.has(coding.coder) || !storyOf.has(coding.story))).toEqual([])
    const places = sample.codings.map(({ story, start, end, code, coder }) => [story, start, end, code, coder].join(' '))
    expect(new Set(places).size).toBe(places.length)
  })

  test('fragments overlap, nest and stand alone, and the coders differ', () => {
    const pairs = sample.codings.flatMap((a, at) => sample.codings.slice(at + 1).filter((b) => a.story === b.story && a.coder === b.coder
      && a.start <= b.start && b.start < a.end && (a.start !== b.start || a.end !== b.end)).map((b) => (b.end <= a.end ? 'nested' : 'overlapping')))
    expect(new Set(pairs)).toEqual(new Set(['nested', 'overlapping']))
    const byCoder = (coder: string) => new Set(sample.codings.filter((coding) =>
      coding.coder === coder).map(({ story, start, end, code }) => [story, start, end, code].join(' ')))
    const [a, b] = [byCoder('A'), byCoder('B')]
    const both = [...a].filter((one) => b.has(one)).length
    expect([a.size - both > 20, b.size - both > 5, both > 50]).toEqual([true, true, true])
  })

  test('one coder is half finished', () => {
    const done = (coder: string) => sample.readings.filter((reading) => reading.coder === coder && reading.done).length
    expect([done('A') > done('B'), done('B') > 5]).toEqual([true, true])
  })
})

test('every code is explained, and its key stands once', () => {
  const keys = sample.codes.map((code) => code.key)
  expect(new Set(keys).size).toBe(keys.length)
  expect(sample.codes.filter((code) => code.parent !== null && [code.definition, code.include, code.exclude,
    code.example].some((words) => words.trim() === ''))).toEqual([])
  expect(sample.codes.filter((code) => code.parent !== null && !keys.includes(code.parent))).toEqual([])
})

test('the codebook is whole, and every code was used', () => {
  const size = (branch: string) => sample.codes.filter((code) => code.parent === branch).length
  expect(Object.fromEntries(sample.codes.filter((code) => code.parent === null).map(({ key }) => [key, size(key)]))).toEqual({
    ervaring: 2, hulpvraag: 21, interventie: 8, samenwerking: 4, netwerk: 6, klikkenmerk: 10, stroef: 9, opvoedvraag: 7
  })
  const used = new Set(sample.agreed.map((coding) => coding.code))
  expect(sample.codes.filter((code) => code.parent !== null && !used.has(code.key)).map((code) => code.key)).toEqual([])
})

test.each([['klik', 'klikkenmerk'], ['opvoeding', 'opvoedvraag']])('%s is told by its colour from the codes of %s, which stand on the same words',
  (code, branch) => {
    const hue = sample.codes.find((one) => one.key === code)!.hue
    expect(sample.codes.filter((one) => one.parent === branch && one.hue === hue).map(({ key }) => key)).toEqual([])
  })

test('memos stand on stories, codes and codings that exist', () => {
  const codings = new Set(sample.codings.map((coding) => coding.key))
  const codes = new Set(sample.codes.map((code) => code.key))
  const stands = sample.memos.filter(({ on }) => on.kind === 'journal' || (on.kind === 'story' ? storyOf.has(on.story) : on.kind === 'code'
    ? codes.has(on.code) : codings.has(on.coding)))
  expect(stands).toEqual(sample.memos)
  expect(new Set(sample.memos.map(({ on }) => on.kind))).toEqual(new Set(['journal', 'story', 'code', 'coding']))
})
