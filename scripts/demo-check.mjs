#!/usr/bin/env node
// Builds the sample study and prints every figure: item, expected, found. Fails when one deviates.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onModernNode } from './runtime.mjs'

await onModernNode()
const [{ openStore }, { dispatch }, { sampleFile }, { checkFigures }] = await Promise.all([
  import('../db/open.ts'), import('../server/dispatch.ts'), import('../server/sample.ts'), import('../demo/check.ts')
])
const folder = mkdtempSync(join(tmpdir(), 'duiding-demostad-'))
const store = openStore(await sampleFile(folder, true))
try {
  const checks = await checkFigures(async (name, input) => {
    const { result } = await dispatch({ store, coder: null, profile: folder }, name, input)
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`)
    return result.value
  })
  for (const { item, expected, found, agrees } of checks) console.log(`${agrees ? ' ' : '✗'} ${item}\t${JSON.stringify(expected)}\t${JSON.stringify(found)}`)
  const wrong = checks.filter(({ agrees }) => !agrees).length
  console.log(`${checks.length} figures, ${wrong} deviate`)
  process.exitCode = wrong > 0 ? 1 : 0
} finally {
  store.close()
  rmSync(folder, { recursive: true, force: true })
}
