// The pace of bulk work on a file that others write to as well: short locks, and between two of them time for whoever waits.
import { LOG_PAGES } from '../open.ts'
import type { Store } from '../store.ts'

/** All milliseconds. A lock is to last no longer than AIM, its commit included. */
const AIM = 55
/** Of a lock: how long it may work. `first`: on a disk of which nothing is known. `locksALog`: after so many what was written goes from the log into the file. */
export type Room = { first: number; least: number; most: number; locksALog: number }
const OF_A_MERGE: Room = { first: 20, least: 8, most: 42, locksALog: 2 }
/** Who waits for the lock tries again within 10 ms (db/transact.ts), so in a pause of this length everybody does. */
const PAUSE = 12
/** When somebody wrote in the pause there may be more of them. */
const PAUSE_FOR_OTHERS = 40

export type Pace = {
  /** Had others their time already? Else there is other work to do first. */
  isDue(): boolean
  /** To be awaited before each lock. */
  turn(): Promise<void>
  /** In the transaction, at its beginning: until when it may work (performance.now()). */
  begin(): number
  /** After its commit. */
  end(): void
  /** When all is done. */
  close(): void
}

/** The log goes into the file in the pauses, which takes no lock, and not at a commit, which would wait for it. */
export function createPace(store: Store, { first, least, most, locksALog } = OF_A_MERGE): Pace {
  let [room, began, ended, version] = [first, 0, Number.NEGATIVE_INFINITY, -1]
  let sinceLog = 0
  const versionNow = (): number => store.db.pragma('data_version', { simple: true }) as number
  store.db.pragma('wal_autocheckpoint = 0')
  return {
    isDue: () => performance.now() >= ended + PAUSE,
    async turn() {
      if (sinceLog === locksALog) {
        store.db.pragma('wal_checkpoint(PASSIVE)')
        sinceLog = 0
      }
      await until(ended + PAUSE)
      if (ended > 0 && versionNow() !== version) await until(ended + PAUSE_FOR_OTHERS)
    },
    begin() {
      began = performance.now()
      return began + room
    },
    end() {
      ended = performance.now()
      room = Math.min(most, Math.max(least, room * AIM / (ended - began)))
      version = versionNow()
      sinceLog++
    },
    close: () => void store.db.pragma(`wal_autocheckpoint = ${LOG_PAGES}`)
  }
}

async function until(time: number): Promise<void> {
  const left = time - performance.now()
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, Math.ceil(left)))
}
