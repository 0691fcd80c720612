// Counts what ran, from vitest's JSON report and the steps around it; a run in which nothing ran counts as failed.
/** `{ passed, failed, failures: names, notRun: [{ name, reason }] }`. */
export function countTests({ steps, vitest, vitestCode }) {
  const counted = { passed: 0, failed: 0, failures: [], notRun: [] }
  const fail = name => { counted.failed++; counted.failures.push(name) }
  for (const { name, ok } of steps) if (ok) counted.passed++; else fail(name)

  let ran = 0
  for (const file of vitest?.testResults ?? []) {
    const failedBefore = counted.failed
    for (const test of file.assertionResults) {
      if (test.status === 'passed') { ran++; counted.passed++ }
      else if (test.status === 'failed') { ran++; fail(`${file.name} › ${test.fullName}`) }
      else counted.notRun.push({ name: test.fullName, reason: test.meta?.notRun ?? '' })
    }
    // A file that could not be loaded, or whose set-up broke, has no failed test of its own to show for it.
    if (file.status === 'failed' && counted.failed === failedBefore) fail(`${file.name} (${file.message || 'could not run'})`)
  }
  if (!vitest) fail('vitest gave no report')
  else if (ran === 0) fail('vitest ran no test')
  else if (vitestCode !== 0 && !vitest.testResults.some(file => file.status === 'failed')) fail(`vitest ended with exit code ${vitestCode}`)
  return counted
}

export const summaryLine = ({ passed, failed }) => `Tests: ${passed} passed, ${failed} failed`
