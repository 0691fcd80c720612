// The worker that copies projects: a connection of its own, so that no coder waits while megabytes are written.
import { parentPort, workerData } from 'node:worker_threads'
import { copyProject, takeSnapshot } from '../../db/snapshots.ts'
import { copyAt } from '../../db/copy-at.ts'
import { purgeCopies } from '../../db/purge.ts'
import { asFailure } from '../report.ts'
import type { CopyTask, CopyReply } from './keeper.ts'

const task = workerData as CopyTask
let reply: CopyReply
try {
  reply = { value: await run() }
} catch (error) {
  reply = { failure: asFailure(error) }
}
parentPort!.postMessage(reply)

function run(): unknown {
  switch (task.is) {
    case 'snapshot': return takeSnapshot(task.path, task.profile, task.why)
    case 'copy': return copyProject(task.path, task.target)
    case 'copyAt': return copyAt(task.path, task.target, task.seq, task.profile)
    case 'purge': return purgeCopies(task.path, task.profile)
  }
}
