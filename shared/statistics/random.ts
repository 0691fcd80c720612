// A seeded generator: the same seed gives the same draws everywhere, so a simulated p can be reproduced.

/** Draws 0 ≤ x < 1. */
export type Random = () => number

/** The seed stored with a result when nobody chose one. */
export const DEFAULT_SEED = 20260101

/** So many numbers are made at once. */
const BLOCK = 64

/**
 * sfc32 (Doty-Humphrey, PractRand), its state filled from the seed by splitmix32; seeds are whole numbers, taken modulo 2³². In blocks, with
 * its state in local variables: a browser makes an object of every word of 32 bits that a closure keeps, and takes twice the time.
 */
export function seededRandom(seed: number): Random {
  const next = splitmix(seed >>> 0)
  const state = Int32Array.of(next(), next(), next(), 1)
  const block = new Float64Array(BLOCK)
  let at = BLOCK
  fill(state, block.subarray(0, 6)) // twelve words to warm up
  return () => {
    if (at === BLOCK) {
      fill(state, block)
      at = 0
    }
    return block[at++]!
  }
}

/** Numbers of 53 bits: 27 from one word, 26 from the next. `state` is left as it then is. */
function fill(state: Int32Array, block: Float64Array): void {
  let [a, b, c, count] = [state[0]!, state[1]!, state[2]!, state[3]!]
  for (let at = 0; at < block.length; at++) {
    const high = (a + b + count) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + high) | 0
    const low = (a + b + count + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + low) | 0
    count = (count + 2) | 0
    block[at] = ((high >>> 5) * 67_108_864 + (low >>> 6)) / 9_007_199_254_740_992
  }
  state.set([a, b, c, count])
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
