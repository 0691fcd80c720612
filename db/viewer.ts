// A project where one may read and not write: looked at through a copy, because SQLite itself writes beside a file even to read it.
import { accessSync, constants, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { Refusal } from '../shared/errors.ts'
import { openStore } from './open.ts'
import type { Store } from './store.ts'
import { harmlessly, isRunning } from './tidy.ts'

/** A copy this old (milliseconds) is looked at by nobody any more. */
const DAY = 86_400_000

/** May this file be read, and it or its folder not be written? */
export function mayOnlyRead(path: string): boolean {
  return may(path, constants.R_OK) && !(may(path, constants.W_OK) && may(dirname(path), constants.W_OK))
}

/** What `open` gives; where one may not write, the project to look at. Throws what they throw. */
export function openOrView(path: string, profile: string, open: () => Store): Store {
  try {
    return open()
  } catch (error) {
    if (error instanceof Refusal && ['store.read_only', 'store.cannot_open'].includes(error.failure.message) && mayOnlyRead(path)) return openViewer(path, profile)
    throw error
  }
}

/** Closes what was looked at, and takes its copy away. */
export function closeViewer(store: Store): void {
  store.close()
  for (const ending of ['', '-wal', '-shm']) rmSync(store.path + ending, { force: true })
}

/** Opens the project as it is now, to look at. The copy lies in the profile; older ones make room. Throws what openStore throws. */
export function openViewer(path: string, profile: string): Store {
  const folder = join(viewed(profile), createHash('sha256').update(path).digest('hex').slice(0, 16))
  mkdirSync(folder, { recursive: true })
  const { mtimeMs, size } = statSync(path)
  const copy = join(folder, `${Math.round(mtimeMs)}-${size}-${process.pid}-${basename(path)}`)
  for (const name of readdirSync(folder)) if (isLeft(join(folder, name))) harmlessly(() => rmSync(join(folder, name), { force: true }))
  for (const ending of ['', '-wal']) if (existsSync(path + ending)) copyFileSync(path + ending, copy + ending)
  return openStore(copy, { readonly: true })
}

const viewed = (profile: string): string => join(profile, 'lezen')

/** Copies that were made to look at, of whatever project. */
export const listViewed = (profile: string): string[] => {
  const folders = existsSync(viewed(profile)) ? readdirSync(viewed(profile)).map((name) => join(viewed(profile), name)) : []
  return folders.flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.duiding')).map((name) => join(folder, name)))
}

/** Its name says which program made it: that is gone, or it is so old that another has its number now. */
function isLeft(copy: string): boolean {
  const maker = Number(/^\d+-\d+-(\d+)-/.exec(basename(copy))?.[1] ?? 0)
  return !isRunning(maker) || Date.now() - statSync(copy).mtimeMs > DAY
}

function may(path: string, mode: number): boolean {
  try {
    accessSync(path, mode)
    return true
  } catch {
    return false
  }
}
