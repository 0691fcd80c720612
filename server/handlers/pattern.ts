// Patterns: questions only; what they count stands in db/pattern*.ts.
import { patternForPaper } from '../../db/pattern-paper.ts'
import { countPattern } from '../../db/patterns.ts'
import { weighApart } from '../../db/pattern-apart.ts'
import { countChange } from '../../db/pattern-change.ts'
import { countResponse, listFreeAnswers } from '../../db/pattern-response.ts'
import { countScatter } from '../../db/pattern-scatter.ts'
import type { ReadHandlers } from '../context.ts'

export const patternReads: ReadHandlers<'pattern.chart' | 'pattern.change' | 'pattern.paper' | 'pattern.texts' | 'pattern.response' | 'pattern.apart' | 'pattern.scatter'> = {
  'pattern.chart': ({ store, viewer }, question) => countPattern(store, viewer, question),
  'pattern.paper': ({ store, viewer }, question) => patternForPaper(store, viewer, question),
  'pattern.change': ({ store, viewer }, question) => countChange(store, viewer, question),
  'pattern.texts': ({ store, viewer }, question) => listFreeAnswers(store, viewer, question),
  'pattern.response': ({ store, viewer }, question) => countResponse(store, viewer, question),
  'pattern.apart': ({ store, viewer }, question) => weighApart(store, viewer, question),
  'pattern.scatter': ({ store, viewer }, question) => countScatter(store, viewer, question)
}
