// The rows of a long list, a page at a time: only the pages in sight are asked.
import { useEffect, useState } from 'react'
import type { StoryInList } from '../../shared/contract/story.ts'
import type { StoryFilter } from '../../shared/domain/layer.ts'
import { useRead } from '../api/hooks.ts'

const PAGE = 200

export interface StoryRows {
  /** Null until the first answer. */
  total: number | null
  /** Undefined while its page is under way. */
  rowAt: (place: number) => StoryInList | undefined
}

/** `first` and `last`: places in sight; never more than two pages apart in practice, for a page is many screens. */
export function useStoryRows(filter: StoryFilter, first: number, last: number): StoryRows {
  const [from, to] = [pageOf(first), pageOf(last)]
  const upper = useRead('story.list', { filter, offset: from, limit: PAGE })
  const lower = useRead('story.list', { filter, offset: to, limit: PAGE }, { when: to !== from })
  const total = upper.data?.total ?? lower.data?.total ?? null
  const [known, setKnown] = useState<number | null>(null)
  // While another page is under way the list keeps its length, so that the scrollbar stands still.
  useEffect(() => { if (total !== null) setKnown(total) }, [total])
  return {
    total: total ?? known,
    rowAt: place => (place - from < PAGE ? upper.data?.rows[place - from] : lower.data?.rows[place - to])
  }
}

const pageOf = (place: number): number => Math.max(0, Math.floor(place / PAGE) * PAGE)
