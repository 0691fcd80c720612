// Stories with a code against those without it, on a scale or in a triad: how far apart, and how sure.
import type { z } from 'zod'
import type { contract } from '../shared/contract/index.ts'
import type { Apart } from '../shared/contract/pattern.ts'
import { comparePlaces, type PlacedStory } from '../shared/crosstab/compare-places.ts'
import { compareScores, type ScoredStory } from '../shared/crosstab/compare-scores.ts'
import type { Id } from '../shared/domain/ids.ts'
import { release } from '../shared/domain/release.ts'
import { Refusal } from '../shared/errors.ts'
import { readTellers } from './crosstab.ts'
import { layOut, type Laid } from './crosstab-laid.ts'
import { countRow, type CountedRow } from './crosstab-count.ts'
import { sourceOf } from './crosstab-rows.ts'
import type { Store } from './store.ts'

type Question = z.output<(typeof contract)['pattern.apart']['input']>

/** Throws a Refusal (not_found) for a code or question that is gone, (invalid_input) for a question without a scale. */
export function weighApart(store: Store, viewer: Id | null, { signifier, code, branch, draws, layer, filter, mode }: Question): Apart {
  const laid = layOut(store, viewer, { columns: { is: 'signifier', signifier }, unit: 'story', layer, filter, mode })
  const row = countRow(laid.counting, sourceOf(laid.looking, { code, branch }))
  const { measures } = laid.counting.columns
  if (measures.length === 0) throw new Refusal('invalid_input', 'crosstab.no_scale')
  if (measures[0]!.is === 'share') return release(onPlaces(comparePlaces(placed(laid, row), draws)), laid.about)
  const { test, groups, unit } = compareScores(scoredWith(laid, row, measures[0]!.scores), draws)
  if (test.is === 'refused') return release({ answer: test }, laid.about)
  const { welch: { diff, ciLow, ciHigh }, n, p, cles } = test
  return release({ answer: { is: 'scores', unit, n, p, with: groups.first, without: groups.second, difference: diff, low: ciLow, high: ciHigh, cles } }, laid.about)
}

const onPlaces = (answer: ReturnType<typeof comparePlaces>): Omit<Apart, 'about'> => ({ answer: answer.is === 'refused' ? answer : { ...answer, is: 'places' } })

/**
 * Every story with a score, as the comparison of two codes wants it: with the row as the first, read to the end without it as the
 * second. What bears it counts as read: what else it may bear does not matter here.
 */
export function scoredWith({ counting: { stories, done }, looking: { store } }: Laid, { has }: CountedRow, scores: Float64Array): ScoredStory[] {
  const tellers = readTellers(store, stories)
  const scored: ScoredStory[] = []
  for (let at = 0; at < stories.size; at++) {
    const isDone = has[at] === 1 || done[at] === 1
    if (!Number.isNaN(scores[at]!)) scored.push({ score: scores[at]!, first: has[at]!, second: Number(has[at] === 0 && isDone), isDone, teller: tellers ? tellers[at]! : null })
  }
  return scored
}

function placed({ counting: { stories, done, columns: { measures } }, looking: { store } }: Laid, { has }: CountedRow): PlacedStory[] {
  const tellers = readTellers(store, stories)
  const list: PlacedStory[] = []
  for (let at = 0; at < stories.size; at++) {
    const shares: [number, number, number] = [measures[0]!.scores[at]!, measures[1]!.scores[at]!, measures[2]!.scores[at]!]
    if ((has[at] === 1 || done[at] === 1) && !shares.some(Number.isNaN)) list.push({ shares, hasCode: has[at] === 1, teller: tellers ? tellers[at]! : null })
  }
  return list
}
