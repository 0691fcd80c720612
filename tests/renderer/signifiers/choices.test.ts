// What stands open in Patronen, in projects with and without questions.
import { expect, test } from 'vitest'
import { shownOf, type Signifier } from '../../../renderer/signifiers/choices.ts'

const [choice, scale] = [{ id: 'a', kind: 'choice' }, { id: 'b', kind: 'slider' }] as Signifier[] as [Signifier, Signifier]

test('without a question codes and tables of others open all the same; with some the first scale does, and what was asked goes before it', () => {
  expect(['registratie', 'codes', 'respons', undefined, 'a'].map(asked => shownOf(asked, []))).toEqual([
    { at: 'registratie', signifier: undefined }, { at: 'codes', signifier: undefined }, { at: 'respons', signifier: undefined }, { at: '', signifier: undefined }, { at: 'a', signifier: undefined }
  ])
  expect([undefined, 'a', 'gone', 'codes'].map(asked => shownOf(asked, [choice, scale]))).toEqual([
    { at: 'b', signifier: scale }, { at: 'a', signifier: choice }, { at: 'gone', signifier: scale }, { at: 'codes', signifier: scale }
  ])
  expect(shownOf(undefined, [choice]).signifier).toBe(choice)
})
