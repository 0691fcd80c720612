// The cross-table and the frequencies: questions only; what they count stands in db/crosstab*.ts and db/frequencies.ts.
import { countCrosstab } from '../../db/crosstab.ts'
import { listBehind } from '../../db/crosstab-behind.ts'
import { countPairs } from '../../db/crosstab-pairs.ts'
import { compareCodes } from '../../db/crosstab-compare.ts'
import { countFrequencies } from '../../db/frequencies.ts'
import type { ReadHandlers } from '../context.ts'

export const crosstabReads: ReadHandlers<'crosstab.table' | 'crosstab.pairs' | 'crosstab.compare' | 'crosstab.behind' | 'frequency.table'> = {
  'crosstab.table': ({ store, viewer }, question) => countCrosstab(store, viewer, question),
  'crosstab.pairs': ({ store, viewer }, question) => countPairs(store, viewer, question),
  'crosstab.compare': ({ store, viewer }, question) => compareCodes(store, viewer, question),
  'crosstab.behind': ({ store, viewer }, question) => listBehind(store, viewer, question),
  'frequency.table': ({ store, viewer }, question) => countFrequencies(store, viewer, question)
}
