// What follows a commit and can wait: remembering how far we wrote, and writing the log back into the file.
import { keepReplica } from './replica.ts'
import type { Store } from './store.ts'

const remembering = new WeakMap<Store, NodeJS.Timeout>()
const settling = new WeakMap<Store, NodeJS.Timeout>()

/** To be called after a commit: the profile learns the replica's last number within half a second, and a store left alone for a second empties its log. */
export function tidyAfter(store: Store, profile: string): void {
  if (!remembering.has(store)) remembering.set(store, later(store, 500, () => {
    remembering.delete(store)
    harmlessly(() => keepReplica(store, profile))
  }))
  clearTimeout(settling.get(store))
  settling.set(store, later(store, 900, () => harmlessly(() => store.db.pragma('wal_checkpoint(TRUNCATE)'))))
}

/** Tidying up that can wait: on a full disk, or without rights, it is tried again after the next change. */
export function harmlessly(work: () => void): void {
  try {
    work()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (!(code?.startsWith('SQLITE_') || ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'ENOENT'].includes(code ?? ''))) throw error
  }
}

function later(store: Store, delay: number, work: () => void): NodeJS.Timeout {
  const timer = setTimeout(() => {
    if (store.db.open) work()
  }, delay)
  return timer.unref()
}
