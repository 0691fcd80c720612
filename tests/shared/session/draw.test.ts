// Drawing and dealing: every method gives what it says, the same again from its seed, whatever order the stories came in.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deal } from '../../../shared/session/deal.ts'
import { draw, DRAW_METHODS, meanPlace, type Candidate } from '../../../shared/session/draw.ts'

const candidates = fc.array(fc.record({
  story: fc.nat(25), category: fc.constantFrom('gezin', 'medewerker', 'vrijwilliger', null), place: fc.option(fc.tuple(fc.nat(100), fc.nat(100)), { nil: null })
}), { maxLength: 40 }).map((list) => list.map((each, at): Candidate => ({ ...each, key: `k${at}`, story: `s${each.story}` })))
const runs = { numRuns: 120, seed: 20261123 }
const places = (list: readonly Candidate[]) => list.flatMap(({ place }) => (place ? [place] : []))

test('[P1] a draw is of the candidates, no story twice, no more than asked, and the same again from its seed in any order', () => {
  fc.assert(fc.property(candidates, fc.nat(30), fc.constantFrom(...DRAW_METHODS), fc.nat(10_000), (list, count, method, seed) => {
    const drawn = draw(list, count, method, seed)
    expect(draw(list.toReversed(), count, method, seed)).toEqual(drawn)
    const chosen = drawn.map((key) => list.find((each) => each.key === key)!)
    expect(new Set(chosen.map(({ story }) => story)).size).toBe(drawn.length)
    const usable = list.filter(({ category, place }) => (method === 'quota' ? category !== null : method === 'random' || method === 'stratified' || place !== null))
    // A story with several fragments goes in with one of them, drawn by lot, which may be the one without a place.
    const most = new Set(usable.map(({ story }) => story)).size
    const sure = new Set(usable.filter(({ story }) => list.filter((each) => each.story === story).every((each) => usable.includes(each))).map(({ story }) => story)).size
    expect(drawn.length).toBeLessThanOrEqual(Math.min(count, most))
    expect(drawn.length).toBeGreaterThanOrEqual(Math.min(count, sure))
  }), runs)
})

/** One fragment per story: what then counts is the method alone. */
const singles = candidates.map((list) => list.map((each, at) => ({ ...each, story: `s${at}` })))
const countOf = (list: readonly Candidate[], drawn: readonly string[]) => (category: string | null) => drawn.filter((key) => list.find((each) => each.key === key)!.category === category).length

test('[P2] stratified keeps every share to within one story; quota takes as many of each as of the others, while they last', () => {
  fc.assert(fc.property(singles, fc.nat(30), fc.nat(10_000), (list, wish, seed) => {
    const count = Math.min(wish, list.length)
    const stratified = countOf(list, draw(list, count, 'stratified', seed))
    for (const category of ['gezin', 'medewerker', 'vrijwilliger', null]) {
      const size = list.filter((each) => each.category === category).length
      expect(Math.abs(stratified(category) - (list.length ? size * count / list.length : 0))).toBeLessThan(1)
    }
    const known = list.filter(({ category }) => category !== null)
    const drawn = draw(list, count, 'quota', seed)
    const quota = countOf(list, drawn)
    expect(drawn.length).toBe(Math.min(count, known.length))
    const sizes = [...new Set(known.map(({ category }) => category))].map((category) => ({ got: quota(category), size: known.filter((each) => each.category === category).length }))
    const most = Math.max(0, ...sizes.map(({ got }) => got))
    expect(sizes.filter(({ got, size }) => got < most - 1 && got < size)).toEqual([])
  }), runs)
})

test('[P2] near the mean takes the nearest, outliers the farthest, contrast spreads from the farthest on', () => {
  const far = (place: readonly number[], other: readonly number[]) => place.reduce((sum, value, at) => sum + (value - other[at]!) ** 2, 0)
  fc.assert(fc.property(singles, fc.integer({ min: 1, max: 12 }), fc.nat(10_000), (list, count, seed) => {
    const mean = meanPlace(places(list))
    if (!mean) return
    const split = (method: 'nearMean' | 'outliers') => {
      const drawn = new Set(draw(list, count, method, seed))
      const gaps = (isIn: boolean) => list.filter(({ key, place }) => place && drawn.has(key) === isIn).map(({ place }) => far(place!, mean))
      return { chosen: gaps(true), others: gaps(false) }
    }
    const near = split('nearMean')
    expect(Math.max(...near.chosen)).toBeLessThanOrEqual(Math.min(Infinity, ...near.others))
    const out = split('outliers')
    expect(Math.min(...out.chosen)).toBeGreaterThanOrEqual(Math.max(0, ...out.others))
    const contrast = draw(list, count, 'contrast', seed).map((key) => list.find((each) => each.key === key)!.place!)
    expect(far(contrast[0]!, mean)).toBeCloseTo(Math.max(...places(list).map((place) => far(place, mean))), 6)
    contrast.slice(1).forEach((next, at) => {
      const gap = (place: readonly number[]) => Math.min(...contrast.slice(0, at + 1).map((before) => far(place, before)))
      expect(gap(next)).toBeCloseTo(Math.max(...places(list).map(gap)), 6)
    })
  }), runs)
})

test('[P1] a random draw gives every story its chance', () => {
  const list = Array.from({ length: 10 }, (_, at): Candidate => ({ key: `k${at}`, story: `s${at}`, category: null, place: null }))
  const times = Array.from({ length: 3000 }, (_, seed) => draw(list, 3, 'random', seed)).flat()
  const counts = list.map(({ key }) => times.filter((each) => each === key).length)
  // 900 expected; chi-square with 9 degrees of freedom stays under 27.9 in 999 of 1000 fair draws.
  expect(counts.reduce((sum, count) => sum + (count - 900) ** 2 / 900, 0)).toBeLessThan(27.9)
})

test('[P3] every card lies on one table, the shared ones on all; tables get as many, and their part of each category', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom('a', 'b', null), { maxLength: 40 }), fc.integer({ min: 1, max: 6 }), fc.nat(10), (categories, tables, shared) => {
    const hands = deal(categories, tables, shared)
    const everywhere = hands.filter((hand) => hand.length === tables).length
    if (tables > 1) expect(everywhere).toBe(Math.min(shared, categories.length))
    expect(hands.every((hand) => hand.length === 1 || hand.length === tables)).toBe(true)
    const sizes = Array.from({ length: tables }, (_, at) => hands.filter((hand) => hand.length === 1 && hand.includes(at + 1)).length)
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(tables > 1 ? 1 : 0)
    for (const category of ['a', 'b', null]) {
      const own = Array.from({ length: tables }, (_, at) => hands.filter((hand, card) => hand.length === 1 && hand[0] === at + 1 && categories[card] === category).length)
      expect(Math.max(...own) - Math.min(...own)).toBeLessThanOrEqual(1)
    }
  }), runs)
})
