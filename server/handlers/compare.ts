// Rules of comparing, and of the shared layer: everyone who codes puts in it what was agreed; nobody's own codings change by it.
import type { Id } from '../../shared/domain/ids.ts'
import { Refusal } from '../../shared/errors.ts'
import { compareFigure } from '../../db/compare-figure.ts'
import { compareFigures } from '../../db/compare-figures.ts'
import { countOften } from '../../db/compare-often.ts'
import { compareStories, compareStory } from '../../db/compare-stories.ts'
import { mustHaveConsensus } from '../../db/consensus.ts'
import { findCoding } from '../../db/codings.ts'
import { findCoder } from '../../db/coders.ts'
import { findReading } from '../../db/readings.ts'
import { isShut } from '../../db/shut.ts'
import { findStory } from '../../db/stories.ts'
import type { Store } from '../../db/store.ts'
import type { ReadHandlers, WriteContext, WriteHandlers } from '../context.ts'
import { apply } from './coding.ts'

export const compareReads: ReadHandlers<'compare.stories' | 'compare.story' | 'compare.figures' | 'compare.figure' | 'compare.often'> = {
  'compare.stories': ({ store, viewer }, question) => compareStories(store, viewer, question),
  'compare.story': ({ store, viewer }, question) => {
    const found = compareStory(store, viewer, question)
    if (!found) throw new Refusal('not_found', 'story.absent')
    return found
  },
  'compare.figures': ({ store, viewer }, question) => compareFigures(store, viewer, question),
  'compare.figure': ({ store, viewer }, question) => compareFigure(store, viewer, question),
  'compare.often': ({ store, viewer }, question) => countOften(store, viewer, question)
}

export const compareWrites: WriteHandlers<'consensus.accept' | 'consensus.mark'> = {
  'consensus.accept': (context, { story, agreed, gone, discussed }) => {
    const { store, write, viewer } = context
    refuseShut(store, viewer, story)
    const layer = mustHaveConsensus(store, write, viewer)
    for (const coding of gone) takeOut(context, layer, story, coding)
    const codings = agreed.map(({ coding, code, fragment }) => apply(context, fragment, coding, code, '', { kind: 'coding.agreed', coder: layer, story }))
    if (discussed) markDiscussed(context, layer, story, true)
    return { codings }
  },
  'consensus.mark': (context, { story, discussed }) => {
    refuseShut(context.store, context.viewer, story)
    markDiscussed(context, mustHaveConsensus(context.store, context.write, context.viewer), story, discussed)
    return null
  }
}

/** [A3] What blind coding keeps shut is neither compared nor agreed on. */
export function refuseShut(store: Store, viewer: Id, story: Id): void {
  if (findStory(store, story, viewer) === undefined) throw new Refusal('not_found', 'story.absent')
  if (isShut(store, viewer, story)) throw new Refusal('forbidden', 'compare.not_yet')
}

/** [A4] Only what is in the shared layer, and in this story, is taken out of it. */
function takeOut({ store, write }: WriteContext, layer: Id, story: Id, coding: Id): void {
  const row = findCoding(store, coding)
  if (!row || row.story !== story) throw new Refusal('not_found', 'coding.absent')
  if (row.coder !== layer) throw new Refusal('forbidden', 'coding.not_yours', { name: findCoder(store, row.coder)?.name ?? '?' })
  if (!row.removed) write.change('coding.disagreed', 'coding', coding, { removed: true }, { story })
}

function markDiscussed({ store, write }: WriteContext, layer: Id, story: Id, done: boolean): void {
  const { id, row } = findReading(store, story, layer)
  if (!row) write.insert('reading.opened', 'reading', id, { story, coder: layer, openedAt: write.now, done: false, position: 0, revealed: true }, { story })
  write.change(done ? 'reading.discussed' : 'reading.undiscussed', 'reading', id, { done }, { story })
}
