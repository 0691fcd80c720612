// Two scales against each other on a real file: counts and coefficients worked out by hand, refusals, and what a rectangle opens.
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { pickedStories } from '../../db/selections.ts'
import { blockRule, cellAt, countBlock } from '../../shared/domain/cell-rule.ts'
import { ask, askInVain } from '../support/ask.ts'
import { plainProject, type Plain, type PlainAnswer, type PlainStory } from '../support/plain-project.ts'

/** Ten pairs without ties whose ranks differ by 1, 1, 0, 0, 1, 1, 0, 0, 1, 1: Σd² = 6, so ρ = 1 − 6·6 / (10·99). */
const PAIRS: [number, number][] = [[5, 19.99], [12, 3], [25, 24], [38, 31], [41, 60], [50, 45], [65, 66], [72, 70], [89, 99], [100, 80]]
const RHO = 1 - 36 / 990
const made: Plain[] = []
const projectOf = (stories: PlainStory[]): Plain => {
  const plain = plainProject({
    coders: [{ name: 'Anna' }], groups: ['gezin', 'team'], codes: [], stories,
    signifiers: [{ key: 'invloed', kind: 'slider' }, { key: 'gehoord', kind: 'slider', askedOf: ['gezin'] }, { key: 'jaren', kind: 'number' }, { key: 'naam', kind: 'text' }]
  })
  made.push(plain)
  return plain
}
afterAll(() => made.forEach((plain) => plain.close()))
const told = (invloed: PlainAnswer | number | null, gehoord: PlainAnswer | number | null, more: Partial<PlainStory> = {}): PlainStory => {
  const given = Object.entries({ invloed, gehoord }).flatMap(([key, answer]): [string, PlainAnswer][] => (answer === null ? [] : [[key, typeof answer === 'number' ? { value: answer } : answer]]))
  return { body: 'woorden', group: 'gezin', answers: Object.fromEntries(given), ...more }
}
const both = (plain: Plain) => ({ signifier: plain.id('invloed'), other: plain.id('gehoord') })
const scatter = (plain: Plain, more: object = {}) => ask(plain, 'Anna', 'pattern.scatter', { ...both(plain), ...more })

test('[X13] cells, dots and coefficients worked out by hand; n.v.t., blank and not asked of each scale apart', async () => {
  const plain = projectOf([...PAIRS.map(([x, y]) => told(x, y)), told('na', 40), told(30, null), told(null, 'na'), told(70, null, { group: 'team' })])
  const found = await scatter(plain)
  const cells = Object.fromEntries(found.counts.flatMap((count, at) => (count > 0 ? [[at, count]] : [])))
  // 5 and 19.99 lie in the first class across and the second up; 100 in the last.
  const places = [[0, 1], [1, 0], [2, 2], [3, 3], [4, 6], [5, 4], [6, 6], [7, 7], [8, 9], [9, 8]] as const
  expect(cells).toEqual(Object.fromEntries(places.map(([x, y]) => [cellAt(x, y), 1])))
  expect({ ...found, counts: null, answer: null }).toEqual({
    about: { n: 14, layer: { is: 'all' }, viewer: plain.id('Anna'), mode: 'analysis', blind: false }, valid: 10, counts: null, dots: PAIRS.flat(),
    across: { na: 1, blank: 1, notAsked: 0 }, up: { na: 1, blank: 1, notAsked: 1 }, answer: null
  })
  expect(found.answer).toMatchObject({ is: 'related', n: 10 })
  if (found.answer.is !== 'related') return
  expect(found.answer.rho).toBeCloseTo(RHO, 12)
})

test('[X13] under ten pairs only dots; nothing to relate without variation; no p where somebody told several', async () => {
  const nine = await scatter(projectOf(PAIRS.slice(0, 9).map(([x, y]) => told(x, y))))
  expect([nine.valid, nine.dots.length, nine.answer]).toEqual([9, 18, { is: 'refused', reason: 'fewStories', n: 9 }])
  expect((await scatter(projectOf(PAIRS.map(([x]) => told(x, 50))))).answer).toEqual({ is: 'refused', reason: 'noVariation', n: 10 })
  const alone = await scatter(projectOf(PAIRS.map(([x, y], at) => told(x, y, { teller: `t${at}` }))))
  const several = await scatter(projectOf(PAIRS.map(([x, y], at) => told(x, y, { teller: `t${at % 9}` }))))
  // The second story of t0 has no pair: the pairs are still of ten people.
  const aside = await scatter(projectOf([...PAIRS.map(([x, y], at) => told(x, y, { teller: `t${at}` })), told(20, null, { teller: 't0' })]))
  expect(several.answer).toEqual({ ...alone.answer, chance: null })
  expect([alone.answer.is === 'related' && alone.answer.chance !== null, aside.answer]).toEqual([true, alone.answer])
})

test('[X13] only two different scales, and no number leaves for sharing', async () => {
  const plain = projectOf([told(1, 2)])
  const invloed = plain.id('invloed')
  for (const other of [invloed, plain.id('jaren'), plain.id('naam')]) expect(await askInVain(plain, 'Anna', 'pattern.scatter', { signifier: invloed, other })).toMatchObject({ kind: 'invalid_input' })
  expect(await askInVain(plain, 'Anna', 'pattern.scatter', { ...both(plain), mode: 'sharing' })).toMatchObject({ kind: 'forbidden', message: 'counts.not_for_sharing' })
})

test('[X7] every cell and rectangle opens the very stories that it counts', async () => {
  const score = fc.oneof(fc.constantFrom(0, 9.999, 10, 19.99, 20, 70, 89.99, 90, 100), fc.integer({ min: 0, max: 10_000 }).map((n) => n / 100))
  const answer = fc.oneof({ weight: 6, arbitrary: score }, fc.constant('na' as const), fc.constant(null))
  const stretch = fc.tuple(fc.nat(9), fc.nat(9)).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)])
  await fc.assert(fc.asyncProperty(fc.array(fc.tuple(answer, answer, fc.constantFrom('gezin', 'team')), { minLength: 1, maxLength: 30 }), fc.array(fc.record({ x: stretch, y: stretch }), { minLength: 5, maxLength: 5 }), async (answers, blocks) => {
    const plain = projectOf(answers.map(([x, y, group]) => told(x, y, { group })))
    const { counts, valid } = await scatter(plain)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(valid)
    const cells = counts.map((_, at) => ({ x: [at % 10, at % 10] as [number, number], y: [Math.floor(at / 10), Math.floor(at / 10)] as [number, number] }))
    const picked = [...cells, ...blocks].map((block) => pickedStories(plain.store, plain.id('Anna'), blockRule(block, both(plain).signifier, both(plain).other)).length)
    expect(picked).toEqual([...counts, ...blocks.map((block) => countBlock(counts, block))])
  }), { seed: 13, numRuns: 6 })
})
