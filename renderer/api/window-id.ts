// The id by which the host knows this window. It lives in sessionStorage, so that a reload is the same window;
// a duplicated tab copies that storage, so a lock decides which of the two keeps the id.
import { newId, type Id } from '../../shared/domain/ids.ts'

const KEY = 'duiding.window'
const LOCK = 'duiding.window.'
/** Long enough for a reloading page to let go of its lock. */
const PATIENCE = 300

let id: Id | undefined

/** Settles the id; once, before the first call. */
export async function settleWindowId(): Promise<void> {
  const kept = sessionStorage.getItem(KEY)
  id = kept && await isOurs(kept) ? kept : await claimNew()
  sessionStorage.setItem(KEY, id)
}

export function windowId(): Id {
  if (!id) throw new Error('settleWindowId() comes first')
  return id
}

async function claimNew(): Promise<Id> {
  const fresh = newId()
  await isOurs(fresh)
  return fresh
}

/** Takes the lock of this id for as long as the window lives; false when another window holds it. */
function isOurs(wanted: Id): Promise<boolean> {
  if (!('locks' in navigator)) return Promise.resolve(true) // only in secure contexts; then duplicates are not told apart
  return new Promise(resolve => {
    navigator.locks.request(`${LOCK}${wanted}`, { signal: AbortSignal.timeout(PATIENCE) }, () => {
      resolve(true)
      return new Promise(() => {}) // held until the window goes
    }).catch(() => resolve(false)) // the wait timed out: somebody else holds it
  })
}

/** Ids of the windows of this browser that are open now; empty where that cannot be known. */
export async function livingWindows(): Promise<ReadonlySet<Id>> {
  if (!('locks' in navigator)) return new Set()
  const { held = [] } = await navigator.locks.query()
  return new Set(held.flatMap(({ name }) => (name?.startsWith(LOCK) ? [name.slice(LOCK.length)] : [])))
}
