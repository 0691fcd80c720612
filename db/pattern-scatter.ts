// Two scales against each other, story by story: ten by ten classes, the dots, and whether they rise together.
import type { z } from 'zod'
import type { contract } from '../shared/contract/index.ts'
import type { Scatter } from '../shared/contract/scatter.ts'
import { cellAt, SCATTER_BINS } from '../shared/domain/cell-rule.ts'
import type { Id } from '../shared/domain/ids.ts'
import { release } from '../shared/domain/release.ts'
import { Refusal } from '../shared/errors.ts'
import { correlationPearson, correlationSpearman } from '../shared/statistics/index.ts'
import { readCountedStories, type CountedStories } from './counted-stories.ts'
import { readTellers } from './crosstab.ts'
import { signifierColumns } from './crosstab-answers.ts'
import type { ColumnSet } from './crosstab-heads.ts'
import { isBlind } from './scope.ts'
import type { Store } from './store.ts'

type Question = z.output<(typeof contract)['pattern.scatter']['input']>

/** Fewer pairs are shown as dots, without a figure. */
const LEAST_PAIRS = 10

/** Throws a Refusal (not_found, invalid_input) as the contract says. */
export function countScatter(store: Store, viewer: Id | null, { signifier, other, layer, filter, mode }: Question): Scatter {
  if (signifier === other) throw new Refusal('invalid_input', 'crosstab.no_scale')
  const stories = readCountedStories(store, filter, viewer)
  const [across, up] = [scaleOf(store, signifier, stories), scaleOf(store, other, stories)]
  const counts = SCATTER_BINS.flatMap(() => SCATTER_BINS.map(() => 0))
  const paired: number[] = []
  for (let story = 0; story < stories.size; story++) {
    const [x, y] = [across.list[across.starts[story]!]!, up.list[up.starts[story]!]!]
    if (!across.heads[x]!.value || !up.heads[y]!.value) continue
    counts[cellAt(x, y)]!++
    paired.push(story)
  }
  const [x, y] = [across, up].map((scale) => paired.map((story) => scale.measures[0]!.scores[story]!)) as [number[], number[]]
  return release({
    valid: paired.length, counts, dots: x.flatMap((score, at) => [brief(score), brief(y[at]!)]), across: answeredOf(across), up: answeredOf(up),
    answer: relate(x, y, isIndependent(store, stories, paired))
  }, { n: stories.size, layer, viewer, mode, blind: isBlind(store) })
}

function scaleOf(store: Store, signifier: Id, stories: CountedStories): ColumnSet {
  const columns = signifierColumns(store, { is: 'signifier', signifier, bins: { is: 'classes', count: SCATTER_BINS.length } }, stories)
  // Only the last class of a scale of 0–100 is closed; those of a number go on.
  const last = columns.heads[SCATTER_BINS.length - 1]?.face
  if (last?.is !== 'range' || !last.closed) throw new Refusal('invalid_input', 'crosstab.no_scale')
  return columns
}

function answeredOf({ heads, list }: ColumnSet): Scatter['across'] {
  const count = (is: 'na' | 'blank' | 'notAsked'): number => list.reduce((sum, at) => sum + Number(heads[at]!.face.is === is), 0)
  return { na: count('na'), blank: count('blank'), notAsked: count('notAsked') }
}

/** Every pair is somebody else's; else neither p nor the interval would hold. */
function isIndependent(store: Store, stories: CountedStories, paired: readonly number[]): boolean {
  const tellers = readTellers(store, stories)
  return tellers === null || new Set(paired.map((story) => tellers[story])).size === paired.length
}

function relate(x: number[], y: number[], independent: boolean): Scatter['answer'] {
  const n = x.length
  if (n < LEAST_PAIRS) return { is: 'refused', reason: 'fewStories', n }
  const [ranks, line] = [correlationSpearman({ x, y }), correlationPearson({ x, y })]
  if (ranks.status === 'undefined' || line.status === 'undefined') return { is: 'refused', reason: 'noVariation', n }
  return { is: 'related', n, rho: ranks.rho, r: line.r, chance: independent ? { p: ranks.pT, low: line.ciLow!, high: line.ciHigh! } : null }
}

/** A hundredth of a point is finer than any screen. */
const brief = (value: number): number => Math.round(value * 100) / 100
