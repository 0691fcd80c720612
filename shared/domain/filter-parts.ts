// Walking a rule: which kept selections it rests on, and whether it says anything at all.
import type { Id } from './ids.ts'
import type { StoryFilter } from './layer.ts'

/** The kept selections a rule names, at any depth. */
export function selectionsIn(filter: StoryFilter): Id[] {
  return [...(filter.selections ?? []), ...[...(filter.any ?? []), ...(filter.not ?? [])].flatMap(selectionsIn)]
}

/** The same rule without conditions that are not there; an `any` or `not` of nothing goes too. */
export function tidyFilter(filter: StoryFilter): StoryFilter {
  const kept = Object.entries(filter).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0) && value !== '')
  return Object.fromEntries(kept)
}

/**
 * Both must hold. Lists in which one is enough (groups, codes) cannot be joined to one list: where both have one, the second moves into
 * a rule of its own.
 */
export function bothFilters(a: StoryFilter, b: StoryFilter): StoryFilter {
  const added: StoryFilter = {}
  const apart: StoryFilter = {}
  for (const [name, value] of Object.entries(tidyFilter(b))) {
    if (name === 'answers' || name === 'selections' || name === 'not') Object.assign(added, { [name]: [...((a[name] ?? []) as unknown[]), ...(value as unknown[])] })
    else if (a[name as keyof StoryFilter] === undefined) Object.assign(added, { [name]: value })
    else Object.assign(apart, { [name]: value })
  }
  const both = { ...a, ...added }
  // "not (not x)" says the same as x and keeps both `any` lists whole.
  return Object.keys(apart).length === 0 ? both : { ...both, not: [...(both.not ?? []), { not: [apart] }] }
}
