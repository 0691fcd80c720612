// What paper may tell and how words keep within a drawing: the parts of the sheets that need no browser.
import { expect, test } from 'vitest'
import type { Card } from '../../../shared/contract/pack.ts'
import type { PaperPattern } from '../../../shared/contract/pattern.ts'
import type { Signifier } from '../../../shared/contract/signifier.ts'
import { PackLook } from '../../../shared/domain/pack.ts'
import { backAnswers } from '../../../renderer/session/print/card-sheets.ts'
import { firstCards } from '../../../renderer/session/print/figure-page.ts'
import { inLines } from '../../../renderer/session/print/lines.ts'
import { wordsOfFragment } from '../../../renderer/session/print/materials.ts'
import { wallBars } from '../../../renderer/session/wall-bars.ts'

test('words in a drawing keep to their width: in even lines, then in smaller letters, then broken', () => {
  expect(inLines('De school', 10, 95)).toEqual({ lines: ['De school'], size: 10 })
  expect(inLines('De hulpverlening en de gemeente samen', 10, 95)).toEqual({ lines: ['De hulpverlening en', 'de gemeente samen'], size: 10 })
  expect(inLines('De rechter of de jeugdbeschermingsorganisatie', 10, 95)).toEqual({ lines: ['De rechter of de', 'jeugdbeschermingsorganisatie'], size: 95 / 14 })
  const { lines, size } = inLines(`k ${'oneindig'.repeat(9)} 👨‍👩‍👧‍👦`, 10, 95)
  expect([lines.map(line => line.replace(/-$/, '')).join('').replace(' ', ''), size, lines.every(line => line.length * size * 0.5 <= 95)]).toEqual([`k${'oneindig'.repeat(9)}👨‍👩‍👧‍👦`, 6.5, true])
  expect(inLines('', 10, 95)).toEqual({ lines: [], size: 10 })
})

test('[P9] nobody speaks beside a hidden answer about themselves, and none stands behind their words', () => {
  const card = (id: string, option: string, rare: string[]) => ({ id, told: id, side: '', rare, answers: [{ signifier: 'wijk', value: { is: 'option', option } }] }) as unknown as Card
  const cards = [card('many', 'noord', []), card('one', 'kanaal', ['wijk'])]
  const column = (id: string) => ({ key: id, value: true, face: { is: 'option', id, name: id } })
  const pattern = (counts: (number | null)[]) => ({ columns: [column('noord'), column('kanaal')], parts: [{ counts }] }) as unknown as PaperPattern
  const speaks = (kind: string, counts: (number | null)[]) => firstCards(cards, { id: 'wijk', kind } as unknown as Signifier, pattern(counts)).map(({ id }) => id).toSorted()
  expect([speaks('choice', [22, null]), speaks('choice', [22, 1]), speaks('likert', [22, null])]).toEqual([['many'], ['many', 'one'], ['many', 'one']])

  const look = (hideSmall: boolean) => ({ ...PackLook.parse({}), back: ['wijk'], hideSmall })
  expect([true, false].map(hides => cards.map(each => backAnswers(each, look(hides)).length))).toEqual([[1, 0], [1, 1]])
})

test('[P9] on the wall, what paper hides has no bar, no number and nothing behind it', () => {
  const column = (name: string) => ({ key: name, value: true, face: { is: 'option', id: name, name } })
  const asked = { columns: [column('noord'), column('zuid'), column('kanaal'), { key: 'na', value: false, face: { is: 'na' } }], hides: true }
  const pattern = (valid: number | null, counts: (number | null)[]) => ({ ...asked, parts: [{ valid, counts }] }) as unknown as PaperPattern
  expect(wallBars(pattern(40, [30, null, null, 2]))).toEqual({ rows: [{ id: 'noord', name: 'noord', count: 30, percent: 75 }], hidden: ['zuid', 'kanaal'] })
  expect(wallBars(pattern(null, [null, null, null, null]))).toEqual({ rows: [], hidden: ['noord', 'zuid', 'kanaal'] })
})

test('[P7] what a card makes unrecognisable is so where a theme quotes the same words', () => {
  const body = 'Sanne van de Kerkstraat 5 kwam elke week bij ons.'
  const place = (words: string) => ({ start: body.indexOf(words), end: body.indexOf(words) + words.length })
  const fragment = (words: string) => ({ text: 'story', quote: words, ...place(words) })
  const edits = [{ is: 'redaction' as const, what: 'name' as const, ...place('Sanne') }, { is: 'redaction' as const, what: 'place' as const, ...place('de Kerkstraat 5') }]
  const cards = [{ text: 'story', edits }, { text: 'story', edits: [{ is: 'correction' as const, words: 'het dorp', ...place('Kerkstraat 5 kwam') }] }, { text: 'other', edits: [{ is: 'ellipsis' as const, ...place(body) }] }]
  const said = (words: string, some = cards) => wordsOfFragment(fragment(words), some, 'nl')
  expect([said('Sanne van de Kerkstraat 5 kwam elke week', cards.slice(0, 1)), said('Kerkstraat 5 kwam elke', cards.slice(0, 1)), said(body), said('bij ons.'), said('Sanne van', [])]).toEqual([
    '[naam] van [plaats] kwam elke week', '[…] kwam elke', '[naam] van [plaats][…] elke week bij ons.', 'bij ons.', 'Sanne van'
  ])
})
