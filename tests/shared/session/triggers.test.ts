// Words that ask a maker of cards to look twice.
import { expect, test } from 'vitest'
import { triggersIn } from '../../../shared/session/triggers.ts'

test('self-harm is told of whichever way round it is said; a knife to the bread is not', () => {
  const told = ['Zij ging zichzelf snijden.', 'Zij sneed, nee: ze is zich gaan snijden.', 'Hij snijdt mezelf na.', 'Ik heb mezelf pijn gedaan toen ik mezelf pijn deed.', 'Brood snijden deed zij zelf.', 'Mijn vader sloeg, daarna overleed hij.']
  expect(told.map(triggersIn)).toEqual([['suicide'], [], ['suicide'], ['suicide'], [], ['violence', 'loss']])
})
