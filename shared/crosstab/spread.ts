// Mean, median and spread of the stories with and without a code, for hundreds of codes at once: the stories stand in the order
// of their score, so that no row sorts anything; the loops are plain because they run over millions of scores.
import type { Spread } from '../contract/crosstab.ts'

/** Scores of the stories that have one, rising: `story` is a place in the scope, `value` its score. */
export type Scores = { story: Int32Array, value: Float64Array }

/** Orders the scores; NaN stands for no score. */
export function orderScores(byStory: Float64Array): Scores {
  const story = Int32Array.from(byStory.keys()).filter(at => !Number.isNaN(byStory[at]!)).sort((a, b) => byStory[a]! - byStory[b]! || a - b)
  return { story, value: Float64Array.from(story, at => byStory[at]!) }
}

/** The stories with the code (`has` is 1), and those without it that were read to the end (`done` is 1); both by place in the scope. */
export function splitSpread({ story, value }: Scores, has: Uint8Array, done: Uint8Array): { with: Spread, without: Spread } {
  const [yes, no] = [new Float64Array(value.length), new Float64Array(value.length)]
  let [n, m] = [0, 0]
  for (let i = 0; i < value.length; i++) {
    const at = story[i]!
    if (has[at] === 1) yes[n++] = value[i]!
    else if (done[at] === 1) no[m++] = value[i]!
  }
  return { with: spreadOfRising(yes.subarray(0, n)), without: spreadOfRising(no.subarray(0, m)) }
}

/** Mean and SD (n − 1) in two compensated passes, median by the middle two; all null without values. */
export function spreadOfRising(rising: Float64Array): Spread {
  const n = rising.length
  if (n === 0) return { n, mean: null, median: null, sd: null }
  const [low, high] = [rising[(n - 1) >> 1]!, rising[n >> 1]!]
  const median = low + (high - low) / 2
  if (rising[0] === rising[n - 1]) return { n, mean: rising[0]!, median, sd: n > 1 ? 0 : null }
  const mean = total(rising) / n
  const apart = rising.map(value => (value - mean) ** 2)
  return { n, mean, median, sd: Math.sqrt(total(apart) / (n - 1)) }
}

/** Neumaier 1974: a running sum that keeps the digits it would drop. */
function total(values: Float64Array): number {
  let sum = 0
  let lost = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    const next = sum + value
    lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum
    sum = next
  }
  return sum + lost
}
