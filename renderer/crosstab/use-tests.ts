// The tests of the table on screen, in a worker: the table is there at once, its marks follow, and one can stop the counting.
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { Crosstab, Testing } from '../../shared/contract/crosstab.ts'
import type { TestsNews, TestsWork } from './tests-worker.ts'

export interface Tests {
  /** The table with its tests; null while they are not there. */
  tested: Crosstab | null
  isRunning: boolean
  progress: Progress
  isStopped: boolean
  stop: () => void
  again: () => void
}

/** What was shuffled is known as long as its table is: who comes back to it does not wait again. */
const known = new WeakMap<Crosstab, Map<string, Crosstab>>()

/** Not for a table of tellers with several stories: the core tests those (`table` is then null). */
export function useTests(table: Crosstab | null, { adjust, draws }: Testing): Tests {
  const [isRunning, setRunning] = useState(false)
  const [isStopped, setStopped] = useState(false)
  const [round, setRound] = useState(0)
  const progress = useMemo(() => makeProgress(), [])
  const worker = useRef<Worker | null>(null)
  const testing = `${adjust} ${draws}`
  // A worker takes as long to start as the counts take to come, so it starts with the view.
  useEffect(() => {
    const first = worker.current = startWorker()
    first.onerror = () => { if (worker.current === first) worker.current = null } // whoever needs one tries again, and tells
    return () => endWorker(worker)
  }, [])
  useEffect(() => {
    setStopped(false)
    if (!table || known.get(table)?.has(testing)) return undefined
    const mine = worker.current ??= startWorker()
    let isDone = false
    const done = () => { isDone = true; setRunning(false) }
    progress.tell(0)
    setRunning(true)
    mine.onmessage = ({ data }: MessageEvent<TestsNews>) => {
      if ('share' in data) { progress.tell(data.share); return }
      known.set(table, (known.get(table) ?? new Map<string, Crosstab>()).set(testing, data.tested))
      done()
    }
    // A window that may start no worker shows the counts, and says that the tests were stopped.
    mine.onerror = () => { endWorker(worker); done(); setStopped(true) }
    mine.postMessage({ table, testing: { adjust, draws } } satisfies TestsWork)
    // One that still counts hears no word to stop.
    return () => { if (!isDone) { endWorker(worker); setRunning(false) } }
  }, [table, adjust, draws, testing, round, progress])
  return {
    tested: (table && known.get(table)?.get(testing)) ?? null, isRunning, progress, isStopped,
    stop: () => { endWorker(worker); setRunning(false); setStopped(true) },
    again: () => setRound(round + 1)
  }
}

const startWorker = (): Worker => new Worker(new URL('./tests-worker.ts', import.meta.url), { type: 'module' })

function endWorker(worker: { current: Worker | null }): void {
  worker.current?.terminate()
  worker.current = null
}

/** How far it is (0–1), told past the table: that is not drawn anew for it. */
export interface Progress { tell: (share: number) => void, listen: (listener: () => void) => () => void, share: () => number }

function makeProgress(): Progress {
  const listeners = new Set<() => void>()
  let share = 0
  return {
    tell: next => { share = next; for (const listener of listeners) listener() },
    listen: listener => { listeners.add(listener); return () => { listeners.delete(listener) } },
    share: () => share
  }
}

export const useShare = ({ listen, share }: Progress): number => useSyncExternalStore(listen, share)
