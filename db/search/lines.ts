// Words in their context: every occurrence on a line, sorted by story, by the words to the right, or by those to the left.
import type { Line } from '../../shared/contract/search.ts'
import type { StoryFilter } from '../../shared/domain/layer.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { toId } from '../ids.ts'
import type { Store } from '../store.ts'
import { occurrences, wordsRound, type Occurrence } from './hits.ts'
import type { SearchIndex } from './index-file.ts'
import { findText, piecesWith, readForms, readTokens, storiesInScope } from './pieces.ts'
import { runsIn, type Query } from './query.ts'

/** Nobody reads more lines, and sorting needs all of them. */
const LOOKED = 2000
/** Words beside the hit by which lines are sorted. */
const DEEP = 4
/** Units shown at either side. */
const SIDE = 70

export type LineWish = { filter: StoryFilter; sort: 'story' | 'left' | 'right'; offset: number; limit: number }
type At = { num: number; from: number; to: number; /** Numbers of the forms beside it, the nearest first. */ beside: number[] }

export function findLines(store: Store, index: SearchIndex, query: Query, viewer: Id | null, { filter, sort, offset, limit }: LineWish): { all: number; looked: number; lines: Line[] } {
  const found: At[] = []
  let all = 0
  for (const num of piecesWith(index, query, storiesInScope(store, filter, viewer))) {
    if (found.length >= LOOKED) {
      all += runsIn(readForms(index, num), query).length
      continue
    }
    const here = occurrences(store, index, query, num)
    if (!here) continue
    all += here.runs.length
    for (const run of here.runs.slice(0, LOOKED - found.length)) found.push({ num, ...run, beside: besideOf(here, run, sort) })
  }
  if (sort !== 'story') sortBeside(index, found)
  const lines = found.slice(offset, offset + limit).flatMap(({ num, from, to }) => lineOf(store, index, num, from, to) ?? [])
  return { all, looked: found.length, lines }
}

function besideOf({ tokens: { forms } }: Occurrence, { from, to }: { from: number; to: number }, sort: LineWish['sort']): number[] {
  if (sort === 'story') return []
  return [...(sort === 'right' ? forms.subarray(to, to + DEEP) : forms.subarray(Math.max(0, from - DEEP), from).toReversed())]
}

/** By the alphabet, word by word; what ends comes first. The order of the stories decides between equals. */
function sortBeside(index: SearchIndex, found: At[]): void {
  const nums = [...new Set(found.flatMap(({ beside }) => beside))]
  const rows = index.sql('SELECT f.num FROM form f WHERE f.num IN (SELECT value FROM json_each(?)) ORDER BY f.form', 'firsts').all(JSON.stringify(nums)) as number[]
  const place = new Map(rows.map((num, at) => [num, at]))
  found.sort((a, b) => {
    for (let at = 0; at < DEEP; at++) {
      const difference = (place.get(a.beside[at] ?? -1) ?? -1) - (place.get(b.beside[at] ?? -1) ?? -1)
      if (difference !== 0) return difference
    }
    return 0
  })
}

function lineOf(store: Store, index: SearchIndex, num: number, from: number, to: number): Line | null {
  const text = findText(store, index, num)
  if (!text) return null
  const tokens = readTokens(index, num)
  const [start, end] = [tokens.starts[from]!, tokens.ends[to - 1]!]
  const cut = wordsRound(text.body, tokens, start, end, SIDE)
  const line = (a: number, b: number): string => text.body.slice(a, b).replace(/\s+/g, ' ')
  return { story: toId(text.story), number: text.number, text: toId(text.text), start, end, left: line(cut.start, start), words: line(start, end), right: line(end, cut.end) }
}
