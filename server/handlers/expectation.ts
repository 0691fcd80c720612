// Rules of expectations: written down once, withdrawn with a reason by whoever wrote them; never changed.
import { Refusal } from '../../shared/errors.ts'
import { findCoder } from '../../db/coders.ts'
import { readCountedStories, readDone } from '../../db/counted-stories.ts'
import { checkExpected, weighExpectations } from '../../db/expectation-weigh.ts'
import { findExpectation, isStanding, listExpectations, sameThing } from '../../db/expectations.ts'
import type { ReadHandlers, WriteHandlers } from '../context.ts'

export const expectationReads: ReadHandlers<'expectation.list' | 'expectation.weigh'> = {
  'expectation.list': ({ store }) => listExpectations(store),
  'expectation.weigh': ({ store, viewer }, question) => weighExpectations(store, viewer, question)
}

export const expectationWrites: WriteHandlers<'expectation.declare' | 'expectation.withdraw'> = {
  'expectation.declare': ({ store, viewer, write }, { id, words, ...expected }) => {
    if (findExpectation(store, id)) return null // a retry of the same call
    checkExpected(store, viewer, expected)
    const same = listExpectations(store).find((other) => isStanding(other) && sameThing(other, expected))
    if (same) throw new Refusal('conflict', 'expectation.same', { name: same.name })
    const { by, columns, spot, direction } = expected
    // Under blind coding too: how many were read says nothing of what was found.
    const stories = readCountedStories(store, {}, viewer)
    const read = readDone(store, stories, { is: 'all' }, viewer).reduce((sum, mark) => sum + mark, 0)
    write.insert('expectation.declared', 'expectation', id, {
      code: 'theme' in by ? null : by.code, branch: 'theme' in by ? false : by.branch, theme: 'theme' in by ? by.theme : null, columns: JSON.stringify(columns), spot: JSON.stringify(spot), direction,
      words, readThen: read, storiesThen: stories.size, withdrawnAt: null, withdrawnWords: '', coder: viewer, at: write.now, removed: false
    })
    return null
  },
  'expectation.withdraw': ({ store, viewer, write }, { expectation, words }) => {
    const found = findExpectation(store, expectation)
    if (!found || found.undone) throw new Refusal('not_found', 'expectation.absent')
    if (found.withdrawn) return null // a retry of the same call
    if (found.coder !== viewer) throw new Refusal('forbidden', 'expectation.not_yours', { name: (found.coder && findCoder(store, found.coder)?.name) ?? '?' })
    write.change('expectation.withdrawn', 'expectation', expectation, { withdrawnAt: write.now, withdrawnWords: words })
    return null
  }
}
