// How the answers to one question are spread, in all stories or in parts of them. Columns and states are those of the cross-table, so a
// bar and a cell that mean the same count the same.
import type { z } from 'zod'
import type { contract } from '../shared/contract/index.ts'
import type { Pattern, PatternPart } from '../shared/contract/pattern.ts'
import { spreadOfRising } from '../shared/crosstab/spread.ts'
import { release } from '../shared/domain/release.ts'
import type { Id } from '../shared/domain/ids.ts'
import { middleOf } from '../shared/signifier/middle.ts'
import { placeOfShares } from '../shared/signifier/triad.ts'
import { readColumns } from './crosstab-columns.ts'
import type { ColumnSet, MeasuredScale } from './crosstab-heads.ts'
import { readCountedStories } from './counted-stories.ts'
import { readParts, type Part } from './pattern-parts.ts'
import { readStones, type Stones } from './pattern-stones.ts'
import { isBlind } from './scope.ts'
import type { Store } from './store.ts'

type Question = z.output<(typeof contract)['pattern.chart']['input']>

/** Throws a Refusal (not_found, invalid_input) as the contract says. */
export function countPattern(store: Store, viewer: Id | null, { split, layer, filter, mode, ...by }: Question): Pattern {
  const stories = readCountedStories(store, filter, viewer)
  const columns = readColumns(store, { is: 'signifier', ...by }, stories, layer)
  const { parts, overlapping } = readParts(store, viewer, stories, layer, split)
  const stones = readStones(store, by.signifier, stories)
  const counted = parts.map((part): PatternPart => countPart(columns, part, stones))
  return release({
    columns: columns.heads.map(({ key, face, value }) => ({ key, face, value })), several: columns.columnsAre === 'several', overlapping,
    measures: columns.measures.map(({ key, is, name }) => ({ key, is, name })), parts: counted
  }, { n: stories.size, layer, viewer, mode, blind: isBlind(store) })
}

function countPart({ heads, starts, list, measures }: ColumnSet, { key, face, has }: Part, stones: Stones | null): PatternPart {
  const counts = heads.map(() => 0)
  let [size, valid] = [0, 0]
  for (let story = 0; story < has.length; story++) {
    if (has[story] === 0) continue
    size++
    let isValid = false
    for (let at = starts[story]!; at < starts[story + 1]!; at++) {
      counts[list[at]!]!++
      isValid ||= heads[list[at]!]!.value
    }
    if (isValid) valid++
  }
  const state = (is: string): number => heads.reduce((sum, head, at) => (head.face.is === is && !head.value ? sum + counts[at]! : sum), 0)
  return {
    key, face, stories: size, valid, na: state('na'), blank: state('blank'), notAsked: state('notAsked'), aside: state('none'),
    counts, mentions: heads.reduce((sum, head, at) => (head.value && head.face.is !== 'none' ? sum + counts[at]! : sum), 0),
    scores: measures.map(({ scores }) => spreadOfRising(scores.filter((score, story) => has[story] === 1 && !Number.isNaN(score)).sort())), ...pictured(measures, has), stones: stones?.spreads(has) ?? []
  }
}

function pictured(measures: readonly MeasuredScale[], has: Uint8Array): Pick<PatternPart, 'middle' | 'dots'> {
  const [a, b, c] = measures
  const answered = Array.from(has.keys()).filter((story) => has[story] === 1 && a !== undefined && !Number.isNaN(a.scores[story]!))
  if (a?.is === 'share') {
    const answers = answered.map((story): [number, number, number] => [a.scores[story]!, b!.scores[story]!, c!.scores[story]!])
    return { middle: middleOf(answers), dots: answers.flatMap((shares) => { const { x, y } = placeOfShares(shares); return [brief(x), brief(y)] }) }
  }
  if (a?.is === 'x') return { middle: null, dots: answered.flatMap((story) => { const y = b?.scores[story] ?? NaN; return [brief(a.scores[story]!), Number.isNaN(y) ? 50 : brief(y)] }) }
  const isShare = a?.is === 'score' && answered.every((story) => a.scores[story]! >= 0 && a.scores[story]! <= 100)
  return { middle: isShare ? middleOf(answered.map((story) => [100 - a.scores[story]!, a.scores[story]!])) : null, dots: [] }
}

/** A hundredth of a point is finer than any screen. */
const brief = (value: number): number => Math.round(value * 100) / 100
