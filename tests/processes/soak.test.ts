// The short soak: real processes on one project, killed in the middle of writing; `npm run soak` does the same for hours.
import { expect, test } from 'vitest'
import { killRound } from '../soak/kill.ts'
import { temporaryFolder } from '../support/workbench.ts'

/** What a round of kills left behind; enough was acknowledged for it to mean something. */
async function left(mode: 'file' | 'host', kills: number) {
  const { verdict: { acknowledged, missing, half, faults }, complaints } = await killRound(mode, temporaryFolder(), kills)
  return { complaints, missing, half, faults, enough: acknowledged > kills * 4 }
}
const NOTHING_LOST = { complaints: '', missing: 0, half: 0, faults: [], enough: true }

test('[N1] [N2] [8.6] eight programs on one file, killed again and again: every acknowledged coding stands, none is half', async () => {
  expect(await left('file', 6)).toEqual(NOTHING_LOST)
}, 180_000)

test('[D2] [N2] [8.6] one host and seven guests, killed again and again: every acknowledged coding stands, none is half', async () => {
  expect(await left('host', 4)).toEqual(NOTHING_LOST)
}, 180_000)
