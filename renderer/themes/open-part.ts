// Where one reads more of what lies on a theme.
import type { ThemePart } from '../../shared/contract/theme.ts'
import { formatRoute, go, storyRoute } from '../app/route.ts'

export function openPart(part: ThemePart): void {
  switch (part.is) {
    case 'code': return go(formatRoute({ place: 'codes', rest: [part.code] }))
    case 'coding': return go(storyRoute(part.story, { text: part.text, start: part.start, end: part.end }))
    case 'memo': return go(formatRoute({ place: 'logboek', query: { memo: part.memo } }))
    case 'story': return go(storyRoute(part.story))
  }
}
