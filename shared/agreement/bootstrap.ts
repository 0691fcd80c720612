// How much a figure of agreement hangs on which stories were read twice: stories are drawn anew with replacement, many times. Stories
// and not characters, because what one reads in a story hangs together.
import { seededRandom } from '../statistics/random.ts'
import { emptyTally, type Tally } from './tally.ts'

export const DRAWS = 1_000
/** A figure that does not exist in more draws than this share has no interval. */
const MOST_MISSING = 0.05

export type Interval = [low: number, high: number]

const SUMS = Object.keys(emptyTally()).filter((name): name is keyof Tally => name !== 'raters')

/**
 * For each figure the middle 95 % of its values over the draws (percentile method, Efron & Tibshirani 1993, ch. 13), or null where too
 * many draws have none. `stories`: one tally each. The same seed gives the same intervals.
 */
export function bootstrap<Name extends string>(stories: readonly Tally[], figures: (tally: Tally) => Record<Name, number | null>, seed: number): Record<Name, Interval | null> {
  const columns = SUMS.map((name) => Float64Array.from(stories, (tally) => tally[name]))
  const raters = stories.every((tally) => tally.raters === stories[0]!.raters) ? stories[0]?.raters ?? 0 : -1
  const random = seededRandom(seed)
  const drawn = new Map<Name, number[]>()
  for (let draw = 0; draw < DRAWS; draw++) {
    const sums = new Float64Array(SUMS.length)
    for (let i = 0; i < stories.length; i++) {
      const at = Math.floor(random() * stories.length)
      for (let column = 0; column < SUMS.length; column++) sums[column]! += columns[column]![at]!
    }
    const tally = { ...Object.fromEntries(SUMS.map((name, at) => [name, sums[at]!])), raters } as Tally
    for (const [name, value] of Object.entries(figures(tally)) as [Name, number | null][]) {
      const list = drawn.get(name) ?? []
      drawn.set(name, list)
      if (value !== null) list.push(value)
    }
  }
  return Object.fromEntries([...drawn].map(([name, values]) => [name, middleOf(values)])) as Record<Name, Interval | null>
}

function middleOf(values: number[]): Interval | null {
  if (values.length < DRAWS * (1 - MOST_MISSING)) return null
  values.sort((a, b) => a - b)
  return [values[Math.floor(values.length * 0.025)]!, values[Math.ceil(values.length * 0.975) - 1]!]
}
