// The worker that brings a project's index of words up to date: it reads the project and writes the index, and holds up nobody.
import { parentPort, workerData } from 'node:worker_threads'
import { openStore } from '../../db/open.ts'
import { clearUnusedIndexes, openIndexToWrite } from '../../db/search/index-file.ts'
import { refreshIndex } from '../../db/search/refresh.ts'
import { asFailure } from '../report.ts'
import { stem } from '../search/stem.ts'
import { nowAndThen } from './now-and-then.ts'
import type { SearchNews, SearchWork } from './searcher.ts'

const { path, project, profile } = workerData as SearchWork
const say = (news: SearchNews): void => parentPort!.postMessage(news)
const onProgress = nowAndThen((part: number) => say({ is: 'progress', part }))

try {
  const store = openStore(path, { readonly: true })
  const index = openIndexToWrite(profile, project)
  try {
    refreshIndex(store, index, stem, { onProgress: (done, total) => onProgress(done / total) })
    clearUnusedIndexes(profile)
  } finally {
    index.close()
    store.close()
  }
  say({ is: 'done' })
} catch (error) {
  say({ is: 'failure', failure: asFailure(error) })
}
parentPort!.close()
