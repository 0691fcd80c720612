// What one looks for, kept in the address so that going back, and a link, bring the same: #/zoeken?w=schaamte&als=regels&groep=…
import { useCallback, useMemo } from 'react'
import type { Input } from '../../shared/contract/index.ts'
import type { StoryFilter } from '../../shared/domain/layer.ts'
import { formatRoute, go, useRoute } from '../app/route.ts'
import { filterFromQuery, filterToQuery } from '../filter/filter-route.ts'

export const FACES = ['verhalen', 'regels', 'woorden', 'ernaast', 'lijkt'] as const
export type Face = (typeof FACES)[number]
export type Like = Input<'search.alike'>['like']
export interface Asked { words: string, face: Face, filter: StoryFilter, like: Like | null }

function searchRoute({ words = '', face = 'verhalen', filter = {}, like = null }: Partial<Asked>): string {
  return formatRoute({
    place: 'zoeken',
    query: { ...(words ? { w: words } : {}), ...(face === 'verhalen' ? {} : { als: face }), ...(like ? { lijkt: like.is === 'code' ? like.code : `${like.text}:${like.start}-${like.end}` } : {}), ...filterToQuery(filter) }
  })
}

export function askedOf(query: Record<string, string>): Asked {
  const like = likeOf(query.lijkt)
  return { words: (query.w ?? '').slice(0, 200), face: FACES.find(face => face === query.als) ?? (like ? 'lijkt' : 'verhalen'), filter: filterFromQuery(query), like }
}

function likeOf(said: string | undefined): Like | null {
  if (said && /^[\w-]{22}$/.test(said)) return { is: 'code', code: said }
  const found = /^([\w-]{22}):(\d+)-(\d+)$/.exec(said ?? '')
  return found && Number(found[2]) < Number(found[3]) ? { is: 'place', text: found[1]!, start: Number(found[2]), end: Number(found[3]) } : null
}

export type Ask = (change: Partial<Asked>, keep?: { replace: boolean }) => void

export function useAsked(): [Asked, Ask] {
  const { query } = useRoute()
  const asked = useMemo(() => askedOf(query), [query])
  const ask = useCallback((change: Partial<Asked>, keep = { replace: false }) => go(searchRoute({ ...asked, ...change }), keep), [asked])
  return [asked, ask]
}
