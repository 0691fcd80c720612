// One open project in the host: its store, the windows that look at it, and the news they get. Ops of this process and of
// others on the same file arrive the same way: read from the log after the last one told.
import type { Id } from '../shared/domain/ids.ts'
import type { FeedMessage } from '../shared/contract/feed.ts'
import { hiddenFromViewer, listOpsAfter } from '../db/log.ts'
import type { Store } from '../db/store.ts'
import { lastSeq } from '../db/transact.ts'

export type Listener = { window: Id; viewer(): Id | null; send(message: FeedMessage): void }
export type Hub = {
  listen(listener: Listener): () => void
  /** Something was committed here: tell at once. */
  nudge(): void
  /** Tells every window how a job goes. */
  tell(message: FeedMessage): void
  close(): void
}

/** How often the file is asked whether another process wrote: a colleague's coding shows within half a second. */
const POLL = 250
const PAGE = 500

export function createHub(store: Store): Hub {
  const listeners = new Set<Listener>()
  let told = lastSeq(store)
  let version = dataVersion(store)

  const spread = (): void => {
    for (;;) {
      const page = listOpsAfter(store, told, PAGE)
      if (page.length === 0) return
      const [from, seq] = [page[0]!.seq, page.at(-1)!.seq]
      for (const listener of listeners) {
        const hidden = hiddenFromViewer(store, listener.viewer())
        listener.send({ is: 'ops', from, seq, ops: page.map(({ op }) => op).filter((op) => !hidden(op)) })
      }
      told = seq
    }
  }
  const timer = setInterval(() => {
    if (!store.db.open) return
    const now = dataVersion(store)
    if (now === version) return
    version = now
    spread()
  }, POLL)
  timer.unref()

  return {
    listen(listener) {
      listeners.add(listener)
      listener.send({ is: 'hello', seq: told })
      return () => listeners.delete(listener)
    },
    nudge: spread,
    tell: (message) => listeners.forEach((listener) => listener.send(message)),
    close: () => clearInterval(timer)
  }
}

/** Changes whenever another connection committed. */
const dataVersion = (store: Store): number => store.db.pragma('data_version', { simple: true }) as number
