// The page that accounts for the project: questions only; its words are kept views.
import { readCourse, readMethodFacts } from '../../db/method-facts.ts'
import type { ReadHandlers } from '../context.ts'

export const methodReads: ReadHandlers<'method.facts' | 'method.course'> = {
  'method.facts': ({ store, viewer }, question) => readMethodFacts(store, viewer, question),
  'method.course': ({ store, viewer }, question) => readCourse(store, viewer, question)
}
