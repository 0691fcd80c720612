// Where a project lies, asked while the share is away.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createStore } from '../../db/open.ts'
import { findMirror } from '../../db/team-folder/mirror.ts'
import type { Probe } from '../../db/team-folder/place-of.ts'
import { holdersNear } from '../../server/team/holders.ts'
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

test('[T12] copies with words of a withdrawn story: a folder on a share that never answers is named, and the others are looked into', async () => {
  const touched = (): never => { throw new Error('the host’s own thread touched the share') }
  const windows: Probe = { platform: 'win32', env: { SystemDrive: 'C:' }, real: touched, system: touched, mounts: () => [], names: touched, link: touched }
  const asked: string[][] = []
  const look = (folders: string[]): Promise<string[]> => {
    asked.push(folders)
    return folders[0] === 'T:/team' ? new Promise(() => {}) : Promise.resolve(folders.map((folder) => `${folder}/kopie.duiding`))
  }
  const search = { path: 'C:/profiel/mirror.duiding', place: 'T:/team/proef.duiding', profile: 'C:/profiel', recent: ['https://host:1/', 'C:/werk/a.duiding', 'Z:/oud/b.duiding', 'C:/werk/c.duiding'] }
  expect(await holdersNear(search, { probe: windows, look, patience: 40 })).toEqual({ paths: ['C:/profiel/kopie.duiding', 'C:/werk/kopie.duiding', 'Z:/oud/kopie.duiding'], silent: ['T:/team'] })
  expect(asked).toEqual([['C:/profiel', 'C:/werk'], ['T:/team'], ['Z:/oud']])
})
