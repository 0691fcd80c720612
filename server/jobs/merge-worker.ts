// The worker in which copies are looked at and merged: a connection of its own, so that the host goes on answering.
import { parentPort, workerData } from 'node:worker_threads'
import { mergeFrom, openOther, previewMerge, refuseDamaged } from '../../db/replication/merge-copies.ts'
import { openStore } from '../../db/open.ts'
import { asFailure } from '../report.ts'
import { nowAndThen } from './now-and-then.ts'
import type { MergeNews, MergeTask } from '../merging.ts'

const { path, other: otherPath, profile, preview } = workerData as MergeTask
const say = (news: MergeNews): void => parentPort!.postMessage(news)
const onProgress = nowAndThen((part: number) => say({ is: 'progress', part }))

try {
  const store = openStore(path, { readonly: preview })
  try {
    if (!preview) refuseDamaged(store)
    const other = openOther(store, otherPath, profile)
    try {
      say(preview ? { is: 'preview', preview: previewMerge(store, other.store, otherPath) } : { is: 'report', report: await mergeFrom(store, other.store, { profile, onProgress }) })
    } finally {
      other.close()
    }
  } finally {
    store.close()
  }
} catch (error) {
  say({ is: 'failure', failure: asFailure(error) })
}
parentPort!.close()
