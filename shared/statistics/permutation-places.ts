// Two clouds of places in a plane, such as answers to a triad: places are dealt out anew, and the distance between the middles compared.
import { ok, undefinedBecause, type Outcome } from './outcome.ts'
import { DEFAULT_REPLICATES, simulatedP, type SimulatedP } from './permutation.ts'
import { DEFAULT_SEED, randomBelow, seededRandom } from './random.ts'

export type PlanePlace = { x: number, y: number }

export interface PermutationPlaces extends SimulatedP {
  /** Between the two centroids, in the unit of the places. */
  distance: number
}

/**
 * The distance between the centroids against what dealing the places out by chance gives (statistics.md §6: never corner by corner, as
 * the shares of a triad force each other).
 * Undefined: empty (a side without places), noVariation (all places equal), invalidInput (replicates under 1).
 */
export function permutationPlaces({ x, y, replicates = DEFAULT_REPLICATES, seed = DEFAULT_SEED }: {
  x: readonly PlanePlace[], y: readonly PlanePlace[], replicates?: number, seed?: number
}): Outcome<PermutationPlaces> {
  if (!Number.isSafeInteger(replicates) || replicates < 1) return undefinedBecause('invalidInput')
  if (x.length === 0 || y.length === 0) return undefinedBecause('empty')
  const [few, many] = x.length <= y.length ? [x, y] : [y, x]
  const deck = [...few, ...many]
  if (deck.every(place => place.x === deck[0]!.x && place.y === deck[0]!.y)) return undefinedBecause('noVariation')
  const [across, up] = [Float64Array.from(deck, place => place.x), Float64Array.from(deck, place => place.y)]
  const [wholeX, wholeY] = [total(across), total(up)]
  const apart = (sumX: number, sumY: number): number =>
    Math.hypot(sumX / few.length - (wholeX - sumX) / many.length, sumY / few.length - (wholeY - sumY) / many.length)
  const random = seededRandom(seed)
  const distance = apart(total(across.subarray(0, few.length)), total(up.subarray(0, few.length)))
  const deal = (): number => {
    let [sumX, sumY] = [0, 0]
    for (let i = 0; i < few.length; i++) {
      const j = i + randomBelow(random, deck.length - i)
      const [cardX, cardY] = [across[j]!, up[j]!]
      across[j] = across[i]!
      up[j] = up[i]!
      across[i] = cardX
      up[i] = cardY
      sumX += cardX
      sumY += cardY
    }
    return apart(sumX, sumY)
  }
  return ok({ distance, ...simulatedP(replicates, seed, distance, deal) })
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0)
