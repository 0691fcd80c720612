// Hits by story: the stories in which what was looked for occurs, with the first places as words round them; and memos.
import type { MemoHit, Snippet, StoryHit } from '../../shared/contract/search.ts'
import type { StoryFilter } from '../../shared/domain/layer.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { toId, toIdOrNull } from '../ids.ts'
import { listMemosByNum } from '../memos.ts'
import type { Store } from '../store.ts'
import type { SearchIndex } from './index-file.ts'
import { findText, memosWith, piecesWith, readTokens, storiesInScope, storiesOfPieces, type Found } from './pieces.ts'
import { runsIn, type Query } from './query.ts'
import { memoRevision, memoText } from './refresh.ts'
import type { Tokens } from './tokens.ts'

/** Places shown of one story. */
const SHOWN = 3
/** Units of the text shown before and behind a hit. */
const ROUND = 90
/** Above so many texts an order of merit says nothing and takes long: then they stand in the order of their numbers. */
const RANKED = 1500
const MEMOS = 20

export type Hits = { total: number; stories: StoryHit[]; memos: MemoHit[] }
type Page = { filter: StoryFilter; offset: number; limit: number }

export function findHits(store: Store, index: SearchIndex, query: Query, viewer: Id | null, { filter, offset, limit }: Page): Hits {
  const scope = storiesInScope(store, filter, viewer)
  const stories = storiesOfPieces(index)
  const unordered = piecesWith(index, query, scope)
  const pieces = unordered.length <= RANKED ? piecesWith(index, query, scope, true) : unordered
  const found = byStory(pieces, stories)
  const page: StoryHit[] = []
  // Words in quotes and texts that changed since can fall out: look on until the page is full.
  let at = offset
  for (; at < found.stories && page.length < limit; at++) {
    const hit = hitOf(found.piecesOf(at).flatMap((num) => occurrences(store, index, query, num) ?? []))
    if (hit) page.push(hit)
  }
  return { total: found.stories - (at - offset - page.length), stories: page, memos: offset === 0 && Object.keys(filter).length === 0 ? findMemos(store, index, query, viewer) : [] }
}

/** Stories in the order of their first piece, each with its pieces in order: as links between numbers, for a common word stands in every story. */
function byStory(pieces: readonly number[], stories: Int32Array): { stories: number; piecesOf: (at: number) => number[] } {
  const [firsts, next] = [new Int32Array(pieces.length), new Int32Array(pieces.length).fill(-1)]
  const last = new Int32Array(pieces.reduce((most, num) => Math.max(most, stories[num]!), 0) + 1).fill(-1)
  let count = 0
  pieces.forEach((num, at) => {
    const story = stories[num]!
    if (last[story] === -1) firsts[count++] = at
    else next[last[story]!] = at
    last[story] = at
  })
  return {
    stories: count,
    piecesOf: (at) => {
      const own: number[] = []
      for (let piece = firsts[at]!; piece !== -1; piece = next[piece]!) own.push(pieces[piece]!)
      return own
    }
  }
}

export type Occurrence = { text: Found; tokens: Tokens; runs: { from: number; to: number }[] }

/** Null when it does not stand there after all. */
export function occurrences(store: Store, index: SearchIndex, query: Query, num: number): Occurrence | null {
  const tokens = readTokens(index, num)
  const runs = runsIn(tokens.forms, query)
  const text = runs.length > 0 ? findText(store, index, num) : null
  return text && { text, tokens, runs }
}

function hitOf(found: readonly Occurrence[]): StoryHit | null {
  if (found.length === 0) return null
  const { story, number, group } = found[0]!.text
  return {
    story: toId(story), number, group: toIdOrNull(group), hits: found.reduce((sum, { runs }) => sum + runs.length, 0),
    snippets: found.flatMap(snippetsOf).slice(0, SHOWN)
  }
}

/** Hits that lie close together share a snippet. */
function snippetsOf({ text, tokens, runs }: Occurrence): Snippet[] {
  const places = runs.map(({ from, to }) => ({ start: tokens.starts[from]!, end: tokens.ends[to - 1]! }))
  const snippets: Snippet[] = []
  for (let at = 0; at < places.length && snippets.length < SHOWN;) {
    const first = places[at]!
    const near = places.slice(at).filter(({ end }) => end <= first.end + ROUND)
    const cut = wordsRound(text.body, tokens, first.start, near.at(-1)!.end)
    snippets.push({
      text: toId(text.text), kind: text.kind, signifier: toIdOrNull(text.signifier), start: first.start, end: first.end,
      words: text.body.slice(cut.start, cut.end).replace(/\s/g, ' '), marks: near.map(({ start, end }) => [start - cut.start, end - cut.start])
    })
    at += near.length
  }
  return snippets
}

/** A stretch round a place that begins and ends with a whole word. */
export function wordsRound(body: string, { starts, ends }: Pick<Tokens, 'starts' | 'ends'>, start: number, end: number, round = ROUND): { start: number; end: number } {
  const from = starts.find((at) => at >= start - round) ?? start
  const to = ends.findLast((at) => at <= end + round) ?? end
  const isFirst = from <= (starts[0] ?? 0)
  const isLast = to >= (ends.at(-1) ?? 0)
  return { start: isFirst && start <= round ? 0 : Math.min(from, start), end: isLast && to + round >= body.length ? body.length : Math.max(to, end) }
}

function findMemos(store: Store, index: SearchIndex, query: Query, viewer: Id | null): MemoHit[] {
  const nums = memosWith(index, query, MEMOS * 3)
  const seen = new Map(listMemosByNum(store, viewer, nums.map((num) => (num - 1) / 2)).map((memo) => [memo.id, memo]))
  return nums.flatMap((num): MemoHit[] => {
    const piece = index.sql('SELECT id, revision FROM piece WHERE num = ?').get(num) as { id: Buffer; revision: number }
    const memo = seen.get(toId(piece.id))
    if (!memo || piece.revision !== memoRevision(memo.title, memo.body)) return []
    const tokens = readTokens(index, num)
    const runs = runsIn(tokens.forms, query)
    if (runs.length === 0) return []
    const words = memoText(memo.title, memo.body)
    const places = runs.map(({ from, to }): [number, number] => [tokens.starts[from]!, tokens.ends[to - 1]!])
    const cut = wordsRound(words, tokens, places[0]![0], places[0]![1])
    const marks = places.filter(([start, end]) => start >= cut.start && end <= cut.end).map(([start, end]): [number, number] => [start - cut.start, end - cut.start])
    const { id, about, aboutId, story, title, coder, at } = memo
    return [{ memo: id, about, aboutId, story, title, coder, at, words: words.slice(cut.start, cut.end).replace(/\s/g, ' '), marks }]
  }).slice(0, MEMOS)
}
