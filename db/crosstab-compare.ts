// Two codes on one scale: the score of every story, and how many fragments of each code it bears.
import type { z } from 'zod'
import type { contract } from '../shared/contract/index.ts'
import type { CodeComparison, CodeRow } from '../shared/contract/crosstab.ts'
import { compareScores, type ScoredStory } from '../shared/crosstab/compare-scores.ts'
import type { Id } from '../shared/domain/ids.ts'
import { release } from '../shared/domain/release.ts'
import { Refusal } from '../shared/errors.ts'
import { readTellers } from './crosstab.ts'
import { layOut, type Laid } from './crosstab-laid.ts'
import { sourceOf } from './crosstab-rows.ts'
import { Places } from './places.ts'
import type { Store } from './store.ts'

type Question = z.output<(typeof contract)['crosstab.compare']['input']>

/** Throws a Refusal (not_found) for a code or question that is gone, (invalid_input) for a question without a scale. */
export function compareCodes(store: Store, viewer: Id | null, question: Question): CodeComparison {
  const laid = layOut(store, viewer, { ...question, unit: 'fragment' })
  const { counting: { columns: { measures }, stories, done }, about } = laid
  const measure = question.measure === undefined ? measures[0] : measures.find(({ key }) => key === question.measure)
  if (!measure) throw new Refusal('invalid_input', 'crosstab.no_scale')
  const [first, second] = [fragmentsByStory(laid, question.first), fragmentsByStory(laid, question.second)]
  const tellers = readTellers(store, stories)
  const scored: ScoredStory[] = []
  for (let at = 0; at < stories.size; at++) {
    const score = measure.scores[at]!
    if (!Number.isNaN(score)) scored.push({ score, first: first[at]!, second: second[at]!, isDone: done[at] === 1, teller: tellers ? tellers[at]! : null })
  }
  const { key, is, name } = measure
  return release({ measure: { key, is, name }, ...compareScores(scored, question.draws) }, about)
}

/** Distinct places with the code (or one below it), by place of the story. */
function fragmentsByStory({ counting: { stories, storyOf }, looking }: Laid, by: CodeRow): Int32Array {
  const found = new Int32Array(stories.size)
  const seen = new Places()
  for (const { places } of sourceOf(looking, by).placed()) {
    for (let i = 0; i < places.length; i += 3) {
      const at = stories.place[storyOf[places[i]!]!]!
      if (at >= 0 && seen.add(places[i]!, places[i + 1]!, places[i + 2]!)) found[at]!++
    }
  }
  return found
}
