// The figures of one code with how sure they are: the same sums as for all codes, kept story by story so that stories can be drawn anew.
import type { z } from 'zod'
import { bootstrap } from '../shared/agreement/bootstrap.ts'
import { tooLittle } from '../shared/agreement/minimum.ts'
import { emptyTally, type Tally } from '../shared/agreement/tally.ts'
import type { contract } from '../shared/contract/index.ts'
import type { Id } from '../shared/domain/ids.ts'
import { release, type About } from '../shared/domain/release.ts'
import { DEFAULT_SEED } from '../shared/statistics/random.ts'
import { addStory, ofStories, ofText, prepare, runsOf, type Run } from './compare-figures.ts'
import { codingsOf, readCompared } from './compared.ts'
import { readPlacedMarks } from './marks.ts'
import { isBlind, numsOf } from './scope.ts'
import type { Store } from './store.ts'

type Question = z.output<(typeof contract)['compare.figure']['input']>
type Answer = z.output<(typeof contract)['compare.figure']['output']>

export function compareFigure(store: Store, viewer: Id | null, { coders, code, filter, mode }: Question): Answer & { about: About } {
  const compared = readCompared(store, viewer, coders, filter)
  const counting = prepare(store, compared)
  const { runs, uses } = runsOf(counting, [...readPlacedMarks(store, codingsOf(store, viewer, compared.coders), numsOf(store, 'code', [code]))])
  const byPlace = Map.groupBy(runs, ({ place }) => place)
  const [stories, texts]: [Tally[], Tally[]] = [[], []]
  compared.readers.forEach((bits, place) => {
    if (bits === 0) return
    const [story, text] = [emptyTally(), emptyTally()]
    addStory(counting, place, byPlace.get(place) ?? [] as Run[], story, text)
    stories.push(story)
    texts.push(text)
  })
  const why = tooLittle({ stories: compared.total, uses })
  const isPair = compared.coders.length === 2
  return release(
    {
      stories: compared.total, uses, why,
      intervals: why === null ? { story: bootstrap(stories, (tally) => ofStories(tally, isPair), DEFAULT_SEED), text: bootstrap(texts, (tally) => ofText(tally, isPair), DEFAULT_SEED) } : null
    },
    { n: compared.total, layer: { is: 'all' }, viewer, mode, blind: isBlind(store) })
}
