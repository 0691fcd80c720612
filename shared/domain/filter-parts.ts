// Walking a rule: which kept selections it rests on, and whether it says anything at all.
import type { Id } from './ids.ts'
import type { StoryFilter } from './layer.ts'

/** The kept selections a rule names, at any depth. */
export function selectionsIn(filter: StoryFilter): Id[] {
  return [...(filter.selections ?? []), ...[...(filter.any ?? []), ...(filter.not ?? []), ...(filter.alsoTold ?? [])].flatMap(selectionsIn)]
}

/** The same rule without conditions that are not there; an `any` or `not` of nothing goes too. */
export function tidyFilter(filter: StoryFilter): StoryFilter {
  const kept = Object.entries(filter).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0) && value !== '')
  return Object.fromEntries(kept)
}

/**
 * Both must hold. Lists in which one is enough (groups, codes) and rules that look at different layers cannot be joined to one: the
 * second then stays a rule of its own, as "not (not …)", which says the same.
 */
export function bothFilters(a: StoryFilter, b: StoryFilter): StoryFilter {
  const [first, second] = [tidyFilter(a), tidyFilter(b)]
  const lists = ['answers', 'selections', 'not', 'alsoTold'] as const
  const looksAtCodes = (filter: StoryFilter): boolean => Boolean(filter.codes ?? filter.withoutCodes ?? filter.themes ?? filter.withoutThemes)
  const clash = (Object.keys(second) as (keyof StoryFilter)[]).some((name) => first[name] !== undefined && !lists.includes(name as (typeof lists)[number]))
    || (looksAtCodes(first) && looksAtCodes(second)) || (first.layer !== undefined && looksAtCodes(second))
  if (clash) return { ...first, not: [...(first.not ?? []), { not: [second] }] }
  const joined = lists.flatMap((name) => (first[name] && second[name] ? [[name, [...first[name], ...second[name]]]] : []))
  return { ...first, ...second, ...(Object.fromEntries(joined) as StoryFilter) }
}
