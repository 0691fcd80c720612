// Where reading stopped: found again when the story is opened, and told to the core when the scrolling rests.
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import type { Story } from '../../shared/contract/story.ts'
import { useWrite } from '../api/hooks.ts'
import { isGoing, tellBeforeGoing } from '../api/moving.ts'
import { amend } from '../api/queries.ts'
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
    const land = () => {
      if ((reader()?.place() ?? null) === null) frame = requestAnimationFrame(land) // the words do not stand there yet
      else reader()!.scrollTo(story.reading.position)
    }
    let frame = requestAnimationFrame(land)
    return () => cancelAnimationFrame(frame)
    // oxlint-disable-next-line react/exhaustive-deps -- once for a story: where it stands later is the coder's own doing
  }, [story.id])

  const ask = useCallback(() => { last.current = reader()?.place() ?? last.current }, [reader])
  const tell = useCallback(() => {
    if (still.current !== undefined) ask()
    for (const waiting of [timer, still]) {
      clearTimeout(waiting.current)
      waiting.current = undefined
    }
    if (!keeps || isGoing() || Math.abs(last.current - told.current) < WORTH) return
    told.current = last.current
    const position = last.current
    amend('story.read', { story: story.id }, read => ({ ...read, reading: { ...read.reading, position } }))
    void place({ story: story.id, position })
  }, [place, story.id, keeps, ask])
  useEffect(() => tellBeforeGoing(tell), [tell])
  useLayoutEffect(() => tell, [tell]) // on leaving, while the words still stand there to be asked

  return useCallback(() => {
    // Asked at the first step and when the words stand still again: in a long transcript each asking costs a frame.
    if (still.current === undefined) ask()
    clearTimeout(still.current)
    still.current = setTimeout(() => { still.current = undefined; ask() }, STILL)
    clearTimeout(timer.current)
    timer.current = setTimeout(tell, REST)
  }, [ask, tell])
}
