// Two groups of scores, without any assumption about their shape: the scores are dealt out anew, and the means compared each time.
import { ok, undefinedBecause, type Outcome, type Values } from './outcome.ts'
import { DEFAULT_REPLICATES, simulatedP, type SimulatedP } from './permutation.ts'
import { DEFAULT_SEED, randomBelow, seededRandom } from './random.ts'
import { isConstant, mean, present, sum } from './sums.ts'

export interface PermutationMeans extends SimulatedP {
  /** Mean of x − mean of y. */
  difference: number
}

/**
 * |mean x − mean y| against what dealing the scores out by chance gives (Fisher 1935, Pitman 1937). Missing scores are dropped.
 * Undefined: empty (a side without scores), noVariation (all scores equal), invalidInput (replicates under 1).
 */
export function permutationMeans({ x, y, replicates = DEFAULT_REPLICATES, seed = DEFAULT_SEED }: {
  x: Values, y: Values, replicates?: number, seed?: number
}): Outcome<PermutationMeans> {
  const [left, right] = [present(x), present(y)]
  if (!Number.isSafeInteger(replicates) || replicates < 1) return undefinedBecause('invalidInput')
  if (left.length === 0 || right.length === 0) return undefinedBecause('empty')
  const all = [...left, ...right]
  if (isConstant(all)) return undefinedBecause('noVariation')
  // Only one side is dealt: the other's sum follows. The smaller one, as that is the least work.
  const [size, rest] = [Math.min(left.length, right.length), Math.max(left.length, right.length)]
  const whole = sum(all)
  const apart = (dealt: number): number => Math.abs(dealt / size - (whole - dealt) / rest)
  const random = seededRandom(seed)
  const deck = Float64Array.from(all)
  const deal = (): number => {
    let dealt = 0
    for (let i = 0; i < size; i++) {
      const j = i + randomBelow(random, deck.length - i)
      const card = deck[j]!
      deck[j] = deck[i]!
      deck[i] = card
      dealt += card
    }
    return apart(dealt)
  }
  const p = simulatedP(replicates, seed, apart(sum(left.length <= right.length ? left : right)), deal)
  return ok({ difference: mean(left) - mean(right), ...p })
}
