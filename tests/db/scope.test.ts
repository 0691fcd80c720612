// Which codings a viewer sees and which stories a filter picks, on a real file, against counts worked out by hand.
import { afterAll, describe, expect, test } from 'vitest'
import { isBlind, layerCodings, readInLayer, visibleCodings, type Condition } from '../../db/scope.ts'
import { storyScope } from '../../db/story-scope.ts'
import type { Store } from '../../db/store.ts'
import type { Layer, StoryFilter } from '../../shared/domain/layer.ts'
import { plainProject, type PlainProject } from '../support/plain-project.ts'

const PROJECT: PlainProject = {
  coders: [{ name: 'Anna' }, { name: 'Bram' }, { name: 'Samen', role: 'consensus' }],
  groups: ['gezin', 'team'],
  waves: ['voorjaar'],
  codes: [{ name: 'klik' }, { name: 'school' }],
  signifiers: [
    { key: 'invloed', kind: 'slider', askedOf: ['gezin'] },
    { key: 'wie', kind: 'multi', options: ['ouder', 'kind'] },
    { key: 'plan', kind: 'triad' },
    { key: 'stenen', kind: 'stones', stones: ['klik', 'tijd'], anchors: ['l', 'r', 'o', 'b'] },
    { key: 'anders', kind: 'text' }
  ],
  stories: [
    { body: 'Één keer belde zij terug.', group: 'gezin', wave: 'voorjaar', collectedOn: '2024-03-21', answers: { invloed: { value: 20 }, wie: { options: ['ouder'] }, stenen: { places: { klik: [50, 49.9] } }, anders: { text: 'Een OOM hielp' } }, doneBy: ['Anna'],
      codings: [{ coder: 'Anna', code: 'klik', start: 0, end: 4 }, { coder: 'Bram', code: 'school', start: 0, end: 4 }] },
    { body: 'Op SCHOOL ging het mis.', group: 'gezin', answers: { invloed: 'na', plan: { shares: [60, 30, 10] } }, codings: [{ coder: 'Bram', code: 'school', start: 3, end: 9 }] },
    { body: 'Het team kwam één keer.', group: 'team', answers: { wie: { options: [] } }, doneBy: ['Bram'], codings: [{ coder: 'Anna', code: 'klik', start: 0, end: 3, removed: true }] },
    { body: 'Niet goedgekeurd.', group: 'gezin', state: 'staged' },
    { body: 'Weg.', group: 'gezin', state: 'withdrawn' },
    { body: 'Zomaar.', group: 'gezin', doneBy: ['Samen'], codings: [{ coder: 'Samen', code: 'klik', start: 0, end: 6 }] }
  ]
}

const open = plainProject(PROJECT)
const blind = plainProject({ ...PROJECT, blind: true })
afterAll(() => {
  open.close()
  blind.close()
})

const stories = (store: Store, condition: Condition): number[] =>
  store.all<{ number: number }>(`SELECT s.number FROM story s WHERE ${condition.sql} ORDER BY s.number`, condition.parameters).map((row) => row.number)
const codings = (store: Store, condition: Condition): string[] =>
  store.all<{ place: string }>(`SELECT k.name || ' ' || c.story AS place FROM coding c JOIN coder k ON k.num = c.coder WHERE ${condition.sql} ORDER BY c.num`, condition.parameters)
    .map((row) => row.place)

describe('the stories a filter picks', () => {
  const picked = (filter: StoryFilter, viewer: string | null = 'Anna', { store, id } = open): number[] => stories(store, storyScope(store, filter, viewer && id(viewer)))
  const { id } = open

  test('only live ones', () => expect(picked({})).toEqual([1, 2, 3, 6]))
  test('groups and waves', () => {
    expect(picked({ groups: [id('team')] })).toEqual([3])
    expect(picked({ groups: [id('team'), id('gezin')], waves: [id('voorjaar')] })).toEqual([1])
    expect(picked({ groups: [] })).toEqual([])
  })
  test('answers: ranges with both ends, a part of a triad, options, n.v.t.', () => {
    expect(picked({ answers: [{ is: 'range', signifier: id('invloed'), part: 0, from: 0, to: 20 }] })).toEqual([1])
    expect(picked({ answers: [{ is: 'range', signifier: id('invloed'), part: 0, from: 20.01, to: null }] })).toEqual([])
    expect(picked({ answers: [{ is: 'range', signifier: id('plan'), part: 1, from: 30, to: null }] })).toEqual([2])
    expect(picked({ answers: [{ is: 'options', signifier: id('wie'), options: [id('wie/ouder')] }] })).toEqual([1])
    expect(picked({ answers: [{ is: 'na', signifier: id('invloed') }] })).toEqual([2])
  })
  test('blank is asked and not answered: ticking nothing is an answer, another group was not asked', () => {
    expect(picked({ answers: [{ is: 'blank', signifier: id('invloed') }] })).toEqual([6])
    expect(picked({ answers: [{ is: 'blank', signifier: id('wie') }] })).toEqual([2, 6])
    expect(picked({ answers: [{ is: 'none', signifier: id('wie') }] })).toEqual([3])
    expect(picked({ answers: [{ is: 'notAsked', signifier: id('invloed') }] })).toEqual([3])
  })
  test('up to but without; days it was collected on; free text with words', () => {
    expect(picked({ answers: [{ is: 'range', signifier: id('invloed'), part: 0, from: null, to: 20, before: true }] })).toEqual([])
    expect(picked({ collected: { from: '2024-03-21', to: '2024-03-21' } })).toEqual([1])
    expect(picked({ collected: { from: '2024-03-22', to: null } })).toEqual([])
    expect(picked({ not: [{ collected: { from: '2024-03-22', to: null } }] })).toEqual([1, 2, 3, 6])
    expect(picked({ answers: [{ is: 'text', signifier: id('anders'), words: null }] })).toEqual([1])
    expect(picked({ answers: [{ is: 'text', signifier: id('anders'), words: 'oom hielp' }] })).toEqual([1])
    expect(picked({ answers: [{ is: 'text', signifier: id('anders'), words: 'tante' }] })).toEqual([])
  })
  test('places: zones of a triad, fields of a stone, a stone left aside, and a line drawn by hand', () => {
    expect(picked({ answers: [{ is: 'zone', signifier: id('plan'), zones: ['top'] }] })).toEqual([2])
    expect(picked({ answers: [{ is: 'zone', signifier: id('plan'), zones: ['top'], cuts: { corner: 61, edge: 20 } }] })).toEqual([])
    const [klik, tijd] = [id('stenen/klik'), id('stenen/tijd')]
    expect(picked({ answers: [{ is: 'field', signifier: id('stenen'), stone: klik, x: { from: 50, to: 100 }, y: { from: 0, to: 50 } }] })).toEqual([1])
    expect(picked({ answers: [{ is: 'field', signifier: id('stenen'), stone: klik, x: { from: 0, to: 50 }, y: null }] })).toEqual([])
    expect(picked({ answers: [{ is: 'none', signifier: id('stenen'), stone: tijd }] })).toEqual([1])
    expect(picked({ answers: [{ is: 'none', signifier: id('stenen'), stone: klik }] })).toEqual([])
    // 60/30/10 lies at x = 10 + 30, y = 60.
    const round = (x: number, y: number): [number, number][] => [[x - 1, y - 1], [x + 1, y - 1], [x + 1, y + 1], [x - 1, y + 1]]
    expect(picked({ answers: [{ is: 'lasso', signifier: id('plan'), stone: null, points: round(40, 60) }] })).toEqual([2])
    expect(picked({ answers: [{ is: 'lasso', signifier: id('plan'), stone: null, points: round(43, 60) }] })).toEqual([])
    expect(picked({ answers: [{ is: 'lasso', signifier: id('stenen'), stone: klik, points: round(50, 50) }] })).toEqual([1])
  })
  test('[X2] without a code: only where a coder marked the story done', () => {
    expect(picked({ withoutCodes: [id('klik')] })).toEqual([3])
    expect(picked({ withoutCodes: [id('school')] })).toEqual([3])
  })
  test('two conditions on answers hold together', () => {
    expect(picked({ answers: [{ is: 'range', signifier: id('invloed'), part: 0, from: 0, to: 50 }, { is: 'options', signifier: id('wie'), options: [id('wie/kind')] }] })).toEqual([])
  })
  test('codes and coders, removed codings aside', () => {
    expect(picked({ codes: [id('klik')] })).toEqual([1, 6])
    expect(picked({ codes: [id('klik'), id('school')] })).toEqual([1, 2, 6])
    expect(picked({ codedBy: id('Bram') })).toEqual([1, 2])
    expect(picked({ uncodedByMe: true })).toEqual([2, 3, 6])
    expect(picked({ uncodedByMe: false })).toEqual([1])
    expect(picked({ doneByMe: true })).toEqual([1])
    expect(picked({ doneByMe: false })).toEqual([2, 3, 6])
    expect(picked({ uncodedByMe: true, doneByMe: false }, null)).toEqual([1, 2, 3, 6])
  })
  test('words of the main text, letter case and accents with capitals too; or a number', () => {
    expect(picked({ search: 'één KEER' })).toEqual([1, 3])
    expect(picked({ search: 'school' })).toEqual([2])
    expect(picked({ search: '#3' })).toEqual([3])
    expect(picked({ search: '%' })).toEqual([])
  })
  test('in a blind project a colleague\'s codings do not pick a story before it is done', () => {
    expect(picked({ codes: [blind.id('school')] }, 'Anna', blind)).toEqual([1])
    expect(picked({ codedBy: blind.id('Bram') }, 'Anna', blind)).toEqual([1])
    expect(picked({ codes: [blind.id('school')] }, 'Bram', blind)).toEqual([1, 2])
    expect(picked({ codes: [blind.id('klik'), blind.id('school')] }, null, blind)).toEqual([])
  })
})

describe('the codings of a layer', () => {
  const seen = ({ store, id }: typeof open, layer: Layer, viewer: string | null): string[] => codings(store, layerCodings(store, layer, viewer && id(viewer)))
  test('all is every coder without the consensus layer', () => {
    expect(seen(open, { is: 'all' }, 'Anna')).toEqual(['Anna 1', 'Bram 1', 'Bram 2'])
    expect(seen(open, { is: 'consensus' }, 'Anna')).toEqual(['Samen 6'])
    expect(seen(open, { is: 'coder', coder: open.id('Bram') }, 'Anna')).toEqual(['Bram 1', 'Bram 2'])
  })
  test('blind: own codings, and colleagues\' in stories marked done', () => {
    expect(isBlind(blind.store)).toBe(true)
    expect(seen(blind, { is: 'all' }, 'Anna')).toEqual(['Anna 1', 'Bram 1'])
    expect(seen(blind, { is: 'all' }, 'Bram')).toEqual(['Bram 1', 'Bram 2'])
    expect(seen(blind, { is: 'all' }, null)).toEqual([])
    expect(codings(blind.store, visibleCodings(blind.store, blind.id('Samen')))).toEqual(['Samen 6'])
  })
  test('a story is read in a layer when one of its coders marked it done, as far as the viewer may know', () => {
    const read = ({ store, id }: typeof open, layer: Layer, viewer: string): number[] => stories(store, readInLayer(store, layer, id(viewer)))
    expect(read(open, { is: 'all' }, 'Anna')).toEqual([1, 3])
    expect(read(open, { is: 'consensus' }, 'Anna')).toEqual([6])
    expect(read(open, { is: 'coder', coder: open.id('Bram') }, 'Anna')).toEqual([3])
    expect(read(blind, { is: 'all' }, 'Anna')).toEqual([1])
    expect(read(blind, { is: 'coder', coder: blind.id('Bram') }, 'Anna')).toEqual([])
  })
})
