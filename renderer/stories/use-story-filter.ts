// The filter of the story list: in the address while one works, remembered for the next time.
import { useCallback, useEffect, useMemo } from 'react'
import type { Id } from '../../shared/domain/ids.ts'
import { StoryFilter } from '../../shared/domain/layer.ts'
import { usePreference } from '../api/preferences.ts'
import { formatRoute, go, useRoute, type Route } from '../app/route.ts'
import { filterFromQuery, filterToQuery, namesFilter } from '../filter/filter-route.ts'

const NONE: StoryFilter = {}

export function useStoryFilter(project: Id): [StoryFilter, (filter: StoryFilter) => void] {
  const route = useRoute()
  const [kept, keep] = usePreference(`stories.filter.${project}`, StoryFilter, NONE)
  const named = namesFilter(route.query)
  const filter = useMemo(() => (named ? filterFromQuery(route.query) : kept), [named, route.query, kept])
  useEffect(() => {
    // Came here by a link that says nothing about a filter: the list is as one left it, and the address tells so.
    if (route.place === 'lezen' && !named && Object.keys(kept).length > 0) go(withFilter(route, kept), { replace: true })
    // A filter that came with a link is the one to find again.
    if (named && JSON.stringify(filter) !== JSON.stringify(kept)) keep(filter)
  }, [route, named, filter, kept, keep])
  const set = useCallback((next: StoryFilter) => {
    keep(next)
    go(withFilter(route, next), { replace: true })
  }, [route, keep])
  return [filter, set]
}

function withFilter(route: Route, filter: StoryFilter): string {
  const { van, bij } = route.query
  return formatRoute({ ...route, query: { ...(van ? { van } : {}), ...(bij ? { bij } : {}), ...filterToQuery(filter) } })
}

/** The address of a story with the list as it stands. */
export const storyInList = (story: Id, filter: StoryFilter): string => formatRoute({ place: 'lezen', rest: [story], query: filterToQuery(filter) })
