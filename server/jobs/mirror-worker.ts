// The worker behind team/opening.ts: what copies whole files from or to a share, which may take its time.
import { existsSync, readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { realDisk } from '../../db/team-folder/disk.ts'
import { dropPart, fetchShared, makeMirror } from '../../db/team-folder/mirror.ts'
import { Refusal } from '../../shared/errors.ts'
import { asFailure } from '../report.ts'
import type { MirrorReply, MirrorTask } from '../team/mirror-apart.ts'

const task = workerData as MirrorTask
let reply: MirrorReply
try {
  reply = { value: await run() }
} catch (error) {
  reply = { failure: asFailure(asRefusal(error)) }
}
parentPort!.postMessage(reply)

async function run(): Promise<unknown> {
  switch (task.is) {
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
  const file = task.is === 'put' ? task.to : task.shared
  return error instanceof Refusal || code === undefined || !/^E[A-Z]+$/.test(code) ? error : new Refusal('unsupported_file', 'team.no_answer', { file, code })
}
