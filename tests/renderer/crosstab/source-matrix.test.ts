// M54: which source answers which question, each source with its kind.
import { expect, test } from 'vitest'
import { kindsFor, NO_QUESTION, questionsOf, sourcesOf, turned } from '../../../renderer/crosstab/source-matrix.ts'
import { methodPage } from '../../../renderer/crosstab/method-page.ts'

// As in the pilot: stories of two groups, a registration of 58 cases, interviews with 12 families and with 10 coaches, 2 focus groups.
const registers = [
  { id: 'r1', name: 'Gesprekken', source: 'registration' as const, base: 58 }, { id: 'r2', name: 'Gezinnen', source: 'interviews' as const, base: 12 },
  { id: 'r3', name: 'Coaches', source: 'interviews' as const, base: 10 }, { id: 'r4', name: 'Scholen', source: 'focusGroups' as const, base: 2 }
]
const groups = [{ id: 'g1', name: 'gezin', stories: 100 }, { id: 'g2', name: 'team', stories: 71 }]
const sources = sourcesOf({ groups, stories: 171 }, registers)

test('[X11] M54: groups of tellers and tables of others stand beside each other as sources, typed, each with what it is about', () => {
  expect(sources.map(({ key, kind, name, n }) => [key, kind, name, n])).toEqual([
    ['g1', 'stories', 'gezin', 100], ['g2', 'stories', 'team', 71], ['r1', 'registration', 'Gesprekken', 58], ['r2', 'interviews', 'Gezinnen', 12], ['r3', 'interviews', 'Coaches', 10], ['r4', 'focusGroups', 'Scholen', 2]
  ])
  expect(sourcesOf({ groups: [], stories: 8 }, [])).toEqual([{ key: 'stories', kind: 'stories', name: '', n: 8 }])
})

test('[X11] M54: a question rests on kinds of source, each once; ticking and unticking leaves the others, and what is gone counts for nothing', () => {
  const by = ['r3', 'r2', 'g2', 'gone'].reduce<string[]>((now, key) => turned(now, key, true), [])
  expect(kindsFor({ ...NO_QUESTION, by }, sources)).toEqual(['stories', 'interviews'])
  expect(turned(turned(by, 'r2', true), 'g2', false)).toEqual(['r3', 'gone', 'r2'])
  expect(kindsFor({ ...NO_QUESTION, by: ['gone'] }, sources)).toEqual([])
})

test('questions stand in the order in which they were kept; what cannot be read is left alone', () => {
  expect(questionsOf([{ id: 'b', body: JSON.stringify({ question: 'Wat werkt?', by: ['g1'], together: 'Ja.' }) }, { id: 'a', body: '{"by":3}' }])).toEqual([{ id: 'b', question: 'Wat werkt?', by: ['g1'], together: 'Ja.' }])
})

test('both tables of the page stand in its file as words', () => {
  const page = methodPage({ title: 'T', project: 'P', made: 'M', parts: [], tables: [{ title: 'Een', headings: ['a'], rows: [['<b>']] }, { title: 'Twee', headings: ['c', 'd'], rows: [['×', '']] }] })
  expect(page).toContain('<h2>Een</h2><table><tr><th>a</th></tr>\n<tr><td>&lt;b&gt;</td></tr></table>\n<h2>Twee</h2><table><tr><th>c</th><th>d</th></tr>\n<tr><td>×</td><td></td></tr></table>')
})
