// How a screen asks and changes: useRead for answers that keep themselves fresh, useWrite for changes with their failure in words.
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Input, Output, ReadName, WriteName } from '../../shared/contract/index.ts'
import type { Failure } from '../../shared/errors.ts'
import { call, change } from './call.ts'
import { wasAwaySince } from './connection.ts'
import { failureOf } from './failed.ts'
import { queries } from './queries.ts'
import { sayRefused } from './say-refused.ts'

export interface ReadOptions {
  /** false: not yet asked. */
  when?: boolean
  /** While other input is being asked, show the answer to the former (with isPlaceholderData set). */
  keepFormer?: boolean
}

/** The answer to a read call, asked anew whenever the feed says that it is old. */
export function useRead<N extends ReadName>(name: N, input: Input<N>, { when = true, keepFormer = false }: ReadOptions = {}): UseQueryResult<Output<N>> {
  return useQuery<Output<N>>({
    queryKey: [name, input], queryFn: ({ signal }) => call(name, input, signal), enabled: when,
    ...(keepFormer ? { placeholderData: keepPreviousData } : {})
  })
}

/** The answer as it is good now: at once when it is there, after the asking when the feed said that it is old. */
export function readNow<N extends ReadName>(name: N, input: Input<N>): Promise<Output<N>> {
  return queries.fetchQuery({ queryKey: [name, input], queryFn: ({ signal }) => call(name, input, signal) })
}

/** Asks ahead, e.g. the next story; an answer that is there already is kept. */
export function readAhead<N extends ReadName>(name: N, input: Input<N>): void {
  void queries.prefetchQuery({ queryKey: [name, input], queryFn: ({ signal }) => call(name, input, signal) })
}

export type Written<T> = { ok: true, value: T } | { ok: false, failure: Failure }

export interface Write<N extends WriteName> {
  /** Never throws: a refusal is a value, and was told already (unless `quiet`). */
  write: (input: Input<N>) => Promise<Written<Output<N>>>
  pending: boolean
  /** Of the last try; null once another went well. */
  failure: Failure | null
  clear: () => void
}

/** A change. A refusal is said in passing; with `quiet` the screen says it itself, where it happened. */
export function useWrite<N extends WriteName>(name: N, { quiet = false } = {}): Write<N> {
  return useAct(useCallback((input: Input<N>) => change(name, input), [name]), quiet)
}

/** Shared by useWrite and useDesk: pending, failure and words round a promise. */
export function useAct<I, O>(act: (input: I) => Promise<O>, quiet: boolean) {
  const [under, setUnder] = useState(0)
  const [failure, setFailure] = useState<Failure | null>(null)
  const gone = useRef(false)
  useEffect(() => { gone.current = false; return () => { gone.current = true } }, [])
  const write = useCallback(async (input: I): Promise<Written<O>> => {
    setUnder(count => count + 1)
    const began = Date.now()
    try {
      const value = await act(input)
      setFailure(null)
      return { ok: true, value }
    } catch (error) {
      const failed = failureOf(error)
      setFailure(failed)
      if (!quiet || gone.current) sayRefused(failed, wasAwaySince(began))
      return { ok: false, failure: failed }
    } finally {
      setUnder(count => count - 1)
    }
  }, [act, quiet])
  return { write, pending: under > 0, failure, clear: useCallback(() => setFailure(null), []) }
}
