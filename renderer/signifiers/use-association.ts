// Whether answers and parts go together, reckoned aside; null while it is under way and where there is nothing to reckon.
import { useEffect, useState } from 'react'
import type { Association } from '../../shared/crosstab/answer-association.ts'

/** @param table stories by part and answer. */
export function useAssociation(table: readonly (readonly number[])[] | null): Association | null {
  const asked = JSON.stringify(table)
  const [found, setFound] = useState<{ of: string, answer: Association } | null>(null)
  useEffect(() => {
    if (asked === 'null') return
    const worker = new Worker(new URL('./association-worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<Association>) => setFound({ of: asked, answer: data })
    worker.postMessage(JSON.parse(asked))
    return () => worker.terminate()
  }, [asked])
  return found?.of === asked ? found.answer : null
}
