// What can wait: after a commit, writing the log back into the file; at the start, clearing away what a program that was killed left behind.
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Store } from './store.ts'

const settling = new WeakMap<Store, NodeJS.Timeout>()

/** To be called after a commit: a store left alone for a second empties its log. */
export function tidyAfter(store: Store): void {
  clearTimeout(settling.get(store))
  const timer = setTimeout(() => { if (store.db.open) harmlessly(() => store.db.pragma('wal_checkpoint(TRUNCATE)')) }, 900)
  settling.set(store, timer.unref())
}

/** Tidying up that can wait: on a full disk, or without rights, it is tried again after the next change. */
export function harmlessly(work: () => void): void {
  try {
    work()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (!(code?.startsWith('SQLITE_') || ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EBUSY', 'EIO', 'ENOENT'].includes(code ?? ''))) throw error
  }
}

/** Is there a program of this number on this computer? */
export function isRunning(program: number): boolean {
  try {
    return program > 0 && process.kill(program, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The beginning of the name of a folder that holds words for as long as this program needs it. */
export const passing = (what: string): string => `${what}-${process.pid}-`

/** Takes such folders away whose program is gone. What cannot be taken away now is tried at the next start. */
export function clearPassing(folder: string, whats: readonly string[]): void {
  const left = readdirSync(folder).filter((name) => {
    const [, what = '', program] = /^([a-z-]+)-(\d+)-/.exec(name) ?? []
    return whats.includes(what) && !isRunning(Number(program))
  })
  for (const name of left) {
    try {
      rmSync(join(folder, name), { recursive: true, force: true })
    } catch {
      // of somebody else, or open in another program
    }
  }
}
