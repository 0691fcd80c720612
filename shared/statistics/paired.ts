// The same tellers asked twice: what changed within them. Yes-or-no answers by McNemar, scores and places by turning signs.
import { binomialTail, normalCritical } from './distributions.ts'
import { ok, undefinedBecause, type Outcome } from './outcome.ts'
import { DEFAULT_REPLICATES, RELATIVE_SLACK, simulatedP, type SimulatedP } from './permutation.ts'
import { DEFAULT_SEED, seededRandom } from './random.ts'

export interface PairedShares {
  n: number
  /** Second share − first, 0–1, with the interval of Agresti & Min 2005 (half a pair added to each of the four cells). */
  difference: number
  low: number
  high: number
  /** McNemar 1947, exact: the pairs that changed, either way as likely. 1 when none changed. */
  p: number
}

/**
 * Pairs by what both halves said: both yes, only the first, only the second, neither.
 * Undefined: empty (no pair), invalidInput (not whole, negative, conf outside 0–1).
 */
export function mcnemar({ both, onlyFirst, onlySecond, neither, conf = 0.95 }: {
  both: number, onlyFirst: number, onlySecond: number, neither: number, conf?: number
}): Outcome<PairedShares> {
  const cells = [both, onlyFirst, onlySecond, neither]
  if (!cells.every(cell => Number.isSafeInteger(cell) && cell >= 0) || !(conf > 0 && conf < 1)) return undefinedBecause('invalidInput')
  const n = both + onlyFirst + onlySecond + neither
  if (n === 0) return undefinedBecause('empty')
  const [size, gained, lost] = [n + 2, onlySecond + 0.5, onlyFirst + 0.5]
  const centre = (gained - lost) / size
  const reach = normalCritical(conf) * Math.sqrt(gained + lost - (gained - lost) ** 2 / size) / size
  const changed = onlyFirst + onlySecond
  const p = changed === 0 || onlyFirst === onlySecond ? 1 : Math.min(1, 2 * binomialTail(Math.min(onlyFirst, onlySecond), changed))
  return ok({ n, difference: (onlySecond - onlyFirst) / n, low: Math.max(-1, centre - reach), high: Math.min(1, centre + reach), p })
}

export interface SignFlips extends SimulatedP {
  n: number
  /** Every way of turning signs was looked at: p has no error of its own, and no chance of being another tomorrow. */
  exact: boolean
}

/** Up to so many pairs that changed every way of turning signs is looked at (2¹³). */
const EXACT_UP_TO = 14

/**
 * Differences within pairs, one number each or several (the three shares of a triad): how often turning their signs by chance brings the
 * mean at least as far from nothing (Fisher 1935; for several numbers the length of the mean difference).
 * Undefined: empty, noVariation (nothing changed in any pair), invalidInput (lists of unequal length, replicates under 1).
 */
export function signFlips({ differences, replicates = DEFAULT_REPLICATES, seed = DEFAULT_SEED }: {
  differences: readonly (readonly number[])[], replicates?: number, seed?: number
}): Outcome<SignFlips> {
  const wide = differences[0]?.length ?? 0
  if (!Number.isSafeInteger(replicates) || replicates < 1 || differences.some(one => one.length !== wide || !one.every(Number.isFinite))) return undefinedBecause('invalidInput')
  if (differences.length === 0 || wide === 0) return undefinedBecause('empty')
  // A pair without change stays where it is, whatever its sign.
  const moved = differences.filter(one => one.some(value => value !== 0))
  if (moved.length === 0) return undefinedBecause('noVariation')
  const length = (turned: (at: number) => boolean): number => {
    let squares = 0
    for (let part = 0; part < wide; part++) {
      let total = 0
      for (let at = 0; at < moved.length; at++) total += turned(at) ? -moved[at]![part]! : moved[at]![part]!
      squares += total * total
    }
    return squares
  }
  const seen = length(() => false)
  const n = differences.length
  if (moved.length <= EXACT_UP_TO) return ok({ n, exact: true, ...everyWay(length, seen, moved.length), seed })
  const random = seededRandom(seed)
  const signs = new Uint8Array(moved.length)
  const p = simulatedP(replicates, seed, seen, () => {
    for (let at = 0; at < signs.length; at++) signs[at] = random() < 0.5 ? 1 : 0
    return length(at => signs[at] === 1)
  })
  return ok({ n, exact: false, ...p })
}

/** Turning all signs at once changes no length, so the last pair's sign can stay. */
function everyWay(length: (turned: (at: number) => boolean) => number, seen: number, pairs: number): Pick<SignFlips, 'p' | 'standardError' | 'replicates'> {
  const ways = 2 ** (pairs - 1)
  const threshold = seen - Math.abs(seen) * RELATIVE_SLACK
  let reached = 0
  for (let way = 0; way < ways; way++) if (length(at => ((way >> at) & 1) === 1) >= threshold) reached++
  return { p: reached / ways, standardError: 0, replicates: ways }
}
