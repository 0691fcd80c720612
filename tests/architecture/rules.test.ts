// Every rule in docs/rules.md has a test that names it, and every rule that a test names is written down.
import { expect, test } from 'vitest'
import { readRules, ruleGaps } from '../../scripts/rules.mjs'

test('rules are read from lists, tables and headings, and from the names of tests and of their groups', () => {
  const markdown = '# Rules\n- [C2] A quote.\n* **[C10]** Undo.\n| [S1] | file |\n### [C1] Coding\nAs [Z9] says, not a rule.\n'
  const sources = [
    "test('[C2] a quote that no longer stands is refused', …)\ndescribe(\"[C1] [C10] coding\", …)",
    "test.each([1, 2])('[S1] %s', …)\ntest(`[S2a] x`, …)\nconst words = '[X7] no test'"
  ]
  expect(readRules(markdown, sources)).toEqual({ written: ['C1', 'C2', 'C10', 'S1'], named: ['C1', 'C2', 'C10', 'S1', 'S2a'] })
})

test('no rule without a test, no test of an unwritten rule, no id given twice', () => {
  expect(ruleGaps()).toEqual({ untested: [], unknown: [], twice: [] })
})
