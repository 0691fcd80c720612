// Seeded chance, so that the sample is the same on every machine.

export type Random = {
  /** Uniform in [0, 1). */
  next: () => number
  /** Standard normal (Box–Muller). */
  normal: () => number
  /** A whole number in [0, below). */
  below: (below: number) => number
  /** A shuffled copy (Fisher–Yates). */
  shuffle: <T>(list: readonly T[]) => T[]
}

/** Each question has its own stream, named after it: a question that is added leaves the others as they were. */
export function randomFor(name: string): Random {
  const next = mulberry32(hash(`Demostad/${name}`))
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  const below = (limit: number) => Math.floor(next() * limit)
  return { next, normal, below, shuffle: (list) => shuffled(list, below) }
}

function shuffled<T>(list: readonly T[], below: (limit: number) => number): T[] {
  const copy = [...list]
  for (let i = copy.length - 1; i > 0; i--) {
    const j = below(i + 1)
    const kept = copy[i]!
    copy[i] = copy[j]!
    copy[j] = kept
  }
  return copy
}

/** FNV-1a, 32 bits. */
function hash(name: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < name.length; i++) value = Math.imul(value ^ name.charCodeAt(i), 0x01000193)
  return value >>> 0
}

/** Tommy Ettinger's mulberry32: small, and good enough to deal answers. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
