// Two moments of asking held against each other: all stories of both, and the tellers who told at both against themselves.
import { afterAll, describe, expect, test } from 'vitest'
import type { Input } from '../../shared/contract/index.ts'
import type { Id } from '../../shared/domain/ids.ts'
import type { StoryFilter } from '../../shared/domain/layer.ts'
import { eitherWave, pairedRule, waveRule } from '../../shared/domain/wave-rule.ts'
import { mcnemar, proportionDifference, signFlips, tTest } from '../../shared/statistics/index.ts'
import { ask, askInVain } from '../support/ask.ts'
import { plainProject, type PlainStory } from '../support/plain-project.ts'

// Twelve tellers told in both years; eight more told once. Score by teller, first year and second.
const FIRST = [20, 35, 41, 60, 55, 70, 12, 88, 30, 44, 51, 90]
const SECOND = [30, 35, 55, 72, 50, 81, 22, 91, 45, 40, 66, 95]
const choice = (score: number) => (score >= 50 ? 'veel' : 'weinig')
const told = (wave: string, teller: string, score: number): PlainStory => ({
  body: `Wat ${teller} vertelde.`, wave, teller, group: 'gezin', answers: { invloed: { value: score }, steun: { option: choice(score) }, plan: { shares: [score / 2, 100 - score, score / 2] } }
})
const ONCE = [15, 65, 40, 75]
const years = plainProject({
  coders: [{ name: 'Anna' }], groups: ['gezin', 'team'], waves: ['2023', '2024', '2025'], codes: [{ name: 'klik' }],
  signifiers: [{ key: 'invloed', kind: 'slider' }, { key: 'steun', kind: 'choice', options: ['weinig', 'veel'] }, { key: 'plan', kind: 'triad', anchors: ['gezin', 'hulp', 'netwerk'] }, { key: 'dag', kind: 'date' }, { key: 'waarom', kind: 'text' }],
  stories: [
    ...FIRST.map((score, at) => told('2023', `v${at}`, score)), ...SECOND.map((score, at) => told('2024', `v${at}`, score)),
    ...ONCE.map((score, at) => told('2023', `a${at}`, score)), ...ONCE.map((score, at) => told('2024', `b${at}`, score + 5)),
    { body: 'Zonder meting.', answers: { invloed: { value: 99 } } }, { body: 'Niet ingevuld.', wave: '2024', answers: { invloed: 'na' } }, { body: 'Derde jaar.', wave: '2025', answers: { invloed: { value: 1 } } }
  ]
})
afterAll(() => years.close())

const compare = (signifier: string, more: Partial<Input<'pattern.change'>> = {}) =>
  ask(years, 'Anna', 'pattern.change', { signifier: years.id(signifier), first: years.id('2023'), second: years.id('2024'), ...more })
const round = (value: number) => Math.round(value * 1e9) / 1e9

describe('a scale', () => {
  test('[X8] [X10] the interval over all stories knows that most tellers told twice; only tellers in both waves are paired', async () => {
    const { sides, linked, measures, columns, about, place } = await compare('invloed')
    expect(sides.map(({ name, stories, valid, na }) => [name, stories, valid, na])).toEqual([['2023', 16, 16, 0], ['2024', 17, 16, 1]])
    expect([about.n, linked, columns, place]).toEqual([33, { tellers: 12, stories: 24, several: false }, [], null])
    const [{ first, second, apart, within }] = measures as [(typeof measures)[number]]
    expect([first.n, second.n]).toEqual([16, 16])
    expect(apart).toMatchObject({ is: 'told', by: 'teller', difference: second.mean! - first.mean! })
    const alone = tTest({ x: [...SECOND, ...ONCE.map((score) => score + 5)], y: [...FIRST, ...ONCE] })
    if (apart.is !== 'told' || alone.status !== 'ok') throw new Error('there must be an interval')
    // Twelve against themselves make the change surer than sixteen strangers against sixteen others would.
    expect(apart.high - apart.low).toBeLessThan((alone.ciHigh - alone.ciLow) * 0.7)
    const [paired, flips] = [tTest({ x: SECOND, y: FIRST, variant: 'paired' }), signFlips({ differences: FIRST.map((score, at) => [SECOND[at]! - score]) })]
    if (paired.status !== 'ok' || flips.status !== 'ok') throw new Error('they can be paired')
    expect(within).toEqual({
      pairs: 12, first: expect.closeTo(49.6667, 3) as number, second: expect.closeTo(56.8333, 3) as number, up: 9, same: 1, down: 2,
      test: { is: 'told', difference: paired.diff, low: paired.ciLow, high: paired.ciHigh, p: flips.p, adjusted: flips.p, standardError: 0, draws: 1024 }
    })
  })

  test('turned round it is the same change the other way', async () => {
    const [there, back] = [await compare('invloed'), await compare('invloed', { first: years.id('2024'), second: years.id('2023') })]
    const reach = ({ measures: [measure] }: typeof there) => (measure!.apart.is === 'told' ? [measure!.apart.low, measure!.apart.difference, measure!.apart.high].map(round) : [])
    expect(reach(back)).toEqual(reach(there).map((value) => -value).toReversed())
  })

  test('stories of no wave can be one of the two; too few are refused with their number', async () => {
    const { sides, measures } = await compare('invloed', { first: null, second: years.id('2025') })
    expect([sides.map(({ wave, stories }) => [wave, stories]), measures[0]!.apart, measures[0]!.within.test]).toEqual([
      [[null, 1], [years.id('2025'), 1]], { is: 'refused', reason: 'fewStories', n: 2 }, { is: 'refused', reason: 'noPairs' }
    ])
    expect((await compare('invloed', { second: years.id('2025') })).measures[0]!.apart).toEqual({ is: 'refused', reason: 'smallGroup', n: 17 })
    expect((await compare('steun', { second: years.id('2025') })).columns.map(({ apart }) => apart)).toEqual([{ is: 'refused', reason: 'nobody', n: 16 }, { is: 'refused', reason: 'nobody', n: 16 }])
  })
})

describe('answers', () => {
  test('[X10] each answer is told apart, within tellers by who changed, and all p are adjusted together', async () => {
    const { columns, measures } = await compare('steun')
    expect(measures).toEqual([])
    const veel = columns[1]!
    const cell = (first: string, second: string) => FIRST.filter((score, at) => choice(score) === first && choice(SECOND[at]!) === second).length
    const cells = { both: cell('veel', 'veel'), onlyFirst: cell('veel', 'weinig'), onlySecond: cell('weinig', 'veel'), neither: cell('weinig', 'weinig') }
    const shares = mcnemar(cells)
    if (shares.status !== 'ok') throw new Error('they can be paired')
    expect(veel.within).toEqual({ pairs: 12, ...cells, test: { is: 'told', difference: shares.difference, low: shares.low, high: shares.high, p: shares.p, adjusted: Math.min(1, shares.p * 2), standardError: 0, draws: 0 } })
    expect([veel.first, veel.second]).toEqual([{ with: 8, of: 16 }, { with: 9, of: 16 }])
  })

  test('without tellers the interval is Newcombe’s, and nobody is paired', async () => {
    const strangers = plainProject({
      coders: [{ name: 'Anna' }], waves: ['nu', 'later'], codes: [], signifiers: [{ key: 'steun', kind: 'choice', options: ['weinig', 'veel'] }],
      stories: [...Array.from({ length: 10 }, (_, at): PlainStory => ({ body: 'Een.', wave: 'nu', answers: { steun: { option: at < 3 ? 'veel' : 'weinig' } } })), ...Array.from({ length: 20 }, (_, at): PlainStory => ({ body: 'Twee.', wave: 'later', answers: { steun: { option: at < 12 ? 'veel' : 'weinig' } } }))]
    })
    const { columns, linked } = await ask(strangers, 'Anna', 'pattern.change', { signifier: strangers.id('steun'), first: strangers.id('nu'), second: strangers.id('later') })
    const newcombe = proportionDifference({ x1: 12, n1: 20, x2: 3, n2: 10 })
    strangers.close()
    if (newcombe.status !== 'ok') throw new Error('there must be an interval')
    expect([linked.tellers, columns[1]!.apart, columns[1]!.within]).toEqual([
      0, { is: 'told', by: 'story', difference: newcombe.difference, low: newcombe.low, high: newcombe.high },
      { pairs: 0, both: 0, onlyFirst: 0, onlySecond: 0, neither: 0, test: { is: 'refused', reason: 'noPairs' } }
    ])
  })

  test('a triad: three shares are one place, tested once; no corner has an interval of its own', async () => {
    const { measures, place, columns } = await compare('plan')
    expect(measures.map(({ apart, within }) => [apart.is === 'refused' && apart.reason, within.test.is === 'refused' && within.test.reason])).toEqual([['parts', 'parts'], ['parts', 'parts'], ['parts', 'parts']])
    expect([place!.pairs, place!.test.is, columns.length, columns[0]!.face.is]).toEqual([12, 'told', 7, 'zone'])
    expect(round(place!.second[1]! - place!.first[1]!)).toBe(round(FIRST.reduce((sum, score, at) => sum + score - SECOND[at]!, 0) / 12))
  })
})

test('[X7] the rules behind it pick the stories that were counted', async () => {
  const all = ['2023', '2024', '2025'].map((wave) => years.id(wave))
  const [first, second] = all as [Id, Id]
  const groups = [years.id('gezin'), years.id('team')]
  const total = async (filter: StoryFilter) => (await ask(years, 'Anna', 'story.list', { filter, limit: 1 })).total
  const of = { signifier: years.id('invloed'), kind: 'slider' }
  const { sides, measures } = await compare('invloed')
  expect([await total(waveRule(first, all)), await total(waveRule(second, all)), await total(waveRule(null, all)), await total(eitherWave([null, second], all))]).toEqual([sides[0]!.stories, sides[1]!.stories, 1, 18])
  expect(await total(pairedRule({}, [first, second], all, groups, of))).toBe(2 * measures[0]!.within.pairs)
  // Within a filter that halves them: only who is left in both years.
  const low: StoryFilter = { answers: [{ is: 'range', signifier: of.signifier, part: 0, from: 0, to: 50 }] }
  expect(await total(pairedRule(low, [first, second], all, groups, of))).toBe(2 * (await compare('invloed', { filter: low })).measures[0]!.within.pairs)
  expect(await total(pairedRule({}, [first, all[2]!], all, groups, of))).toBe(0)
})

test('[X7] [X10] M55: of a family parent and child are held against themselves, never against each other, and the family counts once', async () => {
  // Parent both years: +10, +11, … ; child both years: 40 lower and −2; the thirteenth family is a parent in the first year and a child in the second.
  const story = (wave: string, group: string, family: number, score: number): PlainStory => ({ body: 'Een.', wave, group, teller: `gezin ${family}`, answers: { invloed: { value: score } } })
  const families = plainProject({
    coders: [{ name: 'Anna' }], groups: ['ouder', 'kind'], waves: ['T0', 'T1'], codes: [], signifiers: [{ key: 'invloed', kind: 'slider' }],
    stories: [
      ...Array.from({ length: 12 }, (_, at) => [story('T0', 'ouder', at, 60), story('T1', 'ouder', at, 70 + at)]).flat(),
      ...[0, 1, 2].flatMap((at) => [story('T0', 'kind', at, 20), story('T0', 'kind', at, 22), story('T1', 'kind', at, 19)]), story('T1', 'kind', 5, 99),
      story('T0', 'ouder', 12, 90), story('T1', 'kind', 12, 10)
    ]
  })
  const [waves, groups] = [[families.id('T0'), families.id('T1')] as [Id, Id], [families.id('ouder'), families.id('kind')]]
  const { measures: [measure], linked } = await ask(families, 'Anna', 'pattern.change', { signifier: families.id('invloed'), first: waves[0], second: waves[1] })
  const pairs = Array.from({ length: 12 }, (_, at): [number, number] => (at < 3 ? [(60 + 21) / 2, (70 + at + 19) / 2] : [60, 70 + at]))
  const paired = tTest({ x: pairs.map(([, second]) => second), y: pairs.map(([first]) => first), variant: 'paired' })
  if (paired.status !== 'ok') throw new Error('they can be paired')
  expect([measure!.within.pairs, measure!.within.up, measure!.within.test, linked]).toEqual([
    12, 12, expect.objectContaining({ is: 'told', difference: paired.diff, low: paired.ciLow, high: paired.ciHigh }), { tellers: 12, stories: 33, several: true }
  ])
  const rule = pairedRule({}, waves, waves, groups, { signifier: families.id('invloed'), kind: 'slider' })
  expect((await ask(families, 'Anna', 'story.list', { filter: rule, limit: 1 })).total).toBe(33)
  families.close()
})

test('what cannot be compared is refused', async () => {
  const inVain = (signifier: string, more: Partial<Input<'pattern.change'>>) => askInVain(years, 'Anna', 'pattern.change', { signifier: years.id(signifier), first: years.id('2023'), second: years.id('2024'), ...more })
  expect((await inVain('invloed', { second: years.id('2023') })).message).toBe('wave.same')
  expect((await inVain('invloed', { second: years.id('klik') })).message).toBe('wave.absent')
  expect((await inVain('dag', {})).message).toBe('wave.no_change')
  expect((await inVain('waarom', {})).kind).toBe('invalid_input')
  expect((await inVain('invloed', { mode: 'sharing' })).message).toBe('counts.not_for_sharing')
})
