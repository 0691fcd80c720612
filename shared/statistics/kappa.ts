// Agreement of two coders (Cohen) or of a fixed number of judgements a unit (Fleiss), corrected for chance.
import { normalCritical, normalTwoSided } from './distributions.ts'
import { ok, undefinedBecause, type Outcome } from './outcome.ts'
import { sum } from './sums.ts'

/** A judgement: a code, an option or a number; null is not judged. */
export type Rating = string | number

export type KappaWeights = 'none' | 'linear' | 'quadratic'

export interface CohenKappa {
  /** Units judged by both. */
  n: number
  /** Agreement seen and expected, weighted. */
  po: number
  pe: number
  kappa: number
  /** Fleiss, Cohen & Everitt 1969: the error of kappa, and under chance alone. */
  se: number
  se0: number
  /** kappa/se0; null when se0 is 0 (a coder who always said the same). */
  z: number | null
  p: number | null
  ciLow: number
  ciHigh: number
}

/**
 * Cohen 1960 and 1968. `a` and `b` are judgements of the same units; `categories` gives all possible ones, in order for weights
 * (linear 1 − |i − j|/(k − 1), quadratic 1 − (i − j)²/(k − 1)²).
 * Undefined: empty, noVariation (both always said the same one thing), oneCategory (weights with one category), invalidInput.
 */
export function cohenKappa({ a, b, categories, weights = 'none', conf = 0.95 }: {
  a: readonly (Rating | null)[], b: readonly (Rating | null)[], categories: readonly Rating[], weights?: KappaWeights, conf?: number
}): Outcome<CohenKappa> {
  const place = new Map(categories.map((category, i) => [category, i]))
  const known = [...a, ...b].every(rating => rating === null || place.has(rating))
  if (a.length !== b.length || !known || place.size < categories.length || !(conf > 0 && conf < 1)) return undefinedBecause('invalidInput')
  const pairs = a.flatMap((left, i): [number, number][] => {
    const right = b[i]!
    return left === null || right === null ? [] : [[place.get(left)!, place.get(right)!]]
  })
  const n = pairs.length
  const k = categories.length
  if (n === 0) return undefinedBecause('empty')
  if (weights !== 'none' && k < 2) return undefinedBecause('oneCategory')
  const shares = Array.from({ length: k }, () => Array.from({ length: k }, () => 0))
  for (const [i, j] of pairs) shares[i]![j]! += 1 / n
  return kappaOfShares(shares, n, (i, j) => weightOf(weights, i, j, k), conf)
}

function weightOf(weights: KappaWeights, i: number, j: number, k: number): number {
  switch (weights) {
    case 'none': return i === j ? 1 : 0
    case 'linear': return 1 - Math.abs(i - j) / (k - 1)
    case 'quadratic': return 1 - ((i - j) / (k - 1)) ** 2
  }
}

/** Kappa of a square table of shares (their sum is 1) from n units. */
export function kappaOfShares(
  shares: readonly (readonly number[])[], n: number, weight: (i: number, j: number) => number, conf: number
): Outcome<CohenKappa> {
  const places = shares.map((_, i) => i)
  const rows = places.map(i => sum(shares[i]!))
  const cols = places.map(j => sum(shares.map(row => row[j]!)))
  // A coder's mean weight against the other's habits: w̄i. and w̄.j of the paper.
  const rowMeans = places.map(i => sum(places.map(j => cols[j]! * weight(i, j))))
  const colMeans = places.map(j => sum(places.map(i => rows[i]! * weight(i, j))))
  const overCells = (term: (i: number, j: number) => number): number => sum(places.flatMap(i => places.map(j => term(i, j))))
  const po = overCells((i, j) => shares[i]![j]! * weight(i, j))
  const pe = overCells((i, j) => rows[i]! * cols[j]! * weight(i, j))
  if (1 - pe < 1e-12) return undefinedBecause('noVariation')
  const kappa = (po - pe) / (1 - pe)
  const around = (i: number, j: number): number => (weight(i, j) - (rowMeans[i]! + colMeans[j]!) * (1 - kappa)) ** 2
  const spread = overCells((i, j) => shares[i]![j]! * around(i, j)) - (kappa - pe * (1 - kappa)) ** 2
  const spread0 = overCells((i, j) => rows[i]! * cols[j]! * (weight(i, j) - rowMeans[i]! - colMeans[j]!) ** 2) - pe ** 2
  const se = errorOf(spread, n, pe)
  const se0 = errorOf(spread0, n, pe)
  const reach = normalCritical(conf) * se
  const z = se0 > 0 ? kappa / se0 : null
  return ok({ n, po, pe, kappa, se, se0, z, p: z === null ? null : normalTwoSided(z), ciLow: kappa - reach, ciHigh: kappa + reach })
}

/** A spread of a few roundings is none. */
function errorOf(spread: number, n: number, pe: number): number {
  return spread < 1e-15 ? 0 : Math.sqrt(spread / n) / (1 - pe)
}

export interface FleissKappa {
  /** Units with judgements. */
  n: number
  raters: number
  po: number
  pe: number
  kappa: number
  /** In the order of the categories; null for one that was never or always chosen. */
  perCategory: (number | null)[]
  /** Under chance alone, Fleiss, Nee & Landis 1979. */
  se0: number
  z: number
  p: number
}

/**
 * Fleiss 1971. `counts` has a row per unit and a column per category: how many judgements fell there. Units without any are dropped.
 * Undefined: empty, tooFew (one judgement a unit), unequalRaters, noVariation (always the same category), invalidInput.
 */
export function fleissKappa({ counts }: { counts: readonly (readonly number[])[] }): Outcome<FleissKappa> {
  const width = counts[0]?.length ?? 0
  const isBroken = (count: number): boolean => !Number.isSafeInteger(count) || count < 0
  if (counts.some(row => row.length !== width || row.some(isBroken))) return undefinedBecause('invalidInput')
  const units = counts.filter(row => sum(row) > 0)
  const n = units.length
  if (n === 0) return undefinedBecause('empty')
  const raters = sum(units[0]!)
  if (units.some(row => sum(row) !== raters)) return undefinedBecause('unequalRaters')
  if (raters < 2) return undefinedBecause('tooFew')
  const pairs = n * raters * (raters - 1)
  const shares = Array.from({ length: width }, (_, j) => sum(units.map(row => row[j]!)) / (n * raters))
  if (shares.includes(1)) return undefinedBecause('noVariation')
  const po = sum(units.flatMap(row => row.map(count => count * (count - 1)))) / pairs
  const pe = sum(shares.map(share => share * share))
  const kappa = (po - pe) / (1 - pe)
  const disagreeing = (j: number): number => sum(units.map(row => row[j]! * (raters - row[j]!)))
  const mixed = sum(shares.map(share => share * (1 - share)))
  const skew = sum(shares.map(share => share * (1 - share) * (1 - 2 * share)))
  const se0 = Math.sqrt(2 * Math.max(0, mixed ** 2 - skew)) / (mixed * Math.sqrt(pairs))
  const z = kappa / se0
  return ok({
    n,
    raters,
    po,
    pe,
    kappa,
    perCategory: shares.map((share, j) => share === 0 ? null : 1 - disagreeing(j) / (pairs * share * (1 - share))),
    se0,
    z,
    p: normalTwoSided(z)
  })
}
