// A stable name for a story that brings no id of its own: the same words give the same name on every machine.

/**
 * 21 characters made of the parts (two 53-bit multiplicative hashes with different seeds). At 100,000 stories the chance of
 * one clash is under 1e-20. Not meant to keep secrets.
 */
export function contentHash(parts: string[]): string {
  const text = parts.map((part) => `${part.length}:${part}`).join('|')
  let [a, b] = [START_A ^ SEEDS[0], START_B ^ SEEDS[0]]
  let [c, d] = [START_A ^ SEEDS[1], START_B ^ SEEDS[1]]
  // Both hashes in one walk: a story is long, and an import has thousands.
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
    c = Math.imul(c ^ unit, 2654435761)
    d = Math.imul(d ^ unit, 1597334677)
  }
  return (digits(a, b) + digits(c, d)).slice(0, 21)
}

/** Was this the source's own name for a story, and not one made of its words (with a number behind for equal ones)? */
export const isOwnName = (name: string): boolean => !/^[\da-z]{21}(?:-\d+)?$/.test(name)

/** A number of 53 bits made of the words: equal words give equal numbers. For a warning, not for an id. */
export function contentSum(text: string): number {
  let [a, b] = [START_A, START_B]
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
  }
  return sum53(a, b)
}

const SEEDS = [0x9e3779b9, 0x85ebca6b] as const
const START_A = 0xdeadbeef
const START_B = 0x41c6ce57

const digits = (a: number, b: number): string => sum53(a, b).toString(36).padStart(11, '0')

function sum53(first: number, second: number): number {
  const a = Math.imul(first ^ (first >>> 16), 2246822507) ^ Math.imul(second ^ (second >>> 13), 3266489909)
  const b = Math.imul(second ^ (second >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return 4294967296 * (2097151 & b) + (a >>> 0)
}
