// The list of stories: quick at twenty thousand, walked by arrows, opened by a press or Enter.
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useVirtualizer } from '@tanstack/react-virtual'
import type { Coder } from '../../shared/contract/coder.ts'
import type { Id } from '../../shared/domain/ids.ts'
import type { StoryFilter } from '../../shared/domain/layer.ts'
import type { ProjectDetails } from '../../shared/contract/project.ts'
import { useReadersByStory } from '../api/use-others.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { classNames } from '../ui/class-names.ts'
import { StoryRow } from './story-row.tsx'
import { useStoryRows } from './use-story-rows.ts'

export interface StoryListProps {
  project: ProjectDetails
  filter: StoryFilter
  current: Id | null
  /** Where the current story stands among those the filter picks, from 1; null when unknown. */
  currentPlace: number | null
  onOpen: (story: Id) => void
  /** Shown instead when the filter picks none. */
  nothing: React.ReactNode
}

/** Of a row, in rem: it grows with the letters. */
const ROW_REM = 3.5
const PAGE_KEYS = 8

export function StoryList({ project, filter, current, currentPlace, onOpen, nothing }: StoryListProps) {
  const say = useSay('stories')
  const listId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const [inSight, setInSight] = useState({ first: 0, last: 0 })
  const { total, rowAt } = useStoryRows(filter, inSight.first, inSight.last)
  const readers = useReadersByStory()
  const formats = useFormats()
  const namesOf = (coders: readonly Coder[] | undefined) => coders && formats.list(coders.map(({ name }) => name))
  const groups = useMemo(() => new Map(project.groups.map(group => [group.id, group.name])), [project.groups])
  const groupOf = (story: { group: Id | null } | undefined) => (story?.group ? groups.get(story.group) : undefined)
  const rowHeight = Math.round(ROW_REM * rem())
  const rows = useVirtualizer({
    count: total ?? 0, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 6,
    onChange: list => {
      const { startIndex = 0, endIndex = 0 } = list.range ?? {}
      setInSight(before => (before.first === startIndex && before.last === endIndex ? before : { first: startIndex, last: endIndex }))
    }
  })
  useEffect(() => { rows.measure() }, [rows, rowHeight])

  const place = currentPlace === null || !current ? null : currentPlace - 1
  const [cursor, setCursor] = useState<number | null>(null)
  const at = cursor ?? place ?? 0
  useEffect(() => { setCursor(null) }, [current, filter])
  useEffect(() => { if (place !== null && total !== null && place < total) rows.scrollToIndex(place, { align: 'auto' }) }, [rows, place, total])

  const walk = (event: KeyboardEvent) => {
    if (total === null || total === 0 || event.altKey || event.ctrlKey || event.metaKey) return
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: total - 1, PageDown: at + PAGE_KEYS, PageUp: at - PAGE_KEYS }[event.key]
    if (next !== undefined) {
      const to = Math.max(0, Math.min(total - 1, next))
      setCursor(to)
      rows.scrollToIndex(to, { align: 'auto' })
    } else if (event.key === 'Enter' || event.key === ' ') {
      const story = rowAt(at)
      if (story) onOpen(story.id)
    } else return
    event.preventDefault()
  }

  if (total === 0) return <div className="story-list">{nothing}</div>
  const shown = rows.getVirtualItems()
  const optionId = (index: number) => `${listId}-${index}`
  return (
    <div
      ref={scroller} className="story-list" role="listbox" tabIndex={0} aria-label={say('list')} onKeyDown={walk}
      aria-activedescendant={shown.some(({ index }) => index === at) ? optionId(at) : undefined}
    >
      <div className="story-list-rows" role="presentation" style={{ height: rows.getTotalSize() }}>
        {shown.map(({ index, start, size }) => {
          const story = rowAt(index)
          const isCurrent = story !== undefined && story.id === current
          return (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the list holds the focus and takes the keys for its rows
            <div
              key={index} id={optionId(index)} role="option" aria-selected={isCurrent} aria-setsize={total ?? -1} aria-posinset={index + 1}
              className={classNames('story-option', isCurrent && 'is-current', index === at && 'is-at')}
              style={{ transform: `translateY(${start}px)`, height: size }} onClick={() => { if (story) onOpen(story.id) }}
            >
              <StoryRow story={story} group={groupOf(story)} readers={story && namesOf(readers.get(story.id))} letters={story && lettersOf(readers.get(story.id))} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** Letters in a row of their own, so that a row is drawn anew only when they change. */
const lettersOf = (coders: readonly Coder[] | undefined): string | undefined => coders?.map(({ initials }) => initials).join(' ')

const rem = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
