// The worker behind use-tests.ts: shuffles the stories of one table, row after row, and tells how far it is.
import type { Crosstab, Testing } from '../../shared/contract/crosstab.ts'
import { testTable } from '../../shared/crosstab/test-table.ts'

export interface TestsWork { table: Crosstab, testing: Testing }
export type TestsNews = { share: number } | { tested: Crosstab }

addEventListener('message', ({ data }: MessageEvent<TestsWork>) => {
  const say = (news: TestsNews) => postMessage(news)
  say({ tested: testTable(data.table, data.testing, share => say({ share })) })
})
