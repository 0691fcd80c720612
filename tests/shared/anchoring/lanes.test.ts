// Overlapping codings never share a line, and a new one leaves the others where they were.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assignLanes, type Laned } from '../../../shared/anchoring/lanes.ts'
import { overlaps } from '../../../shared/anchoring/span.ts'
import { SEEDED } from './texts.ts'

const spans = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 })), { maxLength: 30 })
  .map(list => list.map(([start, length], at): Laned => ({ id: `c${at}`, start, end: start + length })))

function clashes(list: readonly Laned[], lanes: Map<string, number>): string[] {
  return list.flatMap((one, at) => list.slice(at + 1)
    .filter(other => overlaps(one, other) && lanes.get(one.id) === lanes.get(other.id)).map(other => `${one.id}+${other.id}`))
}

test('every span has a lane and no two that overlap share one', () => {
  fc.assert(fc.property(spans, list => {
    const lanes = assignLanes(list)
    expect([...lanes.keys()].sort()).toEqual(list.map(each => each.id).sort())
    expect(clashes(list, lanes)).toEqual([])
  }), SEEDED)
})

test('without a past, no more lanes are used than spans lie over one place', () => {
  fc.assert(fc.property(spans, list => {
    const deepest = Math.max(0, ...list.map(each => list.filter(other => other.start <= each.start && each.start < other.end).length))
    expect(Math.max(0, ...[...assignLanes(list).values()].map(lane => lane + 1))).toBe(deepest)
  }), SEEDED)
})

test('a new span moves none of those that stood', () => {
  fc.assert(fc.property(spans, fc.nat(60), fc.integer({ min: 1, max: 30 }), (list, start, length) => {
    const before = assignLanes(list)
    const more = [{ id: 'new', start, end: start + length }, ...list]
    const after = assignLanes(more, before)
    expect(clashes(more, after)).toEqual([])
    expect(new Map([...after].filter(([id]) => id !== 'new'))).toEqual(before)
  }), SEEDED)
})

test('when a span grows over another, the one that reads first keeps its lane and no line is shared', () => {
  fc.assert(fc.property(spans, fc.nat(29), fc.nat(30), (list, which, growth) => {
    const before = assignLanes(list)
    const moved = list.map((each, at) => at === which ? { ...each, end: each.end + growth } : each)
    expect(clashes(moved, assignLanes(moved, before))).toEqual([])
  }), SEEDED)
})

test('order of reading: a long one lies above the short ones inside it', () => {
  const list = [{ id: 'short', start: 4, end: 8 }, { id: 'long', start: 4, end: 40 }, { id: 'later', start: 10, end: 12 }, { id: 'touching', start: 40, end: 44 }]
  expect(assignLanes(list)).toEqual(new Map([['long', 0], ['short', 1], ['later', 1], ['touching', 0]]))
})
