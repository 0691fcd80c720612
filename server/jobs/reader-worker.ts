// The worker behind reader.ts: opens the project for reading only and answers one question after the other.
import { parentPort, workerData } from 'node:worker_threads'
import type { ReadName } from '../../shared/contract/index.ts'
import { openStore } from '../../db/open.ts'
import type { Store } from '../../db/store.ts'
import { answer } from '../dispatch.ts'
import { asFailure } from '../report.ts'
import type { Question, Reply } from './reader.ts'

let store: Store | null = null

parentPort!.on('message', ({ ask, name, input, viewer }: Question) => {
  const reply: Reply = { ask }
  try {
    store ??= openStore((workerData as { path: string }).path, { readonly: true })
    reply.value = answer(store, name as ReadName, input, viewer)
  } catch (error) {
    reply.failure = asFailure(error)
  }
  parentPort!.postMessage(reply)
})
