// Names replaced in a story.
import { expect, test } from 'vitest'
import { likeName, placeholder, replaceName } from '../../../shared/text/names.ts'

test.each([
  ['as a whole word, also before an apostrophe', "Sanne kwam. Sanne's tas, Sannes tas.", 'Sanne', "<naam> kwam. <naam>'s tas, Sannes tas.", 2],
  ['of several words, over a line end', 'Sanne de Wit, Sanne\nde Wit', 'Sanne de Wit', '<naam>, <naam>', 2],
  ['with signs in it', 'bij J. (Jan) thuis', 'J. (Jan)', 'bij <naam> thuis', 1],
  ['with an accent that is its own', 'Renée en René\u0301', 'Renée', '<naam> en René\u0301', 1],
  ['with a hyphen', 'Jan-Willem en Jan', 'Jan-Willem', '<naam> en Jan', 1],
  ['that is a placeholder already', 'zei <Sanne>', 'Sanne', 'zei <Sanne>', 0],
  ['that is nothing', 'niets', '  ', 'niets', 0]
])('%s', (_, text, name, expected, n) => {
  expect(replaceName(text, name, placeholder('naam'))).toEqual({ text: expected, n })
})

test('words that look like the name are named, not replaced', () => {
  expect(likeName('Sanne, Sannes moeder en SANNE. Anne niet.', 'Sanne')).toEqual(['Sannes', 'SANNE'])
})

test('a placeholder holds no signs that would end it', () => {
  expect([placeholder(' naam '), placeholder('a>b<'), placeholder('')]).toEqual(['<naam>', '<ab>', '<naam>'])
})
