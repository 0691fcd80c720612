// The whole proof in one command: the build of the window, then every test; types, lint and layers beside them, where the processor is free.
// Arguments go to vitest (`npm test -- tests/db`). The last line counts everything: `Tests: N passed, N failed`.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { check } from './check.mjs'
import { countTests, summaryLine } from './count-tests.mjs'
import { onModernNode, programs, root, run } from './runtime.mjs'
import { buildRenderer } from './renderer.mjs'

await onModernNode()
process.chdir(root)
const steps = []
const report = ({ name, ok, output, seconds }) => {
  steps.push({ name, ok })
  console.log(`${ok ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`)
  if (!ok && output) console.log(output)
}

const checking = check({ waits: true })
report(await buildRenderer())

const folder = mkdtempSync(join(tmpdir(), 'duiding-test-'))
const resultFile = join(folder, 'vitest.json')
const code = await run(process.execPath, [
  programs.vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${resultFile}`, ...process.argv.slice(2)
])
for (const result of await checking) report(result)
const counted = countTests({ steps, vitest: readJson(resultFile), vitestCode: code })
rmSync(folder, { recursive: true, force: true })

for (const { name, reason } of counted.notRun) console.log(`Not run: ${name}${reason ? ` (${reason})` : ''}`)
for (const name of counted.failures) console.log(`Failed: ${name}`)
console.log(summaryLine(counted))
process.exitCode = counted.failed > 0 ? 1 : 0

function readJson(file) {
  try { return JSON.parse(readFileSync(file, 'utf8')) } catch { return undefined }
}
