// Every statistic against figures that were computed outside the product; how they were made stands in cases/README.md.
import { describe, expect, test } from 'vitest'
import * as statistics from '../../../shared/statistics/index.ts'
import { cases } from './cases.ts'

const functions = statistics as unknown as Record<string, (input: unknown) => Record<string, unknown>>

/** The first place where two answers differ by more than 1e-12 and more than 1e-9 of the value expected; null when none. */
function difference(actual: unknown, expected: unknown, tolerance: number, path = ''): string | null {
  if (typeof expected === 'number' && typeof actual === 'number') {
    const apart = Math.abs(actual - expected)
    return apart <= 1e-12 || apart <= tolerance * Math.abs(expected) ? null : `${path}: ${actual}, expected ${expected}`
  }
  if (expected === null || typeof expected !== 'object' || actual === null || typeof actual !== 'object') {
    return actual === expected ? null : `${path}: ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`
  }
  if (Array.isArray(expected) && (actual as unknown[]).length !== expected.length) return `${path}: other length`
  for (const [key, value] of Object.entries(expected)) {
    const found = difference((actual as Record<string, unknown>)[key], value, tolerance, `${path}.${key}`)
    if (found !== null) return found
  }
  return null
}

test('there are at least 200 cases', () => {
  expect([...cases.values()].flat().length).toBeGreaterThanOrEqual(200)
})

for (const [file, list] of cases) {
  describe(`${file}`, () => {
    test.each(list.map(each => [each.function, each.name, each] as const))('%s: %s', (name, _, each) => {
      const answer = functions[name]!(each.input)
      expect(difference(answer, { status: 'ok', ...each.expected }, each.tolerance ?? 1e-9)).toBeNull()
      expect(JSON.parse(JSON.stringify(answer))).toEqual(answer)
    })
  })
}
