// What this installation remembers outside any project: recent files, preferences, the last coder per project, replicas.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { harmlessly } from '../db/tidy.ts'
import { Id } from '../shared/domain/ids.ts'

const Remembered = z.object({
  recent: z.array(z.object({ path: z.string(), title: z.string(), openedAt: z.number() })).default([]),
  /** Tried first, so that a browser finds what it kept for this address. */
  port: z.number().int().min(1).max(65535).nullable().default(null),
  lastCoder: z.record(z.string(), Id).default({}),
  preferences: z.record(z.string(), z.unknown()).default({})
})
export type Remembered = z.infer<typeof Remembered>

export type Profile = { folder: string; read(): Remembered; /** Where there is no room or no right to, nothing is remembered: no reason to keep anybody from their project. */ change(edit: (remembered: Remembered) => void): void }

/** The user's own folder for Duiding, by the custom of the system. */
export function defaultProfileFolder(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  if (platform === 'win32') return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Duiding')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Duiding')
  return join(env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'duiding')
}

/** For its owner alone where it is not there yet: snapshots, mirrors and indexes of words come to lie in it. */
export const makeProfileFolder = (folder: string): void => void mkdirSync(folder, { recursive: true, mode: 0o700 })

export function openProfile(folder: string): Profile {
  makeProfileFolder(folder)
  const file = join(folder, 'profile.json')
  const read = (): Remembered => {
    try {
      return Remembered.parse(JSON.parse(readFileSync(file, 'utf8')))
    } catch {
      return Remembered.parse({}) // none yet, or one that can't be read: forgetting is harmless
    }
  }
  return {
    folder,
    read,
    change(edit) {
      const remembered = read()
      edit(remembered)
      harmlessly(() => {
        writeFileSync(`${file}.${process.pid}`, JSON.stringify(remembered, null, 1))
        renameSync(`${file}.${process.pid}`, file)
      })
    }
  }
}
