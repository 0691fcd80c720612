// One open project in the host: its store, the windows that look at it, and the news they get. Ops of this process and of
// others on the same file arrive the same way: read from the log after the last one told.
import type { Id } from '../shared/domain/ids.ts'
import type { FeedMessage, Here } from '../shared/contract/feed.ts'
import { hiddenFromViewer, listOpsAfter, type FeedOp } from '../db/log.ts'
import { findStory } from '../db/stories.ts'
import type { Store } from '../db/store.ts'
import { lastSeq } from '../db/transact.ts'
import { createPresence, type Place } from './presence.ts'
import { steadily } from './report.ts'

export type Listener = { viewer(): Id | null; send(message: FeedMessage): void }
export type Listening = { /** The story this window now has before it; null: none. */ at(story: Id | null): void; /** The coder has seen what there is. */ saw(): void; leave(): void }
export type Hub = {
  listen(listener: Listener): Listening
  /** Calls back with ops after they were told; for what must act on them within this host. Gives how to stop. */
  watch(changed: (ops: readonly FeedOp[]) => void): () => void
  /** Something was committed here: tell at once. */
  nudge(): void
  /** Tells every window how a job goes. */
  tell(message: FeedMessage): void
  /** Tells every window how the sharing stands, and each one that comes later. */
  keep(message: FeedMessage & { is: 'team' }): void
  close(): void
}

/** How often the file is asked whether another process wrote: a colleague's coding shows within half a second. */
const POLL = 250
const PAGE = 500

/** `keepMoved`: another file lies at the store's path by now; gives where the work in it can be found. */
export function createHub(store: Store, keepMoved: () => string | null = () => null): Hub {
  const listeners = new Map<Listener, Place>()
  const watchers = new Set<(ops: readonly FeedOp[]) => void>()
  // The disk may go away under an open project: that is told to whoever writes, and must not end the host.
  const steady = steadily()
  let told = lastSeq(store)
  let version = dataVersion(store)

  const spread = (): void => {
    for (;;) {
      const page = listOpsAfter(store, told, PAGE)
      if (page.length === 0) return
      const [from, seq] = [page[0]!.seq, page.at(-1)!.seq]
      for (const listener of listeners.keys()) {
        const hidden = hiddenFromViewer(store, listener.viewer())
        listener.send({ is: 'ops', from, seq, ops: page.map(({ op }) => op).filter((op) => !hidden(op)) })
      }
      told = seq
      watchers.forEach((changed) => changed(page.map(({ op }) => op)))
    }
  }
  const tellHere = (listener: Listener, here: Here[]): void => steady(() => listener.send({ is: 'here', here: asSeenBy(store, listener.viewer(), here) }))
  const presence = createPresence(store, () => listeners.values(), (here) => { for (const listener of listeners.keys()) tellHere(listener, here) })
  let standing: FeedMessage | null = null
  let fileNews: FeedMessage & { is: 'file' } = { is: 'file', moved: false }
  /** Another file at our path: nothing written here would ever be found again, so every window is told. */
  const lookForFile = (): void => {
    const moved = store.isMoved()
    if (moved === fileNews.moved) return
    const kept = moved ? keepMoved() : null
    fileNews = { is: 'file', moved, ...(kept ? { kept } : {}) }
    for (const listener of listeners.keys()) listener.send(fileNews)
  }
  const lookForNews = (): void => {
    lookForFile()
    const now = dataVersion(store)
    if (now === version) return
    spread()
    presence.look()
    version = now
  }
  const timer = setInterval(() => { if (store.db.open) steady(lookForNews) }, POLL)
  timer.unref()

  return {
    listen(listener) {
      const place: Place = { viewer: listener.viewer, story: null, came: Date.now() }
      listeners.set(listener, place)
      listener.send({ is: 'hello', seq: told })
      if (fileNews.moved) listener.send(fileNews)
      if (standing) listener.send(standing)
      tellHere(listener, presence.all())
      presence.moved()
      return {
        at(story) {
          place.story = story
          presence.moved()
        },
        saw() {
          place.came = 0
          presence.moved()
        },
        leave() {
          if (listeners.delete(listener)) presence.moved()
        }
      }
    },
    watch(changed) {
      watchers.add(changed)
      return () => watchers.delete(changed)
    },
    nudge: () => steady(spread),
    tell: (message) => { for (const listener of listeners.keys()) listener.send(message) },
    keep(message) {
      standing = message
      for (const listener of listeners.keys()) listener.send(message)
    },
    close() {
      clearInterval(timer)
      if (store.db.open) steady(lookForFile) // what was replaced just now is gone once it is closed
      presence.close()
    }
  }
}

/** A facilitator does not learn which story it is that was not released. */
const asSeenBy = (store: Store, viewer: Id | null, here: Here[]): Here[] =>
  here.map(({ coder, story }) => ({ coder, story: story !== null && findStory(store, story, viewer) === undefined ? null : story }))

/** Changes whenever another connection committed. */
const dataVersion = (store: Store): number => store.db.pragma('data_version', { simple: true }) as number
