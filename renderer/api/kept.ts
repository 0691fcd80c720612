// Changes that nobody answered yet, kept by the browser itself (IndexedDB), so that a closed tab does not lose them. Only what
// waits is kept, and only until it was answered: a change may hold words of a story.
import { z } from 'zod'
import type { WriteName } from '../../shared/contract/index.ts'
import { Id } from '../../shared/domain/ids.ts'
import { remembered } from './session.ts'
import { livingWindows, windowId } from './window-id.ts'

/** `key`: in the order they were made. `owner`: whose change, in which project; nobody else's window sends it. */
const Kept = z.object({ key: z.number(), owner: z.string(), window: Id, name: z.string(), input: z.unknown() })
export type Kept = { key: number, name: WriteName, input: unknown }

const STORE = 'changes'
let opening: Promise<IDBDatabase | null> | undefined

/** Null where the browser keeps nothing (a private window, a full disk): then changes wait in memory, as long as the window lives. */
function openBase(): Promise<IDBDatabase | null> {
  opening ??= new Promise(resolve => {
    const request = indexedDB.open('duiding', 1)
    request.addEventListener('upgradeneeded', () => { request.result.createObjectStore(STORE, { keyPath: 'key' }) })
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => resolve(null))
  })
  return opening
}

async function inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | null> {
  const base = await openBase()
  if (!base) return null
  return new Promise(resolve => {
    const request = work(base.transaction(STORE, mode, { durability: 'strict' }).objectStore(STORE))
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => resolve(null))
  })
}

const owner = (): string => { const { path = null, coder = null } = remembered() ?? {}; return JSON.stringify([path, coder]) }

let last = 0
/** Later than every key before it, also of tabs that were closed. */
export const nextKey = (): number => (last = Math.max(Date.now() * 1000, last + 1))

export const keep = ({ key, name, input }: Kept): Promise<unknown> => inStore('readwrite', store => store.put({ key, owner: owner(), window: windowId(), name, input }))
export const letGo = (key: number): Promise<unknown> => inStore('readwrite', store => store.delete(key))

/** What earlier windows of this coder in this project left behind, oldest first; what a living window still sends is left to it. */
export async function leftBehind(own: ReadonlySet<number>): Promise<Kept[]> {
  const all = await inStore('readonly', store => store.getAll()) ?? []
  const living = await livingWindows()
  const mine = owner()
  return all.flatMap(raw => { const kept = Kept.safeParse(raw); return kept.success ? [kept.data] : [] })
    .filter(kept => kept.owner === mine && !own.has(kept.key) && (kept.window === windowId() || !living.has(kept.window)))
    .toSorted((a, b) => a.key - b.key)
    .map(({ key, name, input }) => ({ key, name: name as WriteName, input }))
}
