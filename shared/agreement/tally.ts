// Agreement on one code, summed over many stories: every figure here follows from a few sums, so that a million codings are gone
// through once. The sums are the same for stories (each weighs 1) and for the characters of a text (a stretch weighs its length).
import { kappaOfShares } from '../statistics/kappa.ts'

/** m: coders who judged a unit, two or more; k: those who put the code there. All sums over units, each times its weight. */
export interface Tally {
  units: number
  /** Σ m and Σ k. */
  values: number
  marked: number
  /** Σ k(m − k)/(m − 1): Krippendorff's coincidences of marked with not marked, one way. */
  apart: number
  /** Σ of the share of pairs of coders that agree, and Σ k/m. */
  agreeing: number
  share: number
  /** Marked by all, and by any. */
  all: number
  any: number
  /** Σ of squared lengths of marked stretches; of characters only. */
  squares: number
  /** Where it is always the same two: marked by the first, and by the second. */
  first: number
  second: number
  /** The number of coders where it is the same everywhere, −1 where it is not; 0 before anything was added. */
  raters: number
}

export const emptyTally = (): Tally => ({ units: 0, values: 0, marked: 0, apart: 0, agreeing: 0, share: 0, all: 0, any: 0, squares: 0, first: 0, second: 0, raters: 0 })

/** Units that m coders judged and k of them marked. */
export function addUnits(tally: Tally, weight: number, m: number, k: number): void {
  if (weight <= 0) return
  tally.units += weight
  tally.values += weight * m
  tally.marked += weight * k
  tally.apart += weight * k * (m - k) / (m - 1)
  tally.agreeing += weight * (k * (k - 1) + (m - k) * (m - k - 1)) / (m * (m - 1))
  tally.share += weight * k / m
  if (k === m) tally.all += weight
  if (k > 0) tally.any += weight
  tally.raters = tally.raters === 0 || tally.raters === m ? m : -1
}

/**
 * One text that m coders read: the stretches each of them marked with the code, as start, end, start, end, … in order and without
 * overlap (see mergedPlaces); coders without any may be left out. UTF-16 units.
 */
export function addText(tally: Tally, length: number, m: number, coders: readonly (readonly number[])[]): void {
  const edges: number[] = []
  for (const places of coders) {
    for (let i = 0; i < places.length; i += 2) {
      const [start, end] = [places[i]!, places[i + 1]!]
      tally.squares += (end - start) ** 2
      edges.push(start * 2 + 1, end * 2) // an end sorts before a start at the same place
    }
  }
  edges.sort((a, b) => a - b)
  let [at, k] = [0, 0]
  for (const edge of edges) {
    const place = edge >> 1
    addUnits(tally, place - at, m, k)
    at = place
    k += edge & 1 ? 1 : -1
  }
  addUnits(tally, length - at, m, k)
}

/** Stretches that overlap or touch made one. `places`: start, end, start, end, … rising by start. */
export function mergedPlaces(places: readonly number[]): number[] {
  const merged: number[] = []
  for (let i = 0; i < places.length; i += 2) {
    if (merged.length > 0 && places[i]! <= merged.at(-1)!) merged[merged.length - 1] = Math.max(merged.at(-1)!, places[i + 1]!)
    else merged.push(places[i]!, places[i + 1]!)
  }
  return merged
}

/** Share of the pairs of coders that judged a unit alike, averaged over the units (0–1); null without units. */
export const percentOf = ({ units, agreeing }: Tally): number | null => (units > 0 ? agreeing / units : null)

/** Marked by all ÷ marked by any: the text that nobody marked does not count. Null where nobody marked. */
export const jaccardOf = ({ all, any }: Tally): number | null => (any > 0 ? all / any : null)

/** Gwet 2008 with two categories. */
export function ac1Of(tally: Tally): number | null {
  const { units, share } = tally
  if (units === 0) return null
  const chance = 2 * (share / units) * (1 - share / units)
  return (percentOf(tally)! - chance) / (1 - chance)
}

/** Krippendorff's nominal alpha with two values (2011); null without variation. */
export function alphaOf({ values, marked, apart }: Tally): number | null {
  const byChance = marked * (values - marked) / (values - 1)
  return byChance > 0 ? 1 - apart / byChance : null
}

/** |uα of Krippendorff, Mathet, Bouvry & Widlöcher 2016 for one code: marked stretches are units, a gap is so many single places. */
export function uAlphaOf({ values, marked, apart, squares }: Tally): number | null {
  const gap = values - marked
  const room = values ** 2 - squares - gap
  return marked > 0 && gap > 0 && room > 0 ? 1 - apart * room / (values * marked * gap) : null
}

/** Cohen 1960, of the same two coders everywhere; null for more, and where both always did the same one thing. */
export function cohenOf({ units, all, first, second, raters }: Tally): number | null {
  if (raters !== 2 || units === 0) return null
  const shares = [[all, first - all], [second - all, units - first - second + all]].map(row => row.map(part => part / units))
  const kappa = kappaOfShares(shares, units, (i, j) => (i === j ? 1 : 0), 0.95)
  return kappa.status === 'ok' ? kappa.kappa : null
}

/** 2·both ÷ (one + other), of two coders; null where neither marked. */
export const f1Of = ({ all, first, second, raters }: Tally): number | null => (raters === 2 && first + second > 0 ? 2 * all / (first + second) : null)

/** Fleiss 1971; null where not every unit had the same number of coders, and without variation. */
export function fleissOf(tally: Tally): number | null {
  const { raters, values, marked } = tally
  if (raters < 2 || marked === 0 || marked === values) return null
  const chance = (marked / values) ** 2 + (1 - marked / values) ** 2
  return (percentOf(tally)! - chance) / (1 - chance)
}
