// Codes by the words people use for them: names that several bear, paths, signs and accents.
import { expect, test } from 'vitest'
import { callNames, codesCalled, toldNames, unaccented } from '../../../shared/domain/code-named.ts'

const CODES = [
  { id: 'a', name: 'Klik', parent: null }, { id: 'b', name: 'Hulpvraag', parent: null }, { id: 'c', name: 'klik', parent: 'b' }, { id: 'd', name: 'Zoë', parent: 'c' },
  { id: 'e', name: 'tevreden +', parent: null }, { id: 'f', name: 'tevreden -', parent: null }, { id: 'g', name: 'wel/niet', parent: null }
]
const called = (words: string) => codesCalled(CODES, words).map(({ id }) => id)

test('[X16] a name that two codes bear names both; a path names the one, and a stroke in front one with none above it', () => {
  expect([called('KLIK'), called('hulpvraag/klik'), called('/klik'), called('Klik/klik')]).toEqual([['a', 'c'], ['c'], ['a'], []])
  expect([called('wel/niet'), called('/wel/niet'), called('/Zoë')]).toEqual([['g'], ['g'], []])
})

test('[X16] signs tell codes apart; an accent does too, unless the words are taken without', () => {
  expect([called('tevreden +'), called('tevreden'), called('Zoe\u0308'), called('zoe')]).toEqual([['e'], [], ['d'], []])
  expect([codesCalled(CODES, 'zoe', unaccented), codesCalled(CODES, 'tevreden', unaccented)]).toEqual([[CODES[3]], []])
})

test('[X16] what a code is called leads back to it', () => {
  const names = callNames(CODES)
  expect([...names.values()]).toEqual(['/Klik', 'Hulpvraag', 'Hulpvraag/klik', 'Zoë', 'tevreden +', 'tevreden -', 'wel/niet'])
  for (const [id, name] of names) expect(called(name)).toEqual([id])
})

test('[X16] in a file a shared name has those above it in front, and a code with none above it stays as it is', () => {
  expect([...toldNames(CODES).values()]).toEqual(['Klik', 'Hulpvraag', 'Hulpvraag › klik', 'Zoë', 'tevreden +', 'tevreden -', 'wel/niet'])
})
