// What happened while a coder was away.
import { listNews } from '../../db/news.ts'
import type { ReadHandlers } from '../context.ts'

export const visitReads: ReadHandlers<'visit.news'> = {
  'visit.news': ({ store, viewer }, span) => listNews(store, viewer, span)
}
