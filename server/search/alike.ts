// Passages that use the same telling words as others: TF-IDF by natural, over passages that the index brought up. A suggestion to
// read on, made by counting words; it knows nothing of what is meant.
import TfIdf from 'natural/lib/natural/tfidf/tfidf.js'
import type { Passage } from '../../shared/contract/search.ts'
import { toId } from '../../db/ids.ts'
import type { SearchIndex } from '../../db/search/index-file.ts'
import { wordOfStem, type PassageIn } from '../../db/search/passages.ts'

/** Less alike than this (cosine of two lists of weights) is chance. */
const LEAST = 0.12
const SHARED = 5

export type Ranking = {
  sources: readonly PassageIn[]; /** The stems of the sources that tell them from other texts. */ telling: readonly number[]
  candidates: readonly PassageIn[]; /** By stem: words that say nothing. */ isStop: (stem: number) => boolean; limit: number
}

/** Best first. */
export function rankAlike(index: SearchIndex, { sources, telling, candidates, isStop, limit }: Ranking): Passage[] {
  const corpus = new TfIdf()
  const add = (stems: readonly number[]): void => corpus.addDocument(stems.filter((stem) => !isStop(stem)).map(String))
  const tells = new Set(telling)
  add(sources.flatMap(({ stems }) => stems.filter((stem) => tells.has(stem))))
  for (const { stems } of candidates) add(stems)
  const source = weights(corpus, 0)
  return candidates.map((passage, at) => ({ passage, ...compare(source, weights(corpus, at + 1)) }))
    .filter(({ likeness }) => likeness >= LEAST).toSorted((a, b) => b.likeness - a.likeness).slice(0, limit)
    .map(({ passage: { text, start, end }, likeness, shared }) => ({
      story: toId(text.story), number: text.number, text: toId(text.text), start, end, words: text.body.slice(start, end), likeness: Math.round(likeness * 1000) / 1000,
      shared: shared.slice(0, SHARED).map((stem) => wordOfStem(index, stem))
    }))
}

const weights = (corpus: TfIdf, document: number): Map<string, number> => new Map(corpus.listTerms(document).map(({ term, tfidf }) => [term, tfidf]))

function compare(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): { likeness: number; shared: number[] } {
  const length = (list: ReadonlyMap<string, number>): number => Math.sqrt([...list.values()].reduce((sum, weight) => sum + weight * weight, 0))
  const shared = [...other].flatMap(([term, weight]) => (one.has(term) ? [{ term, product: weight * one.get(term)! }] : [])).toSorted((a, b) => b.product - a.product)
  const size = length(one) * length(other)
  return { likeness: size === 0 ? 0 : shared.reduce((sum, { product }) => sum + product, 0) / size, shared: shared.map(({ term }) => Number(term)) }
}
