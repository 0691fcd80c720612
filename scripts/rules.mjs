// Lists the rules of docs/rules.md that no test names, and the rules that tests name but nobody wrote down.
// A rule is a line that begins with its id ("- [C2] A quote that …"); a test of it begins its name with the id.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { at } from './runtime.mjs'

const RULES = at('docs/rules.md')
const WRITTEN = /^\s*(?:[-*]\s+|\|\s*|#+\s+)?(?:\*\*)?\[([A-Z]+\d+[a-z]?)\]/gm
const NAMED = /\b(?:test|it|describe)(?:\.\w+)*\s*(?:\([^)\n]*\)\s*)?\(\s*['"`]((?:\[[A-Z]+\d+[a-z]?\]\s*)+)/g

/** `{ written, named }`: sorted ids, from the rules' Markdown and from the sources of tests. */
export function readRules(markdown, testSources) {
  const written = [...markdown.matchAll(WRITTEN)].map(match => match[1])
  const named = testSources.flatMap(source => [...source.matchAll(NAMED)]).flatMap(match => match[1].match(/[A-Z]+\d+[a-z]?/g))
  return { written: sorted(written), named: sorted(new Set(named)) }
}

/** The same of this repository, as `{ untested, unknown, twice }`: ids of which there should be none. */
export function ruleGaps() {
  const tests = readdirSync(at('tests'), { recursive: true, withFileTypes: true })
    // tests/architecture tests this reader itself, with made-up ids.
    .filter(entry => entry.isFile() && /\.test\.tsx?$/.test(entry.name) && !entry.parentPath.endsWith('architecture'))
    .map(entry => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  const { written, named } = readRules(existsSync(RULES) ? readFileSync(RULES, 'utf8') : '', tests)
  return {
    untested: written.filter(id => !named.includes(id)),
    unknown: named.filter(id => !written.includes(id)),
    twice: written.filter((id, i) => written.indexOf(id) < i)
  }
}

/** C2 before C10. */
const sorted = ids => [...ids].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const gaps = ruleGaps()
  if (gaps.untested.length) console.log(`Rules without a test: ${gaps.untested.join(', ')}`)
  if (gaps.unknown.length) console.log(`Tests of a rule that is not in docs/rules.md: ${gaps.unknown.join(', ')}`)
  if (gaps.twice.length) console.log(`Ids given to two rules: ${gaps.twice.join(', ')}`)
  process.exitCode = gaps.untested.length + gaps.unknown.length + gaps.twice.length > 0 ? 1 : 0
}
