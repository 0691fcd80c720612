// What the property tests of the statistics share: inputs as people could enter them, and a comparison to nine digits.
import fc from 'fast-check'
import { expect } from 'vitest'

export const RUNS = { seed: 20260101, numRuns: 100 }

export const score = fc.integer({ min: 0, max: 100 })
export const missing = fc.option(score, { nil: null, freq: 6 })
export const scores = fc.array(missing, { maxLength: 30 })
export const pairs = fc.array(fc.tuple(missing, missing), { maxLength: 30 })
export const count = fc.integer({ min: 0, max: 12 })
export const table = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([r, c]) => fc.array(fc.array(count, { minLength: c, maxLength: c }), { minLength: r, maxLength: r }))

/** The two answers agree: same status, same reason, numbers to nine digits. */
export function same(left: unknown, right: unknown): void {
  if (typeof left === 'number' && typeof right === 'number') {
    expect(Math.abs(left - right)).toBeLessThanOrEqual(1e-10 + 1e-9 * Math.abs(right))
    return
  }
  if (left === null || right === null || typeof left !== 'object' || typeof right !== 'object') {
    expect(left).toEqual(right)
    return
  }
  expect(Object.keys(left)).toEqual(Object.keys(right))
  for (const key of Object.keys(left)) same((left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key])
}

export function pick<T extends object, K extends string>(answer: T, ...keys: K[]): unknown {
  return Object.fromEntries(Object.entries(answer).filter(([key]) => (['status', 'reason', ...keys] as string[]).includes(key)))
}
