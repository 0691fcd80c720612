// A seeded generator: the same seed gives the same draws everywhere, so a simulated p can be reproduced.

/** Draws 0 ≤ x < 1. */
export type Random = () => number

/** The seed stored with a result when nobody chose one. */
export const DEFAULT_SEED = 20260101

/** sfc32 (Doty-Humphrey, PractRand), its state filled from the seed by splitmix32; seeds are whole numbers, taken modulo 2³². */
export function seededRandom(seed: number): Random {
  const next = splitmix(seed >>> 0)
  let [a, b, c, count] = [next(), next(), next(), 1]
  const word = (): number => {
    const out = (a + b + count++) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + out | 0
    return out >>> 0
  }
  for (let warm = 0; warm < 12; warm++) word()
  // 53 bits: 27 from one word, 26 from the next.
  return () => ((word() >>> 5) * 67_108_864 + (word() >>> 6)) / 9_007_199_254_740_992
}

/** A whole number 0 … below − 1. */
export function randomBelow(random: Random, below: number): number {
  return Math.floor(random() * below)
}

/** Fisher–Yates in place, the list itself returned. */
export function shuffle<T>(random: Random, list: T[]): T[] {
  for (let i = list.length - 1; i > 0; i--) {
    const j = randomBelow(random, i + 1)
    const kept = list[i]!
    list[i] = list[j]!
    list[j] = kept
  }
  return list
}

function splitmix(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x9e3779b9) | 0
    let word = state ^ (state >>> 16)
    word = Math.imul(word, 0x21f0aaad)
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97)
    return (word ^ (word >>> 15)) | 0
  }
}
