// Holds the figures that the product counts in the built sample against the expected ones.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findFigures } from './figures/find-figures.ts'
import type { Call, Figures } from './figures/study.ts'

export type Check = { item: string; expected: Figures[string] | null; found: Figures[string] | null; agrees: boolean }

/** @param call asks the core of a project that holds the sample. */
export async function checkFigures(call: Call): Promise<Check[]> {
  const expected = JSON.parse(readFileSync(join(import.meta.dirname, 'expected.json'), 'utf8')) as Figures
  return compareFigures(expected, await findFigures(call))
}

/** Every expected item with what was found for it; figures without an expectation disagree, as do expectations without a figure. */
export function compareFigures(expected: Figures, found: Figures): Check[] {
  const items = [...new Set([...Object.keys(expected), ...Object.keys(found)])]
  return items.map((item) => {
    const [wanted, got] = [expected[item] ?? null, found[item] ?? null]
    return { item, expected: wanted, found: got, agrees: wanted !== null && got !== null && plain(wanted) === plain(narrowed(item, wanted, got)) }
  })
}

/** Of a list of z only the published ones are held against the found ones; any other one must stay under 2. */
function narrowed(item: string, wanted: Figures[string], got: Figures[string]): Figures[string] {
  if (!item.endsWith(' z') || typeof got === 'number' || Array.isArray(got) || typeof wanted === 'number' || Array.isArray(wanted)) return got
  return Object.fromEntries(Object.entries(got).filter(([name, z]) => name in wanted || Math.abs(z ?? 0) >= 2))
}

/** The order of names says nothing. */
function plain(value: Figures[string]): string {
  return JSON.stringify(typeof value === 'number' || Array.isArray(value) ? value
    : Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))))
}
