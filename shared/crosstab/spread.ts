// Mean, median and spread of the stories with and without a code, for hundreds of codes at once: the stories stand in the order
// of their score, so that no row sorts anything.
import type { Spread } from '../contract/crosstab.ts'

/** Scores of the stories that have one, rising: `story` is a place in the scope, `value` its score. */
export type Scores = { story: Int32Array, value: Float64Array }

/** Orders the scores; NaN stands for no score. */
export function orderScores(byStory: Float64Array): Scores {
  const story = Int32Array.from(byStory.keys()).filter(at => !Number.isNaN(byStory[at]!)).sort((a, b) => byStory[a]! - byStory[b]! || a - b)
  return { story, value: Float64Array.from(story, at => byStory[at]!) }
}

/** The spread over the stories that are in, by place in the scope. `room` is scratch space as long as the scores. */
export function spreadOf(scores: Scores, isIn: (story: number) => boolean, room: Float64Array): Spread {
  let n = 0
  for (let i = 0; i < scores.story.length; i++) if (isIn(scores.story[i]!)) room[n++] = scores.value[i]!
  return spreadOfRising(room.subarray(0, n))
}

/** Mean and SD (n − 1) in two compensated passes, median by the middle two; all null without values. */
export function spreadOfRising(rising: Float64Array): Spread {
  const n = rising.length
  if (n === 0) return { n, mean: null, median: null, sd: null }
  const [low, high] = [rising[(n - 1) >> 1]!, rising[n >> 1]!]
  const median = low + (high - low) / 2
  if (rising[0] === rising[n - 1]) return { n, mean: rising[0]!, median, sd: n > 1 ? 0 : null }
  const mean = total(rising, value => value) / n
  const variance = total(rising, value => (value - mean) ** 2) / (n - 1)
  return { n, mean, median, sd: n > 1 ? Math.sqrt(variance) : null }
}

/** Neumaier 1974: a running sum that keeps the digits it would drop. */
function total(values: Float64Array, of: (value: number) => number): number {
  let sum = 0
  let lost = 0
  for (let i = 0; i < values.length; i++) {
    const value = of(values[i]!)
    const next = sum + value
    lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum
    sum = next
  }
  return sum + lost
}
