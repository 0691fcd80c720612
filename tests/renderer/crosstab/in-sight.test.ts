// What a large table draws: the places in sight and the gaps between them are together the whole line.
import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { withGaps } from '../../../renderer/crosstab/in-sight.ts'

test('places and gaps lie end to end: nothing is left out, nothing stands twice', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.array(fc.integer({ min: 1, max: 59 })), (end, some) => {
    const places = [...new Set(some)].filter(at => at < end).toSorted((a, b) => a - b)
    const drawn = withGaps(places, end)
    expect(drawn.flatMap(one => ('at' in one ? [one.at] : []))).toEqual(places)
    const covered = drawn.flatMap(one => ('at' in one ? [one.at] : Array.from({ length: one.gap }, (_, at) => one.before - one.gap + at)))
    expect(covered).toEqual(Array.from({ length: end - 1 }, (_, at) => at + 1))
  }), { seed: 11, numRuns: 300 })
})
