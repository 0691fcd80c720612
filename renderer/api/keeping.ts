// Snapshots as a screen asks for them: of the open project, or of a file that does not open.
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { DeskOutput } from '../../shared/contract/desk.ts'
import { desk } from './desk.ts'
import { queries } from './queries.ts'

/** Other programs make them too, so this is asked anew each time a screen shows them. */
export function useSnapshots(): UseQueryResult<DeskOutput<'snapshot.list'>> {
  return useQuery({ queryKey: ['snapshot.list'], queryFn: ({ signal }) => desk('snapshot.list', {}, signal), staleTime: 0, gcTime: 0 })
}

export const snapshotsChanged = (): void => void queries.invalidateQueries({ queryKey: ['snapshot.list'] })

export function useSnapshotsOfFile(path: string | null): UseQueryResult<DeskOutput<'snapshot.ofFile'>> {
  return useQuery({ queryKey: ['snapshot.ofFile', path], queryFn: ({ signal }) => desk('snapshot.ofFile', { path: path! }, signal), enabled: path !== null, staleTime: 0, gcTime: 0 })
}
