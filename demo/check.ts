// Holds the figures of the built sample against the expected ones: node demo/check.ts prints item, expected and found.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openStore } from '../db/open.ts'
import { dispatch } from '../server/dispatch.ts'
import { sampleFile } from '../server/sample.ts'
import { findFigures, type Figures } from './figures.ts'

export type Check = { item: string; expected: Figures[string] | null; found: Figures[string] | null; agrees: boolean }

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
  return JSON.stringify(typeof value === 'number' || Array.isArray(value) ? value : Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))))
}

export async function checkSample(): Promise<Check[]> {
  const folder = mkdtempSync(join(tmpdir(), 'duiding-demostad-'))
  const store = openStore(await sampleFile(folder, true))
  try {
    const found = await findFigures(async (name, input) => {
      const { result } = await dispatch({ store, coder: null, profile: folder }, name, input)
      if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`)
      return result.value as never
    })
    return compareFigures(JSON.parse(readFileSync(join(import.meta.dirname, 'expected.json'), 'utf8')) as Figures, found)
  } finally {
    store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const checks = await checkSample()
  for (const { item, expected, found, agrees } of checks) console.log(`${agrees ? ' ' : '✗'} ${item}\t${JSON.stringify(expected)}\t${agrees ? '=' : JSON.stringify(found)}`)
  const wrong = checks.filter(({ agrees }) => !agrees).length
  console.log(`${checks.length} figures, ${wrong} deviate`)
  process.exitCode = wrong > 0 ? 1 : 0
}
