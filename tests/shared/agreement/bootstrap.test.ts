// How sure a figure is: stories drawn anew.
import { expect, test } from 'vitest'
import { bootstrap } from '../../../shared/agreement/bootstrap.ts'
import { addUnits, alphaOf, emptyTally, percentOf, type Tally } from '../../../shared/agreement/tally.ts'
import { proportionCi } from '../../../shared/statistics/index.ts'

/** A story read by two, of whom k put the code there. */
const story = (k: number): Tally => { const tally = emptyTally(); addUnits(tally, 1, 2, k); return tally }
const figures = (tally: Tally) => ({ percent: percentOf(tally), alpha: alphaOf(tally) })

test('[A7] stories that are all alike leave no doubt; without variation there is no interval', () => {
  expect(bootstrap(Array.from({ length: 12 }, () => story(2)), figures, 1)).toEqual({ percent: [1, 1], alpha: null })
})

test('[A7] a share of stories: close to what Wilson gives, and the same for the same seed', () => {
  const stories = [...Array.from({ length: 60 }, () => story(2)), ...Array.from({ length: 60 }, () => story(0)), ...Array.from({ length: 30 }, () => story(1))]
  const drawn = bootstrap(stories, figures, 7)
  const wilson = proportionCi({ x: 120, n: 150, conf: 0.95 })
  if (wilson.status !== 'ok') throw new Error('Wilson has an interval here')
  expect(Math.abs(drawn.percent![0] - wilson.wilsonLow)).toBeLessThan(0.02)
  expect(Math.abs(drawn.percent![1] - wilson.wilsonHigh)).toBeLessThan(0.02)
  const alpha = alphaOf(stories.reduce((sum, each) => ({ ...sum, values: sum.values + each.values, marked: sum.marked + each.marked, apart: sum.apart + each.apart }), emptyTally()))!
  expect(drawn.alpha![0]).toBeLessThan(alpha)
  expect(drawn.alpha![1]).toBeGreaterThan(alpha)
  expect(bootstrap(stories, figures, 7)).toEqual(drawn)
  expect(bootstrap(stories, figures, 8)).not.toEqual(drawn)
})
