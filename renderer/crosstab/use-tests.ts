// The tests of the table on screen, in a worker: the table is there at once, its marks follow, and one can stop the counting.
import { useEffect, useRef, useState } from 'react'
import type { Crosstab, Testing } from '../../shared/contract/crosstab.ts'
import type { TestsNews, TestsWork } from './tests-worker.ts'

export interface Tests {
  /** The table with its tests; null while they are not there. */
  tested: Crosstab | null
  /** 0–1 while they are being counted; null otherwise. */
  share: number | null
  isStopped: boolean
  stop: () => void
  again: () => void
}

/** What was shuffled is known as long as its table is: who comes back to it does not wait again. */
const known = new WeakMap<Crosstab, Map<string, Crosstab>>()

/** Not for a table of tellers with several stories: the core tests those (`table` is then null). */
export function useTests(table: Crosstab | null, { adjust, draws }: Testing): Tests {
  const [share, setShare] = useState<number | null>(null)
  const [isStopped, setStopped] = useState(false)
  const [round, setRound] = useState(0)
  const worker = useRef<Worker | null>(null)
  const testing = `${adjust} ${draws}`
  useEffect(() => {
    setStopped(false)
    if (!table || known.get(table)?.has(testing)) return undefined
    const made = new Worker(new URL('./tests-worker.ts', import.meta.url), { type: 'module' })
    worker.current = made
    setShare(0)
    made.addEventListener('message', ({ data }: MessageEvent<TestsNews>) => {
      if ('share' in data) { setShare(data.share); return }
      known.set(table, (known.get(table) ?? new Map<string, Crosstab>()).set(testing, data.tested))
      setShare(null)
    })
    // A window that may start no worker shows the counts, and says that the tests were stopped.
    made.addEventListener('error', () => { setShare(null); setStopped(true) })
    made.postMessage({ table, testing: { adjust, draws } } satisfies TestsWork)
    return () => { made.terminate(); setShare(null) }
  }, [table, adjust, draws, testing, round])
  return {
    tested: (table && known.get(table)?.get(testing)) ?? null, share, isStopped,
    stop: () => { worker.current?.terminate(); setShare(null); setStopped(true) },
    again: () => setRound(round + 1)
  }
}
