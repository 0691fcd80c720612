// The worker behind reader.ts: opens the project for reading only and answers one question after the other.
import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import type { ReadName } from '../../shared/contract/index.ts'
import { openStore } from '../../db/open.ts'
import type { Store } from '../../db/store.ts'
import { answer } from '../dispatch.ts'
import { giveBackFor, tidyAfter } from '../give-back.ts'
import { asFailure } from '../report.ts'
import { openSearchAccess } from '../search/access.ts'
import type { Question, ReaderWork, Reply } from './reader.ts'

/** As nice as `nice` makes it. */
const LATER = 5

const { path, profile, project } = workerData as ReaderWork
let store: Store | null = null
const search = openSearchAccess(profile, project)
const words = new TextEncoder()
// Where a thread has a priority of its own (elsewhere it is the whole program's), coders go before counting.
if (process.platform === 'linux') setPriority(LATER)

parentPort!.on('message', ({ ask, name, input, viewer }: Question) => {
  const reply: Reply = { ask }
  try {
    if (!store) giveBackFor(store = openStore(path, { readonly: true }))
    reply.value = words.encode(JSON.stringify(answer({ store, coder: viewer, search }, name as ReadName, input)))
  } catch (error) {
    reply.failure = asFailure(error)
  }
  parentPort!.postMessage(reply, reply.value ? [reply.value.buffer as ArrayBuffer] : [])
  tidyAfter()
})
