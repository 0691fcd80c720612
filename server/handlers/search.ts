// Searching: what to look for is read here, the index answers. Without an index nothing is found, and the state says so.
import type { WriteHandlers, ReadContext, ReadHandlers } from '../context.ts'
import { Refusal } from '../../shared/errors.ts'
import { foldWord } from '../../shared/text/words.ts'
import { stopTest } from '../../shared/text/stop-words.ts'
import { projectId, readSearchChoices } from '../../db/project.ts'
import { countNear, countWords } from '../../db/search/counts.ts'
import { findHits } from '../../db/search/hits.ts'
import type { SearchIndex } from '../../db/search/index-file.ts'
import { findLines } from '../../db/search/lines.ts'
import { meantInstead } from '../../db/search/meant.ts'
import { fragmentsOfCode, passagesNear, readPassage, tellingOf, wordOfStem, type PassageIn, type PlaceIn } from '../../db/search/passages.ts'
import { readQuery } from '../../db/search/query.ts'
import { isBehind } from '../../db/search/refresh.ts'
import { listCalled } from '../../db/stories.ts'
import { findText } from '../../db/revisions.ts'
import { findCode } from '../../db/codes.ts'
import { rankAlike } from '../search/alike.ts'
import { stem } from '../search/stem.ts'

type Reads = 'search.state' | 'search.find' | 'search.lines' | 'search.words' | 'search.near' | 'search.alike'

export const searchReads: ReadHandlers<Reads> = {
  'search.state': ({ store, search }) => {
    const index = search?.index() ?? null
    if (isBehind(store, index)) search?.wake()
    return { state: index?.isWhole ? 'ready' : 'building', ...readSearchChoices(store) }
  },
  'search.find': (context, { words, ...page }) => {
    const { store, viewer } = context
    const called = page.offset === 0 ? listCalled(store, viewer, words.trim(), page.filter) : []
    return within(context, { total: 0, stories: [], memos: [], called, meant: [] }, (index) => {
      const hits = findHits(store, index, readQuery(index, stem, words), viewer, page)
      const isNothing = hits.total === 0 && hits.memos.length === 0 && called.length === 0
      return { ...hits, called, meant: isNothing ? meantInstead({ store, index, stem, viewer, filter: page.filter }, words) : [] }
    })
  },
  'search.lines': (context, { words, ...wish }) =>
    within(context, { all: 0, looked: 0, lines: [] }, (index) => findLines(context.store, index, readQuery(index, stem, words), context.viewer, wish)),
  'search.words': (context, { filter, withStops, limit }) =>
    within(context, { groups: [], words: 0, rows: [] }, (index) => countWords(context.store, index, context.viewer, { filter, limit, isStop: withStops ? () => false : stops(context) })),
  'search.near': (context, { words, filter, limit }) =>
    within(context, { hits: 0, rows: [] }, (index) => countNear(context.store, index, readQuery(index, stem, words), context.viewer, { filter, limit, isStop: stops(context) })),
  'search.alike': (context, { like, limit }) => {
    if (!readSearchChoices(context.store).suggestions) throw new Refusal('forbidden', 'search.no_suggestions')
    return within(context, { like: '', passages: [] }, (index) => {
      const taken = placesLike(context, like)
      const sources = taken.flatMap((place) => readPassage(context.store, index, place) ?? [])
      const isStop = stopStem(context, index)
      const telling = tellingOf(index, sources.flatMap(({ stems }) => stems).filter((each) => !isStop(each)))
      const candidates = passagesNear(context.store, index, telling, taken, context.viewer)
      return { like: shortened(sources), passages: rankAlike(index, { sources, telling, candidates, isStop, limit }) }
    })
  }
}

export const searchWrites: WriteHandlers<'search.change'> = {
  'search.change': ({ store, write }, { added, dropped, suggestions }) => {
    const { stops: today } = readSearchChoices(store)
    const folded = (words: readonly string[]): string[] => [...new Set(words.map(foldWord).filter((word) => word !== ''))].toSorted((a, b) => a.localeCompare(b, 'nl'))
    const stopWords = JSON.stringify({ added: folded(added ?? today.added), dropped: folded(dropped ?? today.dropped) })
    write.change('project.changed', 'project', projectId(store), { stopWords, ...(suggestions === undefined ? {} : { suggestions }) })
    return null
  }
}

function within<T>({ search }: ReadContext, nothing: T, answer: (index: SearchIndex) => T): T {
  const index = search?.index() ?? null
  return index === null ? nothing : answer(index)
}

const stops = ({ store }: ReadContext): (form: string) => boolean => stopTest(readSearchChoices(store).stops)

function stopStem(context: ReadContext, index: SearchIndex): (stem: number) => boolean {
  const isStop = stops(context)
  const known = new Map<number, boolean>()
  return (num) => {
    if (!known.has(num)) known.set(num, isStop(wordOfStem(index, num)))
    return known.get(num)!
  }
}

function placesLike({ store, viewer }: ReadContext, like: { is: 'code'; code: string } | { is: 'place'; text: string; start: number; end: number }): PlaceIn[] {
  if (like.is === 'code') {
    if (!findCode(store, like.code)) throw new Refusal('not_found', 'code.absent')
    return fragmentsOfCode(store, like.code, viewer)
  }
  const text = findText(store, viewer, like.text)
  if (!text) throw new Refusal('not_found', 'text.absent')
  return [{ num: text.num * 2, start: like.start, end: like.end }]
}

/** What one started from, as a reminder. */
function shortened(sources: readonly PassageIn[]): string {
  const words = sources[0] ? sources[0].text.body.slice(sources[0].start, sources[0].end).replace(/\s+/g, ' ').trim() : ''
  return words.length > 160 ? `${words.slice(0, 160).trimEnd()}…` : words
}
