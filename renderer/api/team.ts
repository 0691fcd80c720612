// The sharing of the open project as a screen asks for it; how it stands at the moment comes by itself (team-news.ts).
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { DeskOutput } from '../../shared/contract/desk.ts'
import { desk } from './desk.ts'

/** Colleagues' work arrives in seconds; so often is soon enough for a table of it. */
const AGAIN = 5000

export function useTeamRead(): UseQueryResult<DeskOutput<'team.read'>> {
  return useQuery({ queryKey: ['team.read'], queryFn: ({ signal }) => desk('team.read', {}, signal), staleTime: 0, gcTime: 0, refetchInterval: AGAIN })
}
