// The worker that shares one project through its team folder for as long as it is open: a connection of its own to the mirror, so that
// neither a slow share nor a large copy holds up a coder.
import { parentPort, workerData } from 'node:worker_threads'
import { openStore } from '../../db/open.ts'
import { codersOf } from '../../db/team-folder/inbox.ts'
import { countUnshared } from '../../db/team-folder/outbox.ts'
import { readRecord } from '../../db/team-folder/record.ts'
import { keepSharing } from '../../db/team-folder/sharing.ts'
import { takeTeam, type Team } from '../../db/team-folder/team.ts'
import { lastSeq } from '../../db/transact.ts'
import { asFailure } from '../report.ts'
import { createWatch } from '../team/team-watch.ts'
import type { SharingNews, SharingTask, SharingWord } from '../team/team-link.ts'

const { path, home, shared, profile, pace, patience } = workerData as SharingTask
const store = openStore(path)
const watch = createWatch(patience)
const say = (news: SharingNews): void => parentPort!.postMessage(news)
let hand: { team: Team; keeping: ReturnType<typeof keepSharing> } | null = null
let trying: NodeJS.Timeout | undefined

/** When another program of this computer has the sharing, this one looks now and then whether that still is so. */
function take(): void {
  const team = takeTeam(store, profile, home, shared)
  if (team) {
    const keeping = keepSharing(team, async (sharing) => {
      const seq = lastSeq(store)
      // Counted again: what was saved during the round is not shared yet.
      say({ is: 'state', came: sharing.came, state: await watch.saw({ ...sharing, unshared: countUnshared(team) }, seq, (writer) => codersOf(team, writer)) })
    }, (error) => say({ is: 'failure', failure: asFailure(error) }), pace)
    hand = { team, keeping }
    return
  }
  count()
  trying = setTimeout(take, pace.poll)
}

function count(): void {
  const record = hand?.team.record ?? readRecord(home)
  if (!record) return
  const seq = lastSeq(store)
  const unshared = countUnshared({ store, record })
  say({ is: 'state', came: 0, state: watch.counted(seq, unshared, hand === null) })
  if (unshared > 0) hand?.keeping.touch()
}

async function stop(): Promise<void> {
  clearTimeout(trying)
  await hand?.keeping.stop()
  store.close()
  parentPort!.close()
}

parentPort!.on('message', (word: SharingWord) => {
  if (word === 'stop') void stop().catch((error) => { say({ is: 'failure', failure: asFailure(error) }); parentPort!.close() })
  else if (word === 'look') hand?.keeping.look()
  else count()
})
take()
