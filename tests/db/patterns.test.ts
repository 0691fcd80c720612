// Patterns on a real file: spreads against counts worked out by hand, and every mark opens exactly the stories it counts.
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { countCrosstab } from '../../db/crosstab.ts'
import { countFrequencies } from '../../db/frequencies.ts'
import { countPattern } from '../../db/patterns.ts'
import { countResponse, listFreeAnswers } from '../../db/pattern-response.ts'
import { pickedStories } from '../../db/selections.ts'
import { contract } from '../../shared/contract/index.ts'
import type { Pattern, Split } from '../../shared/contract/pattern.ts'
import { columnRule, columnsRule, partRule, type OfQuestion } from '../../shared/domain/column-rule.ts'
import { bothFilters } from '../../shared/domain/filter-parts.ts'
import type { StoryFilter } from '../../shared/domain/layer.ts'
import { plainProject, type Plain, type PlainAnswer, type PlainProject } from '../support/plain-project.ts'

const ask = (name: 'pattern.chart', input: object) => contract[name].input.parse(input)
const chart = (plain: Plain, signifier: string, more: object = {}, viewer: string | null = 'Anna'): Pattern =>
  countPattern(plain.store, viewer && plain.id(viewer), ask('pattern.chart', { signifier: plain.id(signifier), ...more }))

const PROJECT: PlainProject = {
  coders: [{ name: 'Anna' }, { name: 'Bram' }], groups: ['gezin', 'team'], codes: [{ name: 'klik' }],
  signifiers: [
    { key: 'invloed', kind: 'slider' }, { key: 'wie', kind: 'multi', options: ['ouder', 'kind'], askedOf: ['gezin'] }, { key: 'plan', kind: 'triad', anchors: ['a', 'b', 'c'] },
    { key: 'stenen', kind: 'stones', stones: ['klik-steen', 'tijd'], anchors: ['l', 'r', 'o', 'b'] }, { key: 'anders', kind: 'text' }
  ],
  stories: [
    { body: 'een', group: 'gezin', answers: { invloed: { value: 0 }, wie: { options: ['ouder', 'kind'] }, plan: { shares: [100, 0, 0] }, stenen: { places: { 'klik-steen': [90, 80], tijd: [50, 50] } }, anders: { text: 'een oom' } }, doneBy: ['Anna'], codings: [{ coder: 'Anna', code: 'klik', start: 0, end: 3 }] },
    { body: 'twee', group: 'gezin', answers: { invloed: { value: 64.99 }, wie: { options: [] }, plan: { shares: [20, 40, 40] }, stenen: { places: { 'klik-steen': [70, 60] } } }, doneBy: ['Bram'] },
    { body: 'drie', group: 'gezin', answers: { invloed: 'na', wie: { options: ['kind'] }, plan: 'na' } },
    { body: 'vier', group: 'team', answers: { invloed: { value: 100 } } },
    { body: 'vijf' }
  ]
}
const plain = plainProject(PROJECT)
afterAll(() => plain.close())

const brief = ({ parts, columns }: Pattern) => parts.map(({ key, stories, valid, na, blank, notAsked, aside, mentions, counts }) =>
  ({ key, stories, valid, na, blank, notAsked, aside, mentions, counts: Object.fromEntries(columns.flatMap((column, at) => (counts[at] ? [[column.key, counts[at]]] : []))) }))

describe('spreads worked out by hand', () => {
  test('[I4] a scale: bars, n.v.t. and blank apart; the exact mean and both middles', () => {
    const found = chart(plain, 'invloed')
    expect(brief(found)).toEqual([{ key: 'all', stories: 5, valid: 3, na: 1, blank: 1, notAsked: 0, aside: 0, mentions: 3, counts: { bar0: 1, bar60: 1, bar100: 1, na: 1, blank: 1 } }])
    const [{ scores, middle }] = found.parts as [Pattern['parts'][number]]
    expect(scores).toEqual([{ n: 3, mean: 54.99666666666667, median: 64.99, sd: scores[0]!.sd }])
    expect([middle!.zeros, middle!.delta, middle!.arithmetic.map(Math.round)]).toEqual([2, 0.5, [45, 55]])
  })
  test('several answers: every tick counts, the story once; nothing ticked is an answer; another group was not asked', () => {
    const [all] = brief(chart(plain, 'wie'))
    expect(all).toEqual({ key: 'all', stories: 5, valid: 3, na: 0, blank: 0, notAsked: 2, aside: 0, mentions: 3, counts: { [plain.id('wie/ouder')]: 1, [plain.id('wie/kind')]: 2, none: 1, notAsked: 2 } })
    expect([chart(plain, 'wie').several, chart(plain, 'invloed').several]).toEqual([true, false])
  })
  test('a triad: dots on the drawing, the middle in both kinds, zeros named', () => {
    const [{ dots, middle, valid }] = chart(plain, 'plan').parts as [Pattern['parts'][number]]
    expect([valid, dots]).toEqual([2, [50, 100, 50, 20]])
    expect([middle!.arithmetic, middle!.zeros, middle!.delta]).toEqual([[60, 20, 20], 1, 0.5])
    expect(middle!.geometric.map((share) => Math.round(share * 10) / 10)).toEqual([83.3, 8.4, 8.4]) // √(99·20), √(0.5·40), √(0.5·40), closed
  })
  test('stones: how often placed and where, and a stone left aside', () => {
    const [{ stones, dots, valid, aside, blank }] = chart(plain, 'stenen', { stone: plain.id('stenen/tijd') }).parts as [Pattern['parts'][number]]
    expect(stones.map(({ placed, x, y }) => [placed, x.mean, y?.mean])).toEqual([[2, 80, 70], [1, 50, 50]])
    expect([dots, valid, aside, blank]).toEqual([[50, 50], 1, 1, 3])
  })
  test('[X2] side by side: groups with who has none, and a code with, without and unread', () => {
    expect(brief(chart(plain, 'invloed', { split: { is: 'group' } })).map(({ key, stories, valid }) => [key, stories, valid])).toEqual([[plain.id('gezin'), 3, 2], [plain.id('team'), 1, 1], ['unknown', 1, 0]])
    expect(brief(chart(plain, 'invloed', { split: { is: 'code', code: plain.id('klik') } })).map(({ key, stories, valid }) => [key, stories, valid])).toEqual([['with', 1, 1], ['without', 1, 1], ['unread', 3, 1]])
    expect(chart(plain, 'invloed', { split: { is: 'signifier', signifier: plain.id('wie') } }).overlapping).toBe(true)
  })
  test('who answered what, by group; free answers as they were written', () => {
    const viewer = plain.id('Anna')
    const response = countResponse(plain.store, viewer, contract['pattern.response'].input.parse({}))
    expect(response.groups.map(({ name, stories }) => [name, stories])).toEqual([['gezin', 3], ['team', 1], ['', 1]])
    expect(response.rows[1]!.groups).toEqual([{ valid: 3, na: 0, blank: 0, notAsked: 0 }, { valid: 0, na: 0, blank: 0, notAsked: 1 }, { valid: 0, na: 0, blank: 0, notAsked: 1 }])
    expect(response.rows[0]!.groups).toEqual([{ valid: 2, na: 1, blank: 0, notAsked: 0 }, { valid: 1, na: 0, blank: 0, notAsked: 0 }, { valid: 0, na: 0, blank: 1, notAsked: 0 }])
    const texts = listFreeAnswers(plain.store, viewer, contract['pattern.texts'].input.parse({ signifier: plain.id('anders') }))
    expect([texts.total, texts.about.n, texts.rows.map(({ number, body }) => [number, body])]).toEqual([1, 5, [[1, 'een oom']]])
  })
  test('no number leaves for sharing', () => {
    for (const count of [() => chart(plain, 'invloed', { mode: 'sharing' }), () => countResponse(plain.store, null, contract['pattern.response'].input.parse({ mode: 'sharing' }))]) expect(count).toThrow('counts.not_for_sharing')
  })
})

// Any answers at all, with scores on and beside the borders of every bar, zone and field.
const score = fc.oneof(fc.constantFrom(0, 4.999, 5, 14.99, 15, 20, 33.33333333, 50, 60, 94.99, 95, 100, 0.7 * 100 - 1e-13), fc.integer({ min: 0, max: 10_000 }).map((n) => n / 100))
const shares = fc.tuple(fc.nat(100), fc.nat(100)).map(([a, b]): [number, number, number] => { const low = Math.min(a, b), high = Math.max(a, b); return [low, high - low, 100 - high] })
const maybe = <T extends PlainAnswer>(answer: fc.Arbitrary<T>): fc.Arbitrary<PlainAnswer | undefined> => fc.oneof({ weight: 6, arbitrary: answer }, fc.constant('na' as const), fc.constant(undefined))
const stories = fc.array(fc.record({
  group: fc.constantFrom('gezin', 'team', undefined), wave: fc.constantFrom('een', undefined), collectedOn: fc.constantFrom('2024-01-31', '2024-02-29', '2024-03-01', undefined), done: fc.boolean(), coded: fc.boolean(),
  answers: fc.record({
    schaal: maybe(score.map((value) => ({ value }))), getal: maybe(fc.integer({ min: -3, max: 130 }).map((value) => ({ value }))), keuze: maybe(fc.constantFrom('a', 'b').map((option) => ({ option }))),
    meer: maybe(fc.subarray(['a', 'b', 'c']).map((options) => ({ options }))), driehoek: maybe(shares.map((parts) => ({ shares: parts }))), dag: maybe(fc.integer({ min: 19_700, max: 19_900 }).map((value) => ({ value }))),
    stenen: maybe(fc.tuple(score, score, fc.boolean()).map(([x, y, both]) => ({ places: { s1: [x, y] as [number, number], ...(both ? { s2: [y, x] as [number, number] } : {}) } }))),
    lijn: maybe(score.map((x) => ({ places: { p1: [x, null] as [number, null] } })))
  })
}), { minLength: 1, maxLength: 25 })

const KINDS = { schaal: 'slider', getal: 'number', keuze: 'choice', meer: 'multi', driehoek: 'triad', dag: 'date', stenen: 'stones', lijn: 'stones' } as const

test('[X7] a code in a layer opens the stories that the list of codes and the means count', () => {
  const made = plainProject({
    coders: [{ name: 'Anna' }, { name: 'Samen', role: 'consensus' }], groups: ['gezin', 'team'], codes: [{ name: 'klik' }, { name: 'school' }], signifiers: [{ key: 'invloed', kind: 'slider' }],
    stories: ['gezin', 'gezin', 'team', 'team'].map((group, at) => ({
      body: 'woorden', group, answers: { invloed: at === 0 ? 'na' : { value: at * 20 } }, doneBy: at < 3 ? ['Anna', 'Samen'] : ['Anna'],
      codings: [...(at < 3 ? [{ coder: 'Anna', code: 'klik', start: 0, end: 3 }] : []), ...(at % 2 === 1 ? [{ coder: 'Samen', code: 'klik', start: 0, end: 3 }] : [])]
    }))
  })
  try {
    const viewer = made.id('Anna')
    for (const layer of [{ is: 'all' }, { is: 'consensus' }, { is: 'coder', coder: viewer }] as const) {
      const table = countFrequencies(made.store, viewer, contract['frequency.table'].input.parse({ by: 'group', layer }))
      for (const row of table.rows) {
        const rule = { codes: [row.code!], layer }
        expect([layer.is, row.name, pickedStories(made.store, viewer, rule).length]).toEqual([layer.is, row.name, row.all.stories])
        table.parts.forEach(({ id }, at) => expect(pickedStories(made.store, viewer, bothFilters({ groups: [id!] }, rule)).length).toBe(row.parts[at]!.stories))
        const [spread] = countCrosstab(made.store, viewer, { ...contract['crosstab.table'].input.parse({ columns: { is: 'signifier', signifier: made.id('invloed') }, layer, rows: [{ code: row.code! }] }), tests: false }).rows[0]!.scores
        expect(pickedStories(made.store, viewer, bothFilters(rule, { answers: [{ is: 'range', signifier: made.id('invloed'), part: 0, from: null, to: null }] })).length).toBe(spread!.with.n)
        const [withCode, without] = chart(made, 'invloed', { layer, split: { is: 'code', code: row.code! } }).parts
        expect([withCode!, without!].map((part) => pickedStories(made.store, viewer, partRule(part.face, null, layer)!).length)).toEqual([withCode!.stories, without!.stories])
      }
    }
  } finally { made.close() }
})

test('[X7] every bar, zone, field and state opens the very stories that it counts, in every part', () => {
  fc.assert(fc.property(stories, (list) => {
    const made = plainProject({
      coders: [{ name: 'Anna' }], groups: ['gezin', 'team'], waves: ['een'], codes: [{ name: 'klik' }],
      signifiers: [
        { key: 'schaal', kind: 'slider' }, { key: 'getal', kind: 'number' }, { key: 'keuze', kind: 'choice', options: ['a', 'b'], askedOf: ['gezin'] }, { key: 'meer', kind: 'multi', options: ['a', 'b', 'c'] },
        { key: 'driehoek', kind: 'triad', anchors: ['a', 'b', 'c'] }, { key: 'dag', kind: 'date' }, { key: 'stenen', kind: 'stones', stones: ['s1', 's2'], anchors: ['l', 'r', 'o', 'b'] }, { key: 'lijn', kind: 'stones', stones: ['p1'], anchors: ['l', 'r'] }
      ],
      stories: list.map(({ group, wave, collectedOn, done, coded, answers }) => ({
        body: 'woorden', answers: Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== undefined)) as Record<string, PlainAnswer>,
        ...(group ? { group } : {}), ...(wave ? { wave } : {}), ...(collectedOn ? { collectedOn } : {}), doneBy: done ? ['Anna'] : [], codings: coded ? [{ coder: 'Anna', code: 'klik', start: 0, end: 3 }] : []
      }))
    })
    try {
      const splits: (Split | null)[] = [null, { is: 'group' }, { is: 'period', by: 'month' }, { is: 'period', by: 'quarter' }, { is: 'code', code: made.id('klik'), branch: false }, { is: 'signifier', signifier: made.id('meer') }]
      const picks = (rule: StoryFilter): number => pickedStories(made.store, made.id('Anna'), rule).length
      for (const [key, kind] of Object.entries(KINDS)) {
        for (const [at, split] of splits.entries()) {
          const bins = kind === 'slider' || kind === 'number' ? (at % 2 === 0 ? { is: 'tens' } : { is: 'classes', count: 7 }) : undefined
          const stone = key === 'stenen' ? made.id('stenen/s2') : key === 'lijn' ? made.id('lijn/p1') : undefined
          const found = chart(made, key, { split, ...(bins ? { bins } : {}), ...(stone ? { stone } : {}) })
          const of: OfQuestion = { signifier: made.id(key), kind, stone }
          for (const part of found.parts) {
            const within = partRule(part.face, split?.is === 'signifier' ? { signifier: split.signifier, kind: 'multi' } : null, { is: 'all' })
            if (within === null) continue
            expect([key, part.key, picks(within)]).toEqual([key, part.key, part.stories])
            for (const [place, column] of found.columns.entries()) {
              const rule = columnRule(column.face, of)!
              expect([key, part.key, column.key, picks(bothFilters(within, rule))]).toEqual([key, part.key, column.key, part.counts[place]])
            }
            const several = found.columns.flatMap(({ face, value }, place) => (value && face.is !== 'none' && place < 4 ? [face] : []))
            const together = columnsRule(several, of)
            if (together !== null && !found.several && several.length > 1) expect(picks(bothFilters(within, together))).toBe(part.counts.slice(0, several.length).reduce((sum, count) => sum + count, 0))
          }
        }
      }
    } finally { made.close() }
  }), { seed: 7, numRuns: 5 })
}, 60_000)
