// Importing through the window: looking at uploads, starting a job and following it.
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ImportingCall, ImportingInput, ImportingOutput, JobState } from '../../shared/contract/importing.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { useJob } from './jobs.ts'
import { queries } from './queries.ts'
import { ask, send } from './wire.ts'

/** While the feed is silent (the line may be down) a running job is asked how it goes. */
const ASK_AGAIN = 1000

/** These change something; the others only look. */
const ACTS = new Set<ImportingCall>(['import.start', 'job.cancel'])

/** Throws CallFailed or ConnectionLost. */
export async function importing<N extends ImportingCall>(name: N, input: ImportingInput<N>): Promise<ImportingOutput<N>> {
  return (await (ACTS.has(name) ? send : ask)(name, input)).value as ImportingOutput<N>
}

/** How a job goes, followed to its end. */
export function useJobState(job: Id | null): UseQueryResult<JobState> & { progress: number | null } {
  const news = useJob(job)
  const read = useQuery({
    queryKey: ['job.read', job], queryFn: () => importing('job.read', { job: job! }), enabled: job !== null,
    refetchInterval: query => (query.state.data && query.state.data.state !== 'running' ? false : ASK_AGAIN)
  })
  const heard = news?.state
  useEffect(() => { if (heard && heard !== 'running') void queries.invalidateQueries({ queryKey: ['job.read', job] }) }, [heard, job])
  return { ...read, progress: news?.progress ?? read.data?.progress ?? null }
}
