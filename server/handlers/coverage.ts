// Rules of dividing the reading: fair, drawn with a seed, and replaced as a whole.
import type { Parsed } from '../../shared/contract/index.ts'
import { divideStories, type Divided } from '../../shared/domain/division.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { Refusal } from '../../shared/errors.ts'
import { assignmentId, countAssigned, findAssignment, listToDivide, type ToDivide } from '../../db/assignments.ts'
import { countCoverage, listUncovered, readProgress } from '../../db/coverage.ts'
import { findCoder } from '../../db/coders.ts'
import type { Store } from '../../db/store.ts'
import type { ReadHandlers, WriteHandlers } from '../context.ts'

/** More would hold the file too long. */
const MOST = 5000

export const coverageReads: ReadHandlers<'coverage.count' | 'coverage.stories' | 'coverage.progress' | 'assignment.plan'> = {
  'coverage.count': ({ store, viewer }, { filter }) => countCoverage(store, viewer, filter),
  'coverage.stories': ({ store, viewer }, { kind, filter, ...page }) => listUncovered(store, viewer, kind, filter, page),
  'coverage.progress': ({ store, viewer }, { since }) => readProgress(store, viewer, since),
  'assignment.plan': ({ store, viewer }, wish) => {
    const { divided } = divide(store, viewer, wish)
    const times = new Map<Id, number>()
    for (const { story } of divided) times.set(story, (times.get(story) ?? 0) + 1)
    return {
      stories: times.size,
      coders: wish.coders.map((coder) => {
        const own = divided.filter((each) => each.coder === coder)
        return { coder, stories: own.length, shared: own.filter(({ story }) => times.get(story)! > 1).length }
      })
    }
  }
}

export const coverageWrites: WriteHandlers<'assignment.divide' | 'assignment.clear'> = {
  'assignment.divide': ({ store, write, viewer }, wish) => {
    for (const coder of wish.coders) if (!findCoder(store, coder)) throw new Refusal('not_found', 'coder.unknown')
    const { stories, divided } = divide(store, viewer, wish)
    const wanted = new Set(divided.map(({ story, coder }) => assignmentId(store, story, coder)))
    const gone = wish.keep ? [] : stories.flatMap(({ id, coders }) => coders.map((coder) => ({ story: id, id: assignmentId(store, id, coder) }))).filter(({ id }) => !wanted.has(id))
    if (divided.length + gone.length > MOST) throw new Refusal('invalid_input', 'assignment.too_many', { most: MOST })
    for (const { id, story } of gone) write.change('assignment.removed', 'assignment', id, { removed: true }, { story })
    for (const { story, coder } of divided) {
      const id = assignmentId(store, story, coder)
      if (findAssignment(store, id)) write.change('assignment.restored', 'assignment', id, { removed: false }, { story })
      else write.insert('assignment.made', 'assignment', id, { story, coder, removed: false }, { story })
    }
    write.actIs('assignment.made')
    return { stories: new Set(divided.map(({ story }) => story)).size }
  },
  'assignment.clear': ({ store, write, viewer }, { filter }) => {
    const standing = listToDivide(store, viewer, filter).flatMap(({ id, coders }) => coders.map((coder) => ({ story: id, id: assignmentId(store, id, coder) })))
    if (standing.length > MOST) throw new Refusal('invalid_input', 'assignment.too_many', { most: MOST })
    for (const { id, story } of standing) write.change('assignment.removed', 'assignment', id, { removed: true }, { story })
    return { removed: standing.length }
  }
}

function divide(store: Store, viewer: Id | null, { filter, coders, overlap, seed, keep }: Parsed<'assignment.plan'>): { stories: ToDivide[]; divided: Divided[] } {
  const stories = listToDivide(store, viewer, filter)
  const open = keep ? stories.filter((story) => story.coders.length === 0) : stories
  // What a coder keeps counts as had; what is divided anew does not.
  const key = (coder: Id, group: Id | null): string => `${coder} ${group ?? ''}`
  const counts = new Map(countAssigned(store).map(({ coder, group, stories: n }) => [key(coder, group), n]))
  if (!keep) for (const { group, coders: had } of stories) for (const coder of had) counts.set(key(coder, group), counts.get(key(coder, group))! - 1)
  return { stories, divided: divideStories(open, { coders, overlap: overlap / 100, seed, had: (coder, group) => counts.get(key(coder, group)) ?? 0 }) }
}
