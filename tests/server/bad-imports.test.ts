// A bad file leaves the project exactly as it was: not a row, not an op, not an import; and says why in plain words.
import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { problemSentence } from '../../shared/importing/messages.ts'
import type { ImportReport } from '../../server/jobs/import-run.ts'
import { runImport } from '../../server/jobs/import-run.ts'
import { BAD_FILES, good, table } from '../fixtures/imports/bad-files.ts'
import { temporaryFolder, workbench, type Workbench } from '../support/workbench.ts'

/** Told about, and imported all the same. */
const TAKEN = new Set(['answers of no consent and one of none'])

function load(bench: Workbench, path: string, name: string): Promise<ImportReport> {
  return runImport(bench.store, { inputs: [{ path, name }], mapping: null, definition: null, group: 'Gezinnen' }, { coder: null, profile: bench.profile, rehearse: false })
}

test('[I1] every bad file leaves the project as it was', { timeout: 120_000 }, async () => {
  const bench = workbench()
  const folder = temporaryFolder()
  const put = (name: string, bytes: string | Uint8Array) => {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    return path
  }
  await load(bench, put('eerst.csv', table(...good)), 'eerst.csv')
  const before = bench.dump()
  const huge = put('reus.csv', 'id;verhaal\n')
  truncateSync(huge, 3_000_000_000)
  const refused = BAD_FILES.filter(([what]) => !TAKEN.has(what))
  expect(refused.length).toBeGreaterThanOrEqual(25)
  for (const [what, name, bytes, sentences] of refused) {
    const report = await load(bench, put(name, bytes), name)
    expect({ what, ok: report.ok, told: report.problems.map((found) => problemSentence(found)) }).toEqual({ what, ok: false, told: sentences })
    expect(bench.dump()).toEqual(before)
  }
  const report = await load(bench, huge, 'reus.csv')
  expect(report.problems.map((found) => problemSentence(found))).toEqual(['reus.csv: Dit bestand is 3,0 GB groot. Duiding leest bestanden tot 400 MB: deel het bestand op.'])
  expect(bench.dump()).toEqual(before)
})
