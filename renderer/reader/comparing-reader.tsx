// The story surface for comparing: the text once, where readings meet and where they differ painted in it, and a lane of stripes for
// every coder beside it. For reading and choosing a place; nothing is coded here. The lanes are for the eye: the list beside the page
// says the same in words.
import { useCallback, useEffect, useImperativeHandle, useMemo, useRef, type ReactNode, type Ref } from 'react'
import type { Span } from '../../shared/anchoring/span.ts'
import type { Turns } from '../../shared/text/turns.ts'
import { CoderLane } from './coder-lane.tsx'
import { useStoryText } from './story-text.ts'
import type { ReaderCoding } from './types.ts'
import { usePaintedSpans } from './use-painting.ts'
import { useTurns } from './use-turns.ts'
import { useView } from './use-view.ts'
import './reader.css'

export interface ReaderLane { id: string, initials: string, name: string, mine: boolean, codings: readonly ReaderCoding[] }
/** A place that was read alike or differently; `look` chooses how it is painted. */
export interface ReaderSpot extends Span { id: string, look: 'same' | 'edges' | 'some' | 'other' }
export interface ComparingReaderHandle { /** Brings a place into view, a third down the window, unless it is in sight. */ reach(span: Span): void, focus(): void }

export interface ComparingReaderProps {
  ref?: Ref<ComparingReaderHandle>
  textId: string
  revision: number
  body: string
  language: string | null
  label: string
  /** None for a short answer under the story. */
  lanes: readonly ReaderLane[]
  spots: readonly ReaderSpot[]
  active: string | null
  onActivate: (spot: string | null) => void
  /** The spot that a coding of a lane belongs to. */
  spotOf: (coding: string) => string | null
  turns?: Turns
  look?: 'page' | 'note'
  head?: ReactNode
  foot?: ReactNode
}

/** More lanes than this have no room for the names of codes. */
const NAMED_LANES = 3

export function ComparingReader(props: ComparingReaderProps) {
  const { textId, revision, body, language, label, lanes, spots, active, onActivate, spotOf, turns, look = 'page', head, foot, ref } = props
  const scroller = useRef<HTMLDivElement>(null)
  const root = useRef<HTMLDivElement>(null)
  const lanesBox = useRef<HTMLDivElement>(null)
  const map = useStoryText(root, textId, revision, body)
  const of = useMemo(() => Map.groupBy(spots, each => each.look), [spots])
  const chosen = useMemo(() => spots.filter(({ id }) => id === active), [spots, active])
  usePaintedSpans(map, of.get('same'), 'duiding-spot-same')
  usePaintedSpans(map, of.get('edges'), 'duiding-spot-edges')
  usePaintedSpans(map, of.get('some'), 'duiding-spot-some')
  usePaintedSpans(map, of.get('other'), 'duiding-spot-other')
  usePaintedSpans(map, chosen, 'duiding-spot-chosen')
  useTurns(map, turns)
  const view = useView(map, scroller, lanesBox)

  const reach = useCallback((span: Span) => {
    const frame = scroller.current
    if (!map || !frame) return
    const [{ top, bottom }, box] = [map.extent(span), frame.getBoundingClientRect()]
    if (look === 'note') root.current?.scrollIntoView({ block: 'nearest' })
    else if (top < box.top + 60 || bottom > box.bottom - 20) frame.scrollTop += top - box.top - frame.clientHeight / 3
  }, [map, look])
  useImperativeHandle(ref, () => ({ reach, focus: () => root.current?.focus() }), [reach])

  // Pressing on words chooses the shortest place there; pressing again goes round the others.
  useEffect(() => {
    if (!map) return
    const onClick = (event: MouseEvent) => {
      if (!document.getSelection()?.isCollapsed) return // words are being copied
      const offset = map.offsetUnder(event.clientX, event.clientY)
      const here = offset === null || !map.isOnWords(event.clientX, event.clientY, offset) ? [] : spots.filter(({ start, end }) => start <= offset && offset < end)
      const inTurn = here.toSorted((one, other) => (one.end - one.start) - (other.end - other.start))
      onActivate(inTurn[(inTurn.findIndex(({ id }) => id === active) + 1) % inTurn.length]?.id ?? null)
    }
    map.root.addEventListener('click', onClick)
    return () => map.root.removeEventListener('click', onClick)
  }, [map, spots, active, onActivate])

  return (
    <div ref={scroller} className={`reader is-${look}`}>
      {head}
      <div className="reader-page is-comparing" data-lanes={lanes.length > NAMED_LANES ? 'narrow' : 'named'} style={{ '--lanes': lanes.length } as React.CSSProperties}>
        <div className="reader-column">
          <div ref={root} className="reader-text" role="textbox" aria-multiline aria-readonly aria-label={label} lang={language ?? undefined} tabIndex={0} />
        </div>
        {look === 'page' && (
          <div ref={lanesBox} className="reader-lanes" aria-hidden>
            {lanes.map(lane => <CoderLane key={lane.id} lane={lane} map={map} layout={view.layout} isNamed={lanes.length <= NAMED_LANES} active={active} spotOf={spotOf} onActivate={onActivate} />)}
          </div>
        )}
      </div>
      {foot}
    </div>
  )
}
