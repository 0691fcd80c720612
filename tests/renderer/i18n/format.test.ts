// Numbers, dates and sizes as Dutch and English write them.
import { expect, test } from 'vitest'
import { formatsOf } from '../../../renderer/i18n/format.ts'

const nl = formatsOf('nl')
const en = formatsOf('en')
const now = Date.UTC(2026, 10, 22, 12)
const MINUTE = 60_000

test('numbers and shares', () => {
  expect([nl.number(1234.5, 1), en.number(1234.5, 1), nl.number(0), nl.percent(0.125, 1), en.percent(1)]).toEqual(['1.234,5', '1,234.5', '0', '12,5%', '100%'])
})

test('below nought stands a minus in both languages, never nought with a sign; one answer stands as it was given', () => {
  expect([nl.number(-1234.5, 1), en.number(-0.2, 1), nl.percent(-0.125, 1), en.number(-0.04, 1), nl.number(-0)]).toEqual(['−1.234,5', '−0.2', '−12,5%', '0.0', '0'])
  expect([nl.given(12.5), en.given(12.5), nl.given(13), en.given(33.333), nl.given(-7.25, 2)]).toEqual(['12,5', '12.5', '13', '33.3', '−7,25'])
})

test('how long ago: in words within a week, then the date', () => {
  const ago = (minutes: number) => [nl.ago(now - minutes * MINUTE, now), en.ago(now - minutes * MINUTE, now)]
  expect(ago(0)).toEqual(['zojuist', 'just now'])
  expect(ago(0.99)).toEqual(['zojuist', 'just now'])
  expect(ago(1)).toEqual(['1 minuut geleden', '1 minute ago'])
  expect(ago(59)).toEqual(['59 minuten geleden', '59 minutes ago'])
  expect(ago(119)).toEqual(['1 uur geleden', '1 hour ago'])
  expect(ago(24 * 60)).toEqual(['gisteren', 'yesterday'])
  expect(ago(6 * 24 * 60)).toEqual(['6 dagen geleden', '6 days ago'])
  expect(ago(7 * 24 * 60)).toEqual(['15 november 2026', '15 November 2026'])
  expect(nl.ago(now + MINUTE, now)).toBe('zojuist') // a clock that runs ahead elsewhere
})

test('sizes of files', () => {
  expect([0, 999, 1000, 258_048, 1_550_000, 2_000_000_000].map(size => nl.size(size))).toEqual(['0 byte', '999 byte', '1 kB', '258 kB', '1,6 MB', '2 GB'])
})

test('lists', () => {
  expect([nl.list(['a']), nl.list(['a', 'b', 'c']), en.list(['a', 'b'])]).toEqual(['a', 'a, b en c', 'a and b'])
})
