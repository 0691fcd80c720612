// The sharing of one project, round after round: take in what is new, publish what is not, keep the shared file fresh. Whatever goes wrong
// with the folder, work in the mirror goes on, and the next round does what this one could not.
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Waiting } from '../replication/apply-op.ts'
import type { BaseState, Trouble } from '../../shared/contract/team.ts'
import { consolidate, isBaseBehind, readBase } from './base.ts'
import { tidyContent } from './content.ts'
import { receive, type FileWait } from './inbox.ts'
import { clearHalf, findCopies, findSkew, type OtherCopy, type Skew } from './look-around.ts'
import { countUnshared, publish, putBack } from './outbox.ts'
import type { Team } from './team.ts'

export type Sharing = {
  /** Ops that are saved here and not yet in the team folder: none means that everything is shared. */
  unshared: number
  /** How many ops came in. */
  came: number
  receiving: Trouble | null
  publishing: Trouble | null
  files: FileWait[]
  waiting: Waiting[]
  /** What a thorough look found; null: this was none. */
  around: { base: BaseState; copies: OtherCopy[]; skew: Skew | null } | null
}

const CODES: Partial<Record<string, Trouble>> = {
  EROFS: 'read_only', EACCES: 'read_only', EPERM: 'read_only', ENOSPC: 'full', EDQUOT: 'full', EFBIG: 'full',
  ENOENT: 'unreachable', ENOTDIR: 'unreachable', EHOSTDOWN: 'unreachable', EHOSTUNREACH: 'unreachable', ENETUNREACH: 'unreachable', ENOTCONN: 'unreachable', ETIMEDOUT: 'unreachable',
  ESTALE: 'unreachable', EIO: 'failing', EBUSY: 'failing'
}

/** What a fault of the disk means for people; null for a fault that is no disk's, which is thrown on. */
const troubleOf = (error: unknown): Trouble | null => {
  const { code, own } = error as NodeJS.ErrnoException & { own?: boolean }
  if (code !== undefined && own) return 'own_disk'
  return code === undefined ? null : CODES[code] ?? (/^E[A-Z]+$/.test(code) ? 'failing' : null)
}

async function tried(work: () => Promise<void>): Promise<Trouble | null> {
  try {
    await work()
    return null
  } catch (error) {
    const trouble = troubleOf(error)
    if (trouble) return trouble
    throw error
  }
}

/** thorough: also gaps, odd names, words to delete, own files that are gone, and the shared file. Throws a Refusal when the mirror itself refuses. */
export async function shareOnce(team: Team, thorough: boolean, now = Date.now()): Promise<Sharing> {
  const sharing: Sharing = { unshared: 0, came: 0, receiving: null, publishing: null, files: [], waiting: [], around: null }
  if (await isAway(team)) sharing.receiving = sharing.publishing = 'unreachable'
  else {
    sharing.receiving = await tried(async () => {
      for (let more = true; more;) {
        const received = await receive(team, thorough)
        Object.assign(sharing, { came: sharing.came + received.ops, files: received.files, waiting: received.waiting })
        more = received.more
      }
      if (thorough) sharing.around = { base: await readBase(team), copies: await findCopies(team), skew: findSkew(team.store, now) }
    })
    sharing.publishing = await tried(async () => {
      await publish(team)
      if (!thorough) return
      await putBack(team)
      await tidyContent(team)
      await clearHalf(team, now)
      if (isBaseBehind(team, now)) await consolidate(team, now)
    })
  }
  sharing.unshared = countUnshared(team)
  return sharing
}

/** Neither the shared file nor the team folder: then the share is not there, and an empty mount point must not be taken for it. */
async function isAway({ disk, shared, folder }: Team): Promise<boolean> {
  try {
    return (await disk.mark(shared)) === null && ((await disk.list(folder)).length === 0 || !existsSync(dirname(shared)))
  } catch {
    return true
  }
}

/** On leaving: the last ops, and a shared file that has them all. */
async function leaveTeam(team: Team): Promise<void> {
  try {
    await tried(async () => {
      if (await isAway(team)) return
      await publish(team)
      if (isBaseBehind(team, Date.now(), true)) await consolidate(team)
    })
  } finally {
    team.close()
  }
}

export type Pace = { /** Milliseconds between two looks, give or take a quarter. */ poll: number; /** Every so many a thorough one. */ thorough: number }
const PACE: Pace = { poll: 2500, thorough: 8 }
/** `touch`: something was saved here, so publish soon. `look`: the next look is a thorough one, and comes at once. */
export type Keeping = { touch(): void; look(): void; stop(): Promise<void> }

/** Shares until it is stopped. `tell` hears of every round, and the next one waits for it. */
export function keepSharing(team: Team, tell: (sharing: Sharing) => void | Promise<void>, fail: (error: unknown) => void, pace = PACE): Keeping {
  const ending = new AbortController()
  const shortly = Math.min(500, pace.poll)
  let [round, isSoon] = [0, false]
  let wake: () => void = () => undefined
  const wait = (time: number): Promise<void> => new Promise((resolve) => {
    const timer = setTimeout(resolve, time)
    wake = () => {
      clearTimeout(timer)
      resolve()
    }
  })
  const running = (async () => {
    while (!ending.signal.aborted) {
      isSoon = false
      try {
        await tell(await shareOnce(team, round++ % pace.thorough === 0))
      } catch (error) {
        fail(error)
      }
      if (!ending.signal.aborted && !isSoon) await wait(pace.poll * (0.75 + Math.random() / 2))
      if (!ending.signal.aborted && isSoon) await wait(shortly) // what is saved together travels together
    }
  })()
  const hurry = (): void => {
    if (isSoon) return
    isSoon = true
    wake()
  }
  return {
    touch: hurry,
    look() {
      round = 0
      hurry()
    },
    async stop() {
      ending.abort()
      wake()
      await running
      await leaveTeam(team)
    }
  }
}
