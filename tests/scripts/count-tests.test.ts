// The closing line of npm test: what counts as passed, what as failed, and that an empty run is a failed one.
import { describe, expect, test } from 'vitest'
import { countTests, summaryLine } from '../../scripts/count-tests.mjs'

const file = (name: string, status: string, tests: [string, string][], message = '') => ({
  name, status, message, assertionResults: tests.map(([fullName, outcome]) => ({ fullName, status: outcome, meta: {} }))
})
const steps = [{ name: 'types', ok: true }, { name: 'lint', ok: true }]

describe('counting', () => {
  test('steps and tests together', () => {
    const counted = countTests({ steps, vitest: { testResults: [file('a.test.ts', 'passed', [['x', 'passed'], ['y', 'passed']])] }, vitestCode: 0 })
    expect(counted).toEqual({ passed: 4, failed: 0, failures: [], notRun: [] })
    expect(summaryLine(counted)).toBe('Tests: 4 passed, 0 failed')
  })

  test('a failed step and a failed test', () => {
    const counted = countTests({
      steps: [{ name: 'types', ok: true }, { name: 'lint', ok: false }],
      vitest: { testResults: [file('a.test.ts', 'failed', [['x', 'passed'], ['y', 'failed']])] }, vitestCode: 1
    })
    expect(counted).toEqual({ passed: 2, failed: 2, failures: ['lint', 'a.test.ts › y'], notRun: [] })
  })

  test('a file that could not be loaded is a failure, though it has no test', () => {
    const counted = countTests({ steps, vitest: { testResults: [file('a.test.ts', 'failed', [], 'Cannot find module'), file('b.test.ts', 'passed', [['x', 'passed']])] }, vitestCode: 1 })
    expect(counted).toEqual({ passed: 3, failed: 1, failures: ['a.test.ts (Cannot find module)'], notRun: [] })
  })

  test('a skipped test is neither, and is listed with its reason', () => {
    const skipped = { name: 'a.test.ts', status: 'passed', message: '', assertionResults: [{ fullName: 'x', status: 'passed', meta: {} }, { fullName: 'launch', status: 'skipped', meta: { notRun: 'no binary' } }] }
    expect(countTests({ steps, vitest: { testResults: [skipped] }, vitestCode: 0 })).toEqual({ passed: 3, failed: 0, failures: [], notRun: [{ name: 'launch', reason: 'no binary' }] })
  })

  test.each([
    ['vitest gave no report', undefined, 1],
    ['vitest ran no test', { testResults: [] }, 0],
    ['vitest ran no test', { testResults: [file('a.test.ts', 'passed', [['x', 'skipped']])] }, 0],
    ['vitest ended with exit code 1', { testResults: [file('a.test.ts', 'passed', [['x', 'passed']])] }, 1]
  ])('%s: failed', (failure, vitest, vitestCode) => {
    expect(countTests({ steps, vitest, vitestCode })).toMatchObject({ failed: 1, failures: [failure] })
  })
})
