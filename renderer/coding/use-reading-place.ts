// Where reading stopped: found again when the story is opened, and told to the core when the scrolling rests.
import { useCallback, useEffect, useRef } from 'react'
import type { Story } from '../../shared/contract/story.ts'
import { useWrite } from '../api/hooks.ts'
import { useMyRole } from '../api/use-me.ts'
import type { ReaderHandle } from '../reader/types.ts'

const REST = 3000
/** Milliseconds without scrolling. */
const STILL = 150
/** UTF-16 units; less is the same place. */
const WORTH = 120

/** `from`: where the story is opened, when that is not where reading stopped. Gives what to do on every scroll. */
export function useReadingPlace(story: Story, reader: () => ReaderHandle | null, isElsewhere: boolean): () => void {
  const { write: open } = useWrite('reading.open', { quiet: true })
  const { write: place } = useWrite('reading.place', { quiet: true })
  const role = useMyRole()
  const keeps = role !== undefined && role !== 'reader' // a reader writes nothing
  const told = useRef(story.reading.position)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const still = useRef<ReturnType<typeof setTimeout>>(undefined)
  const last = useRef(story.reading.position)

  useEffect(() => { if (keeps) void open({ story: story.id }) }, [keeps, open, story.id])
  useEffect(() => {
    if (isElsewhere || story.reading.position === 0) return
    const frame = requestAnimationFrame(() => reader()?.scrollTo(story.reading.position))
    return () => cancelAnimationFrame(frame)
    // oxlint-disable-next-line react/exhaustive-deps -- once for a story: where it stands later is the coder's own doing
  }, [story.id])

  const tell = useCallback(() => {
    clearTimeout(timer.current)
    if (!keeps || Math.abs(last.current - told.current) < WORTH) return
    told.current = last.current
    void place({ story: story.id, position: last.current })
  }, [place, story.id, keeps])
  useEffect(() => () => { clearTimeout(still.current); still.current = undefined; tell() }, [tell])

  return useCallback(() => {
    // Asked at the first step and when the words stand still again: in a long transcript each asking costs a frame.
    const ask = () => { last.current = reader()?.place() ?? last.current }
    if (still.current === undefined) ask()
    clearTimeout(still.current)
    still.current = setTimeout(() => { still.current = undefined; ask() }, STILL)
    clearTimeout(timer.current)
    timer.current = setTimeout(tell, REST)
  }, [reader, tell])
}
