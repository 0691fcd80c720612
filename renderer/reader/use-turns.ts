// Sets the turns of speakers apart: their paragraphs are numbered, their names painted; the text itself stays as it is.
import { useLayoutEffect, useMemo } from 'react'
import { paragraphAt, type Span } from '../../shared/anchoring/span.ts'
import type { Turns } from '../../shared/text/turns.ts'
import type { TextMap } from './text-map.ts'
import { usePaintedSpans } from './use-painting.ts'

export function useTurns(map: TextMap | null, conversation: Turns | undefined, sight: Span | null = null): void {
  const turns = conversation?.turns
  const names = useMemo(() => turns?.flatMap(turn => turn.speaker ?? []), [turns])
  usePaintedSpans(map, names, 'duiding-speaker', sight)
  usePaintedSpans(map, conversation?.times, 'duiding-time', sight)
  useLayoutEffect(() => {
    if (!map || !turns?.length) return
    const marked = turns.map(({ start, number }) => {
      const paragraph = map.root.children[paragraphAt(map.paragraphs, start)]
      paragraph?.setAttribute('data-turn', String(number))
      return paragraph
    })
    return () => { for (const paragraph of marked) paragraph?.removeAttribute('data-turn') }
  }, [map, turns])
}
