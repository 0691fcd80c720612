// The worker behind use-tests.ts: shuffles the stories of one table, row after row, and tells how far it is.
import type { Crosstab, Testing } from '../../shared/contract/crosstab.ts'
import { testTable } from '../../shared/crosstab/test-table.ts'

export interface TestsWork { table: Crosstab, testing: Testing }
export type TestsNews = { share: number } | { tested: Crosstab }

/** How far it is, no oftener than one can see. */
const PACE = 200

addEventListener('message', ({ data }: MessageEvent<TestsWork>) => {
  const say = (news: TestsNews) => postMessage(news)
  let last = performance.now()
  const told = (share: number) => {
    if (performance.now() - last < PACE) return
    last = performance.now()
    say({ share })
  }
  say({ tested: testTable(data.table, data.testing, told) })
})
