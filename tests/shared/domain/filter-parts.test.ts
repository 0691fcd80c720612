// Two rules joined: as one where that says the same, else side by side; never a rule lost.
import { expect, test } from 'vitest'
import { bothFilters, selectionsIn, tidyFilter } from '../../../shared/domain/filter-parts.ts'
import { newId } from '../../../shared/domain/ids.ts'

const [a, b, c] = [newId(1), newId(2), newId(3)]

test('conditions of other sorts join; lists of "and" grow; lists of "or" stay apart', () => {
  expect(bothFilters({ groups: [a] }, { codes: [b] })).toEqual({ groups: [a], codes: [b] })
  expect(bothFilters({ answers: [{ is: 'na', signifier: a }] }, { answers: [{ is: 'blank', signifier: b }] })).toEqual({ answers: [{ is: 'na', signifier: a }, { is: 'blank', signifier: b }] })
  expect(bothFilters({ groups: [a] }, { groups: [b] })).toEqual({ groups: [a], not: [{ not: [{ groups: [b] }] }] })
  expect(bothFilters({ any: [{ groups: [a] }] }, { any: [{ groups: [b] }] })).toEqual({ any: [{ groups: [a] }], not: [{ not: [{ any: [{ groups: [b] }] }] }] })
})

test('codes, or themes, of two layers are never mixed', () => {
  expect(bothFilters({ codes: [a] }, { themes: [b], layer: { is: 'consensus' } })).toEqual({ codes: [a], not: [{ not: [{ themes: [b], layer: { is: 'consensus' } }] }] })
  expect(bothFilters({ codes: [a] }, { codes: [b], layer: { is: 'consensus' } })).toEqual({ codes: [a], not: [{ not: [{ codes: [b], layer: { is: 'consensus' } }] }] })
  expect(bothFilters({ codes: [a] }, { withoutCodes: [b], layer: { is: 'consensus' } })).toEqual({ codes: [a], not: [{ not: [{ withoutCodes: [b], layer: { is: 'consensus' } }] }] })
})

test('empty parts go; selections are found at any depth', () => {
  expect(tidyFilter({ groups: [], codedBy: undefined, search: '', doneByMe: false })).toEqual({ doneByMe: false })
  expect(selectionsIn({ selections: [a], any: [{ selections: [b] }], not: [{ any: [{ selections: [c] }] }] })).toEqual([a, b, c])
})
