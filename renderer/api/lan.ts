// Opening the project to colleagues, from the host's side; joining, from a colleague's.
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useCallback } from 'react'
import { z } from 'zod'
import type { LanCall, LanInput, LanOutput } from '../../shared/contract/lan.ts'
import { useDeskRead } from './desk.ts'
import { useAct } from './hooks.ts'
import { queries } from './queries.ts'
import { standing } from './moving.ts'
import { ask, send } from './wire.ts'

/** Set in a colleague's window: whose computer it is on, and its certificate. Null in the host's own. */
export const useGuest = () => useDeskRead().data?.guest ?? null

/** Whether the project is open, and who is in; asked again every so many milliseconds. Never from a colleague's window. */
export function useLan(every: number): UseQueryResult<LanOutput<'lan.read'>> {
  const desk = useDeskRead().data
  return useQuery({
    queryKey: ['lan.read', desk?.opened?.path], queryFn: ({ signal }) => readLan(signal),
    enabled: Boolean(desk?.opened?.coder) && desk?.guest === null, refetchInterval: every, staleTime: 0
  })
}

async function readLan(signal: AbortSignal): Promise<LanOutput<'lan.read'>> {
  await standing(signal)
  return (await ask('lan.read', {}, signal)).value as LanOutput<'lan.read'>
}

/** A call of the host's side; see useWrite. */
export function useLanAct<N extends LanCall>(name: N, { quiet = false } = {}) {
  return useAct(useCallback(async (input: LanInput<N>) => {
    const { value } = await send(name, input)
    await queries.invalidateQueries({ queryKey: ['lan.read'] })
    return value as LanOutput<N>
  }, [name]), quiet)
}

/** Comes in by a code; the cookie is set by the answer. */
export function useJoin() {
  return useAct(useCallback(async (input: { code: string, name?: string, background?: string }) => { await send('lan.join', input) }, []), true)
}

const Invited = z.object({ code: z.string(), print: z.string() })

/** What an invitation's link says behind its #: never sent to anybody. */
export function invited(hash: string): z.infer<typeof Invited> {
  const said = new URLSearchParams(hash.replace(/^#\/?/, ''))
  return { code: said.get('code') ?? '', print: said.get('vingerafdruk') ?? '' }
}

/** The link of an invitation: whoever opens it need not copy anything. */
export const invitation = (url: string, code: string, print: string): string => `${url}/#code=${code}&vingerafdruk=${print.replaceAll(':', '')}`
