// Talking to the host about this window: which projects there are, opening one, who sits here, what is remembered.
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { DeskCall, DeskInput, DeskOutput } from '../../shared/contract/desk.ts'
import { changesSettled } from './call.ts'
import { sendLeftBehind } from './left-behind.ts'
import { useAct } from './hooks.ts'
import { listenLive, stopLive } from './live.ts'
import { move, standing, tellWhatIsKept, whereabouts } from './moving.ts'
import { dropAll, dropQuestions, forgetAll, queries, screensTold } from './queries.ts'
import { remember } from './session.ts'
import { ask, send } from './wire.ts'

type Opening = Extract<DeskCall, 'desk.create' | 'desk.join' | 'desk.open' | 'desk.openAlone' | 'desk.openSample' | 'desk.enter' | 'snapshot.open' | 'snapshot.openAt' | 'snapshot.recover' | 'team.choose'>
const OPENING = new Set<DeskCall>(['desk.create', 'desk.join', 'desk.open', 'desk.openAlone', 'desk.openSample', 'desk.enter', 'snapshot.open', 'snapshot.openAt', 'snapshot.recover', 'team.choose'] satisfies Opening[])
/** These change nothing of what desk.read tells. */
const ASIDE = new Set<DeskCall>(['desk.read', 'desk.browse', 'desk.remember', 'snapshot.list', 'snapshot.take', 'snapshot.ofFile', 'snapshot.restore', 'merge.preview', 'merge.run', 'team.read', 'team.look', 'team.replaceBroken', 'privacy.copies'])

/** These change nothing at all. */
const ASKING = new Set<DeskCall>(['desk.read', 'desk.browse', 'snapshot.list', 'snapshot.ofFile', 'merge.preview', 'team.read', 'privacy.copies'])

/** One desk call. Opening and leaving also settle what this window remembers, hears and shows. A question comes with the `signal` that it is wanted no more. */
export async function desk<N extends DeskCall>(name: N, input: DeskInput<N>, signal?: AbortSignal): Promise<DeskOutput<N>> {
  if (OPENING.has(name)) return open(name as Opening, input as DeskInput<Opening>) as Promise<DeskOutput<N>>
  if (name === 'desk.leave') return leave() as Promise<DeskOutput<N>>
  if (!name.startsWith('desk.')) await standing(signal) // about the project, as a read of its stories is
  const value = (await (ASKING.has(name) ? ask : send)(name, input, signal)).value as DeskOutput<N>
  if (!ASIDE.has(name)) await queries.invalidateQueries({ queryKey: ['desk.read'] })
  return value
}

async function open<N extends Opening>(name: N, input: DeskInput<N>): Promise<DeskOutput<N>> {
  const opened = await go(async () => {
    const value = (await send(name, input)).value as DeskOutput<N>
    remember({ path: value.path, coder: value.coder })
    dropAll()
    listenLive()
    return value
  })
  if (opened.coder) sendLeftBehind()
  return opened
}

function leave(): Promise<DeskOutput<'desk.leave'>> {
  return go(async () => {
    const value = (await send('desk.leave', {})).value as DeskOutput<'desk.leave'>
    remember({ path: null, coder: null })
    stopLive()
    return value
  }, dropAll) // not before: the screen that is left shows what it showed until the other stands
}

/** A change still under way belongs to the coder and the project of now; a question that is taken back is asked again when there is no going. */
async function go<T>(tell: () => Promise<T>, arrived = () => {}): Promise<T> {
  tellWhatIsKept()
  await changesSettled()
  let isThere = false
  return move(async () => {
    await dropQuestions()
    const value = await tell()
    isThere = true
    return value
  }, async () => {
    if (!isThere) forgetAll()
    await showDesk()
    if (isThere) arrived()
  })
}

/** The screen of what is open now takes the place of the one before. */
async function showDesk(): Promise<void> {
  await queries.invalidateQueries({ queryKey: ['desk.read'] })
  await screensTold()
}

/** Recent projects, what is open, what is remembered. */
export function useDeskRead(): UseQueryResult<DeskOutput<'desk.read'>> {
  return useQuery({ queryKey: ['desk.read'], queryFn: () => whereabouts().then(() => desk('desk.read', {})) })
}

export function useBrowse(input: DeskInput<'desk.browse'>): UseQueryResult<DeskOutput<'desk.browse'>> {
  return useQuery({ queryKey: ['desk.browse', input], queryFn: () => desk('desk.browse', input), staleTime: 0, gcTime: 0, placeholderData: keepPreviousData })
}

/** A desk call from a screen; see useWrite. */
export function useDesk<N extends DeskCall>(name: N, { quiet = false } = {}) {
  return useAct(useCallback((input: DeskInput<N>) => desk(name, input), [name]), quiet)
}
