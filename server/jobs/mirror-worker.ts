// The worker behind team/apart.ts: what looks at a share, or copies whole files from or to it, which may take its time.
import { existsSync, readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { findHolders } from '../../db/purge.ts'
import { realDisk } from '../../db/team-folder/disk.ts'
import { dropPart, fetchShared, makeMirror } from '../../db/team-folder/mirror.ts'
import { Refusal } from '../../shared/errors.ts'
import { asFailure } from '../report.ts'
import { sharedPlace } from '../../db/team-folder/shared-place.ts'
import type { ApartReply, ApartTask } from '../team/apart.ts'

const task = workerData as ApartTask
let reply: ApartReply
try {
  reply = { value: await run() }
} catch (error) {
  reply = { failure: asFailure(asRefusal(error)) }
}
parentPort!.postMessage(reply)

async function run(): Promise<unknown> {
  switch (task.is) {
    case 'holders': return findHolders(task.path, task.place, task.folders)
    case 'place': return sharedPlace(task.path, task.profile)
    case 'fetch': return fetchShared(task.shared, task.profile)
    case 'make': {
      try {
        return makeMirror(task.part, task.shared, task.profile)
      } finally {
        dropPart(task.part)
      }
    }
    case 'put': {
      if (existsSync(task.to)) throw new Refusal('conflict', 'file.exists', { file: task.to })
      return realDisk.put(task.to, readFileSync(task.from))
    }
  }
}

/** What a share answers instead of a file is no fault of ours. */
function asRefusal(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException
  const file = task.is === 'put' ? task.to : 'path' in task ? task.path : task.shared
  return error instanceof Refusal || code === undefined || !/^E[A-Z]+$/.test(code) ? error : new Refusal('unsupported_file', 'team.no_answer', { file, code })
}
