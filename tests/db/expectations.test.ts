// [X12] Expectations: written down once, weighed among themselves, withdrawn and never changed.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Output } from '../../shared/contract/index.ts'
import type { Expected } from '../../shared/contract/expectation.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { DEFAULT_SEED, fisher2x2, pAdjust, permutationChi2, permutationMeans, proportionDifference, tTest } from '../../shared/statistics/index.ts'
import { ask, askInVain } from '../support/ask.ts'
import { plainProject, type Plain, type PlainStory } from '../support/plain-project.ts'

/** Thirty-six read stories: who tells of "klik" scores higher and is more often "tevreden"; three unread ones. */
const SCORES = Array.from({ length: 36 }, (_, at) => 20 + ((at * 37) % 50) + (at % 3 === 0 ? 25 : 0))
const OPTIONS = ['tevreden', 'neutraal', 'ontevreden']
const optionOf = (at: number): string => OPTIONS[at % 3 === 0 ? (at % 4 === 0 ? 1 : 0) : at % 5 === 0 ? 0 : 1 + (at % 2)]!
const stories: PlainStory[] = Array.from({ length: 39 }, (_, at): PlainStory => ({
  body: 'Zij luisterde echt.', group: at % 2 ? 'gezin' : 'team', doneBy: at < 36 ? ['Anna'] : [],
  answers: { invloed: { value: SCORES[at] ?? 50 }, tevreden: { option: optionOf(at) }, hulp: { options: at % 4 === 0 ? ['thuis'] : ['school'] } },
  codings: at < 36 && at % 3 === 0 ? [{ coder: 'Anna', code: 'klik', start: 0, end: 3 }] : at % 7 === 1 ? [{ coder: 'Anna', code: 'school', start: 4, end: 9 }] : []
}))
let plain: Plain
beforeAll(() => {
  plain = plainProject({
    coders: [{ name: 'Anna' }, { name: 'Bram' }], groups: ['gezin', 'team'], codes: [{ name: 'klik' }, { name: 'contact' }, { name: 'school' }], stories,
    signifiers: [{ key: 'invloed', kind: 'slider' }, { key: 'tevreden', kind: 'choice', options: OPTIONS }, { key: 'hulp', kind: 'multi', options: ['thuis', 'school'] }, { key: 'naam', kind: 'text' }]
  })
})
afterAll(() => plain.close())

const of = (key: string): Expected['columns'] => ({ is: 'signifier', signifier: plain.id(key) })
const klik = (): Expected['by'] => ({ code: plain.id('klik'), branch: false })
async function declare(expected: Expected, words = ''): Promise<Id> {
  const id = newId()
  await ask(plain, 'Anna', 'expectation.declare', { id, ...expected, words })
  return id
}
const list = (): Promise<Output<'expectation.list'>> => ask(plain, 'Anna', 'expectation.list', {})
const read = [...Array(36).keys()]

test('[X12] weighed as they were meant, each by its own test, with Holm over them alone', async () => {
  const before = Date.now()
  const score = await declare({ by: klik(), columns: of('invloed'), spot: { is: 'score', key: 'score' }, direction: 'less' }, 'Een klik geeft rust.')
  const column = await declare({ by: klik(), columns: of('tevreden'), spot: { is: 'column', key: plain.id('tevreden/ontevreden') }, direction: 'less' })
  const whole = await declare({ by: klik(), columns: of('tevreden'), spot: { is: 'whole' }, direction: 'differs' })
  const few = await declare({ by: { code: plain.id('contact'), branch: false }, columns: { is: 'group' }, spot: { is: 'column', key: plain.id('gezin') }, direction: 'more' })
  const { about: _, ...answer } = await ask(plain, 'Anna', 'expectation.weigh', {})

  const has = (at: number): boolean => at % 3 === 0
  const [x, y] = [read.filter(has).map((at) => SCORES[at]!), read.filter((at) => !has(at)).map((at) => SCORES[at]!)]
  const [means, welch] = [permutationMeans({ x, y, replicates: 9999, seed: DEFAULT_SEED }), tTest({ x, y, variant: 'welch' })]
  const count = (option: number, side: boolean): number => read.filter((at) => has(at) === side && optionOf(at) === OPTIONS[option]).length
  const four = [[count(2, true), x.length - count(2, true)], [count(2, false), y.length - count(2, false)]]
  const [exact, shuffled] = [fisher2x2({ table: four }), permutationChi2({ table: [true, false].map((side) => [0, 1, 2].map((option) => count(option, side))), replicates: 9999, seed: DEFAULT_SEED })]
  if (means.status !== 'ok' || welch.status !== 'ok' || exact.status !== 'ok' || shuffled.status !== 'ok') throw new Error('thirty-six stories are enough')
  const raw = [means.p, exact.pTwoSided, shuffled.p]
  const holm = pAdjust({ p: raw, method: 'holm' }) as { adjusted: number[] }
  const [here, others] = [{ with: four[0]![0]!, of: four[0]![0]! + four[1]![0]! }, { with: four[0]![1]!, of: four[0]![1]! + four[1]![1]! }]
  const apart = proportionDifference({ x1: here.with, n1: here.of, x2: others.with, n2: others.of }) as { difference: number; low: number; high: number }
  expect(answer.tests).toBe(3)
  expect(answer.rows[0]).toMatchObject({
    is: 'tested', expectation: score, method: 'means', unit: 'story', n: 36, p: raw[0], adjusted: holm.adjusted[0], seen: 'more', share: null,
    score: { with: { n: 12 }, without: { n: 24 }, difference: welch.diff, low: welch.ciLow, high: welch.ciHigh }
  })
  expect(answer.rows[1]).toMatchObject({ is: 'tested', expectation: column, method: 'fisher', n: 36, p: raw[1], adjusted: holm.adjusted[1], seen: 'less', score: null, share: { column: plain.id('tevreden/ontevreden'), here, elsewhere: others } })
  const { share } = answer.rows[1] as { share: { difference: number; low: number; high: number } }
  expect([share.difference, share.low, share.high].map((one) => one.toFixed(12))).toEqual([apart.difference, apart.low, apart.high].map((one) => one.toFixed(12)))
  expect(answer.rows[2]).toMatchObject({ is: 'tested', expectation: whole, method: 'permutation', p: raw[2], adjusted: holm.adjusted[2], seen: null })
  expect(answer.rows[3]).toEqual({ is: 'refused', expectation: few, reason: 'smallGroup', n: 36 })

  const [first] = await list()
  expect(first!.at).toBeGreaterThanOrEqual(before)
  expect(first).toEqual({
    id: score, by: klik(), columns: of('invloed'), spot: { is: 'score', key: 'score' }, direction: 'less', name: 'klik', words: 'Een klik geeft rust.', readThen: 36, storiesThen: 39, coder: plain.id('Anna'),
    at: first!.at, withdrawn: null, undone: false
  })
})

test('[X5] stories with and without a code in Patronen: the same answer as the expectation gives, in words of the chart', async () => {
  const { rows } = await ask(plain, 'Anna', 'expectation.weigh', {})
  const apart = await ask(plain, 'Anna', 'pattern.apart', { signifier: plain.id('invloed'), code: plain.id('klik') })
  const weighed = rows[0] as Extract<(typeof rows)[number], { is: 'tested' }>
  expect(apart.answer).toMatchObject({ is: 'scores', n: 36, p: weighed.p, ...weighed.score })
  expect(await askInVain(plain, 'Anna', 'pattern.apart', { signifier: plain.id('tevreden'), code: plain.id('klik') })).toMatchObject({ kind: 'invalid_input', message: 'crosstab.no_scale' })
})

test('[X12] nothing changes one; a second about the same, or about what the question lacks, is refused', async () => {
  const again: Expected = { by: klik(), columns: of('invloed'), spot: { is: 'score', key: 'score' }, direction: 'more' }
  expect(await askInVain(plain, 'Bram', 'expectation.declare', { id: newId(), ...again })).toMatchObject({ kind: 'conflict', message: 'expectation.same', values: { name: 'klik' } })
  const spots: Expected[] = [
    { ...again, columns: of('tevreden') }, { ...again, spot: { is: 'column', key: 'nergens' } }, { ...again, spot: { is: 'whole' } }, { ...again, columns: of('hulp'), spot: { is: 'whole' }, direction: 'differs' }
  ]
  for (const expected of spots) expect(await askInVain(plain, 'Anna', 'expectation.declare', { id: newId(), ...expected })).toMatchObject({ kind: 'invalid_input', message: 'expectation.no_such_spot' })
  expect(await askInVain(plain, 'Anna', 'expectation.declare', { id: newId(), ...again, by: { theme: newId() } })).toMatchObject({ kind: 'not_found', message: 'theme.absent' })
  const fields = plain.store.all<{ kind: string; n: number }>("SELECT kind, count(*) AS n FROM op WHERE entity = 'expectation' GROUP BY kind")
  expect(fields).toEqual([{ kind: 'expectation.declared', n: 4 }])
})

test('[X12] withdrawn with a reason by whoever wrote it, undone or withdrawn it stays to be read, and weighs no more', async () => {
  const [score, column] = (await list()).map(({ id }) => id)
  expect(await askInVain(plain, 'Bram', 'expectation.withdraw', { expectation: score!, words: 'Bij nader inzien' })).toMatchObject({ kind: 'forbidden', message: 'expectation.not_yours', values: { name: 'Anna' } })
  await ask(plain, 'Anna', 'expectation.withdraw', { expectation: score!, words: 'Vraag verkeerd gelezen' })
  const extra = await declare({ by: klik(), columns: of('hulp'), spot: { is: 'column', key: plain.id('hulp/thuis') }, direction: 'more' })
  await ask(plain, 'Anna', 'history.undo', {})
  const told = await list()
  expect([told[0]!.withdrawn?.words, told.find(({ id }) => id === extra)!.undone, told.length]).toEqual(['Vraag verkeerd gelezen', true, 5])
  const { rows, tests } = await ask(plain, 'Anna', 'expectation.weigh', {})
  expect([tests, rows.map(({ expectation }) => expectation)[0], rows.some(({ expectation }) => expectation === extra || expectation === score)]).toEqual([2, column, false])
})

test('[X12] it follows a code that was merged, is told when its code is gone, and holds a theme', async () => {
  await ask(plain, 'Anna', 'code.merge', { code: plain.id('klik'), into: plain.id('contact') })
  const theme = newId()
  await ask(plain, 'Anna', 'theme.create', { id: theme, name: 'Gezien worden', codes: [plain.id('contact')] })
  const held = await declare({ by: { theme }, columns: of('invloed'), spot: { is: 'score', key: 'score' }, direction: 'more' })
  const { rows } = await ask(plain, 'Anna', 'expectation.weigh', {})
  const [about] = (await list()).filter(({ undone, withdrawn }) => !undone && !withdrawn)
  expect([about!.by, about!.name]).toEqual([{ code: plain.id('contact'), branch: false }, 'contact'])
  expect([rows[0], rows.find(({ expectation }) => expectation === held)]).toMatchObject([{ is: 'tested', n: 36 }, { is: 'tested', n: 36, seen: 'more', score: { with: { n: 12 } } }])
  await ask(plain, 'Anna', 'theme.remove', { theme })
  expect((await ask(plain, 'Anna', 'expectation.weigh', {})).rows.find(({ expectation }) => expectation === held)).toEqual({ is: 'refused', expectation: held, reason: 'gone', n: 0 })
})
