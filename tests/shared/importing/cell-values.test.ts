// Numbers, days and ticks as people type them.
import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { readDay, readNumber, readTick } from '../../../shared/importing/cell-values.ts'

describe('numbers', () => {
  test.each<[string, '.' | ',' | 'either', number | null]>([
    ['73,42', ',', 73.42], ['73.42', '.', 73.42], ['73,42', 'either', 73.42], ['73.42', 'either', 73.42], ['73.42', ',', null], ['73,42', '.', null],
    ['1.234,5', ',', 1234.5], ['1,234.5', '.', 1234.5], ['1.234', 'either', 1.234], ['1.234', ',', 1234], [' 64 % ', ',', 64], ['€ 1.250,50', ',', 1250.5], ['−3', 'either', -3], ['1e-7', '.', 1e-7], ['2,5E+2', ',', 250],
    ['', 'either', null], ['n.v.t.', 'either', null], ['1.2.3', 'either', null], ['1,2,3', ',', null], ['12 dagen', ',', null], ['.5', '.', 0.5], ['0x1F', '.', null], ['Infinity', '.', null], ['12.34,5', ',', null]
  ])('%j with %j is %j', (cell, decimal, value) => {
    expect(readNumber(cell, decimal)).toBe(value)
  })

  test('every number a spreadsheet writes comes back, in both marks', () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map((n) => (Object.is(n, -0) ? 0 : n)), (value) => {
      expect(readNumber(String(value), '.')).toBe(value)
      expect(readNumber(String(value).replace('.', ','), ',')).toBe(value)
      expect(readNumber(String(value).replace('.', ','), 'either')).toBe(value)
    }), { seed: 20241122, numRuns: 500 })
  })
})

describe('days', () => {
  test.each<[string, Parameters<typeof readDay>[1], string | null]>([
    ['12-03-2024', 'd-m-y', '2024-03-12'], ['3/12/2024', 'm-d-y', '2024-03-12'], ['12-3-24', 'd-m-y', '2024-03-12'], ['12 maart 2024', 'd-m-y', '2024-03-12'], ['dinsdag 12 maart 2024', 'd-m-y', '2024-03-12'], ['di. 12-3-2024', 'd-m-y', '2024-03-12'], ['Tue 12 March 2024', 'd-m-y', '2024-03-12'], ['1 mrt. 2024 14:05', 'd-m-y', '2024-03-01'],
    ['2024-03-12T14:05:00Z', 'd-m-y', '2024-03-12'], ['2024-03-12 23:59:59', 'y-m-d', '2024-03-12'], ['12-03-2024 10:00', 'd-m-y', '2024-03-12'], ['29-02-2024', 'd-m-y', '2024-02-29'], ['29-02-2023', 'd-m-y', null],
    ['31-04-2024', 'd-m-y', null], ['12-13-2024', 'd-m-y', null], ['12-13-2024', 'm-d-y', '2024-12-13'], ['1710201600000', 'epochMs', '2024-03-12'], ['T_1710201600000', 'epochMs', '2024-03-12'], ['1710201600', 'epochS', '2024-03-12'],
    ['gisteren', 'd-m-y', null], ['12-03-2024', 'y-m-d', null], ['2024', 'y-m-d', null], ['', 'd-m-y', null], ['99999999999999999', 'epochMs', null]
  ])('%j as %s is %j', (cell, order, day) => {
    expect(readDay(cell, order)).toBe(day)
  })

  test('every day there is comes back in every order', () => {
    fc.assert(fc.property(fc.date({ min: new Date('1970-01-01'), max: new Date('2069-12-31'), noInvalidDate: true }), (date) => {
      const iso = date.toISOString().slice(0, 10)
      const [y, m, d] = iso.split('-')
      expect([readDay(iso, 'y-m-d'), readDay(`${d}-${m}-${y}`, 'd-m-y'), readDay(`${m}/${d}/${y}`, 'm-d-y'), readDay(`${d}.${m}.${y!.slice(2)}`, 'd-m-y'), readDay(String(date.getTime()), 'epochMs')]).toEqual([iso, iso, iso, iso, iso])
    }), { seed: 20241122, numRuns: 200 })
  })
})

describe('ticks', () => {
  test.each<[string, string[], string[], boolean | null]>([
    ['x', [], [], true], ['1', [], [], true], ['Ja', [], [], true], ['WAAR', [], [], true], ['☑', [], [], true], ['0', [], [], false], ['nee', [], [], false], ['misschien', [], [], null],
    ['2', ['2'], ['1'], true], ['1', ['2'], ['1'], false], ['ja', ['2'], ['1'], null]
  ])('%j with %j and %j is %j', (cell, ticked, unticked, tick) => {
    expect(readTick(cell, ticked, unticked)).toBe(tick)
  })
})
