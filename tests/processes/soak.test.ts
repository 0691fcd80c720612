// The short soak: real processes on one project, killed in the middle of writing; `npm run soak` does the same for hours.
import { expect, test } from 'vitest'
import { killRound } from '../soak/kill.ts'
import { temporaryFolder } from '../support/workbench.ts'

test.each([
  ['[N1] [N2] eight programs on one file', 'file', 10],
  ['[D2] [N2] one host and seven guests', 'host', 6]
] as const)('%s, killed again and again: every acknowledged coding stands, none is half, the file is whole', async (_, mode, kills) => {
  const { verdict, ...round } = await killRound(mode, temporaryFolder(), kills)
  expect({ ...round, missing: verdict.missing, half: verdict.half, faults: verdict.faults }).toEqual({ kills, complaints: '', missing: 0, half: 0, faults: [] })
  expect(verdict.acknowledged).toBeGreaterThan(kills * 4)
}, 180_000)
