// The tables that lie ready beside the study give the totals they were made for.
import { expect, test } from 'vitest'
import { POPULATION, populationCsv, registrations, registrationSheets, TIME_BANDS, type Registration } from '../../demo/files/reference-tables.ts'

const minutes = ({ duration }: Registration): number => TIME_BANDS[duration] ?? Number(duration)

function totals(rows: Registration[]) {
  const cases = new Set(rows.map(({ caseId }) => caseId))
  const counted = rows.filter(({ conversation }) => conversation !== null)
  const perCase = [...new Set(counted.map(({ caseId }) => caseId))].map((caseId) => counted.filter((row) => row.caseId === caseId).length)
  const total = rows.reduce((sum, row) => sum + minutes(row), 0)
  return {
    workers: new Set(rows.map(({ worker }) => worker)).size, cases: cases.size, conversations: counted.length, minutes: total,
    perCase: Math.round(total / cases.size), conversationsPerCase: Math.round(10 * counted.length / perCase.length) / 10, most: Math.max(...perCase)
  }
}

test('the registration: all cases, and without the two long ones', () => {
  const rows = registrations()
  expect(totals(rows)).toEqual({ workers: 10, cases: 58, conversations: 175, minutes: 13152, perCase: 227, conversationsPerCase: 3.7, most: 27 })
  expect(totals(rows.filter(({ caseId }) => caseId !== 'C01' && caseId !== 'C02'))).toMatchObject({ workers: 10, cases: 56,
    conversations: 127, minutes: 9929, perCase: 177, conversationsPerCase: 2.8 })
  expect(rows.every((row) => minutes(row) > 0)).toBe(true)
})

test('every row stands on the sheet of its worker, once', () => {
  const sheets = registrationSheets()
  expect(sheets.map(({ name }) => name)).toEqual(Array.from({ length: 10 }, (_, at) => `medewerker ${at + 1}`))
  expect(sheets.flatMap(({ rows }) => rows).length).toBe(registrations().length)
})

test('the population by district and age', () => {
  expect(POPULATION.map(({ shares }) => Object.values(shares).reduce((sum, share) => sum + share, 0))).toEqual([99, 100])
  expect(populationCsv().split('\r\n').slice(0, 3)).toEqual(['kenmerk;klasse;procent', 'stadsdeel;Centrum;1', 'stadsdeel;Oost;29'])
})
