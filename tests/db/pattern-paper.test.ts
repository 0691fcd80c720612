// Patterns for paper on a real file: small counts do not leave, and dots are nobody's own.
import { afterAll, expect, test } from 'vitest'
import { patternForPaper } from '../../db/pattern-paper.ts'
import { countPattern } from '../../db/patterns.ts'
import type { PaperPattern } from '../../shared/contract/pattern.ts'
import { FARTHEST } from '../../shared/sharing/moved-dots.ts'
import { plainProject, type PlainAnswer, type PlainStory } from '../support/plain-project.ts'

/** 40 families, 12 workers, 2 neighbours: how they live is known of all workers alike; two families did not say. */
const stories = Array.from({ length: 54 }, (_, at): PlainStory => {
  const group = at < 40 ? 'gezin' : at < 52 ? 'team' : 'buur'
  const woont: PlainAnswer | undefined = at < 2 ? undefined : { option: at < 5 ? 'boot' : at < 20 ? 'flat' : group === 'gezin' ? 'huis' : group === 'team' ? 'flat' : 'huis' }
  const plan: [number, number, number] = [at % 50, 50, 50 - at % 50]
  return { body: `verhaal ${at}`, group, answers: { ...(woont ? { woont } : {}), plan: { shares: plan }, hulp: { options: at < 51 ? ['oma'] : ['buurt'] }, steen: { places: { lang: [at, at], ...(at < 3 ? { kort: [9, 9] } : {}) } } } }
})
const plain = plainProject({
  coders: [{ name: 'Anna' }], groups: ['gezin', 'team', 'buur'], codes: [], stories,
  signifiers: [
    { key: 'woont', kind: 'choice', options: ['boot', 'flat', 'huis', 'tent'] }, { key: 'plan', kind: 'triad', anchors: ['a', 'b', 'c'] }, { key: 'hulp', kind: 'multi', options: ['oma', 'buurt'] },
    { key: 'steen', kind: 'stones', stones: ['lang', 'kort'], anchors: ['l', 'r', 'o', 'b'] }
  ]
})
afterAll(() => plain.close())

const paper = (signifier: string, mode: 'analysis' | 'sharing', groups = false): PaperPattern => patternForPaper(plain.store, plain.id('Anna'), { signifier: plain.id(signifier), split: groups ? { is: 'group' } : null, mode })
const told = ({ parts, columns }: PaperPattern) => parts.map(({ stories: of, valid, na, blank, counts }) => ({ of, valid, na, blank, counts: counts.filter((_, at) => columns[at]!.value) }))

test('[P9] counts under five leave hidden, with what would give them away; for the team they stay', () => {
  expect(told(paper('woont', 'analysis'))).toEqual([{ of: 54, valid: 52, na: 0, blank: 2, counts: [3, 27, 22, 0] }])
  expect(told(paper('woont', 'sharing'))).toEqual([{ of: null, valid: 52, na: null, blank: null, counts: [null, 27, null, 0] }])
  expect([paper('woont', 'analysis').hides, paper('woont', 'sharing').hides]).toEqual([false, true])
  expect(told(paper('hulp', 'sharing'))).toEqual([{ of: 54, valid: 54, na: 0, blank: 0, counts: [null, null] }])
})

test('[P9] by group: what all of a group have is hidden, and a group of two is not told at all', () => {
  const parts = told(paper('woont', 'sharing', true))
  expect(parts[1]!.counts).toEqual([null, null, null, null])
  expect(parts[2]).toEqual({ of: null, valid: null, na: null, blank: null, counts: [null, null, null, null] })
  expect(paper('plan', 'sharing', true).parts.map(({ dots }) => dots.length / 2)).toEqual([40, 12, 0])
})

test('[P9] dots are moved a little, the same every time, within the triangle and in an order of their own', () => {
  const asked = { signifier: plain.id('plan'), layer: { is: 'all' }, filter: {}, mode: 'analysis', split: null } as const
  const own = countPattern(plain.store, plain.id('Anna'), asked).parts[0]!.dots
  const pairs = (dots: readonly number[]) => dots.flatMap((x, at) => (at % 2 === 0 ? [[x, dots[at + 1]!] as const] : []))
  const moved = paper('plan', 'sharing').parts[0]!.dots
  expect(paper('plan', 'sharing').parts[0]!.dots).toEqual(moved)
  expect(paper('plan', 'analysis').parts[0]!.dots).toEqual(own)
  expect(moved.length).toBe(own.length)
  expect(pairs(moved).filter(([x, y]) => pairs(own).some(([a, b]) => a === x && b === y))).toEqual([])
  expect(pairs(moved).every(([x, y]) => y >= 0 && x >= y / 2 - 0.01 && x <= 100 - y / 2 + 0.01 && pairs(own).some(([a, b]) => Math.hypot(a - x, b - y) <= FARTHEST + 0.05))).toBe(true)
})

test('[P9] a stone that few placed tells neither how often nor where', () => {
  expect(paper('steen', 'sharing').parts[0]!.stones).toEqual([{ placed: 54, x: 26.5, y: 26.5 }, { placed: null, x: null, y: null }])
})
