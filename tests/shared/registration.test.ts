// Tables from elsewhere: pasted counts with what they are out of, and a registration of conversations with its totals.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { registrationSheets, TIME_BANDS } from '../../demo/files/reference-tables.ts'
import { cellsFrom, cellsOf, readCounts, sumColumns, type CountsBody } from '../../shared/registration/counts.ts'
import { bandMinutes, firstSettings, readLog, totalsOf } from '../../shared/registration/log.ts'

describe('counts', () => {
  // The published typology and referrals of a pilot: 52, 51 and 61 over 58 cases.
  const typology = readCounts(cellsOf(`Vraag;ouders;kinderen\nOpvoeden;5;3\nGedrag;33;25\nSchool;4;4\nWonen;0;1\nGeld;5;6\nWerk;0;0\nTaal;0;1\nZorg;0;5\nVeilig;1;1\nAnders;4;5\nn;58;58`))
  const referrals = readCounts(['Naar', 'Aantal'].join('\t').concat('\n', [6, 13, 7, 5, 3, 3, 3, 1, 1, 0, 0, 8, 11].map((count, at) => `plek ${at + 1}\t${count}`).join('\n')).split('\n').map((line) => line.split('\t')))

  test('[X11] every sum stands with what it is out of; more than there are cases is told', () => {
    if (!typology.ok || !referrals.ok) throw new Error('they can be read')
    expect(sumColumns(typology.body, null)).toEqual([
      { name: 'ouders', sum: 52, filled: 10, base: 58, several: false }, { name: 'kinderen', sum: 51, filled: 10, base: 58, several: false }
    ])
    expect(sumColumns(referrals.body, 58)).toEqual([{ name: 'Aantal', sum: 61, filled: 13, base: 58, several: true }])
    expect(sumColumns(referrals.body, null)[0]).toMatchObject({ base: null, several: false })
  })

  test('what a table holds comes back from its own cells; empty is not nought', () => {
    const number = fc.option(fc.integer({ min: 0, max: 5000 }).map((value) => value / 10), { nil: null })
    const name = fc.stringMatching(/^[a-zà-ü ]{1,12}$/).map((words) => words.trim() || 'x').filter((words) => !/^(n|basis|base)$/.test(words))
    fc.assert(fc.property(fc.integer({ min: 1, max: 4 }).chain((wide) => fc.record({
      columns: fc.array(fc.record({ name, base: fc.option(fc.nat(500), { nil: null }) }), { minLength: wide, maxLength: wide }),
      rows: fc.array(fc.record({ name, values: fc.array(number, { minLength: wide, maxLength: wide }) }), { minLength: 1, maxLength: 6 })
    })), (body: CountsBody) => { expect(readCounts(cellsFrom(body))).toEqual({ ok: true, body }) }), { seed: 20261123, numRuns: 100 })
  })

  test('what is no table is told with its row', () => {
    expect([readCounts([]), readCounts(cellsOf('Vraag;ouders\nOpvoeden;veel')), readCounts(cellsOf('Vraag\nOpvoeden'))]).toEqual([
      { ok: false, row: 1, reason: 'empty' }, { ok: false, row: 2, reason: 'notNumber' }, { ok: false, row: 1, reason: 'noNumbers' }
    ])
  })
})

describe('a registration of conversations', () => {
  const body = readLog(registrationSheets().map(({ name, headings, rows }) => ({ name, rows: [headings, ...rows.map((row) => row.map(String))] })), { worker: 'sheet', case: 0, conversation: 1, duration: 2 })!
  const settings = firstSettings(body)

  test('[X11] M53: ten workers, 58 cases, 175 conversations over the 47 that were counted, 13,152 minutes; and without the two longest', () => {
    const { byBand, byCount, ...totals } = totalsOf(body, settings)
    expect(totals).toEqual({
      workers: 10, cases: 58, conversations: 175, minutes: 13152, timed: 186, untimed: 0, minutesPerCase: 13152 / 58, timedCases: 58, perCase: 175 / 47, countedCases: 47, uncountedCases: 11, most: 27, caseless: 0
    })
    expect(byCount.reduce((sum, { conversations, cases }) => sum + conversations * cases, 0)).toBe(175)
    expect(byBand.map(({ words, minutes }) => [words, minutes])).toEqual(byBand.map(({ words }) => [words, TIME_BANDS[words]]))
    expect([byBand.length, byBand.reduce((sum, { rows }) => sum + rows, 0)]).toEqual([4, 173])
    const without = totalsOf(body, { ...settings, without: 2 })
    expect([without.cases, without.conversations, without.minutes, Math.round(without.minutesPerCase!), Math.round(without.perCase! * 10) / 10, without.countedCases]).toEqual([56, 127, 9929, 177, 2.8, 45])
  })

  test('names of workers and cases are not kept', () => {
    expect(JSON.stringify(body)).not.toMatch(/medewerker|C0\d/)
  })

  test('a band counts for its middle; an open end that nobody reckoned is asked', () => {
    expect(['5 - 15 min', '15–30', '>60', 'meer dan 90 minuten', '1 tot 2 uur', 'meer dan 45', 'lang', '< 10 minuten'].map(bandMinutes)).toEqual([10, 22.5, 75, 100, 90, null, null, 5])
    const rows = readLog([{ name: 'Blad1', rows: [['casus', 'duur'], ['A', 'lang'], ['A', '30'], ['B', ''], ['', '20'], ['', '']] }], { worker: null, case: 0, conversation: null, duration: 1 })!
    const totals = totalsOf(rows, firstSettings(rows))
    expect([totals.workers, totals.cases, totals.conversations, totals.minutes, totals.timed, totals.untimed, totals.timedCases, totals.minutesPerCase, totals.caseless]).toEqual([0, 2, 4, 50, 2, 2, 1, 30, 1])
  })
})
