// Rules of kept selections: everyone who codes keeps and changes them, names are unique, and none rests on itself.
import type { Id } from '../../shared/domain/ids.ts'
import { selectionsIn, tidyFilter } from '../../shared/domain/filter-parts.ts'
import type { StoryFilter } from '../../shared/domain/layer.ts'
import { Refusal } from '../../shared/errors.ts'
import { findSelection, keptSelections, listSelections, pickedStories, type KeptSelection } from '../../db/selections.ts'
import { storyScope } from '../../db/story-scope.ts'
import type { Store } from '../../db/store.ts'
import type { ReadHandlers, WriteHandlers } from '../context.ts'

export const selectionReads: ReadHandlers<'selection.list'> = {
  'selection.list': ({ store, viewer }, { mode }) => listSelections(store, viewer, mode)
}

export const selectionWrites: WriteHandlers<'selection.keep' | 'selection.change' | 'selection.freeze' | 'selection.release' | 'selection.remove'> = {
  'selection.keep': ({ store, viewer, write }, { id, name, rule }) => {
    if (findSelection(store, id)) return null // a retry of the same call
    refuseTaken(store, id, name)
    refuseCircle(store, id, rule)
    write.insert('selection.kept', 'selection', id, { name, rule: spelled(rule), frozen: null, frozenAt: null, coder: viewer, at: write.now, removed: false })
    return null
  },
  'selection.change': ({ store, write }, { selection, name, rule }) => {
    mustBe(store, selection)
    if (name !== undefined) refuseTaken(store, selection, name)
    if (rule !== undefined) refuseCircle(store, selection, rule)
    write.change('selection.changed', 'selection', selection, { ...(name === undefined ? {} : { name }), ...(rule === undefined ? {} : { rule: spelled(rule) }) })
    return null
  },
  'selection.freeze': ({ store, viewer, write }, { selection }) => {
    const { frozen } = mustBe(store, selection)
    if (frozen) return { stories: frozen.stories }
    const stories = pickedStories(store, viewer, { selections: [selection] })
    write.change('selection.frozen', 'selection', selection, { frozen: JSON.stringify(stories), frozenAt: write.now })
    return { stories: stories.length }
  },
  'selection.release': ({ store, write }, { selection }) => {
    mustBe(store, selection)
    write.change('selection.released', 'selection', selection, { frozen: null, frozenAt: null })
    return null
  },
  'selection.remove': ({ store, write }, { selection }) => {
    mustBe(store, selection)
    const user = keptSelections(store).find(({ id, rule }) => id !== selection && rule && selectionsIn(rule).includes(selection))
    if (user) throw new Refusal('conflict', 'selection.in_use', { name: user.name })
    write.change('selection.removed', 'selection', selection, { removed: true })
    return null
  }
}

const spelled = (rule: StoryFilter): string => JSON.stringify(tidyFilter(rule))

function mustBe(store: Store, id: Id): KeptSelection {
  const found = findSelection(store, id)
  if (!found) throw new Refusal('not_found', 'selection.absent')
  return found
}

function refuseTaken(store: Store, id: Id, name: string): void {
  const same = keptSelections(store).find((other) => other.id !== id && other.name.toLocaleLowerCase('nl') === name.toLocaleLowerCase('nl'))
  if (same) throw new Refusal('conflict', 'selection.same_name', { name: same.name })
}

/** A rule that rests on itself, straight away or by way of others, would never end; one too deep is refused as well. */
function refuseCircle(store: Store, id: Id, rule: StoryFilter): void {
  const rules = new Map(keptSelections(store).map((kept) => [kept.id, kept.rule]))
  const reached = new Set<Id>()
  const walk = (list: readonly Id[]): void => {
    for (const next of list) {
      if (next === id) throw new Refusal('invalid_input', 'selection.circular')
      if (reached.has(next)) continue
      reached.add(next)
      walk(selectionsIn(rules.get(next) ?? {}))
    }
  }
  walk(selectionsIn(rule))
  storyScope(store, rule, null)
}
