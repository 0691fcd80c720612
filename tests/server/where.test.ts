// Where a project lies, asked while the share is away.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createStore } from '../../db/open.ts'
import { findMirror } from '../../db/team-folder/mirror.ts'
import type { Probe } from '../../db/team-folder/place-of.ts'
import { whereIs } from '../../server/team/where.ts'
import { temporaryFolder } from '../support/workbench.ts'

test('[T12] of a share that never answers a mirror that is here opens all the same; else it is told within the time, and other work goes on', async () => {
  const [folder, profile] = [temporaryFolder(), temporaryFolder()]
  mkdirSync(join(folder, 'share'))
  const [known, unknown] = [join(folder, 'share', 'proef.duiding'), join(folder, 'share', 'ander.duiding')]
  createStore(known, { title: 'Proef' }).close()
  findMirror(known, profile)
  const touched = (): never => { throw new Error('the host’s own thread touched the share') }
  // A letter that may stand for a share: only a touch would tell.
  const away: Probe = { platform: 'win32', env: {}, real: touched, system: touched, mounts: () => [], names: touched, link: touched }
  const asked: string[] = []
  const ask = (path: string): Promise<never> => { asked.push(path); return new Promise(() => {}) }
  let turns = 0
  const working = setInterval(() => { turns++ }, 1)
  expect(await whereIs(known, profile, { probe: away, ask, patience: 40 })).toEqual({ kind: 'network', system: 'silent' })
  await expect(whereIs(unknown, profile, { probe: away, ask, patience: 40 })).rejects.toMatchObject({ failure: { kind: 'busy', message: 'team.silent', values: { file: unknown } } })
  clearInterval(working)
  expect(asked).toEqual([known, unknown])
  expect(turns).toBeGreaterThan(10)
  // What does answer is believed.
  expect(await whereIs(known, profile, { probe: away, ask: () => Promise.resolve(null) })).toBe(null)
  expect(await whereIs('\\\\server\\team\\proef.duiding', profile, { probe: away, ask })).toEqual({ kind: 'network', system: 'unc' })
})
