// What follows a commit and can wait: writing the log back into the file.
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
