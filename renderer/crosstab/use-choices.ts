// What was chosen for the cross-table and the views beside it, and the rule one may have come with.
import { useEffect } from 'react'
import type { Output } from '../../shared/contract/index.ts'
import { usePreference } from '../api/preferences.ts'
import { formatRoute, go, useRoute } from '../app/route.ts'
import { filterFromQuery, namesFilter } from '../filter/filter-route.ts'
import { Choices, firstChoices } from './choices.ts'

export function useChoices(project: Output<'project.read'>): [Choices, (part: Partial<Choices>) => void] {
  const [kept, keep] = usePreference(`crosstab:${project.id}`, Choices, firstChoices(project))
  // Came here with a rule, from a chart or a list of stories: it becomes the filter of every view.
  const { place, rest, query } = useRoute()
  useEffect(() => {
    if (place !== 'kruistabel' || !namesFilter(query)) return
    keep({ ...kept, filter: filterFromQuery(query) })
    go(formatRoute({ place, rest }), { replace: true })
  }, [place, rest, query, kept, keep])
  return [kept, part => keep({ ...kept, ...part })]
}
