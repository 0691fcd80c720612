// The one cache of answers, keyed by [call, input]. An answer stays good until the feed says that what it is made of changed.
import { notifyManager, QueryClient } from '@tanstack/react-query'
import { contract, type CallName, type Input, type Output, type ReadName } from '../../shared/contract/index.ts'
import { FAILURES } from '../../shared/errors.ts'
import { backoff } from './backoff.ts'
import { CallFailed, ConnectionLost } from './failed.ts'

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false, networkMode: 'always',
      retry: (tries, error) => error instanceof ConnectionLost || (error instanceof CallFailed && FAILURES[error.failure.kind].retry && tries < 3),
      retryDelay: backoff
    },
    mutations: { networkMode: 'always', retry: false }
  }
})

/** Answers made of one of these nouns are old. Every op is also a step in the history. */
export function forget(nouns: ReadonlySet<string>): void {
  void queries.invalidateQueries({ predicate: ({ queryKey }) => isMadeOf(String(queryKey[0]), nouns) })
}

/** What this window is about to tell the host stands at once in the answer it keeps: who comes back to it finds nothing older. */
export function amend<N extends ReadName>(name: N, input: Input<N>, change: (former: Output<N>) => Output<N>): void {
  queries.setQueryData<Output<N>>([name, input], former => former && change(former))
}

/** Nothing that was asked before can be trusted. */
export function forgetAll(): void {
  void queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]) in contract })
}

/** Screens are told of an answer a moment after it came; resolves when they have been. */
export const screensTold = (): Promise<void> => new Promise(resolve => { notifyManager.schedule(resolve) })

/** Another project or another coder: nothing of before may be seen, not for a moment. */
export function dropAll(): void {
  queries.removeQueries({ predicate: ({ queryKey }) => String(queryKey[0]) in contract })
}

/** Questions about the project that are under way are taken back, and the one which screen is due; the answers that are there stay. */
export const dropQuestions = (): Promise<void> =>
  queries.cancelQueries({ predicate: ({ queryKey: [name] }) => name === 'desk.read' || !String(name).startsWith('desk.') })

/** Answers of these calls are old, whatever they are made of: what they were read from was made anew. */
export const forgetCalls = (noun: string): void => void queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith(`${noun}.`) })

function isMadeOf(name: string, nouns: ReadonlySet<string>): boolean {
  const shape = name in contract ? contract[name as CallName] : undefined
  return shape?.is === 'read' && shape.reads.some((noun: string) => noun === 'gesture' || nouns.has(noun))
}
